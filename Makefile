# make demo   installs dragoman into .venv and writes the brief of the example case to cairo.html
# make test   installs it with its tools into .venv-test and runs every check
# make clean  removes both environments and what the checks left

# spaCy 3.8 has wheels for Python 3.11 to 3.13.
PYTHON ?= $(shell for python in python3 python3.12 python3.11 python3.13; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$python && break; done)

# The training recipe's smoke test needs PyTorch. Plain `torch` brings gigabytes of CUDA on Linux, so the CPU build is
# asked for by its local version, first where pip looks anyway, then at TORCH_INDEX. Without it the test is skipped.
TORCH ?= torch==2.13.0+cpu
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu

DEMO = .venv
TEST = .venv-test
GOLD ?= ../shared/gold
CORPORA ?= ../shared/corpora
SOURCES = pyproject.toml $(shell find src -type f -not -path '*/__pycache__/*')
PIP = -m pip --disable-pip-version-check install --quiet

.PHONY: demo test clean check-python

demo: $(DEMO)/installed
	PYTHONDONTWRITEBYTECODE=1 $(DEMO)/bin/dragoman brief examples/cairo/*.txt -o cairo.html
	@echo "The brief of the example case: $(CURDIR)/cairo.html"

test: $(TEST)/installed
	@PATH="$(CURDIR)/$(TEST)/bin:$$PATH" GOLD="$(GOLD)" CORPORA="$(CORPORA)" ./.ci/checks

$(DEMO)/installed: $(SOURCES) | check-python
	test -x $(DEMO)/bin/python || $(PYTHON) -m venv $(DEMO)
	@$(DEMO)/bin/python -m ensurepip >/dev/null
	$(DEMO)/bin/python $(PIP) --no-compile .
	@# The environment is kept small: pip has done its work and comes back when it is needed; Python writes what byte code it uses.
	@$(DEMO)/bin/python -m pip uninstall --quiet --yes pip
	@find $(DEMO) -name __pycache__ -prune -exec rm -r {} +
	@touch $@

$(TEST)/installed: pyproject.toml | check-python
	test -x $(TEST)/bin/python || $(PYTHON) -m venv $(TEST)
	@$(TEST)/bin/python $(PIP) --no-deps '$(TORCH)' 2>/dev/null \
		|| $(TEST)/bin/python $(PIP) --no-deps --retries 1 --timeout 15 --extra-index-url $(TORCH_INDEX) '$(TORCH)' 2>/dev/null \
		|| echo 'PyTorch for the CPU is not to be had here: the training smoke test will be skipped'
	@if $(TEST)/bin/python -c 'from importlib.metadata import version; version("torch")' 2>/dev/null; \
		then extras=dev,evals,train; else extras=dev,evals; fi; \
		$(TEST)/bin/python $(PIP) -e ".[$$extras]"
	@touch $@

check-python:
	@test -n '$(PYTHON)' || { echo 'dragoman needs Python 3.11, 3.12 or 3.13; name it with PYTHON=…' >&2; exit 1; }

clean:
	rm -rf $(DEMO) $(TEST) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache evals/out cairo.html
