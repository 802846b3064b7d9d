"""What does not fit into a container as it is."""

from __future__ import annotations

import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from core.errors import UnwritableTargetError
from core.metadata.containers import write_trailing_metadata
from core.metadata.exif import parse_blob
from core.metadata.metadata import Metadata
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import encode_photo, write_photo
from tests.core.metadata.helpers import PROVENANCE, ExifTool


def test_maker_notes_stay_at_their_offset_in_a_jpeg(exiftool: ExifTool, tmp_path: Path) -> None:
    note = b"\x02\x00" + bytes(range(200))
    directory = struct.pack("<HHHIII", 1, 0x927C, 7, len(note), 300, 0)
    blob = b"II*\x00\x08\x00\x00\x00" + struct.pack("<HHHIII", 1, 0x8769, 4, 1, 26, 0) + directory
    blob += bytes(300 - len(blob)) + note
    photo = Photo(np.zeros((8, 8, 3), np.uint8), metadata=Metadata(exif=parse_blob(blob)))
    encoded = encode_photo(photo, "jpeg")
    again = encoded[encoded.index(b"Exif\0\0") + 6 :]
    assert again[300 : 300 + len(note)] == note
    exif = read_photo(encoded).metadata.exif
    assert exif is not None
    assert exif.ifd0.children[0x8769].entries[0x927C].data == note


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("cut", [0, 7, 8, 9, 20, 27])
def test_damaged_exif_is_replaced_and_stops_nothing(order: str, cut: int) -> None:
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    blob = mark + struct.pack(order + "IHHHII", 8, 9, 0x010F, 2, 2**31, 2**31)
    exif = parse_blob(blob[:cut] or b"junk")
    photo = Photo(np.zeros((8, 8), np.uint8), metadata=Metadata(exif=exif))
    again = read_photo(encode_photo(photo, "tiff"))
    assert again.metadata.exif is not None


def test_metadata_too_large_for_a_jpeg_leaves_its_largest_parts(
    tmp_path: Path, exiftool: ExifTool, caplog: pytest.LogCaptureFixture
) -> None:
    target = tmp_path / "x.tif"
    Image.new("L", (8, 8)).save(target)
    exiftool(target, f"-IFD0:ImageDescription={'d' * 40_000}", f"-IFD0:Artist={'a' * 30_000}")
    exiftool(target, "-IFD0:Make=Leica")
    said = exiftool(write_photo(read_photo(target), tmp_path / "x.jpg"))
    assert said["IFD0:Make"] == "Leica"
    assert len(said["IFD0:Artist"]) == 30_000
    assert "IFD0:ImageDescription" not in said
    assert "0x010e" in caplog.text


def test_xmp_too_large_for_one_segment_is_extended(
    tmp_path: Path, exiftool: ExifTool, tagged: dict[str, Path]
) -> None:
    photo = read_photo(tagged[".jpg"])
    xmp = photo.metadata.xmp
    assert xmp is not None
    large = replace(photo.metadata, xmp=xmp.replace(b"The pier", b"long " * 40_000))
    said = exiftool(
        write_photo(replace(photo, metadata=large), tmp_path / "x.jpg", provenance=PROVENANCE)
    )
    assert said["XMP-dc:Title"].count("long") == 40_000
    assert said["XMP-xmp:CreatorTool"] == "Autochrome 0.1.0"
    assert "ExifTool:Warning" not in said


def test_a_tiff_that_had_to_be_a_bigtiff_is_a_sentence() -> None:
    out = BytesIO()
    tifffile.imwrite(out, np.zeros((8, 8), np.uint8), bigtiff=True)
    with pytest.raises(UnwritableTargetError, match="4 GB"):
        write_trailing_metadata("tiff", out, Metadata())
