"""A model opens from an optimized copy, which answers as the file does and is verified like it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime as ort
import platformdirs
import pytest

from core.errors import ModelCorruptError, ModelHashError, ModelNotFoundError
from core.inference import optimized_copy
from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model
from core.inference.optimized_copy import KEPT, find_copy
from core.inference.session import Session, open_model, open_session

MakeModel = Callable[..., Path]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: str(folder))
    return folder / "models"


def copies(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.exists() else []


def answer(session: Session) -> np.ndarray:
    L = np.linspace(0, 100, 64 * 96, dtype=np.float32).reshape(1, 1, 64, 96)
    feeds = {"L": L, "hints": np.zeros((1, 3, 64, 96), np.float32)}
    feeds["z"] = np.zeros((1, session.spec.z_size), np.float32)
    ab: np.ndarray = session.inference.run(["ab"], feeds)[0]
    return ab


@pytest.mark.slow
def test_the_bundled_model_answers_the_same_to_the_bit(cache: Path) -> None:
    """What the file itself says, when the copy is made, and from the copy."""
    file = open_session(load_model_spec(bundled_model()), "cpu", threads=1)
    first, second = (open_model(bundled_model(), "cpu", threads=1) for _ in range(2))
    assert len(copies(cache)) == 1
    assert file.spec == first.spec == second.spec
    np.testing.assert_array_equal(answer(first), answer(file))
    np.testing.assert_array_equal(answer(second), answer(file))


def test_a_copy_is_used_and_not_made_again(
    tiny_model: MakeModel, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model()
    open_model(model, "cpu", threads=1)
    opened = []
    real = ort.InferenceSession

    def noted(path: Path, *args: object, **options: object) -> object:
        opened.append(path)
        return real(path, *args, **options)

    monkeypatch.setattr(ort, "InferenceSession", noted)
    open_model(model, "cpu", threads=1)
    assert opened == copies(cache)


@pytest.mark.parametrize("damage", [b"", b"no model", None])
def test_a_damaged_copy_is_made_again(
    damage: bytes | None, tiny_model: MakeModel, cache: Path
) -> None:
    model = tiny_model()
    expected = answer(open_model(model, "cpu", threads=1))
    (copy,) = copies(cache)
    whole = copy.read_bytes()
    if damage is None:  # a model that opens, but is another one
        damage = whole.replace(b"tiny", b"tinx")
        assert damage != whole
    copy.write_bytes(damage)
    np.testing.assert_array_equal(answer(open_model(model, "cpu", threads=1)), expected)
    assert [c.read_bytes() for c in copies(cache)] == [whole]


def test_the_file_itself_is_verified_where_there_is_a_copy(tiny_model: MakeModel) -> None:
    model = tiny_model()
    spec = load_model_spec(model)
    model.with_suffix(".sha256").write_text(f"{spec.sha256}  {model.name}\n")
    open_model(model, "cpu", threads=1)
    assert find_copy(spec.sha256)
    model.write_bytes(model.read_bytes() + b"\0")
    with pytest.raises(ModelHashError):
        open_model(model, "cpu", threads=1)
    model.unlink()
    with pytest.raises(ModelNotFoundError):
        open_model(model, "cpu", threads=1)


def test_what_is_no_model_leaves_no_copy(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.onnx").write_bytes(b"no model")
    with pytest.raises(ModelCorruptError, match=r"a\.onnx is not a whole ONNX model"):
        open_model(tmp_path / "a.onnx", "cpu", threads=1)
    assert copies(cache) == []


def test_another_processor_has_a_copy_of_its_own(
    tiny_model: MakeModel, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model()
    open_model(model, "cpu", threads=1)
    monkeypatch.setattr(optimized_copy, "_processor", lambda: "another")
    assert find_copy(load_model_spec(model).sha256) is None
    open_model(model, "cpu", threads=1)
    assert len(copies(cache)) == 2


def test_a_cache_that_cannot_be_written_costs_only_time(tiny_model: MakeModel, cache: Path) -> None:
    cache.parent.write_bytes(b"a file where the folder should be")
    model = tiny_model()
    expected = answer(open_session(load_model_spec(model), "cpu", threads=1))
    np.testing.assert_array_equal(answer(open_model(model, "cpu", threads=1)), expected)


def test_only_a_few_copies_are_kept(tiny_model: MakeModel, cache: Path) -> None:
    for number in range(KEPT + 2):
        model = tiny_model(metadata={"version": str(number)})
        open_model(model, "cpu", threads=1)
        (copy,) = {find_copy(load_model_spec(model).sha256)}
        assert copy is not None
        os.utime(copy, (number, number))
    left = {int(copy.stat().st_mtime) for copy in copies(cache)}
    assert left == set(range(2, KEPT + 2))
