"""Whether a file is whole, of files that independent programs wrote, cut at every part."""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image
from skimage import data

from core.watch.whole import Wholeness, wholeness

PICTURE = Image.fromarray(data.camera()).resize((160, 120))


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.pdf"])
def test_every_beginning_of_a_file_is_unfinished(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    PICTURE.save(path)
    content = path.read_bytes()
    assert wholeness(path) is Wholeness.WHOLE
    for part in (0, 1, 10, 50, 90, 99):
        path.write_bytes(content[: len(content) * part // 100])
        assert wholeness(path) is Wholeness.UNFINISHED, part


@pytest.mark.parametrize("bigtiff", [False, True])
def test_a_tiff_of_strips_or_tiles_is_whole_when_its_last_one_is(
    tmp_path: Path, bigtiff: bool
) -> None:
    path, pixels = tmp_path / "a.tif", np.asarray(PICTURE)
    for layout in ({"rowsperstrip": 16}, {"tile": (16, 16)}):
        with tifffile.TiffWriter(path, bigtiff=bigtiff) as tiff:
            for _ in range(3):
                tiff.write(pixels, **layout)
        content = path.read_bytes()
        assert wholeness(path) is Wholeness.WHOLE
        path.write_bytes(content[:-50])
        assert wholeness(path) is Wholeness.UNFINISHED


def test_room_taken_in_advance_is_no_content(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    PICTURE.save(path)
    content = path.read_bytes()
    path.write_bytes(content[:1000].ljust(len(content), b"\0"))
    assert wholeness(path) is Wholeness.UNFINISHED
    path.write_bytes(content + bytes(512))
    assert wholeness(path) is Wholeness.WHOLE


@pytest.mark.skipif(sys.platform == "win32", reason="locks of flock(2)")
def test_a_lock_is_respected(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    PICTURE.save(path)
    with path.open("rb") as scanner:
        fcntl.flock(scanner, fcntl.LOCK_EX)
        assert wholeness(path) is Wholeness.IN_USE
    assert wholeness(path) is Wholeness.WHOLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_one_that_may_not_be_read_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    PICTURE.save(path)
    path.chmod(0)
    assert wholeness(path) is Wholeness.IN_USE
