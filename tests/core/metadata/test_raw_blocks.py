"""Tags of camera raw files that are no TIFF: made around exiftool's blocks, and read by both."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from core.metadata.exif import EXIF_IFD, GPS_IFD, Exif, Ifd, blob_reader, parse_blob, to_blob
from core.metadata.metadata import tiff_metadata
from core.metadata.raw_blocks import raw_tags
from core.photo.probe import probe
from tests.core.metadata.helpers import ExifTool
from tests.core.photo.heic import box

CANON = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
PACKET = (
    b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf="
    b"'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
    b"xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='4'/></rdf:RDF></x:xmpmeta>"
)


@pytest.fixture
def jpeg(tmp_path: Path, exiftool: ExifTool) -> bytes:
    path = tmp_path / "preview.jpg"
    Image.new("RGB", (32, 24), (90, 60, 30)).save(path)
    exiftool(
        path, "-IFD0:Make=Zeiss", "-IFD0:ImageDescription=Am Steg", "-IFD0:Artist=Luise",
        "-ExifIFD:DateTimeOriginal=1972:05:06 07:08:09", "-GPSLatitude=48.2", "-GPSLatitudeRef=N",
        "-GPSLongitude=16.375", "-GPSLongitudeRef=E", "-IFD0:XPSubject=-",
        "-XMP-xmp:Rating=4",
    )  # fmt: skip
    return path.read_bytes()


def blob_of(jpeg: bytes) -> Exif:
    found = parse_blob(bytes(Image.open(io.BytesIO(jpeg)).info["exif"]))
    assert found is not None
    return found


def cr3(jpeg: bytes) -> bytes:
    tags = blob_of(jpeg)
    main = Exif(tags.order, Ifd(tags.ifd0.entries))
    parts = [box(b"CMT1", to_blob(main))]
    for name, tag in ((b"CMT2", EXIF_IFD), (b"CMT4", GPS_IFD)):
        parts.append(box(name, to_blob(Exif(tags.order, tags.ifd0.children[tag]))))
    return b"".join([
        box(b"ftyp", b"crx ", bytes(4), b"crx isom"),
        box(b"moov", box(b"uuid", CANON, *parts)),
        box(b"uuid", XMP, PACKET),
        box(b"mdat", bytes(64)),
    ])  # fmt: skip


def raf(jpeg: bytes) -> bytes:
    head = b"FUJIFILMCCD-RAW 0201FF389501" + b"X-T30".ljust(32, b"\0") + b"0100" + bytes(20)
    return head + struct.pack(">II", 148, len(jpeg)) + bytes(56) + jpeg + bytes(64)


def mrw(jpeg: bytes) -> bytes:
    blob = to_blob(blob_of(jpeg))
    blocks = b"\0PRD" + struct.pack(">I", 24) + b"27730001" + bytes(16)
    blocks += b"\0TTW" + struct.pack(">I", len(blob)) + blob
    return b"\0MRM" + struct.pack(">I", len(blocks)) + blocks + bytes(64)


def orf(jpeg: bytes) -> bytes:
    blob = to_blob(blob_of(jpeg))
    return (b"IIRO" if blob[:2] == b"II" else b"MMOR") + blob[4:]


FILES: dict[str, Callable[[bytes], bytes]] = {
    ".cr3": cr3, ".raf": raf, ".mrw": mrw, ".orf": orf,
}  # fmt: skip


@pytest.mark.parametrize("ending", FILES)
def test_a_raw_file_says_when_it_was_taken(
    ending: str, jpeg: bytes, tmp_path: Path, exiftool: ExifTool
) -> None:
    pytest.importorskip("rawpy")
    path = tmp_path / f"photo{ending}"
    path.write_bytes(FILES[ending](jpeg))
    assert exiftool(path)["ExifIFD:DateTimeOriginal"] == "1972:05:06 07:08:09"
    header = probe(path)
    assert (header.format, header.date_taken) == ("raw", date(1972, 5, 6))


@pytest.mark.parametrize("ending", FILES)
def test_its_tags_come_along(ending: str, jpeg: bytes, tmp_path: Path, exiftool: ExifTool) -> None:
    """The blocks go into a JPEG, and exiftool reads there what was written before."""
    content = FILES[ending](jpeg)
    tags = raw_tags(blob_reader(content), len(content))
    assert tags is not None
    metadata = tiff_metadata(tags)
    assert metadata.exif is not None
    target = tmp_path / "out.jpg"
    Image.new("L", (8, 8)).save(target, exif=b"Exif\0\0" + to_blob(metadata.exif))
    said = exiftool(target)
    assert (said["IFD0:Make"], said["IFD0:ImageDescription"]) == ("Zeiss", "Am Steg")
    assert said["IFD0:Artist"] == "Luise"
    assert said["GPS:GPSLatitude"] == pytest.approx(48.2)
    if ending in (".cr3", ".raf"):
        assert metadata.xmp is not None
        assert b"Rating" in metadata.xmp


@pytest.mark.parametrize("ending", FILES)
def test_damage_costs_the_tags_only(ending: str, jpeg: bytes) -> None:
    whole = FILES[ending](jpeg)
    bent = [
        whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        for at in range(min(400, len(whole)))
    ]
    for content in (*(whole[:end] for end in range(0, len(whole), 7)), *bent):
        raw_tags(blob_reader(content), len(content))
