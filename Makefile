# Everything a developer runs. Needs Python 3.11, 3.12 or 3.13 and make; packages come from pip's own index.
PYTHON ?= python3
VENV := .venv
COMPILED := .venv-compiled
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test test-compiled test-slow test-browser test-spark lint gate bench wheel model clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

run: $(VENV)/.installed ## extract the sample articles, print each record, write out/records.jsonl and out/report.html
	$(BIN)/warextract extract tests/fixtures/articles -o out/records.jsonl
	@$(BIN)/warextract show out/records.jsonl
	@$(BIN)/warextract report out/records.jsonl -o out/report.html --title "The sample articles"
	@echo "The records are in out/records.jsonl, one JSON object an article."
	@echo "Open out/report.html in a browser to look at them: articles, ledger, timeline, map."

test: $(VENV)/.test ## run the tests, but for those of test-slow, test-browser and test-spark
	$(BIN)/python -m pytest
	@echo "Left out: make test-slow, make test-browser (needs Chromium), make test-spark (needs Java)."

test-compiled: $(COMPILED)/.test ## run the tests on the compiled package; needs a C compiler
	$(COMPILED)/bin/python -m pytest

test-slow: $(VENV)/.test ## run the tests that take minutes: more kills, thousands of files, more odd texts
	$(BIN)/python -m pytest -m slow

test-spark: $(VENV)/.test $(VENV)/.spark ## run the tests of warextract.spark in a local session; needs Java 17 or 21
	$(BIN)/python -m pytest tests/spark

test-browser: $(VENV)/.test ## run the tests of the report page in headless Chromium, which must be installed
	@command -v chromium >/dev/null \
		|| { echo "Chromium is needed, as the command chromium: apt-get install chromium" >&2; exit 1; }
	$(BIN)/python -m pytest -m browser

lint: $(VENV)/.dev ## check style (ruff), types (mypy --strict) and layers (import-linter)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(VENV)/.installed ## score the package on eval/gold and fail below the floors of eval/floors.json
	$(BIN)/python eval/gate.py

bench: $(COMPILED)/.bench ## measure speed, scaling, memory and start-up; write docs/benchmarks.json and the README's figures
	$(COMPILED)/bin/python benchmarks/bench.py

wheel: $(VENV)/.installed ## build dist/warextract-*.whl, compiled where there is a C compiler (a few minutes)
	rm -rf dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

model: $(VENV)/.build ## rebuild the bundled pipeline: make model CORPORA=folder of the corpora
	@test -n "$(CORPORA)" || { echo "say where the corpora lie: make model CORPORA=folder" >&2; exit 2; }
	$(BIN)/python training/build.py --corpora $(CORPORA) --out src/warextract/model

clean: ## remove what these targets made
	rm -rf $(VENV) $(COMPILED) out dist

# One stamp a set of packages, so that a second run starts at once.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.test $(VENV)/.dev $(VENV)/.spark $(VENV)/.build $(VENV)/.bench: $(VENV)/.%: $(VENV)/.installed
	$(PIP) --editable '.[$*]'
	@touch $@

# The package as others install it: the wheel, made anew when anything of it has changed.
$(COMPILED)/.wheel: pyproject.toml hatch_build.py $(shell find src -type f -not -name '*.pyc') | $(BIN)/python
	WAREXTRACT_COMPILE=always $(MAKE) wheel
	test -d $(COMPILED) || $(PYTHON) -m venv $(COMPILED)
	@touch $@

$(COMPILED)/.test $(COMPILED)/.bench: $(COMPILED)/.%: $(COMPILED)/.wheel
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps dist/*.whl
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check "$$(ls dist/*.whl)[$*]"
	@touch $@
