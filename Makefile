# Twotrack: `make run` and `make test` do everything on a fresh machine with Python 3.11+ and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input -q
LOCKED := --require-hashes --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help setup run test quick lint format docs lock bench accuracy prove clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: $(VENV)/.run-installed ## make .venv with the program; twice changes nothing

$(VENV)/.run-installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Twotrack needs Python 3.11 or later; set PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the program (once)..."
	@$(PIP) install $(LOCKED) -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test-installed: requirements-dev.lock $(VENV)/.run-installed
	@echo "Installing what the tests need (once)..."
	@$(PIP) install $(LOCKED) -r requirements-dev.lock
	@touch $@

run: setup ## open the office on the demonstration records; SOURCE=path-or-address shows what is in a document
ifdef SOURCE
	@$(BIN)/twotrack read "$(SOURCE)" --html "$(or $(HTML),reading.html)"
else
	@$(BIN)/twotrack demo --serve
endif

test: $(VENV)/.test-installed lint ## everything: types, style, layers, all tests, those in a real browser included
	@PYTHON=$(BIN)/python tests/run.sh

quick: $(VENV)/.test-installed ## the unit tests alone
	@$(BIN)/python -m pytest -m "not browser and not process" -n auto

lint: $(VENV)/.test-installed ## types, style, layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.test-installed ## put the code into the formatter's form
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

docs: setup ## write the pages of docs/ that are made from the code
	@$(BIN)/python docs/make.py

lock: ## resolve the dependencies anew (needs uv)
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group build --group dev -o requirements-dev.lock

accuracy: $(VENV)/.test-installed ## score the reading against the gold annotations, where they are at hand
	@$(BIN)/python bench/accuracy.py

prove: $(VENV)/.test-installed ## the proofs with thousands of random records and sequences of acts, for hours
	@TWOTRACK_PROVE=2000 $(BIN)/python -m pytest -n 2 tests/promises/test_two_worlds.py tests/promises/test_nothing_uncleared.py tests/promises/test_any_sequence.py tests/publish/test_again.py

bench: $(VENV)/.test-installed ## how long things take, as ratios within one run
	@for part in speed record; do $(BIN)/python bench/$$part.py || exit 1; done

clean: ## remove what the commands above made
	rm -rf $(VENV) reading.html twotrack-demo
