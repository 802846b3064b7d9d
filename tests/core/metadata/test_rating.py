"""Ratings and labels, read back by exiftool; nothing else of a file changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import UnwritableTargetError
from core.metadata.provenance import Provenance
from core.metadata.rating import Rating, rated_packet, write_rating
from core.metadata.replace_packet import replace_packet
from core.metadata.xmp_packet import xmp_texts
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo

ExifTool = Callable[..., dict[str, Any]]
SAID = Provenance("m", "1", "ab" * 32, "Autochrome", {"size": 256})
GREEN = Rating(5, "Green")


def result(path: Path) -> Path:
    rng = np.random.default_rng(1)
    return write_photo(Photo(rng.integers(0, 255, (37, 41, 3), np.uint8)), path, provenance=SAID)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
def test_a_rating_stands_in_the_file_and_goes_again(
    tmp_path: Path, exiftool: ExifTool, name: str
) -> None:
    path = result(tmp_path / name)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    before, pixels = exiftool(path), read_photo(path).pixels
    assert write_rating(path, GREEN) == path
    marked = exiftool(path)
    assert (marked["XMP-xmp:Rating"], marked["XMP-xmp:Label"]) == (5, "Green")
    assert marked["XMP-autochrome:ModelSHA256"] == before["XMP-autochrome:ModelSHA256"]
    assert "ExifTool:Warning" not in marked
    assert path.stat().st_mtime == 1_000_000_000
    assert np.array_equal(read_photo(path).pixels, pixels)
    write_rating(path, Rating(-1, "Red"))
    assert exiftool(path)["XMP-xmp:Rating"] == -1
    write_rating(path, Rating())
    after = exiftool(path)
    assert not {"XMP-xmp:Rating", "XMP-xmp:Label"} & after.keys()
    changes = {"System:FileSize", "System:FileInodeChangeDate", "System:FileAccessDate"}
    same = {key for key in before if key not in changes and not key.startswith("File:")}
    assert {key: after.get(key) for key in same} == {key: before[key] for key in same}


def test_a_photo_that_has_a_rating_of_its_own_has_the_new_one(tmp_path: Path) -> None:
    packet = rated_packet(rated_packet(None, Rating(3)), GREEN)
    assert packet.count(b"Rating") == 1
    assert xmp_texts(packet, [("xmp", "Rating")]) == ["5"]


def test_where_no_packet_stands_the_rating_lies_beside(tmp_path: Path, exiftool: ExifTool) -> None:
    path = result(tmp_path / "a.avif")
    before = path.read_bytes()
    beside = write_rating(path, GREEN)
    assert beside == tmp_path / "a.xmp"
    assert path.read_bytes() == before
    beside.write_bytes(beside.read_bytes().replace(b"Green", b'Green" xmp:Nickname="Oma'))
    write_rating(path, Rating(-1, "Red"))
    said = exiftool(beside)
    assert (said["XMP-xmp:Rating"], said["XMP-xmp:Nickname"]) == (-1, "Oma")


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnwritableTargetError, match=r"gone\.jpg could not be read to be marked"):
        write_rating(tmp_path / "gone.jpg", GREEN)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
def test_damaged_files_are_none(tmp_path: Path, name: str) -> None:
    """Cut anywhere, and with a packet that no container holds: never an exception."""
    content = result(tmp_path / name).read_bytes()
    for length in range(0, len(content), 7):
        replace_packet(content[:length], lambda packet: packet)
    assert replace_packet(content, lambda packet: packet) is not None
    if name == "a.jpg":
        assert replace_packet(content, lambda _: bytes(70_000)) is None
