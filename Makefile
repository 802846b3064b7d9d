VENV ?= .venv
PYTHON ?= python3
CONFIG ?= smoke
UV ?= uv

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTHON_SOURCES := core desktop training tests resources/packaging

.DEFAULT_GOAL := help
.PHONY: help demo test fast soak fuzz coverage lint fix hooks docs bench translations screenshots train \
  package test-package lock model gpu-check

# What stands behind `##` is what `make help` says of a target, `##@` begins a group.
help: ## this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-14s%s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

##@ To see it work
demo: $(VENV)/.app-installed ## colorize the sample photos; installs what that needs into .venv
	$(BIN)/autochrome colorize resources/samples/*.jpg -o demo-results/ --overwrite
	@echo "The colour photos are in demo-results/"

##@ To change it
test: $(VENV)/.dev-installed ## all tests but the soak tests; installs what development needs
	$(BIN)/pytest

# The training's are left out: torch alone takes seconds to import, in each process.
fast: $(VENV)/.dev-installed ## the tests of core and window that are not slow, on all processors
	$(BIN)/pytest -n auto -m "not slow and not soak" tests/core tests/desktop tests/packaging tests/test_*.py

soak: $(VENV)/.dev-installed ## the tests that take minutes, and nothing else
	$(BIN)/pytest -m soak

MINUTES ?= 10
SEED ?= 1
fuzz: $(VENV)/.dev-installed ## mutated photos through the program, MINUTES=10 SEED=1; failures in build/fuzz
	$(BIN)/python -m tests.fuzz.run --minutes $(MINUTES) --seed $(SEED)

# In one order, so that the figure is the same each time. QThreads are not traced: what runs in the
# window's own threads counts as not run.
coverage: $(VENV)/.dev-installed ## measure what the tests run; fails where core is below 90 %
	rm -rf build/coverage
	$(BIN)/coverage run -m pytest -p no:randomly
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered
	$(BIN)/coverage report --include='core/*' --fail-under=90 --format=total

lint: $(VENV)/.dev-installed ## what a pull request must pass: style, types, rooms, forms, workflows
	$(BIN)/ruff check $(PYTHON_SOURCES)
	$(BIN)/ruff format --check $(PYTHON_SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml

fix: $(VENV)/.dev-installed ## mend what ruff can mend, and format
	$(BIN)/ruff check --fix $(PYTHON_SOURCES)
	$(BIN)/ruff format $(PYTHON_SOURCES)

hooks: $(VENV)/.dev-installed ## have git run the quick part of lint before each commit
	$(BIN)/pre-commit install

# Read from a copy, in which every page has the address that its links know it by. Zensical is strict
# about links and names; what griffe finds wrong with a docstring it prints, and that fails here.
docs: $(VENV)/.dev-installed ## build the site of the documents, API included, into site/
	rm -rf build/docs
	mkdir -p build/docs/resources/model
	cp *.md build/docs/
	cp -R docs build/docs/docs
	cp resources/model/MODEL_CARD.md resources/model/REPAIR_CARD.md resources/model/PRINTS_CARD.md build/docs/resources/model/
	$(BIN)/zensical build --strict --clean >build/docs.log 2>&1 || { cat build/docs.log; exit 1; }
	@cat build/docs.log; ! grep -q '^griffe:' build/docs.log

bench: $(VENV)/.dev-installed ## the benchmarks: speed as ratios within one run
	@set -e; for script in tests/benchmarks/*.py; do \
		if [ -f "$$script" ]; then echo "$$script"; $(BIN)/python "$$script"; fi; done

translations: $(VENV)/.dev-installed ## collect new texts into resources/i18n/*.ts and compile them
	$(BIN)/python tests/translations.py

screenshots: $(VENV)/.dev-installed ## the pictures of the window in docs/img
	$(BIN)/python tests/screenshots.py docs/img

lock: ## pin every version anew; needs uv. LOCK=--upgrade for newer ones
	UV=$(UV) bash requirements/lock.sh $(LOCK)

##@ To train a model
# scikit-image carries a handful of free photographs: enough for the smoke recipe
cache/smoke/train.npz: | $(VENV)/.dev-installed
	$(BIN)/python -m training.prepare_data \
	  "$$($(BIN)/python -c 'import skimage; print(skimage.data_dir)')" cache/smoke \
	  --val 4 --size 96 --val-size 96

train: $(VENV)/.dev-installed $(if $(filter smoke,$(CONFIG)),cache/smoke/train.npz) ## train training/configs/CONFIG.toml; CONFIG=smoke by default
	$(BIN)/python -m training.train training/configs/$(CONFIG).toml

# DATA is a folder of photographs, or a packed collection
RECIPE ?= training/configs/autochrome.toml
model: $(VENV)/.dev-installed ## the shipped model from photographs: DATA=folder
	$(BIN)/python -m training.make_model $(RECIPE) "$(DATA)" --devices $(or $(DEVICES),2)

# PHOTOS is a folder with shards/
gpu-check: $(VENV)/.dev-installed ## what only a machine with an NVIDIA card can tell, in ten minutes
	$(BIN)/python tests/gpu_check.py --out $(or $(OUT),gpu-check) $(if $(PHOTOS),--photos "$(PHOTOS)")

##@ To give it away
# AUTOCHROME_FLAVOUR=cuda for the one with ONNX Runtime's CUDA provider
package: ## the program without Python: .deb and portable archive
	PYTHON=$(PYTHON) bash resources/packaging/package.sh

# DOCUMENT: where the table of sizes and start times goes, instead of docs/release.md
test-package: $(VENV)/.app-installed ## install, use and remove both: as root, where no Autochrome is
	$(BIN)/python tests/packaging/try_package.py $(PACKAGE_DIST) $(if $(DOCUMENT),--document $(DOCUMENT))

# The stamps make a second call instant; a change of what they stand for installs again.
$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.app-installed: $(VENV)/.made pyproject.toml
	$(PIP) --editable .
	touch $@

# Nothing but what is locked, down to the bytes; autochrome itself asks for nothing more.
$(VENV)/.dev-installed: $(VENV)/.made pyproject.toml requirements/dev.txt
	$(PIP) --require-hashes --no-deps --requirement requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.app-installed
