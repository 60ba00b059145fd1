# Two commands do all: `make read` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
CHROMIUM := $(firstword $(wildcard /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome))

.PHONY: read test format lock clean

read: $(VENV)/installed  ## Install, take in the five articles, translate them and serve the reader.
	$(BIN)/songngu read

test: $(VENV)/installed-dev chromium  ## The whole check, as CI runs it.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(VENV)/installed-dev  ## Put the code in form.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/installed-dev  ## Write the versions that are installed now into constraints.txt.
	$(BIN)/pip freeze --exclude-editable | sed -e '/ @ /d' -e 's/+cpu\b//' > constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	@echo "Installing; torch alone is some 200 MB, so this can take a few minutes."
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

# The browser tests drive Debian's Chromium.
.PHONY: chromium
chromium:
ifeq ($(CHROMIUM),)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null; \
	else \
	  echo "The browser tests need Chromium; install it as root: apt-get install chromium fonts-noto-core" >&2; \
	  exit 1; \
	fi
endif
