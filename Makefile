# Two commands do everything: `make site` and `make test`. Both install what is missing first.

SITE ?= .
OUTPUT ?= public
DATE ?=
RUNS ?= 1000000
TARGETS ?=
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help site test check unit browser fuzz record clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

site: ## Build Packhorse and make the bundled site in public/
	@Scripts/setup build
	swift build -c release --product packhorse
	.build/release/packhorse build --site $(SITE) --output $(OUTPUT) $(if $(DATE),--date $(DATE))

test: ## Run every test: checks of the source, unit tests, and the site in a real browser
	@Scripts/setup build test
	@Scripts/check
	swift test --explicit-target-dependency-import-check error
	$(PYTHON) -m pytest -q Tests/Browser

check: ## Check format, imports, file lengths and literals
	@Scripts/setup build
	@Scripts/check

unit: ## Run the Swift tests alone
	swift test

browser: ## Run the browser tests alone
	@Scripts/setup build test
	swift build --product packhorse
	$(PYTHON) -m pytest -q Tests/Browser

fuzz: ## Read RUNS hostile inputs with each reader (a million), or with TARGETS alone
	@Scripts/setup build
	PACKHORSE_FUZZ=1 swift build -c release --product fuzz --scratch-path .build/fuzz
	python3 Tests/Fuzz/fuzz.py $(RUNS) $(TARGETS)

record: ## Record golden sites anew; look at the difference before you commit it
	RECORD_SITES=1 swift test --filter GoldenSiteTests

clean: ## Remove what was built
	rm -rf .build .venv .packhorse
	find public -mindepth 1 ! -name .gitkeep -delete
