# Every habit as one word. A machine with Python 3.11+ and make needs nothing else.
# The system's own Python goes first: distributions build theirs for speed (profile-guided, one binary), and a reading
# costs a fifth less processor time than with one from pyenv. `make PYTHON=...` names another.
PYTHON ?= $(shell /usr/bin/python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && echo /usr/bin/python3 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check lint format types floors docs locale truth bench lock clean

demo: $(READY)
	$(BIN)/duwang demo --days 7 --no-serve

test: $(READY) lint types floors
	$(BIN)/pytest

check: test

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/python -m duwang.handbook docs/rules

locale: $(READY)
	$(BIN)/pybabel --quiet compile --domain messages --directory duwang/locale

truth: $(READY)
	$(BIN)/python -m benchmarks.demo_truth
	$(BIN)/python -m benchmarks.proving_truth
	$(BIN)/python -m benchmarks.host_truth

bench: $(READY)
	$(BIN)/python -m benchmarks.checks
	$(BIN)/python -m benchmarks.read_portal

# Needs uv (pip install uv). Hashes only: the lock names no host.
lock:
	uv pip compile pyproject.toml --group dev --extra browser --universal --generate-hashes \
	  --no-header --no-annotate -p 3.11 -o requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Duwang needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
