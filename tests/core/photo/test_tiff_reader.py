"""TIFFs that libvips reads wrong or not at all, measured by tifffile, imagecodecs and Pillow."""

from __future__ import annotations

import io
import re
import struct
import sys
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms
from skimage import data
from skimage.color import rgb2ycbcr

from core.errors import UnreadablePhotoError, UnsupportedFormatError
from core.photo.read import page_count, read_photo
from core.photo.write import encode_photo

GREY: Any = data.camera()[:96, :128]
DEEP = GREY.astype(np.uint16) * 257
COLOUR: Any = data.astronaut()[:96, :128]

Entry = tuple[int, str, int | list[int]]


def raw_tiff(body: bytes, *entries: tuple[int, int, int | list[int]]) -> bytes:
    """A TIFF whose pixels lie at 8; values of LONG (4) and SHORT (3)."""
    codes = {3: "H", 4: "I"}
    values, rows = b"", b""
    at = 8 + len(body) + len(body) % 2
    behind = at + 2 + 12 * len(entries) + 4
    for tag, kind, value in sorted(entries, key=lambda entry: entry[0]):
        numbers = value if isinstance(value, list) else [value]
        packed = struct.pack(f"<{len(numbers)}{codes[kind]}", *numbers)
        if len(packed) > 4:
            place, values = struct.pack("<I", behind + len(values)), values + packed
        else:
            place = packed.ljust(4, b"\0")
        rows += struct.pack("<HHI4s", tag, kind, len(numbers), place)
    head = b"II*\0" + struct.pack("<I", at)
    return (
        head
        + body
        + bytes(len(body) % 2)
        + struct.pack("<H", len(entries))
        + rows
        + bytes(4)
        + values
    )


def saved(codes: np.ndarray, **options: Any) -> bytes:
    out = io.BytesIO()
    photometric = options.pop("photometric", "rgb" if codes.ndim == 3 else "minisblack")
    tifffile.imwrite(out, codes, photometric=photometric, metadata=None, **options)
    return out.getvalue()


@pytest.mark.parametrize("compression", [None, "lzw", "zlib", "packbits"])
def test_grey_in_ycbcr_comes_back_as_grey(compression: str | None) -> None:
    codes = np.dstack([GREY, np.full_like(GREY, 128), np.full_like(GREY, 128)])
    photo = read_photo(saved(codes, photometric="ycbcr", compression=compression))
    np.testing.assert_array_equal(photo.pixels, np.dstack([GREY] * 3))


@pytest.mark.parametrize(("across", "down"), [(1, 1), (2, 1), (2, 2), (4, 1), (4, 4), (1, 2)])
@pytest.mark.parametrize(("width", "height"), [(128, 96), (61, 47)])
def test_colours_in_subsampled_ycbcr(across: int, down: int, width: int, height: int) -> None:
    colour = np.empty((height, width, 3), np.uint8)
    colour[:] = (180, 90, 40)  # one colour, so that subsampling takes nothing from it
    colour[:, : width // 2] = (60, 70, 200)
    colour[:, width // 2 // 4 * 4 : width // 2] = (180, 90, 40)
    whole = np.array(Image.fromarray(colour).convert("YCbCr"))
    whole = np.pad(whole, ((0, -height % down), (0, -width % across), (0, 0)), mode="edge")
    units = b"".join(
        whole[y : y + down, x : x + across, 0].tobytes() + whole[y, x, 1:].tobytes()
        for y in range(0, height, down)
        for x in range(0, width, across)
    )
    content = raw_tiff(
        units, (256, 4, width), (257, 4, height), (258, 3, [8, 8, 8]), (259, 3, 1), (262, 3, 6),
        (273, 4, 8), (277, 3, 3), (278, 4, height), (279, 4, len(units)), (530, 3, [across, down]),
    )  # fmt: skip
    photo = read_photo(content)
    assert photo.pixels.shape == colour.shape
    assert np.abs(photo.pixels.astype(int) - colour).max() <= 2
    assert rgb2ycbcr(photo.pixels).shape == colour.shape


def jpeg(codes: np.ndarray, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(codes).save(out, "JPEG", quality=95, **options)
    return out.getvalue()


@pytest.mark.parametrize("codes", [GREY, COLOUR])
def test_old_style_jpeg_that_is_a_whole_jpeg(codes: np.ndarray) -> None:
    stream, samples = jpeg(codes), 1 if codes.ndim == 2 else 3
    content = raw_tiff(
        stream, (256, 4, 128), (257, 4, 96), (258, 3, [8] * samples), (259, 3, 6),
        (262, 3, 1 if samples == 1 else 6), (273, 4, 8), (277, 3, samples), (278, 4, 96),
        (279, 4, len(stream)), (512, 3, 1), (513, 4, 8), (514, 4, len(stream)),
    )  # fmt: skip
    expected = np.asarray(Image.open(io.BytesIO(stream)))
    assert np.abs(read_photo(content).pixels.astype(int) - expected).max() <= 2


def test_old_style_jpeg_of_tables_and_strips() -> None:
    """What a JPEG's segments say, said by tags instead."""
    stream = jpeg(GREY)
    tables: dict[tuple[int, int], int] = {}
    at = 2
    while stream[at + 1] != 0xDA:
        length = int.from_bytes(stream[at + 2 : at + 4])
        tables.setdefault((stream[at + 1], stream[at + 4] >> 4), at + 5)
        at += 2 + length
    scan = at + 2 + int.from_bytes(stream[at + 2 : at + 4])
    content = raw_tiff(
        stream, (256, 4, 128), (257, 4, 96), (258, 3, 8), (259, 3, 6), (262, 3, 1),
        (273, 4, 8 + scan), (277, 3, 1), (278, 4, 96), (279, 4, len(stream) - 2 - scan),
        (512, 3, 1), (519, 4, 8 + tables[0xDB, 0]), (520, 4, 8 + tables[0xC4, 0]),
        (521, 4, 8 + tables[0xC4, 1]),
    )  # fmt: skip
    expected = np.asarray(Image.open(io.BytesIO(stream)))
    assert np.abs(read_photo(content).pixels.astype(int) - expected).max() <= 1


@pytest.mark.parametrize("marks", [False, True], ids=["", "with its own restart marks"])
@pytest.mark.parametrize("codes", [GREY, COLOUR], ids=["grey", "colour"])
def test_old_style_jpeg_of_several_strips(codes: np.ndarray, marks: bool) -> None:
    """Each row of units is a strip of its own, as a scan is where it restarts after each row."""
    samples = 1 if codes.ndim == 2 else 3
    stream = jpeg(codes, restart_marker_rows=1, subsampling="4:4:4")
    tables: dict[tuple[int, int, int], int] = {}
    at = 2
    while stream[at + 1] != 0xDA:
        length = int.from_bytes(stream[at + 2 : at + 4])
        tables[stream[at + 1], stream[at + 4] >> 4, stream[at + 4] & 15] = at + 5
        at += 2 + length
    scan = at + 2 + int.from_bytes(stream[at + 2 : at + 4])
    places = [scan, *(m.end() for m in re.finditer(rb"\xff[\xd0-\xd7]", stream[scan:]))]
    starts = [scan, *(scan + place for place in places[1:])]
    ends = [*(start - (0 if marks else 2) for start in starts[1:]), len(stream) - 2]
    assert len(starts) == 12
    which = [0, 1, 1][:samples]  # colours share the second tables

    def places_of(marker: int, kind: int) -> list[int]:
        return [8 + tables[marker, kind, number] for number in which]

    content = raw_tiff(
        stream, (256, 4, 128), (257, 4, 96), (258, 3, [8] * samples), (259, 3, 6),
        (262, 3, 1 if samples == 1 else 6), (273, 4, [8 + start for start in starts]),
        (277, 3, samples), (278, 4, 8),
        (279, 4, [end - start for start, end in zip(starts, ends, strict=True)]), (512, 3, 1),
        (519, 4, places_of(0xDB, 0)), (520, 4, places_of(0xC4, 0)), (521, 4, places_of(0xC4, 1)),
        (530, 3, [1, 1]),
    )  # fmt: skip
    expected = np.asarray(Image.open(io.BytesIO(stream)))
    assert np.abs(read_photo(content).pixels.astype(int) - expected).max() <= 1


def test_old_style_jpeg_that_makes_no_jpeg_is_refused_and_not_black() -> None:
    content = raw_tiff(
        bytes(500), (256, 4, 128), (257, 4, 96), (258, 3, 8), (259, 3, 6), (262, 3, 1),
        (273, 4, 8), (277, 3, 1), (278, 4, 96), (279, 4, 500),
    )  # fmt: skip
    with pytest.raises(UnsupportedFormatError, match=r"not read here \(old-style JPEG\)"):
        read_photo(content)


CODECS = ["zstd", "lzma", "lerc", "jpeg2000", "jpegxr", "png"]


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("codes", [GREY, DEEP, COLOUR, np.dstack([DEEP] * 3)])
def test_codecs_of_the_extra(codec: str, codes: np.ndarray) -> None:
    pytest.importorskip("imagecodecs")
    options = {"compression": codec, "extratags": [(274, "H", 1, 3, True)]}
    photo = read_photo(saved(codes, resolution=(300, 300), resolutionunit="INCH", **options))
    np.testing.assert_array_equal(photo.pixels, codes[::-1, ::-1])
    assert photo.metadata.resolution == pytest.approx((300 / 25.4, 300 / 25.4))


@pytest.mark.parametrize("codec", ["tiff_lzma", "zstd"])
@pytest.mark.parametrize("codes", [GREY, DEEP, COLOUR])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_zstandard_and_lzma_without_the_extra(
    monkeypatch: pytest.MonkeyPatch, codec: str, codes: np.ndarray, orientation: int
) -> None:
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
    out, plain = io.BytesIO(), io.BytesIO()
    image = Image.fromarray(codes)
    image.save(out, "TIFF", compression=codec, tiffinfo={274: orientation})
    image.save(plain, "TIFF", tiffinfo={274: orientation})
    expected = read_photo(plain.getvalue()).pixels
    np.testing.assert_array_equal(read_photo(out.getvalue()).pixels, expected)


def packed(bits: int) -> bytes:
    codes = (DEEP >> (16 - bits)).astype(np.uint32)
    places = np.arange(bits - 1, -1, -1, dtype=np.uint32)
    body = np.packbits(((codes[..., None] >> places) & 1).astype(np.uint8).reshape(96, -1), axis=1)
    return raw_tiff(
        body.tobytes(), (256, 4, 128), (257, 4, 96), (258, 3, bits), (259, 3, 1), (262, 3, 1),
        (273, 4, 8), (277, 3, 1), (278, 4, 96), (279, 4, body.size),
    )  # fmt: skip


@pytest.mark.parametrize("bits", [1, 2, 4, 6, 10, 12, 14])
def test_samples_of_odd_widths(bits: int) -> None:
    if bits > 4:
        pytest.importorskip("imagecodecs")
    photo = read_photo(packed(bits))
    top = 255 if bits <= 8 else 65_535
    expected = np.round((DEEP >> (16 - bits)) * (top / (2**bits - 1)))
    assert photo.depth == (8 if bits <= 8 else 16)
    assert np.abs(photo.pixels - expected).max() <= 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (packed(12), r"not read here \(12 bits a sample\): install autochrome\[archive\]"),
        (raw_tiff(bytes(99), (256, 4, 9), (257, 4, 9), (258, 3, 8), (259, 3, 34_712), (262, 3, 1),
                  (273, 4, 8), (279, 4, 99)), r"not read here \(JPEG 2000\): install autochrome"),
    ],
)  # fmt: skip
def test_what_is_not_read_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
    with pytest.raises(UnsupportedFormatError, match=said) as caught:
        read_photo(content)
    assert "damaged" not in str(caught.value)


def test_the_packed_program_names_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(
        UnsupportedFormatError, match="save it there as TIFF, PNG or JPEG"
    ) as caught:
        read_photo(packed(12))
    assert "pip" not in str(caught.value)
    assert "autochrome[" not in str(caught.value)


@pytest.mark.parametrize("deep", [False, True])
def test_lab_as_icc_encodes_it(deep: bool) -> None:
    """Photometric 9, which libvips takes for RGB; littleCMS is the measure."""
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = Image.fromarray(COLOUR)
    signed = np.asarray(ImageCms.profileToProfile(image, srgb, lab, outputMode="LAB"))
    codes = signed ^ np.array([0, 128, 128], np.uint8)  # Pillow's a*, b* are signed
    back = ImageCms.profileToProfile(Image.fromarray(signed, "LAB"), lab, srgb, outputMode="RGB")
    stored = codes.astype(np.uint16) << 8 if deep else codes
    pixels = read_photo(saved(stored, photometric="icclab")).pixels
    assert pixels.dtype == stored.dtype
    inside = ((COLOUR > 2) & (COLOUR < 253)).all(-1)  # beyond, each clips at its own place
    error = np.abs(pixels / (257 if deep else 1) - np.asarray(back))[inside]
    assert np.percentile(error, 99) <= 2.5  # theirs is of 8 bits
    assert error.mean() < 0.6


@pytest.mark.parametrize("compression", [1, 6])
def test_a_tiff_that_is_wider_than_any_picture_is_damaged(
    compression: int, capfd: pytest.CaptureFixture[str]
) -> None:
    content = raw_tiff(
        bytes(64), (256, 4, 268_435_488), (257, 4, 8), (258, 3, 8), (259, 3, compression),
        (262, 3, 1), (273, 4, 8), (277, 3, 1), (278, 4, 8), (279, 4, 64),
    )  # fmt: skip
    with pytest.raises(UnreadablePhotoError):
        page_count(content)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("compression", [1, 6, 50000])
@pytest.mark.parametrize(("width", "height"), [(0, 8), (8, 0), (0, 0)])
def test_a_tiff_without_pixels_is_damaged(
    width: int, height: int, compression: int, capfd: pytest.CaptureFixture[str]
) -> None:
    content = raw_tiff(
        bytes(64), (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, compression),
        (262, 3, 1), (273, 4, 8), (277, 3, 1), (278, 4, 8), (279, 4, 64),
    )  # fmt: skip
    for ask in (page_count, read_photo):
        with pytest.raises(UnreadablePhotoError):
            ask(content)
    assert capfd.readouterr() == ("", "")


def without_photometric(tiff: bytes) -> bytes:
    """The same file without tag 262; its directory lies where it lay."""
    order = "<" if tiff[:2] == b"II" else ">"
    (at,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, at)
    entries = [tiff[at + 2 + 12 * i :][:12] for i in range(count)]
    kept = [entry for entry in entries if struct.unpack_from(order + "H", entry)[0] != 262]
    assert len(kept) == count - 1
    directory = struct.pack(order + "H", len(kept)) + b"".join(kept) + bytes(4)
    return tiff[:at] + directory + tiff[at + len(directory) :]


@pytest.mark.parametrize("byteorder", ["<", ">"])
@pytest.mark.parametrize(
    ("codes", "options"),
    [
        (GREY, {}), (DEEP, {}), (COLOUR, {}), (COLOUR, {"compression": "zlib"}),
        (GREY, {"tile": (32, 32)}),
        (DEEP, {"compression": "lzw", "predictor": True}), (COLOUR, {"planarconfig": "separate"}),
    ],
)  # fmt: skip
def test_samples_without_a_name_are_grey_or_rgb(
    codes: Any, options: dict[str, Any], byteorder: Any
) -> None:
    out = io.BytesIO()
    rgb = codes.ndim == 3
    stored = np.moveaxis(codes, -1, 0) if "planarconfig" in options else codes
    tifffile.imwrite(
        out, stored, photometric="rgb" if rgb else "minisblack", byteorder=byteorder,
        metadata=None, resolution=(300, 300), resolutionunit="INCH", **options,
    )  # fmt: skip
    photo = read_photo(without_photometric(out.getvalue()))
    np.testing.assert_array_equal(photo.pixels, codes)
    assert photo.metadata.resolution == pytest.approx((300 / 25.4, 300 / 25.4))


def test_a_fax_without_a_name_has_white_paper() -> None:
    out = io.BytesIO()
    Image.fromarray(GREY > 128).save(out, "TIFF", compression="group4")
    named = read_photo(out.getvalue())
    unnamed = read_photo(without_photometric(out.getvalue()))
    with Image.open(io.BytesIO(out.getvalue())) as file:
        photometric = file.tag_v2[262]  # type: ignore[attr-defined]
    same = photometric == 0
    expected = named.pixels if same else 255 - named.pixels
    np.testing.assert_array_equal(unnamed.pixels, expected)


@pytest.mark.parametrize("photometric", [True, False])
@pytest.mark.parametrize("dpi", [0, 1, 300, 25_400_000])
def test_absurd_resolutions_are_none(
    photometric: bool, dpi: int, capfd: pytest.CaptureFixture[str]
) -> None:
    out = io.BytesIO()
    options: Any = {"resolution": ((dpi, 1), (dpi, 1)), "resolutionunit": "INCH"}
    tifffile.imwrite(out, GREY, metadata=None, photometric="minisblack", **options)
    content = out.getvalue() if photometric else without_photometric(out.getvalue())
    photo = read_photo(content)
    again = read_photo(encode_photo(photo, "tiff"))
    if 0 < dpi <= 300:
        assert again.metadata.resolution == pytest.approx((dpi / 25.4, dpi / 25.4), rel=1e-3)
    assert capfd.readouterr().err == ""
