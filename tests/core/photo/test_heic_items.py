"""A HEIC whose items have names that are no text ends no process: it is damaged."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest

from core.errors import UnreadablePhotoError
from core.metadata.exif import blob_reader
from core.photo.heic_items import has_readable_items
from core.photo.probe import probe
from core.photo.read import read_photo

XMP = b"application/rdf+xml"


def box(kind: bytes, *parts: bytes) -> bytes:
    payload = b"".join(parts)
    return struct.pack(">I4s", 8 + len(payload), kind) + payload


def item(texts: bytes, version: int = 2) -> bytes:
    number = bytes(4 if version == 3 else 2)
    return box(b"infe", bytes((version, 0, 0, 0)), number, bytes(2), texts)


def heic(*items: bytes, wide_count: bool = False) -> bytes:
    count = bytes(4 if wide_count else 2)
    version = bytes((int(wide_count), 0, 0, 0))
    names = box(b"iinf", version, count, *items)
    return box(b"ftyp", b"heic" + bytes(4)) + box(b"meta", bytes(4), names) + box(b"mdat", b"\xff")


def readable(content: bytes) -> bool:
    return has_readable_items(blob_reader(content), len(content))


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(
    ("texts", "fine"),
    [
        (b"hvc1\0", True),
        (b"mimename\0application/rdf+xml\0", True),
        ("mimeö\0application/rdf+xml\0".encode(), True),
        (b"mime\0applic\xe1tion/rdf+xml\0", False),
        (b"\xff\xff\xff\xff\0", False),
    ],
)
def test_texts_of_items(texts: bytes, version: int, wide: bool, fine: bool) -> None:
    first = item(b"hvc1\0", version)
    assert readable(heic(first, item(texts, version), wide_count=wide)) == fine


def test_any_cut_ends() -> None:
    content = heic(item(b"hvc1\0"))
    assert all(readable(content[:cut]) for cut in range(len(content)))


def test_a_real_heic_with_a_broken_content_type() -> None:
    """In the process itself: before, this ended it."""
    pillow_heif = pytest.importorskip("pillow_heif")
    pytest.importorskip("pi_heif")
    out = io.BytesIO()
    codes = np.zeros((32, 32, 3), np.uint8)
    heif = pillow_heif.from_bytes(mode="RGB", size=(32, 32), data=codes.tobytes())
    heif.save(out, xmp=b"<x/>")
    content = out.getvalue()
    assert read_photo(content).format == "heic"
    assert XMP in content
    broken = content.replace(XMP, b"applic\xe1tion/rdf+xml")
    with pytest.raises(UnreadablePhotoError, match="list of items"):
        read_photo(broken)


def test_planning_survives_it_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("pi_heif")
    path = tmp_path_factory.mktemp("heic") / "a.heic"
    path.write_bytes(heic(item(b"mime\0applic\xe1tion/rdf+xml\0")))
    assert isinstance(probe(path).error, UnreadablePhotoError)
