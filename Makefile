# Two commands do everything: `make site` and `make test`. Both install what is missing first.

SITE ?= .
OUTPUT ?= public
DATE ?=
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help site test check unit browser record bench clean

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

record: ## Record golden sites anew; look at the difference before you commit it
	RECORD_SITES=1 swift test --filter GoldenSiteTests

bench: ## Time Packhorse beside Hugo and the bare disk (ROWS=tmpfs,disk for a part, QUICK=1 to try it out)
	@Scripts/setup build bench >&2
	swift build -c release --product packhorse >&2
	python3 -m unittest discover -s Benchmarks -p 'test_*.py' >&2
	@python3 Benchmarks/bench.py --rows "$(ROWS)" $(if $(QUICK),--quick)

clean: ## Remove what was built
	rm -rf .build .build-bench .venv .packhorse
	find public -mindepth 1 ! -name .gitkeep -delete
