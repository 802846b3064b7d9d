"""The bytes of a photo: one opening, any range, the same of a file and of memory."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import pytest
import pyvips

from core.errors import PhotoNotFoundError, UnreadablePhotoError
from core.photo.source import PhotoSource


@pytest.fixture
def content(rng: np.random.Generator) -> bytes:
    """More than is hashed at a time."""
    return rng.bytes(3_000_001)


def test_a_file_and_its_bytes_read_alike(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with PhotoSource(tmp_path / "a.jpg") as file, PhotoSource(content) as memory:
        for source in (file, memory):
            assert source.size == len(content)
            assert source.read_all() == content
            assert source.read(2_000_000, 10) == content[2_000_000:2_000_010]
            assert source.read(len(content) - 3, 10) == content[-3:]
            assert source.read(len(content) + 3, 10) == b""
            assert source.sha256() == hashlib.sha256(content).hexdigest()
    assert (file.label.name, memory.label.name) == ("a.jpg", "The photo")


def test_libvips_and_python_read_one_file_in_turns(tmp_path: Path) -> None:
    codes = np.arange(256 * 256, dtype=np.uint16).reshape(256, 256)
    pyvips.Image.new_from_array(codes).cast("ushort").write_to_file(str(tmp_path / "a.tif"))
    with PhotoSource(tmp_path / "a.tif") as source:
        image = pyvips.Image.tiffload_source(source.vips_source(), access="sequential")
        mark = source.read(0, 4)
    # decoded when the file is closed here: libvips holds it open
    np.testing.assert_array_equal(image.numpy(), codes)
    assert mark in (b"II*\0", b"MM\0*")


def test_errors_name_the_file_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PhotoNotFoundError, match="put its disk or folder back"):
        PhotoSource(tmp_path / "gone.jpg")
    with pytest.raises(UnreadablePhotoError, match="is a folder: name a photo in it"):
        PhotoSource(tmp_path)
    with pytest.raises(UnreadablePhotoError, match="could not be read"):
        PhotoSource(tmp_path / "null\0.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(UnreadablePhotoError, match=r"pipe\.jpg is no ordinary file"):
        PhotoSource(tmp_path / "pipe.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="read by other calls there")
def test_a_disk_that_fails_is_an_unreadable_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.jpg").write_bytes(b"x")
    with PhotoSource(tmp_path / "a.jpg") as source:
        monkeypatch.setattr(os, "pread", fail)
        with pytest.raises(UnreadablePhotoError, match=r"Input/output error.*check its disk"):
            source.sha256()


def test_room_is_taken_for_what_is_there_not_for_what_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "photo.tif"
    path.write_bytes(b"0123456789")
    with PhotoSource(path) as source:
        assert source.read(4, 2**50) == b"456789"
        assert source.read(2**40, 2**50) == b""
