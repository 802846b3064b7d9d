"""Whatever is raised over one photo costs that photo, of every command that takes several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.batch import cut_pages
from core.cli import repair
from core.photo.read import read_photo
from core.repair.repair import bundled_detector
from tests.core.conftest import Run
from tests.tiny_detector import write_detector


@pytest.fixture(autouse=True)
def detector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    path = write_detector(tmp_path / "tiny_detector.onnx")
    monkeypatch.setattr("core.inference.damage_model.bundled_damage_model", lambda: path)
    bundled_detector.cache_clear()
    yield path
    bundled_detector.cache_clear()


@pytest.mark.parametrize("error", [IndexError("bug"), RecursionError(), MemoryError()])
@pytest.mark.parametrize(("command", "module"), [("repair", repair), ("split", cut_pages)])
def test_an_error_of_any_kind_costs_one_photo(
    command: str,
    module: Any,
    error: Exception,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = tmp_path / "first.png", tmp_path / "second.png"
    for path in (first, second):
        Image.fromarray(np.full((64, 64), 120, np.uint8)).save(path)

    def read(path: Path, **options: Any) -> Any:
        if path == first:
            raise error
        return read_photo(path, **options)

    monkeypatch.setattr(module, "read_photo", read)
    status, out, err = run(command, first, second, "-o", f"{tmp_path}/out/")
    assert status == 1
    assert "first.png" in err
    assert "Traceback" not in err
    assert (tmp_path / "out").is_dir()
    if command == "repair":
        assert out == f"{tmp_path / 'out' / 'second_repaired.png'}\n"


@pytest.mark.parametrize(("command", "module"), [("repair", repair), ("split", cut_pages)])
def test_ctrl_c_still_ends_a_command(
    command: str, module: Any, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = tmp_path / "photo.png"
    Image.fromarray(np.full((64, 64), 120, np.uint8)).save(photo)

    def stopped(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "read_photo", stopped)
    assert run(command, photo, "-o", f"{tmp_path}/out/")[0] == 3
