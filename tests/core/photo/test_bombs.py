"""Small files that would become large: parsing stays in proportion, sizes are checked first."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import PhotoTooLargeError
from core.photo.jxl_header import jxl_size
from core.photo.probe import probe
from core.photo.read import read_photo
from core.photo.source import PhotoSource
from core.photo.write import encode_photo
from tests.core.photo.helpers import saved

#: Python's memory for whatever a bomb holds, in bytes.
MOST = 60_000_000


def chunk(kind: bytes, payload: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + payload))
    return struct.pack(">I", len(payload)) + kind + payload + checksum


def png_with(*chunks: bytes) -> bytes:
    content = saved("PNG")
    return content[:33] + b"".join(chunks) + content[33:]


def one_place(order: str = "<") -> bytes:
    """A JPEG whose thousand EXIF values all lie at one place."""
    tags = range(0x9100, 0x94E8)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    rows = b"".join(struct.pack(f"{order}HHII", tag, 7, 50_000, 8) for tag in tags)
    body = mark + struct.pack(f"{order}IH", 8, len(tags)) + rows + bytes(4)
    segment = b"Exif\0\0" + body.ljust(61_000, b"x")
    content = saved("JPEG")
    head = struct.pack(">BBH", 0xFF, 0xE1, len(segment) + 2)
    return content[:2] + head + segment + content[2:]


def xmp(inside: bytes, *, packed: bool = False) -> bytes:
    packet = (
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        b"xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>" + inside
    ) + b"</rdf:RDF></x:xmpmeta>"
    body = b"\x01\0\0\0" + zlib.compress(packet, 9) if packed else b"\0\0\0\0" + packet
    return png_with(chunk(b"iTXt", b"XML:com.adobe.xmp\0" + body))


def texts(kind: bytes, head: bytes) -> bytes:
    packed = zlib.compress(bytes(100_000_000), 9)
    return png_with(*(chunk(kind, b"key%d\0" % i + head + packed) for i in range(12)))


BOMBS: dict[str, Callable[[], bytes]] = {
    "values at one place": one_place,
    "values at one place, the other way": lambda: one_place(">"),
    "zTXt": lambda: texts(b"zTXt", b"\0"),
    "iTXt": lambda: texts(b"iTXt", b"\x01\0\0\0"),
    "iCCP": lambda: png_with(chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(10**8), 9))),
    "chunks": lambda: png_with(*(chunk(b"tEXt", b"k\0v") for _ in range(100_000))),
    "deep": lambda: xmp(b"<a>" * 100_000 + b"</a>" * 100_000),
    "wide": lambda: xmp(b"<a/>" * 400_000),
    "attributes": lambda: xmp(b"<a %s/>" % b" ".join(b"a%d=''" % i for i in range(100_000))),
    "packed": lambda: xmp(b" " * 200_000_000, packed=True),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_what_its_file_does(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb"
    path.write_bytes(BOMBS[name]())
    tracemalloc.start()
    try:
        assert probe(path).error is None
        photo = read_photo(path)
        result = encode_photo(photo, "png")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert photo.pixels.shape[:2] == (64, 64)
    assert peak < MOST
    assert len(result) < 2 * path.stat().st_size + 100_000


@pytest.mark.parametrize(
    "size", [(1, 1), (8, 8), (256, 8), (40, 513), (3000, 40), (640, 480), (9000, 3)]
)
def test_the_size_of_a_jpeg_xl_is_what_its_decoder_says(
    size: tuple[int, int], tmp_path: Path
) -> None:
    pytest.importorskip("pillow_jxl")
    out = io.BytesIO()
    Image.fromarray(np.zeros(size[::-1], np.uint8)).save(out, "JXL")
    with PhotoSource(out.getvalue()) as source:
        assert jxl_size(source) == size
    boxed = io.BytesIO()
    Image.fromarray(np.zeros(size[::-1], np.uint8)).save(
        boxed, "JXL", exif=b"Exif\0\0II*\0" + bytes(20)
    )
    with PhotoSource(boxed.getvalue()) as source:
        assert jxl_size(source) == size


def test_a_large_jpeg_xl_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    pillow_jxl = pytest.importorskip("pillow_jxl")
    out = io.BytesIO()
    Image.fromarray(np.zeros((1000, 2000), np.uint8)).save(out, "JXL")

    def never() -> None:
        raise AssertionError

    monkeypatch.setattr(pillow_jxl, "Decoder", never)
    with pytest.raises(PhotoTooLargeError, match=r"2\.0 megapixels"):
        read_photo(out.getvalue(), max_megapixels=1.5)
