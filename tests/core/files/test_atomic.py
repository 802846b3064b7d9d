"""A target appears whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import TargetExistsError, UnwritableTargetError
from core.files.atomic import atomic_file
from core.photo.photo import Photo
from core.photo.write import write_photo

NOISE = Photo(np.random.default_rng(4).integers(0, 65_536, (200, 200, 3), dtype=np.uint16))


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "x"
    with atomic_file(target) as out:
        out.write(b"whole")
        assert not target.exists()
    assert [p.name for p in tmp_path.iterdir()] == ["x"]
    assert target.read_bytes() == b"whole"


def test_nothing_is_left_when_the_block_raises(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), atomic_file(tmp_path / "x"):
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def no_links(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "x"
    with pytest.raises(TargetExistsError), atomic_file(target):
        target.write_bytes(b"early")
    assert target.read_bytes() == b"early"
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with atomic_file(tmp_path / "x") as out:
        out.write(b"whole")
    assert (tmp_path / "x").read_bytes() == b"whole"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_mode_is_what_the_user_set(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with atomic_file(tmp_path / "x") as out:
            out.write(b"whole")
    finally:
        os.umask(before)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


def failed(target: Path, said: str) -> None:
    with pytest.raises(UnwritableTargetError, match=said) as caught:
        write_photo(NOISE, target)
    assert caught.value.path == target
    assert target.name in str(caught.value)


def test_no_folder(tmp_path: Path) -> None:
    failed(tmp_path / "gone" / "x.png", "make it first")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    failed(tmp_path / "file" / "x.png", "is not a folder")


def test_a_target_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.png").mkdir()
    failed(tmp_path / "x.png", "is a folder")


@pytest.mark.parametrize("name", ["x.heic", "x.bmp", "x"])
def test_a_format_that_is_not_written(tmp_path: Path, name: str) -> None:
    failed(tmp_path / name, r"use one of \.jpg, \.png, \.tif")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_one_may_not_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        failed(tmp_path / "x.png", "not permitted")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits on Windows")
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_disk_that_fills_up_while_writing(
    tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    import resource  # noqa: PLC0415

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        failed(tmp_path / f"x{suffix}", "File too large: check the disk")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.iterdir())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (5, "disk"),
        (errno.EINVAL, "takes no such name"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    failed(tmp_path / "x.png", said)
    assert not list(tmp_path.iterdir())


def test_a_file_has_the_times_of_another_where_asked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"")
    os.utime(source, ns=(10**18, 10**18 + 100))
    with atomic_file(tmp_path / "one", dated_as=source) as out:
        out.write(b"one")
    assert (tmp_path / "one").stat().st_mtime_ns == source.stat().st_mtime_ns
    with atomic_file(tmp_path / "two", dated_as=tmp_path / "gone") as out:
        out.write(b"two")
    assert (tmp_path / "two").read_bytes() == b"two"
    assert "the time of gone could not be kept" in caplog.text
