# Each command does all its own set-up. On a machine with python3 (3.11 or newer), make and git:
#   make run       the demo world on http://localhost:8000 (HOST=, PORT=, DATA_DIR=); a second start keeps its data
#   make test      every test: on SQLite, then what needs real servers on PostgreSQL and Redis
#   make chaos     real servers, real faults, and what the room promises (SECONDS=, CHAOS_SEED= replays)
#   make check     style, types, floors, templates, migrations, production's settings
#   make pictures  every page in every state, all sizes, with a contact sheet (PAGES="home room": only these)
#   make bench     what it costs, beside others: a table and build/bench.json (ONLY=, SECONDS=, ROWS=; docs/performance.md)
#   make install   what make run needs · make lock · make clean
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
SECONDS ?= 60
SITE ?= localhost:$(PORT)

BIN := .venv/bin
PY := $(BIN)/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header
OURS := PYTHONPATH=platform:.

.PHONY: help install test-tools chromium engines run test chaos bench check pictures lock clean

help:
	@sed -n 's/^#   //p' Makefile

install: .venv/run.done

test-tools: .venv/test.done

.venv/made: scripts/ensure.py
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) scripts/ensure.py venv .venv
	@touch $@

.venv/run.done: requirements/run.txt .venv/made
	$(PIP) -r requirements/run.txt
	@touch $@

.venv/test.done: requirements/test.txt .venv/run.done
	$(PIP) -r requirements/test.txt
	@touch $@

.venv/lock.done: requirements/lock.txt .venv/made
	$(PIP) -r requirements/lock.txt
	@touch $@

chromium:
	@$(PYTHON) scripts/ensure.py chromium

engines:
	@$(PYTHON) scripts/old_engines.py

run: export SITE := $(SITE)
run: install
	$(MANAGE) prepare
	$(MANAGE) compile_catalogues
	$(PY) scripts/demo_world.py
	exec $(MANAGE) serve --host $(HOST) --port $(PORT)

test: test-tools chromium engines
	$(MANAGE) compile_catalogues
	$(PY) scripts/suite.py

chaos: test-tools
	$(PY) -m tests.chaos.run --seconds $(SECONDS)

check: test-tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(OURS) $(BIN)/mypy
	$(OURS) $(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	DATABASE_URL=sqlite:///:memory: $(MANAGE) makemigrations --check --dry-run
	scripts/as_production $(MANAGE) check --deploy --fail-level WARNING

pictures: test-tools chromium
	$(MANAGE) compile_catalogues
	$(PY) -m tests.e2e.pictures $(PAGES)

bench: export ONLY := $(ONLY)
bench: export SECONDS := $(SECONDS)
bench: export ROWS := $(ROWS)
bench: test-tools
	$(MANAGE) compile_catalogues
	$(PY) -m tests.bench.run

lock: .venv/lock.done
	for name in run test lock; do $(COMPILE) requirements/$$name.in -o requirements/$$name.txt || exit 1; done

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name '*.mo' -delete
