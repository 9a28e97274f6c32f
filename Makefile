# The one task runner. `make run` serves a node, `make test` runs everything that CI runs; both leave .venv/bin/longarm.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8900
DATA ?= data
BIN := .venv/bin
APT_VENV := apt-get install python3-venv

.PHONY: help run test check fix facts schemas permissions lock audit soak bench world spark clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: .venv/run.stamp  ## install, create a node in $(DATA)/ and serve it on $(PORT)
	@$(BIN)/longarm serve --data $(DATA) --port $(PORT)

test: .venv/test.stamp .venv/system.stamp check  ## everything that CI runs: lint, types, architecture, tests on both databases
	$(BIN)/pytest -n auto --dist loadfile -m 'not browser'
	$(BIN)/pytest -m browser || $(BIN)/pytest -m browser --last-failed
	$(BIN)/pytest -n auto --dist loadfile --database postgresql

check: .venv/test.stamp  ## lint, types, architecture, locks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@! grep -nE 'https?://' requirements/*.lock || { echo 'a lock file names a host'; exit 1; }

fix: .venv/test.stamp  ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

facts: .venv/run.stamp  ## check and compile the facts of law
	@$(BIN)/python -m longarm.law.compile

schemas: .venv/run.stamp  ## write docs/schemas/ from the types
	@mkdir -p docs/schemas
	@for name in $$($(BIN)/python -c "from longarm.cli.schema import ANSWERING, FILES; print(*FILES, *ANSWERING)"); do $(BIN)/longarm schema $$name > docs/schemas/$$name.schema.json || exit 1; done

permissions: .venv/test.stamp  ## write docs/permissions.md from what the node answers to everybody
	LONGARM_WRITE_PERMISSIONS=1 $(BIN)/pytest tests/web/test_permissions.py

lock: .venv/bin/python  ## compile requirements/*.lock again from pyproject.toml (needs the package index)
	.venv/bin/python -m pip install -q uv
	cd requirements && for part in run test bench; do case $$part in run) groups='build';; test) groups='build test';; bench) groups='build test bench';; esac; \
	  ../$(BIN)/uv pip compile ../pyproject.toml $$(printf -- ' --group ../pyproject.toml:%s' $$groups) --universal --python-version 3.11 --generate-hashes --no-header --quiet -o $$part.lock || exit 1; done; \
	  ../$(BIN)/uv pip compile --group ../pyproject.toml:audit --universal --python-version 3.11 --generate-hashes --no-header --quiet -o audit.lock; \
	  ../$(BIN)/uv pip compile ../pyproject.toml --group ../pyproject.toml:spark --universal --python-version 3.11 --generate-hashes --no-header --quiet -o spark.lock

audit: .venv/test.stamp .venv/audit.stamp  ## ask an advisory service about every pinned dependency; no answer is a failure too
	$(BIN)/python tools/audit.py

soak: .venv/test.stamp  ## kill -9 a thousand times at random, look at everything after each (not in CI; SEED=, KILLS=)
	$(BIN)/python tests/soak/run.py --kills $(or $(KILLS),1000) $(and $(SEED),--seed $(SEED))
	$(BIN)/python tests/soak/run.py --kills $(or $(KILLS),1000) $(and $(SEED),--seed $(SEED)) --database postgresql

bench: .venv/bench.stamp  ## measure ours beside the named peers, print the tables (an hour; the hub's wants 15 GB of disk)
	$(BIN)/python bench/run.py
	$(BIN)/python bench/oprf.py
	$(BIN)/python bench/holder.py
	$(BIN)/python bench/near_tokens.py
	$(BIN)/python bench/hub_time.py
	$(BIN)/python bench/hub.py

world: .venv/test.stamp  ## match 20,000 generated cases with known offenders, print precision and recall
	$(BIN)/python bench/world_report.py

spark: .venv/spark.stamp  ## the same weights on Splink's Spark backend, on a real Spark of this machine: equal or it fails (needs Java; CASES=)
	.venv/spark/bin/python bench/spark.py --cases $(or $(CASES),3000)

clean:  ## remove the environment and caches, never data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# One environment serves every target: locks are only ever added to, never synced away.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'longarm needs Python 3.11 or later.'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo 'Python cannot make environments here. Run: $(APT_VENV)'; exit 1; }
	@$(PYTHON) -m venv .venv

define install
	@echo 'installing $(1) requirements …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/$(1).lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@
endef

.venv/run.stamp: .venv/bin/python requirements/run.lock pyproject.toml
	$(call install,run)

.venv/test.stamp: .venv/run.stamp requirements/test.lock
	$(call install,test)

# The auditor has an environment of its own: what it brings along is no dependency of ours.
.venv/audit.stamp: requirements/audit.lock
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/audit.lock
	@touch $@

# Spark has one too: half a gigabyte that only `make spark` needs. Java comes from the system.
.venv/spark.stamp: .venv/bin/python requirements/spark.lock
	@command -v java >/dev/null || if [ "$$(id -u)" = 0 ]; then \
	  export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null; \
	else echo 'Spark needs Java. Run: sudo apt-get install --no-install-recommends openjdk-17-jre-headless'; exit 1; fi
	@$(PYTHON) -m venv .venv/spark
	@.venv/spark/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/spark.lock
	@touch $@

.venv/bench.stamp: .venv/test.stamp requirements/bench.lock
	$(call install,bench)

# Browser tests drive Debian's Chromium, evidence tests ask openssl for a second opinion, what touches tables runs on
# PostgreSQL too, recordings are heard by libchromaprint; nothing else needs a system package. The tests make a cluster of their own: Debian shall make and start none.
.venv/system.stamp: .venv/test.stamp
	@missing=''; for tool in chromium openssl; do command -v $$tool >/dev/null || missing="$$missing $$tool"; done; \
	$(BIN)/python -c 'import ctypes; ctypes.CDLL("libchromaprint.so.1")' 2>/dev/null || missing="$$missing libchromaprint1"; \
	compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null || missing="$$missing postgresql"; \
	if [ -z "$$missing" ]; then :; \
	elif [ "$$(id -u)" = 0 ]; then \
	  export DEBIAN_FRONTEND=noninteractive; get='apt-get install -y -qq --no-install-recommends'; \
	  apt-get update -qq && if [[ $$missing = *postgresql* ]]; then $$get postgresql-common >/dev/null && \
	    sed -i 's/^#*create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf; fi && \
	  $$get $$missing >/dev/null; \
	else echo "The tests need$$missing. Run: sudo apt-get install --no-install-recommends$$missing"; exit 1; fi
	@touch $@
