"""What ``import core`` gives, and what it must not cost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from skimage import data, io

import core


def test_every_name_is_there() -> None:
    for name in core.__all__:
        assert getattr(core, name).__name__ == name
        assert name in dir(core)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'colourizer'"):
        core.colourizer  # noqa: B018


def test_importing_core_imports_nothing_heavy() -> None:
    heavy = {"numpy", "cv2", "onnxruntime", "pyvips"}
    code = f"import sys, core; print(sorted({heavy!r} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_three_lines(tmp_path: Path, tiny_model: Callable[..., Path]) -> None:
    from core import Colorizer, read_photo, write_photo  # noqa: PLC0415

    io.imsave(tmp_path / "grandma.png", data.camera(), check_contrast=False)
    result = Colorizer(tiny_model()).colorize(read_photo(tmp_path / "grandma.png")).render()
    write_photo(result, tmp_path / "grandma_color.png")
    rgb = io.imread(tmp_path / "grandma_color.png")
    assert rgb.shape == (512, 512, 3)
    assert np.ptp(rgb.astype(int), axis=-1).mean() > 5
    assert b"compositeWithTrainedAlgorithmicMedia" in (tmp_path / "grandma_color.png").read_bytes()
