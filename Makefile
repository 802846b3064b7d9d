VENV ?= .venv
PYTHON ?= python3
CONFIG ?= smoke

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTHON_SOURCES := core desktop training tests resources/packaging

.PHONY: demo test soak lint bench package test-package screenshots translations train model gpu-check

demo: $(VENV)/.app-installed
	$(BIN)/autochrome colorize resources/samples/*.jpg -o demo-results/ --overwrite
	@echo "The colour photos are in demo-results/"

test: $(VENV)/.dev-installed
	$(BIN)/pytest

soak: $(VENV)/.dev-installed
	$(BIN)/pytest -m soak

lint: $(VENV)/.dev-installed
	$(BIN)/ruff check $(PYTHON_SOURCES)
	$(BIN)/ruff format --check $(PYTHON_SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev-installed
	@set -e; for script in tests/benchmarks/*.py; do \
		if [ -f "$$script" ]; then echo "$$script"; $(BIN)/python "$$script"; fi; done

# scikit-image carries a handful of free photographs: enough for the smoke recipe
cache/smoke/train.npz: | $(VENV)/.dev-installed
	$(BIN)/python -m training.prepare_data \
	  "$$($(BIN)/python -c 'import skimage; print(skimage.data_dir)')" cache/smoke \
	  --val 4 --size 96 --val-size 96

train: $(VENV)/.dev-installed $(if $(filter smoke,$(CONFIG)),cache/smoke/train.npz)
	$(BIN)/python -m training.train training/configs/$(CONFIG).toml

# the shipped model from photographs: DATA is a folder of them, or a packed collection
RECIPE ?= training/configs/autochrome.toml
model: $(VENV)/.dev-installed
	$(BIN)/python -m training.make_model $(RECIPE) "$(DATA)" --devices $(or $(DEVICES),2)

# what only a machine with an NVIDIA card can tell; PHOTOS is a folder with shards/
gpu-check: $(VENV)/.dev-installed
	$(BIN)/python tests/gpu_check.py --out $(or $(OUT),gpu-check) $(if $(PHOTOS),--photos "$(PHOTOS)")

# AUTOCHROME_FLAVOUR=cuda for the one with ONNX Runtime's CUDA provider
package:
	PYTHON=$(PYTHON) bash resources/packaging/package.sh

# installs and removes the .deb: as root, on a machine without Autochrome.
# DOCUMENT: where the table of sizes and start times goes, instead of docs/release.md
test-package: $(VENV)/.app-installed
	$(BIN)/python tests/packaging/try_package.py $(PACKAGE_DIST) $(if $(DOCUMENT),--document $(DOCUMENT))

screenshots: $(VENV)/.dev-installed
	$(BIN)/python tests/screenshots.py docs/img

# collects new texts into resources/i18n/*.ts and compiles what is translated there
translations: $(VENV)/.dev-installed
	$(BIN)/python tests/translations.py

# The stamps make a second call instant; a change of pyproject.toml installs again.
$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.app-installed: $(VENV)/.made pyproject.toml
	$(PIP) --editable .
	touch $@

$(VENV)/.dev-installed: $(VENV)/.made pyproject.toml requirements/constraints.txt
	$(PIP) --constraint requirements/constraints.txt --editable '.[dev,train]'
	touch $@ $(VENV)/.app-installed
