"""Captions, dates and recipes in every place where a JPEG, a PNG and a DNG let them stand."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.batch.fingerprint import stated_fingerprint
from core.metadata.embedded import read_embedded
from core.metadata.metadata import iptc_block
from core.metadata.provenance import Provenance
from core.photo.open_photo import open_photo
from core.photo.probe import probe
from core.photo.read import read_photo
from core.photo.source import PhotoSource
from core.photo.write import write_photo
from tests.core.metadata.helpers import PROVENANCE, ExifTool, numbers

CODES = (np.add.outer(np.arange(48) * 5, np.arange(64) * 3) % 256).astype(np.uint8)
XMP = b"http://ns.adobe.com/xap/1.0/\0"
NAMESPACES = {
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
    "hdrgm": "http://ns.adobe.com/hdr-gain-map/1.0/",
    "GCamera": "http://ns.google.com/photos/1.0/camera/",
    "OpCamera": "http://ns.oplus.com/photos/1.0/camera/",
    "MiCamera": "http://ns.xiaomi.com/photos/1.0/camera/",
    "Container": "http://ns.google.com/photos/1.0/container/",
    "Item": "http://ns.google.com/photos/1.0/container/item/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "stDim": "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "stArea": "http://ns.adobe.com/xmp/sType/Area#",
    "MP": "http://ns.microsoft.com/photo/1.2/",
    "MPRI": "http://ns.microsoft.com/photo/1.2/t/RegionInfo#",
    "MPReg": "http://ns.microsoft.com/photo/1.2/t/Region#",
}


def xmp(attributes: str, inside: str = "") -> bytes:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
        f'22-rdf-syntax-ns#"><rdf:Description rdf:about="" {names} {attributes}>{inside}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def jpeg(*segments: tuple[int, bytes], **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(CODES).save(out, "JPEG", quality=95, **options)
    content = out.getvalue()
    said = b"".join(struct.pack(">BBH", 0xFF, m, len(p) + 2) + p for m, p in segments)
    return content[:2] + said + content[2:]


def png(*texts: tuple[str, str], exif: bytes | None = None) -> bytes:
    info, out = PngInfo(), io.BytesIO()
    for keyword, text in texts:
        info.add_itxt(keyword, text) if not text.isascii() else info.add_text(keyword, text)
    Image.fromarray(CODES).save(out, "PNG", pnginfo=info, **({"exif": exif} if exif else {}))
    return out.getvalue()


def chunk(kind: bytes, payload: bytes) -> bytes:
    return (
        struct.pack(">I", len(payload)) + kind + payload
        + struct.pack(">I", zlib.crc32(kind + payload))
    )  # fmt: skip


def through(tmp_path: Path, content: bytes, ending: str) -> Path:
    """Read and written again, as a result is."""
    photo = read_photo(content)
    return write_photo(photo, tmp_path / f"result{ending}", provenance=PROVENANCE)


CAPTIONS = (
    ("Title", "Oma Luise"),
    ("Author", "Opa"),
    ("Description", "Rügen, Sommer 1931"),
    ("Creation Time", "1931-07-01"),
)


@pytest.mark.parametrize("ending", [".png", ".jpg", ".tif", ".webp", ".avif"])
@pytest.mark.parametrize("behind", [False, True])
def test_the_texts_of_a_png_are_kept_in_every_format(
    tmp_path: Path, exiftool: ExifTool, ending: str, behind: bool
) -> None:
    content = png(*CAPTIONS)
    if behind:  # behind the pixels, packed
        plain = png()
        texts = b"".join(
            chunk(b"iTXt", k.encode() + b"\0\1\0\0\0" + zlib.compress(v.encode()))
            for k, v in CAPTIONS
        )
        content = plain[:-12] + texts + plain[-12:]
    said = exiftool(through(tmp_path, content, ending))
    assert said["XMP-dc:Title"] == "Oma Luise"
    assert said["XMP-dc:Creator"] == "Opa"
    assert said["XMP-dc:Description"] == "Rügen, Sommer 1931"
    assert said["XMP-photoshop:DateCreated"] == "1931:07:01"
    if ending == ".png":
        assert said["PNG:Description"] == "Rügen, Sommer 1931"
        assert said["PNG:Author"] == "Opa"


def test_the_comment_of_a_jpeg_is_kept(tmp_path: Path, exiftool: ExifTool) -> None:
    content = jpeg((0xFE, "Rügen 1931".encode("latin-1")))
    assert exiftool(through(tmp_path, content, ".jpg"))["File:Comment"] == "Rügen 1931"
    assert exiftool(through(tmp_path, content, ".png"))["XMP-exif:UserComment"] == "Rügen 1931"


def raw_profile(kind: str, block: bytes) -> bytes:
    digits = block.hex().encode()
    lines = b"\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    text = b"\n%s\n%8d\n%s\n" % (kind.encode(), len(block), lines)
    return chunk(b"zTXt", b"Raw profile type " + kind.encode() + b"\0\0" + zlib.compress(text))


@pytest.mark.parametrize("orientation", [1, 6])
def test_imagemagicks_blocks_count_and_are_turned(
    tmp_path: Path, exiftool: ExifTool, orientation: int
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = orientation, "Opa"
    iptc = b"\x1c\x02\x78" + struct.pack(">H", 10) + b"Rugen 1931"
    content = png()
    blocks = (
        raw_profile("exif", exif.tobytes()),
        raw_profile("xmp", xmp('xmp:Rating="4"')),
        raw_profile("iptc", b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + b"\0"),
    )
    content = content[:33] + b"".join(blocks) + content[33:]
    photo = read_photo(content)
    assert photo.pixels.shape == (CODES.shape if orientation == 1 else CODES.T.shape)
    said = exiftool(through(tmp_path, content, ".jpg"))
    assert (said["IFD0:Artist"], said["XMP-xmp:Rating"]) == ("Opa", 4)
    assert said["IPTC:Caption-Abstract"] == "Rugen 1931"
    assert said["IFD0:Orientation"] == 1


def test_a_recipe_is_found_behind_64_kilobytes_of_xmp(tmp_path: Path, exiftool: ExifTool) -> None:
    """Its own results are found as such, and everything else that the packet said is kept."""
    words = "".join(f"<rdf:li>word {number} {'x' * 100}</rdf:li>" for number in range(900))
    packet = xmp('xmp:Rating="4"', f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>")
    photo = read_photo(jpeg())
    settings = {"source_sha256": "1" * 64, "settings_sha256": "2" * 64}
    made = Provenance("m", "1", "3" * 64, "Autochrome", settings)
    large = replace(photo, metadata=replace(photo.metadata, xmp=packet))
    first = write_photo(large, tmp_path / "first.jpg", provenance=made)
    header = probe(first)
    assert (header.error, header.is_result) == (None, True)
    found = stated_fingerprint(first)
    assert found is not None
    assert (found.source_sha256, found.settings_digest) == ("1" * 64, "2" * 64)
    # read, and written a second time: nothing is lost
    again = write_photo(read_photo(first), tmp_path / "again.jpg", provenance=made)
    for path in (first, again):
        said = exiftool(path)
        assert len(said["XMP-dc:Subject"]) == 900
        assert said["XMP-xmp:Rating"] == 4


def test_blocks_in_pieces_are_put_together(tmp_path: Path, exiftool: ExifTool) -> None:
    """Photoshop's resources over two segments."""
    iptc = b"".join(
        b"\x1c\x02\x19" + struct.pack(">H", 30) + f"keyword number {n:>15}".encode()
        for n in range(2400)
    )
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc
    cut = [block[at : at + 60_000] for at in range(0, len(block), 60_000)]
    assert len(cut) == 2
    content = jpeg(*((0xED, b"Photoshop 3.0\0" + part) for part in cut))
    metadata = read_photo(content).metadata
    assert metadata.iptc == iptc
    assert len(exiftool(through(tmp_path, content, ".png"))["IPTC:Keywords"]) == 2400


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-16"])
def test_xmp_in_other_encodings(tmp_path: Path, exiftool: ExifTool, encoding: str) -> None:
    packet = xmp('xmp:Rating="4"').decode().encode(encoding)
    said = exiftool(through(tmp_path, jpeg((0xE1, XMP + packet)), ".jpg"))
    assert said["XMP-xmp:Rating"] == 4


def test_a_dngs_own_blocks(tmp_path: Path) -> None:
    path = tmp_path / "scan.dng"
    caption, iptc = xmp('xmp:Rating="4"'), b"\x1c\x02\x78" + struct.pack(">H", 4) + b"1931"
    tifffile.imwrite(
        path, CODES.astype(np.uint16), photometric="minisblack", metadata=None,
        resolution=(600, 600), resolutionunit="INCH",
        extratags=[(50706, "B", 4, bytes([1, 4, 0, 0]), True),
                   (700, "B", len(caption), caption, True),
                   (33723, "B", len(iptc), iptc, True)],
    )  # fmt: skip
    pytest.importorskip("rawpy")
    content = bytearray(path.read_bytes())  # LinearRaw, which tifffile does not write
    at = content.index(struct.pack("<HHI", 262, 3, 1)) + 8
    content[at : at + 2] = struct.pack("<H", 34892)
    path.write_bytes(content)
    with PhotoSource(path) as source:
        metadata = open_photo(source).metadata
    assert (metadata.xmp, metadata.iptc) == (caption, iptc)
    assert metadata.resolution == pytest.approx((600 / 25.4, 600 / 25.4))


def test_promises_that_are_not_kept_are_taken_out(tmp_path: Path, exiftool: ExifTool) -> None:
    motion = xmp(
        'OpCamera:VideoLength="20000" MiCamera:XMPMeta="subimage" '
        'GCamera:MotionPhoto="1" GCamera:MicroVideoOffset="20000" hdrgm:Version="1.0" '
        'crs:HasSettings="True" crs:ConvertToGrayscale="True" crs:Exposure2012="+1.00" '
        'photoshop:ColorMode="1" dc:format="image/tiff" tiff:ImageWidth="9" tiff:ImageLength="9" '
        'exif:PixelXDimension="9" exif:PixelYDimension="9" tiff:BitsPerSample="16" xmp:Rating="4"',
        '<Container:Directory><rdf:Seq><rdf:li rdf:parseType="Resource"><Container:Item '
        'Item:Mime="video/mp4" Item:Semantic="MotionPhoto" Item:Length="20000"/></rdf:li>'
        "</rdf:Seq></Container:Directory>",
    )
    said = exiftool(through(tmp_path, jpeg((0xE1, XMP + motion)), ".png"))
    for word in (
        "Motion",
        "MicroVideo",
        "OpCamera",
        "MiCamera",
        "Directory",
        "XMP-crs",
        "hdrgm",
        "BitsPerSample",
    ):
        assert not [key for key in said if word in key and key.startswith("XMP")]
    assert said["XMP-photoshop:ColorMode"] == 1  # grey as it is; a colour photo says 3
    assert said["XMP-dc:Format"] == "image/png"
    assert (said["XMP-tiff:ImageWidth"], said["XMP-tiff:ImageHeight"]) == (64, 48)
    assert (said["XMP-exif:ExifImageWidth"], said["XMP-exif:ExifImageHeight"]) == (64, 48)
    assert said["XMP-xmp:Rating"] == 4


def test_settings_that_were_applied_are_history(tmp_path: Path, exiftool: ExifTool) -> None:
    packet = xmp('crs:AlreadyApplied="True" crs:Exposure2012="+1.00"')
    said = exiftool(through(tmp_path, jpeg((0xE1, XMP + packet)), ".jpg"))
    assert float(said["XMP-crs:Exposure2012"]) == 1


#: Middle and size of an area of a 512 x 384 picture once it is upright, by EXIF's orientation.
TURNED = {
    2: (0.75, 0.2, 0.1, 0.15), 3: (0.75, 0.8, 0.1, 0.15), 4: (0.25, 0.8, 0.1, 0.15),
    5: (0.2, 0.25, 0.15, 0.1), 6: (0.8, 0.25, 0.15, 0.1), 7: (0.8, 0.75, 0.15, 0.1),
    8: (0.2, 0.75, 0.15, 0.1),
}  # fmt: skip


@pytest.mark.parametrize("orientation", TURNED)
def test_face_regions_turn_with_the_pixels(
    tmp_path: Path, exiftool: ExifTool, orientation: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    packet = xmp(
        "",
        '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions stDim:w="512" '
        'stDim:h="384" stDim:unit="pixel"/><mwg-rs:RegionList><rdf:Bag><rdf:li>'
        '<rdf:Description mwg-rs:Name="Luise" mwg-rs:Type="Face"><mwg-rs:Area '
        'stArea:x="0.25" stArea:y="0.2" stArea:w="0.1" stArea:h="0.15" '
        'stArea:unit="normalized"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList>'
        '</mwg-rs:Regions><MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li '
        'MPReg:Rectangle="0.2, 0.125, 0.1, 0.15" MPReg:PersonDisplayName="Luise"/></rdf:Bag>'
        "</MPRI:Regions></MP:RegionInfo>",
    )
    content = jpeg((0xE1, XMP + packet), exif=exif.tobytes())
    said = exiftool(through(tmp_path, content, ".jpg"))
    x, y, w, h = TURNED[orientation]
    area = [numbers(said, "XMP-mwg-rs", f"Area{side}")[0] for side in "XYWH"]
    assert area == pytest.approx([x, y, w, h])
    size = [numbers(said, "XMP-mwg-rs", f"Dimensions{side}")[0] for side in "WH"]
    assert size == ([384, 512] if orientation >= 5 else [512, 384])
    (rectangle,) = (v for k, v in said.items() if k.startswith("XMP-MP:") and "Rectangle" in k)
    words = rectangle[0] if isinstance(rectangle, list) else rectangle
    assert [float(part) for part in words.split(",")] == pytest.approx([x - w / 2, y - h / 2, w, h])


def exif_dates(**dates: str) -> bytes:
    exif = Image.Exif()
    tags = {"original": 0x9003, "digitized": 0x9004}
    for name, text in dates.items():
        if name in tags:
            exif.get_ifd(0x8769)[tags[name]] = text
        else:
            exif[0x0132] = text
    return exif.tobytes()


@pytest.mark.parametrize(
    ("content", "day"),
    [
        (jpeg(exif=exif_dates(original="1905:00:00 00:00:00")), date(1905, 1, 1)),
        (jpeg(exif=exif_dates(original="1905:07:00 00:00:00")), date(1905, 7, 1)),
        (jpeg(exif=exif_dates(original="    :  :     :  :  ", changed="1998:05:04 03:02:01")),
         date(1998, 5, 4)),
        (jpeg(exif=exif_dates(original="0000:00:00 00:00:00", digitized="1998:05:04 03:02:01")),
         date(1998, 5, 4)),
        (jpeg((0xE1, XMP + xmp('photoshop:DateCreated="1931-07"')),
              exif=exif_dates(digitized="1998:05:04 03:02:01")), date(1931, 7, 1)),
        (jpeg((0xE1, XMP + xmp('photoshop:DateCreated="1931"'))), date(1931, 1, 1)),
        (jpeg((0xE1, XMP + xmp("", "<dc:date><rdf:Seq><rdf:li>1931-07-01</rdf:li></rdf:Seq>"
                                "</dc:date>"))), date(1931, 7, 1)),
        (jpeg((0xE1, XMP + xmp('xmp:CreateDate="1931-07-01T12:00:00+01:00"'))), date(1931, 7, 1)),
        (jpeg((0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x37\0\x0819310701\0")),
         date(1931, 7, 1)),
        (jpeg((0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x37\0\x0819310000\0")),
         date(1931, 1, 1)),
        (png(("Creation Time", "Wed, 01 Jul 1931 12:00:00 +0000")), date(1931, 7, 1)),
        (png(("Creation Time", "1931:07:01 12:00:00")), date(1931, 7, 1)),
        (png(("Creation Time", "long ago")), None),
    ],
)  # fmt: skip
def test_when_a_photo_was_taken(tmp_path: Path, content: bytes, day: date | None) -> None:
    path = tmp_path / "photo"
    path.write_bytes(content)
    assert probe(path).date_taken == day


def test_exif_in_several_segments(tmp_path: Path, exiftool: ExifTool) -> None:
    """It goes on in the next segment; one that begins anew is another block and not its rest."""
    tree = Image.Exif()
    tree[0x010E] = "x" * 40_000
    tree[0x013B] = "Luise"
    blob = tree.tobytes().removeprefix(b"Exif\0\0")
    other = Image.Exif()
    other[0x013B] = "Nobody"
    parts = [blob[:30_000], blob[30_000:], other.tobytes().removeprefix(b"Exif\0\0")]
    content = jpeg(*((0xE1, b"Exif\0\0" + part) for part in parts))
    said = exiftool(through(tmp_path, content, ".tif"))
    assert said["IFD0:Artist"] == "Luise"
    assert said["IFD0:ImageDescription"] == "x" * 40_000


@pytest.mark.parametrize("order", ["II", "MM"])
def test_exif_in_either_byte_order(tmp_path: Path, exiftool: ExifTool, order: str) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(jpeg())
    exiftool(
        path, f"-ExifByteOrder={order}", "-IFD0:ImageDescription=Rügen", "-IFD0:Artist=Größe",
        "-ExifIFD:DateTimeOriginal=1931:07:01 00:00:00", "-IFD0:XPTitle=Oma Ω",
        "-ExifIFD:UserComment=Ω", "-GPSLatitude=54.4", "-GPSLatitudeRef=N",
    )  # fmt: skip
    before = exiftool(path)
    assert before["File:ExifByteOrder"] == order
    assert probe(path).date_taken == date(1931, 7, 1)
    for ending in (".jpg", ".png", ".tif", ".webp", ".avif"):
        after = exiftool(through(tmp_path, path.read_bytes(), ending))
        for tag in ("ImageDescription", "Artist", "XPTitle"):
            assert after[f"IFD0:{tag}"] == before[f"IFD0:{tag}"]
        assert after["ExifIFD:UserComment"] == "Ω"
        assert after["GPS:GPSLatitude"] == pytest.approx(54.4)


def test_the_comment_and_xmp_of_a_gif(tmp_path: Path, exiftool: ExifTool) -> None:
    path = tmp_path / "photo.gif"
    Image.fromarray(CODES).save(path)
    exiftool(path, f"-Comment={'Oma Luise ' * 40}", "-XMP-dc:Description=Rügen")
    exiftool(path, "-XMP-photoshop:DateCreated=1931:07:01", "-XMP-xmp:Rating=4")
    assert probe(path).date_taken == date(1931, 7, 1)
    said = exiftool(write_photo(read_photo(path), tmp_path / "result.jpg"))
    assert said["XMP-dc:Description"] == "Rügen"
    assert said["XMP-xmp:Rating"] == 4
    assert said["File:Comment"] == ("Oma Luise " * 40).strip()


def test_a_gif_whose_blocks_are_damaged_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "photo.gif"
    Image.fromarray(CODES).save(path)
    content = path.read_bytes()
    for cut in range(10, len(content), 97):
        read = PhotoSource(content[:cut]).read
        assert read_embedded("gif", read, 0).xmp is None


def test_iptc_of_a_jpeg_2000(tmp_path: Path, exiftool: ExifTool) -> None:
    path = tmp_path / "photo.jp2"
    Image.fromarray(CODES).save(path)
    exiftool(path, "-IPTC:Caption-Abstract=Oma Luise", "-IPTC:DateCreated=1931:07:01")
    assert probe(path).date_taken == date(1931, 7, 1)
    said = exiftool(write_photo(read_photo(path), tmp_path / "result.jpg"))
    assert said["IPTC:Caption-Abstract"] == "Oma Luise"


@pytest.mark.parametrize("ending", [".webp", ".avif"])
def test_a_resolution_that_only_exif_says(tmp_path: Path, exiftool: ExifTool, ending: str) -> None:
    path = tmp_path / f"photo{ending}"
    Image.fromarray(CODES).save(path)
    assert read_photo(path).metadata.resolution is None
    exiftool(path, "-n", "-IFD0:XResolution=300", "-IFD0:YResolution=300", "-ResolutionUnit=2")
    assert read_photo(path).metadata.resolution == pytest.approx((300 / 25.4, 300 / 25.4))
    said = exiftool(write_photo(read_photo(path), tmp_path / "result.jpg"))
    assert said["JFIF:XResolution"] == 300


def test_dates_of_a_raw_files_own_xmp_and_iptc(tmp_path: Path, exiftool: ExifTool) -> None:
    path = tmp_path / "scan.dng"
    tifffile.imwrite(path, CODES, extratags=[(50706, 1, 4, b"\1\4\0\0", True)])
    assert probe(path).format == "raw"
    exiftool(path, "-XMP-photoshop:DateCreated=1931:07:01")
    assert probe(path).date_taken == date(1931, 7, 1)
    exiftool(path, "-XMP:all=", "-IPTC:DateCreated=1932:07:01")
    assert probe(path).date_taken == date(1932, 7, 1)


def test_unusual_blocks_of_a_jpeg(tmp_path: Path, exiftool: ExifTool) -> None:
    """Photoshop 2.5's name, an extended dataset, and EXIF's mark written twice."""
    records = b"\x1c\x02\x78\x80\x04\x00\x00\x00\x05hallo" + b"\x1c\x02\x37\x00\x0819310701"
    blob = Image.Exif()
    blob[0x010E] = "Am Steg"
    blocks = _segment(0xE1, b"Exif\0\0" + blob.tobytes())
    blocks += _segment(0xED, b"Adobe_Photoshop2.5:" + iptc_block(records))
    out = io.BytesIO()
    Image.new("RGB", (16, 16)).save(out, "JPEG")
    photo = read_photo(out.getvalue()[:2] + blocks + out.getvalue()[2:])
    assert photo.metadata.date_taken == date(1931, 7, 1)
    write_photo(photo, tmp_path / "out.jpg")
    said = exiftool(tmp_path / "out.jpg")
    assert (said["IFD0:ImageDescription"], said["IPTC:Caption-Abstract"]) == ("Am Steg", "hallo")


def _segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


@pytest.mark.parametrize("keyword", ["comment", "COMMENT", "caption", "description", "author"])
def test_keywords_of_a_png_in_any_letters(keyword: str, tmp_path: Path, exiftool: ExifTool) -> None:
    """ImageMagick writes them small."""
    info = PngInfo()
    info.add_text(keyword, "Am Steg")
    source, target = tmp_path / "a.png", tmp_path / "a.jpg"
    Image.new("L", (8, 8)).save(source, pnginfo=info)
    write_photo(read_photo(source), target)
    named = {"comment": "XMP-exif:UserComment", "author": "XMP-dc:Creator"}
    assert exiftool(target)[named.get(keyword.lower(), "XMP-dc:Description")] == "Am Steg"


def test_what_only_a_second_exif_block_says_is_kept(tmp_path: Path, exiftool: ExifTool) -> None:
    first, second = Image.Exif(), Image.Exif()
    first[0x0112], first[0x010F] = 6, "Leica"
    second[0x0112], second[0x010E], second[0x013B] = 3, "Grandmother", "Grandfather"
    second.get_ifd(0x8769)[0x9003] = "1931:07:01 12:00:00"
    second.get_ifd(0x8825)[1], second.get_ifd(0x8825)[2] = "N", (48.0, 12.0, 0.0)
    second.endian = ">"
    out = io.BytesIO()
    Image.fromarray(np.full((8, 16), 99, np.uint8)).save(out, "JPEG", exif=first)
    block = b"Exif\0\0" + second.tobytes().removeprefix(b"Exif\0\0")
    segment = b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block
    plain = out.getvalue()
    at = plain.index(b"\xff\xe1") + 2
    end_of_first = at + int.from_bytes(plain[at : at + 2], "big")
    path = tmp_path / "two.jpg"
    path.write_bytes(plain[:end_of_first] + segment + plain[end_of_first:])
    photo = read_photo(path)
    assert (photo.width, photo.height) == (8, 16)  # the first block's orientation
    tags = exiftool(write_photo(photo, tmp_path / "result.jpg"))
    for name, value in {
        "Make": "Leica", "ImageDescription": "Grandmother", "Artist": "Grandfather",
        "DateTimeOriginal": "1931:07:01 12:00:00",
    }.items():  # fmt: skip
        assert value in [content for tag, content in tags.items() if tag.endswith(name)]
