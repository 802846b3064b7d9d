"""Room on the disk of a folder, there or not yet."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from core.files.disk_space import disk_shortage, free_bytes

MB = 1 << 20


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> None:
    """100 MB, on every disk."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100 * MB))


def test_a_folder_that_is_still_to_be_made_is_on_its_parents_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = Mock(wraps=shutil.disk_usage)
    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert free_bytes(tmp_path / "1920" / "deep") > 0
    usage.assert_called_once_with(tmp_path)


@pytest.mark.usefixtures("free")
@pytest.mark.parametrize(
    ("need", "reserve", "fits"), [(60, 40, True), (61, 40, False), (0, 101, False)]
)
def test_the_reserve_is_left_alone(tmp_path: Path, need: int, reserve: int, fits: bool) -> None:
    said = disk_shortage(tmp_path, need * MB, reserve)
    assert (said is None) == fits
    assert fits or f"has 100 MB left, and {reserve} MB of it shall stay free" in str(said)


def test_a_disk_that_cannot_be_asked_is_left_to_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "disk_usage", fail)
    assert disk_shortage(tmp_path, MB, 0) is None
    with pytest.raises(OSError, match="Input/output"):
        free_bytes(tmp_path)
