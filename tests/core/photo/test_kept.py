"""The column "kept" of docs/formats.md: all that exiftool can write into a format, and what of it
exiftool finds in the result; profile and orientation by what becomes of the pixels."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
import pyvips
from PIL import Image

from core.photo.format_table import KEPT
from core.photo.read import read_photo
from core.photo.readers import LOADERS, READERS, check_installed
from core.photo.source import PhotoSource
from core.photo.write import write_photo
from tests.core.metadata.helpers import ExifTool
from tests.core.photo.heic import box, heic
from tests.core.photo.test_psd import psd
from tests.core.photo.test_raw_development import dng

#: What is written -> what exiftool has to say of the result, by the ends of its names.
WRITTEN: Final[dict[str, tuple[tuple[str, ...], dict[str, object]]]] = {
    "EXIF": (
        ("-IFD0:Artist=Otto", "-ExifIFD:DateTimeOriginal=1932:05:06 07:08:09"),
        {"IFD0:Artist": "Otto", "ExifIFD:DateTimeOriginal": "1932:05:06 07:08:09"},
    ),
    "XMP": (
        ("-XMP-dc:Title=The pier", "-XMP-xmp:Rating=4"),
        {"XMP-dc:Title": "The pier", "XMP-xmp:Rating": 4},
    ),
    "IPTC": (("-IPTC:Caption-Abstract=Ausflug",), {"IPTC:Caption-Abstract": "Ausflug"}),
    "comments": (("-Comment=on the pier",), {"File:Comment": "on the pier"}),
    "resolution": (
        ("-IFD0:XResolution=240", "-IFD0:YResolution=240", "-IFD0:ResolutionUnit=inches"),
        {"JFIF:XResolution": 240, "JFIF:YResolution": 240},
    ),
}
#: Saturated enough for a profile to move every code.
RED: Final = np.full((40, 60, 3), (220, 40, 30), np.uint8)
RED[:20, :30] = (30, 60, 200)
_SRGB: Final = pyvips.Image.black(1, 1, bands=3).copy(interpretation="srgb")
P3: Final = bytes(_SRGB.icc_transform("p3").get("icc-profile-data"))


def saved(name: str, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(RED).save(out, name, **options)
    return out.getvalue()


def pcx() -> bytes:
    """Pillow writes 100 dpi whatever is asked for."""
    content = saved("PCX")
    return content[:12] + struct.pack("<HH", 240, 240) + content[16:]


def tga() -> bytes:
    """With an extension area that holds one comment."""
    picture = saved("TGA")
    picture = picture[:-26] if picture.endswith(b"TRUEVISION-XFILE.\0") else picture
    area = struct.pack("<H", 495) + bytes(41) + b"on the pier".ljust(324, b"\0") + bytes(128)
    return picture + area + struct.pack("<II", len(picture), 0) + b"TRUEVISION-XFILE.\0"


def jpeg_xl() -> bytes:
    pytest.importorskip("pillow_jxl")
    return saved("JXL")


def pdf() -> bytes:
    pytest.importorskip("pypdfium2")
    return saved("PDF", resolution=240)


MAKERS: Final[dict[str, Callable[[], bytes]]] = {
    "jpeg": lambda: saved("JPEG", quality=98, subsampling=0),
    "png": lambda: saved("PNG"),
    "tiff": lambda: saved("TIFF"),
    "webp": lambda: saved("WEBP", lossless=True),
    "avif": lambda: saved("AVIF", quality=95, subsampling="4:4:4"),
    "gif": lambda: saved("GIF"),
    "heic": heic,
    "raw": lambda: dng(np.full((40, 60), 30_000, np.uint16)),
    "jxl": jpeg_xl,
    "bmp": lambda: saved("BMP", dpi=(240, 240)),
    "pcx": pcx,
    "tga": tga,
    "jpeg2000": lambda: saved("JPEG2000"),
    "pnm": lambda: b"P6\n# on the pier\n60 40\n255\n" + RED.tobytes(),
    "psd": lambda: psd(np.moveaxis(RED, -1, 0), 3, packed=True),
    "pdf": pdf,
}


def test_every_format_is_told_of() -> None:
    assert KEPT.keys() == {*LOADERS, *READERS} == MAKERS.keys()


@pytest.fixture(params=MAKERS)
def photo(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """A format and a photo in it."""
    name = request.param
    path = tmp_path / f"photo.{ {'jpeg2000': 'jp2', 'raw': 'dng'}.get(name, name) }"
    path.write_bytes(MAKERS[name]())
    if name in READERS:
        with PhotoSource(path) as source:
            try:
                check_installed(source, name)
            except Exception as error:  # noqa: BLE001
                pytest.skip(str(error))
    return name, path


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_stands_in_a_format_stands_in_its_result(
    photo: tuple[str, Path], kind: str, tmp_path: Path, exiftool: ExifTool
) -> None:
    name, path = photo
    arguments, wanted = WRITTEN[kind]
    _try_to_write(exiftool, path, *arguments)
    target = tmp_path / "result.jpg"
    write_photo(read_photo(path), target)
    said = exiftool(target)
    found = all(said.get(key) == value for key, value in wanted.items())
    assert found == (kind in KEPT[name]), said


@pytest.mark.parametrize("kind", ["profile", "orientation"])
def test_what_is_done_to_pixels(
    photo: tuple[str, Path], kind: str, tmp_path: Path, exiftool: ExifTool
) -> None:
    name, path = photo
    plain = read_photo(path).pixels
    if kind == "profile":
        _give_profile(name, path, exiftool)
        changed = read_photo(path).pixels
        moved = changed.shape != plain.shape or np.abs(changed.astype(int) - plain).max() > 20
    else:
        _turn(name, path, exiftool)
        moved = read_photo(path).pixels.shape[:2] == plain.shape[1::-1]
    assert moved == (kind in KEPT[name])


def _give_profile(name: str, path: Path, exiftool: ExifTool) -> None:
    makers: dict[str, Callable[[], bytes]] = {
        "avif": lambda: saved("AVIF", quality=95, subsampling="4:4:4", icc_profile=P3),
        "jxl": lambda: _packed_jpeg(path, icc_profile=P3),
        "heic": lambda: heic(profile=P3),
        "jpeg2000": lambda: _jp2_with_profile(path.read_bytes()),
        "bmp": lambda: _bmp_with_profile(path.read_bytes()),
    }
    if name in makers:
        path.write_bytes(makers[name]())
        return
    profile = path.with_name("p3.icc")
    profile.write_bytes(P3)
    _try_to_write(exiftool, path, f"-ICC_Profile<={profile}")


def _turn(name: str, path: Path, exiftool: ExifTool) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    if name == "heic":
        path.write_bytes(heic([(b"irot", 3)]))
    elif name == "avif":  # Pillow tells the container
        path.write_bytes(saved("AVIF", exif=turned))
    elif name == "jxl":  # libjxl tells the codestream, where it packs a JPEG
        path.write_bytes(_packed_jpeg(path, exif=turned))
    else:
        _try_to_write(exiftool, path, "-IFD0:Orientation#=6")


def _packed_jpeg(near: Path, **options: Any) -> bytes:
    """A JPEG XL of a JPEG; the encoder takes no profile of other pictures."""
    path = near.with_name("packed.jpg")
    path.write_bytes(saved("JPEG", quality=98, subsampling=0, **options))
    out = io.BytesIO()
    Image.open(path).save(out, "JXL", lossless_jpeg=True)
    return out.getvalue()


def _jp2_with_profile(content: bytes) -> bytes:
    at = content.index(b"jp2h") - 4
    end = at + int.from_bytes(content[at : at + 4])
    header = box(b"jp2h", content[at + 8 : end - 15], box(b"colr", b"\x02\0\0", P3))
    return content[:at] + header + content[end:]


def _bmp_with_profile(content: bytes) -> bytes:
    """BITMAPV5HEADER: the profile stands behind the pixels."""
    pixels = content[54:]
    head = bytearray(content[14:54].ljust(124, b"\0"))
    head[:4] = struct.pack("<I", 124)
    head[56:60] = b"DEBM"
    head[112:120] = struct.pack("<II", 124 + len(pixels), len(P3))
    whole = 14 + 124 + len(pixels)
    return content[:2] + struct.pack("<IHHI", whole + len(P3), 0, 0, 138) + head + pixels + P3


def _try_to_write(exiftool: ExifTool, path: Path, *arguments: str) -> None:
    """Where exiftool does not write a format, or knows no place in it, nothing is there to keep."""
    try:
        exiftool(path, "-m", *arguments)
    except AssertionError as error:
        assert "not" in str(error)  # noqa: PT017
