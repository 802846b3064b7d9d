"""Resources are found in a source tree, in an installed wheel and in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core import resources


def test_a_source_tree_has_them_at_its_top() -> None:
    assert resources.resource("samples").parent == Path(__file__).parents[2] / "resources"


def test_an_installed_wheel_has_them_inside_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "core" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "core")
    assert resources.resource("model/m.onnx") == tmp_path / "core/_resources/model/m.onnx"


def test_a_frozen_program_has_them_beside_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource("icons") == tmp_path / "resources" / "icons"
