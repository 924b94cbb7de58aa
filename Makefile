# Two commands: `make run` does the main job on raw/, `make test` proves the checkout.
# Everything lives in .venv, which is made on first use from requirements.lock (pinned, with hashes).

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
PYTHON ?= python
else
BIN := $(VENV)/bin
PYTHON ?= python3
endif
READY := $(VENV)/ready

.PHONY: run test lint types ladder unit lock clean

run: $(READY)
	$(BIN)/veikart run

test: lint types ladder unit

lint: $(READY)
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

types: $(READY)
	$(BIN)/python -m mypy

ladder: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/python -m pytest

$(READY): requirements.lock pyproject.toml
	$(PYTHON) scripts/bootstrap.py $(VENV)

# Pins everything anew; needs uv. The file names no index.
lock:
	uv pip compile pyproject.toml --extra parquet --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('$(VENV)', 'exports', '.mypy_cache', '.ruff_cache', '.pytest_cache')]"
