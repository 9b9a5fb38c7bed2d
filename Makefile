# Short names for what the README and `.ci/` do. `make check` before every commit, `make ci` before a merge.
.PHONY: install check lint types walls test slow long ci golden

install: .venv/bin/pytest
.venv/bin/pytest: pyproject.toml
	python3 -m venv .venv && .venv/bin/pip install -e '.[dev]'
	@touch $@

check: install
	.ci/checks
	.venv/bin/pytest

lint: install
	.venv/bin/ruff check . && .venv/bin/ruff format --check .

types: install
	.venv/bin/mypy

walls: install
	.venv/bin/lint-imports

test: install
	.venv/bin/pytest

slow: install
	.venv/bin/pytest -m "slow and not long"

long:
	.ci/long

ci:
	.ci/run

# Golden games and pictures of the screen anew; read the diff before you commit it.
golden: install
	SUMMIT_GOLDEN=write .venv/bin/pytest tests/test_golden.py tests/tui -m "not long"
