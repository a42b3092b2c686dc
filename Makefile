# Two commands do everything: `make site` and `make test`. Both install what is missing first.

SITE ?= .
OUTPUT ?= public
DATE ?=
RUNS ?= 1000000
TARGETS ?=
PYTHON := .venv/bin/python
BINARY := .build/release/packhorse
COMPLETIONS := .build/completions
SHARE := $(DESTDIR)$(PREFIX)/share
COMMAND := $(DESTDIR)$(PREFIX)/bin/packhorse
BASH_COMPLETION := $(SHARE)/bash-completion/completions/packhorse
ZSH_COMPLETION := $(SHARE)/zsh/site-functions/_packhorse
FISH_COMPLETION := $(SHARE)/fish/vendor_completions.d/packhorse.fish

.DEFAULT_GOAL := help
.PHONY: help site test check unit browser crash fuzz record pictures clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

site: build ## Build Packhorse and make the bundled site in public/
	$(BINARY) build --site $(SITE) --output $(OUTPUT) $(if $(DATE),--date $(DATE))

build: ## Build Packhorse, with the Swift runtime and libcmark inside it
	@Scripts/setup build
	PKG_CONFIG_PATH="$(CURDIR)/Scripts/static" swift build -c release --static-swift-stdlib --product packhorse
	@mkdir -p $(COMPLETIONS)
	@for shell in bash zsh fish; do $(BINARY) --generate-completion-script $$shell >$(COMPLETIONS)/$$shell || exit; done

# `sudo make install` only copies what `make build` built: what it built itself would be root's.
install: ## Install the command and its completions below PREFIX (/usr/local)
	@[ -n "$$SUDO_USER" ] || $(MAKE) --no-print-directory build
	install -D -s -m 755 $(BINARY) "$(COMMAND)"
	install -D -m 644 $(COMPLETIONS)/bash "$(BASH_COMPLETION)"
	install -D -m 644 $(COMPLETIONS)/zsh "$(ZSH_COMPLETION)"
	install -D -m 644 $(COMPLETIONS)/fish "$(FISH_COMPLETION)"

uninstall: ## Remove what `make install` put below PREFIX
	rm -f "$(COMMAND)" "$(BASH_COMPLETION)" "$(ZSH_COMPLETION)" "$(FISH_COMPLETION)"

test: build ## Run every test: checks of the source, unit tests, the site in a real browser, builds that are killed, and an attack on what is withheld
	@Scripts/setup build test
	@Scripts/check
	swift test --explicit-target-dependency-import-check error
	$(PYTHON) -m pytest -q -n auto Tests/Browser
	$(PYTHON) -m pytest -q Tests/Crash
	$(PYTHON) -m pytest -q -n auto Tests/Disclosure

check: ## Check format, imports, file lengths and literals
	@Scripts/setup build
	@Scripts/check

unit: ## Run the Swift tests alone
	swift test

browser: build ## Run the browser tests alone
	@Scripts/setup test
	$(PYTHON) -m pytest -q -n auto Tests/Browser

crash: build ## Kill builds at each change of a file and refuse each call, alone (FULL=1 leaves none out)
	@Scripts/setup test
	$(PYTHON) -m pytest -q Tests/Crash

fuzz: ## Read RUNS hostile inputs with each reader (a million), or with TARGETS alone
	@Scripts/setup build
	PACKHORSE_FUZZ=1 swift build -c release --product fuzz --scratch-path .build/fuzz
	python3 Tests/Fuzz/fuzz.py $(RUNS) $(TARGETS)

record: ## Record golden sites anew; look at the difference before you commit it
	RECORD_SITES=1 swift test --filter GoldenSiteTests

bench: ## Time Packhorse beside Hugo and the bare disk (ROWS=tmpfs,disk for a part, QUICK=1 to try it out)
	@Scripts/setup bench >&2
	@$(MAKE) --no-print-directory build >&2
	python3 -m unittest discover -s Benchmarks -p 'test_*.py' >&2
	@python3 Benchmarks/bench.py --rows "$(ROWS)" $(if $(QUICK),--quick)

pictures: build ## Make the pictures of docs/pictures/ anew
	@Scripts/setup build test
	$(PYTHON) Scripts/pictures/make.py

clean: ## Remove what was built
	rm -rf .build .build-bench .venv .packhorse
	find public -mindepth 1 ! -name .gitkeep -delete
