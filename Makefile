# Each command does all its own set-up. On a machine with python3 (3.11 or newer), make and git:
#   make run     serve the demo world on http://localhost:8000 (PORT=, DATA_DIR=)
#   make test    every test
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000

PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
LOCKED := --require-hashes --only-binary :all: --no-deps
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header
# What production has, with stand-ins for the secrets: only the checks of the settings run with it.
AS_PRODUCTION = SAMECIRCLE_MODE=production SITE=samecircle.example SECRET_KEY=$$(head -c 40 /dev/urandom | od -An -tx1 | tr -d ' \n') \
	KEY_FILE=$(CURDIR)/build/check-key.json DATA_DIR=$(CURDIR)/build/check \
	DATABASE_URL=postgres://app@localhost/samecircle REDIS_URL=redis://localhost

.PHONY: help install test-tools world run test check pictures bench lock clean

help:
	@sed -n 's/^#   //p' Makefile
	@echo 'make check   style, types, floors, templates, migrations, settings'
	@echo 'make pictures · make lock · make clean'

install: .venv/run.done

.venv/made: scripts/ensure.py
	@test -x $(PY) && touch $@ || { $(PYTHON) scripts/ensure.py venv .venv && touch $@; }

.venv/run.done: requirements/run.txt .venv/made
	$(PIP) $(LOCKED) -r requirements/run.txt
	@touch $@

.venv/test.done: requirements/test.txt .venv/run.done
	$(PIP) $(LOCKED) -r requirements/test.txt
	@touch $@

test-tools: .venv/test.done

