"""Formats by bytes and by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UnwritableTargetError
from core.photo.formats import sniff, target_format


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"II*\x00", "tiff"),
        (b"MM\x00*", "tiff"),
        (b"II+\x00", "tiff"),
        (b"RIFF\x0a*\x00\x00WEBP", "webp"),
        (b"RIFF\x0a*\x00\x00WAVE", None),
        (b"GIF89a", "gif"),
        (b"\x00\x00\x00\x20ftypavif", "avif"),
        (b"\x00\x00\x00\x20ftypmif1\x00\x00\x00\x00mif1miafavif", "avif"),
        (b"\x00\x00\x00\x20ftypmif1\x00\x00\x00\x00mif1heic", "heic"),
        (b"\x00\x00\x00\x18ftypheic", "heic"),
        (b"\x00\x00\x00\x18ftypcrx ", "raw"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00", "raw"),
        (b"IIRO\x08", "raw"),
        (b"\xff\x0a\xfa", "jxl"),
        (b"BMW is a car, this is a text", None),
        (b"P3\n2 2", "pnm"),
        (b"", None),
        (b"\x00\x00", None),
    ],
)
def test_formats_by_their_bytes(head: bytes, name: str | None) -> None:
    assert sniff(head) == name


@pytest.mark.parametrize(
    ("target", "asked", "name"),
    [
        ("x.JPG", None, "jpeg"),
        ("x.tiff", None, "tiff"),
        ("x.jpg", "png", "png"),
        ("x", ".webp", "webp"),
        ("x", "JPEG", "jpeg"),
    ],
)
def test_formats_by_name(target: str, asked: str | None, name: str) -> None:
    assert target_format(Path(target), asked) == name


@pytest.mark.parametrize(("target", "asked"), [("x.heic", None), ("x", None), ("x.jpg", "gif")])
def test_formats_that_are_not_written(target: str, asked: str | None) -> None:
    with pytest.raises(UnwritableTargetError, match=r"use one of \.jpg"):
        target_format(Path(target), asked)
