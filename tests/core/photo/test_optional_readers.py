"""The optional readers: with doubles of their packages, and with the packages themselves."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Self

import numpy as np
import pytest
import tifffile
from PIL import Image
from skimage import data

from core.errors import PhotoTooLargeError, UnreadablePhotoError, UnsupportedFormatError
from core.metadata.exif import Exif, parse_blob, to_blob
from core.photo.read import read_photo

HEIC = b"\x00\x00\x00\x1cftypheic" + bytes(300)
RAF = b"FUJIFILMCCD-RAW " + bytes(300)
JXL = b"\x00\x00\x00\x0cJXL \r\n\x87\n" + bytes(300)


def dng() -> bytes:
    """A TIFF whose first directory has a maker and DNGVersion."""
    entries = struct.pack("<HHI4s", 271, 2, 4, b"Abc") + struct.pack("<HHII", 50706, 1, 4, 0x0401)
    return b"II*\x00" + struct.pack("<IH", 8, 2) + entries + bytes(300)


@pytest.mark.parametrize(
    ("content", "package", "extra"),
    [
        (HEIC, "pi_heif", "heic"),
        (RAF, "rawpy", "raw"),
        (dng(), "rawpy", "raw"),
        (JXL, "pillow_jxl", "jxl"),
    ],
)
def test_without_its_package_a_format_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, content: bytes, package: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UnsupportedFormatError, match=rf"pip install 'autochrome\[{extra}\]'"):
        read_photo(content)


class Heif:
    """What ``pi_heif.open_heif`` gives."""

    def __init__(self, codes: np.ndarray, **info: Any) -> None:
        self.codes = codes
        self.size = codes.shape[1::-1]
        self.info = info
        self.decoded = False

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        self.decoded = True
        return self.codes


def install(monkeypatch: pytest.MonkeyPatch, name: str, **members: Any) -> None:
    module = ModuleType(name)
    vars(module).update(members)
    monkeypatch.setitem(sys.modules, name, module)


def test_a_reason_is_one_line_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Any) -> None:
        raise LibRawError(b"Input/output\nerror")

    install(monkeypatch, "rawpy", imread=fail, LibRawError=LibRawError)
    with pytest.raises(UnreadablePhotoError, match=r"\(Input/output error\)"):
        read_photo(RAF)


def test_heic_keeps_its_bits_and_its_exif_but_not_its_orientation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes = np.full((20, 30, 3), 1023 << 6, np.uint16)
    turned = b"II*\x00" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, 6, 0, 0)
    heif = Heif(codes, bit_depth=10, exif=b"Exif\x00\x00" + turned)
    install(monkeypatch, "pi_heif", open_heif=lambda *_, **__: heif)
    photo = read_photo(HEIC)
    assert photo.format == "heic"
    assert photo.pixels.shape == (20, 30, 3)
    assert (photo.pixels == 65_535).all()
    assert photo.metadata.exif is not None
    assert photo.metadata.exif.ifd0.entries.keys() == {0x0112}
    assert photo.metadata.orientation == 1  # its boxes turn it by nothing


def test_heic_too_large_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    heif = Heif(np.zeros((20, 30, 3), np.uint8))
    install(monkeypatch, "pi_heif", open_heif=lambda *_, **__: heif)
    with pytest.raises(PhotoTooLargeError):
        read_photo(HEIC, max_megapixels=0.0001)
    assert not heif.decoded


def test_a_damaged_heic(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ValueError("Invalid input: No 'meta' box")

    install(monkeypatch, "pi_heif", open_heif=fail)
    with pytest.raises(UnreadablePhotoError, match="No 'meta' box"):
        read_photo(HEIC)


class Raw:
    """What ``rawpy.imread`` gives."""

    def __init__(self, codes: np.ndarray) -> None:
        self.codes = codes
        self.sizes = SimpleNamespace(width=codes.shape[1], height=codes.shape[0])
        self.asked: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def postprocess(self, **asked: Any) -> np.ndarray:
        self.asked = asked
        return self.codes


class LibRawError(Exception):
    """rawpy's."""


def test_raw_is_developed_at_sixteen_bits(
    monkeypatch: pytest.MonkeyPatch, rng: np.random.Generator
) -> None:
    raw = Raw(rng.integers(0, 65_536, (20, 30, 3), dtype=np.uint16))
    members = {"LibRawError": LibRawError, "ColorSpace": SimpleNamespace(sRGB=1)}
    install(monkeypatch, "rawpy", imread=lambda _: raw, **members)
    for content in (RAF, dng()):
        photo = read_photo(content)
        np.testing.assert_array_equal(photo.pixels, raw.codes)
        assert photo.format == "raw"
    assert photo.metadata.exif is not None
    assert b"Abc" in to_blob(photo.metadata.exif)
    assert raw.asked["output_bps"] == 16


def test_a_damaged_raw(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Any) -> None:
        raise LibRawError("Unsupported file format")

    install(monkeypatch, "rawpy", imread=fail, LibRawError=LibRawError)
    with pytest.raises(UnreadablePhotoError, match="Unsupported file format"):
        read_photo(RAF)


def jxl_module(monkeypatch: pytest.MonkeyPatch, result: Any) -> None:
    install(monkeypatch, "pillow_jxl", Decoder=lambda: lambda _: result)


@pytest.mark.parametrize(("mode", "dtype"), [("RGB", np.uint8), ("I;16", np.uint16)])
def test_jpeg_xl(
    monkeypatch: pytest.MonkeyPatch, rng: np.random.Generator, mode: str, dtype: type
) -> None:
    shape = (20, 30, 3) if mode == "RGB" else (20, 30)
    codes = rng.integers(0, np.iinfo(dtype).max, shape, dtype=dtype)
    info = SimpleNamespace(mode=mode, width=30, height=20)
    exif = SimpleNamespace(box_type=b"Exif", data=bytes(4) + b"II*\x00\x08\x00\x00\x00\x00\x00")
    jxl_module(monkeypatch, (False, info, codes.tobytes(), None, [exif]))
    photo = read_photo(JXL)
    np.testing.assert_array_equal(photo.pixels, codes)
    assert photo.metadata.exif is not None
    assert photo.metadata.exif == parse_blob(b"II*\x00\x08\x00\x00\x00\x00\x00")


def test_a_jpeg_packed_into_jpeg_xl_is_that_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    image = Image.new("RGB", (30, 20), "teal")
    image.getexif()[0x0112] = 6
    image.save(out, "JPEG", exif=image.getexif())
    jxl_module(monkeypatch, (True, None, out.getvalue(), None, []))
    assert read_photo(JXL).pixels.shape == (30, 20, 3)


def test_float_jpeg_xl_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    info = SimpleNamespace(mode="F", width=3, height=2)
    jxl_module(monkeypatch, (False, info, bytes(24), None, []))
    with pytest.raises(UnsupportedFormatError, match="float"):
        read_photo(JXL)


# --- the packages themselves, where they are installed (the extra ``dev`` brings them) ----------


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    """A colour photograph (256, 256, 3) uint8."""
    return np.ascontiguousarray(data.astronaut()[::2, ::2])


def described() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "by a real encoder"
    return exif.tobytes()


def test_a_real_heic(astronaut: np.ndarray) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    out = io.BytesIO()
    size = astronaut.shape[1::-1]
    heif = pillow_heif.from_bytes(mode="RGB", size=size, data=astronaut.tobytes())
    heif.save(out, quality=95, exif=described())
    photo = read_photo(out.getvalue())
    assert (photo.format, photo.depth) == ("heic", 8)
    assert np.abs(photo.pixels.astype(int) - astronaut).mean() < 2.5
    assert b"by a real encoder" in to_blob(photo.metadata.exif or Exif())
    with pytest.raises(UnreadablePhotoError):
        read_photo(out.getvalue()[: len(out.getvalue()) // 2])


def test_a_real_heic_of_ten_bits(astronaut: np.ndarray) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    out = io.BytesIO()
    size, wide = astronaut.shape[1::-1], astronaut.astype(np.uint16) * 257
    pillow_heif.from_bytes(mode="RGB;16", size=size, data=wide.tobytes()).save(out, quality=95)
    photo = read_photo(out.getvalue())
    assert photo.depth == 16
    assert np.abs(photo.pixels.astype(int) - wide).mean() < 2.5 * 257


@pytest.mark.parametrize("grey", [True, False])
def test_a_real_jpeg_xl(astronaut: np.ndarray, grey: bool) -> None:
    pytest.importorskip("pillow_jxl")
    codes = np.ascontiguousarray(astronaut[..., 0]) if grey else astronaut
    out = io.BytesIO()
    Image.fromarray(codes).save(out, "JXL", lossless=True, exif=described())
    photo = read_photo(out.getvalue())
    assert photo.format == "jxl"
    np.testing.assert_array_equal(photo.pixels, codes)
    assert b"by a real encoder" in to_blob(photo.metadata.exif or Exif())
    with pytest.raises(UnreadablePhotoError):
        read_photo(out.getvalue()[: len(out.getvalue()) // 2])


def test_a_real_jpeg_packed_into_jpeg_xl(astronaut: np.ndarray, tmp_path: Path) -> None:
    pytest.importorskip("pillow_jxl")
    Image.fromarray(astronaut).save(tmp_path / "a.jpg", exif=described())
    with Image.open(tmp_path / "a.jpg") as image:
        image.save(tmp_path / "a.jxl", lossless_jpeg=True)
    packed, plain = read_photo(tmp_path / "a.jxl"), read_photo(tmp_path / "a.jpg")
    np.testing.assert_array_equal(packed.pixels, plain.pixels)
    assert packed.metadata.exif == plain.metadata.exif


def linear_dng(rgb_u8: np.ndarray) -> bytes:
    """A Bayer mosaic (RGGB) of an sRGB photo's light, and the matrix of a camera that sees sRGB."""
    encoded = rgb_u8 / 255
    light = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    mosaic = light[..., 1].copy()
    mosaic[::2, ::2], mosaic[1::2, 1::2] = light[::2, ::2, 0], light[1::2, 1::2, 2]
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    color_matrix = [n for v in np.linalg.inv(to_xyz).ravel() for n in (round(v * 10_000), 10_000)]
    tags: list[tuple[int, int | str, int, Any, bool]] = [
        (50706, "B", 4, (1, 4, 0, 0), True),  # DNGVersion
        (50708, "s", 0, "A camera of ours", True),
        (33421, "H", 2, (2, 2), True),  # CFARepeatPatternDim and CFAPattern
        (33422, "B", 4, (0, 1, 1, 2), True),
        (50717, "I", 1, 65_535, True),  # WhiteLevel
        (50721, 10, 9, tuple(color_matrix), True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),  # AsShotNeutral
        (50778, "H", 1, 21, True),  # CalibrationIlluminant1: D65
    ]
    out = io.BytesIO()
    codes = np.rint(mosaic * 65_535).astype(np.uint16)
    tifffile.imwrite(out, codes, photometric=32803, extratags=tags, metadata=None)
    return out.getvalue()


def test_a_real_raw_file_is_developed_to_srgb() -> None:
    pytest.importorskip("rawpy")
    rgb_u8 = data.astronaut()
    photo = read_photo(linear_dng(rgb_u8))
    assert (photo.format, photo.depth) == ("raw", 16)
    assert np.abs(photo.pixels / 257 - rgb_u8).mean() < 4  # what demosaicing costs
    assert np.abs((photo.pixels / 257).mean((0, 1)) - rgb_u8.mean((0, 1))).max() < 2


def test_a_deep_jpeg_xl_keeps_its_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without imagecodecs its lower bits are lost, and that is said."""
    pytest.importorskip("pillow_jxl")
    imagecodecs = pytest.importorskip("imagecodecs")
    codes = np.random.default_rng(4).integers(9_000, 65_536, (20, 30, 3), dtype=np.uint16)
    content = imagecodecs.jpegxl_encode(codes, lossless=True)
    deep = read_photo(content)
    assert (deep.depth, deep.notes) == (16, ())
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
    shallow = read_photo(content)
    assert shallow.depth == 8
    assert "with 8 of its 16 bits" in shallow.notes[0]
    assert np.abs(deep.pixels / 257 - shallow.pixels).max() < 4  # through a linear profile


def test_packed_metadata_of_a_jpeg_xl() -> None:
    """libjxl's ``cjxl`` packs them with Brotli."""
    pytest.importorskip("pillow_jxl")
    pytest.importorskip("imagecodecs")
    stated, out = Image.Exif(), io.BytesIO()
    stated[0x010E] = "Grandmother on the pier " * 9
    options = {"use_container": True, "compress_metadata": True}
    Image.new("RGB", (20, 20)).save(out, "JXL", exif=stated.tobytes(), **options)
    assert b"brob" in out.getvalue()
    photo = read_photo(out.getvalue())
    assert photo.metadata.exif is not None
    assert photo.metadata.exif.ifd0.entries[0x010E].data.startswith(b"Grandmother on the pier")
