# make run    set everything up and show what to study next
# make test   set everything up and run every check
# make quick  lint, types and the tests of what changed since main, in a minute
# The virtual environment is made once for each version of pyproject.toml.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

BOUNDED := $(shell command -v timeout >/dev/null 2>&1 && echo timeout 900)

.PHONY: run test quick test-ends test-long fuzz bench generate format clean

run: $(READY)
	@$(BIN)/llmroadmap next
	@echo; echo "Try it now: $(BIN)/llmroadmap · install it: see README.md"

test: $(READY)
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh scripts/check

quick: $(READY)
	@PATH="$(CURDIR)/$(BIN):$$PATH" python scripts/quick.py

# With the oldest and the newest Typer, Rich and pydantic; an environment for each is made once.
test-ends:
	@PYTHON=$(PYTHON) sh scripts/test_ends

# A quarter of an hour at most; -s shows the figures that docs/safety.md quotes.
test-long: $(READY)
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BOUNDED) python -m pytest -m long -s -p no:cacheprovider

fuzz: $(READY)
	@LLMROADMAP_FUZZ=1 $(BIN)/python -m pytest -q -p no:cacheprovider tests/core tests/storage
	@$(BIN)/python -m pytest -q -s -m long -p no:cacheprovider tests/safety/test_fuzz.py

bench: $(READY)
	@$(BIN)/python benchmarks/run.py --write

# What is made from the code and checked in: the table of commands, the manual page, the schemas, docs.
generate: $(READY)
	@$(BIN)/python scripts/command_table.py
	@$(BIN)/python scripts/man_page.py
	@$(BIN)/python scripts/readme_sessions.py
	@$(BIN)/python scripts/json_schemas.py
	@$(BIN)/python scripts/write_schema.py

format: $(READY)
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "llmroadmap needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up (about half a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,tui]'
	@touch $@

clean:
	@rm -rf $(VENV) $(VENV)-oldest $(VENV)-newest build dist .pytest_cache .mypy_cache .ruff_cache .coverage .hypothesis
