"""The detector's file: verified before anything runs through it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from core.errors import (
    ModelContractError,
    ModelCorruptError,
    ModelHashError,
    ModelNotFoundError,
    SessionError,
)
from core.inference.damage_model import open_damage_model
from tests.tiny_detector import write_detector


def test_an_open_detector_says_where_damage_is(tmp_path: Path) -> None:
    path = write_detector(tmp_path / "tiny.onnx", metadata={"threshold": "0.7"})
    model = open_damage_model(path)
    assert (model.name, model.version, model.multiple_of, model.threshold) == (
        "tiny",
        "1.0",
        16,
        0.7,
    )
    assert model.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    L = np.full((32, 16), 40, np.float32)
    L[3, 4] = 99
    damage = model.find(L)
    assert damage.shape == L.shape
    assert np.argwhere(damage > 0.5).tolist() == [[3, 4]]


def test_a_picture_that_is_none_ends_in_an_error_of_ours(tmp_path: Path) -> None:
    model = open_damage_model(write_detector(tmp_path / "tiny.onnx"))
    with pytest.raises(SessionError, match="damage could not be looked for"):
        model.find(np.zeros((4, 4), np.float64))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"autochrome.damage_contract": None}, "it lacks autochrome.damage_contract"),
        ({"autochrome.damage_contract": "7"}, "its contract is 7, this program knows 1"),
        ({"lab_convention": "other"}, "its Lab convention is other"),
        ({"threshold": None}, "it lacks threshold"),
    ],
)
def test_a_file_of_another_contract_is_refused_with_what_differs(
    tmp_path: Path, change: dict[str, str | None], words: str
) -> None:
    with pytest.raises(ModelContractError, match=words):
        open_damage_model(write_detector(tmp_path / "tiny.onnx", metadata=change))


def test_other_tensors_are_another_contract(tmp_path: Path) -> None:
    with pytest.raises(ModelContractError, match="output is not damage alone"):
        open_damage_model(write_detector(tmp_path / "tiny.onnx", output="filled"))


def test_a_colorizer_is_no_detector(model: Path) -> None:
    with pytest.raises(ModelContractError, match="finds no damage"):
        open_damage_model(model)


def test_damaged_and_missing_files_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError):
        open_damage_model(tmp_path / "none.onnx")
    path = write_detector(tmp_path / "tiny.onnx")
    path.with_suffix(".sha256").write_text("0" * 64 + "  tiny.onnx\n")
    with pytest.raises(ModelHashError):
        open_damage_model(path)
    path.with_suffix(".sha256").unlink()
    path.write_bytes(b"no model")
    with pytest.raises(ModelCorruptError):
        open_damage_model(path)
