"""`Metadata`: the EXIF, XMP, IPTC and resolution that come with a photo.

They are kept in one form, whatever container they came from, so that they can go into any other:
EXIF as a tree that is parsed once, XMP and IPTC as bytes. libvips finds the blobs in every
container but TIFF, whose tags `core.metadata.exif` reads.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import pyvips

from core.metadata import exif as ex
from core.metadata.embedded import Embedded
from core.metadata.photo_dates import first_day
from core.metadata.regions import turned_subject
from core.metadata.sidecar_merge import with_sidecars
from core.metadata.stated import own_dates, packet_dates, stated_properties
from core.metadata.xmp_packet import joined_packet, utf8_packet

#: `Exif.ColorSpace` (0xA001), the pixel dimensions and InteroperabilityIndex.
_COLOR_SPACE: Final = 0xA001
_PIXEL_WIDTH: Final = 0xA002
_PIXEL_HEIGHT: Final = 0xA003
_SUBJECT_AREA: Final = 0x9214
_SUBJECT_LOCATION: Final = 0xA214
_EXIF_VERSION: Final = 0x9000
_INTEROP_INDEX: Final = 0x0001

_PHOTOSHOP: Final = b"Photoshop 3.0\x00"
_IPTC_RESOURCE: Final = 0x0404

#: Loaders of formats whose resolution only EXIF says; libvips gives them one pixel a millimetre.
_NO_RESOLUTION: Final = ("webp", "heif")
#: libvips gives a PNG without pHYs 72 dpi; no resolution at all is the truer reading.
_PNG_DEFAULT: Final = 2.834

#: Pixels per millimetre beyond which libvips holds no resolution.
MOST_PER_MM: Final = 1_000_000.0


@dataclass(frozen=True)
class Metadata:
    """Metadata of one photo, out of their containers.

    Attributes:
        exif: the parsed tree; it is shared and never changed (`Exif.copy` makes one to change).
        xmp: an XMP packet.
        iptc: IPTC-IIM records (0x1C ...), without Photoshop's resource block around them.
        resolution: horizontal and vertical pixels per millimetre, of the upright photo.
        texts: of a PNG's text chunks and a JPEG's comments, by their keywords.
        sidecars: XMP packets that stand beside the photo, the most trusted first.
    """

    exif: ex.Exif | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    resolution: tuple[float, float] | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    sidecars: tuple[bytes, ...] = ()

    @property
    def orientation(self) -> int:
        """The EXIF orientation, 1 to 8; 1 where there is none or a nonsensical one."""
        value = self.exif.number(self.exif.ifd0, ex.ORIENTATION) if self.exif else None
        return value if value is not None and 1 <= value <= 8 else 1

    def with_orientation(self, orientation: int) -> Metadata:
        """The same, EXIF stating this orientation (1 to 8)."""
        if orientation == self.orientation:
            return self
        exif = self.exif.copy() if self.exif else ex.Exif()
        exif.set_short(exif.ifd0, ex.ORIENTATION, orientation)
        return replace(self, exif=exif)

    @property
    def date_taken(self) -> date | None:
        """By the order of trust of `core.metadata.photo_dates`; None where nothing says a day."""
        own = own_dates(self.exif, self.xmp, self.iptc, self.texts)
        ranks = zip(own, *map(packet_dates, self.sidecars), strict=True)
        return first_day(text for rank in ranks for texts in rank for text in texts)

    @property
    def full_xmp(self) -> bytes | None:
        """The photo's XMP, and what its sidecars add where the photo says nothing."""
        if not self.sidecars:
            return self.xmp
        stated = stated_properties(self.exif, self.iptc, self.texts)
        return with_sidecars(self.xmp, self.sidecars, stated)


def read_metadata(
    image: pyvips.Image, tiff: ex.Exif | None = None, embedded: Embedded | None = None
) -> Metadata:
    """The metadata of an image libvips has opened.

    Args:
        image: its header has been read.
        tiff: the tree of a TIFF or raw file.
        embedded: what stands in the file where libvips does not look.
    """
    more = embedded or Embedded()
    if tiff is None:
        exif = ex.parse_blob(more.exif or _blob(image, "exif-data"))
        for later in more.later_exif:
            exif = ex.completed(exif, ex.parse_blob(later))
    else:
        exif = _descriptive(tiff)
    # where `containers` puts IPTC in WebP and AVIF
    inner_iptc = exif.ifd0.entries.pop(ex.IPTC, None) if exif else None
    return Metadata(
        exif=exif,
        xmp=_xmp(image, tiff, more),
        iptc=_found_iptc(image, tiff, more) or (inner_iptc.data if inner_iptc else None),
        resolution=_resolution(image) or _tiff_resolution(tiff or exif),
        texts=more.texts,
    )


def tiff_metadata(tiff: ex.Exif | None) -> Metadata:
    """The metadata of a raw file whose picture has not been opened."""
    if tiff is None:
        return Metadata()
    xmp, iptc = (tiff.ifd0.entries.get(tag) for tag in (ex.XMP, ex.IPTC))
    return Metadata(
        exif=_descriptive(tiff),
        xmp=_clean_packet(xmp.data, None) if xmp else None,
        iptc=iptc.data if iptc else None,
        resolution=_tiff_resolution(tiff),
    )


def _xmp(image: pyvips.Image, tiff: ex.Exif | None, more: Embedded) -> bytes | None:
    entry = tiff.ifd0.entries.get(ex.XMP) if tiff else None
    found = more.xmp or _blob(image, "xmp-data") or (entry.data if entry else None)
    return _clean_packet(found, more.extended_xmp) if found else None


def _clean_packet(found: bytes, extended: bytes | None) -> bytes | None:
    packet = utf8_packet(found).strip(b"\x00 \r\n\t")
    return joined_packet(packet, extended) or None


def _found_iptc(image: pyvips.Image, tiff: ex.Exif | None, more: Embedded) -> bytes | None:
    if found := photoshop_resource(more.photoshop, _IPTC_RESOURCE) or more.iptc or _iptc(image):
        return found
    entry = tiff.ifd0.entries.get(ex.IPTC) if tiff else None
    return entry.data if entry else None


def _tiff_resolution(tiff: ex.Exif | None) -> tuple[float, float] | None:
    """Pixels per millimetre of a raw file, whose decoder does not say it (TIFF 6.0, 8)."""
    unit = {2: 25.4, 3: 10.0}.get(tiff.number(tiff.ifd0, ex.RESOLUTION_UNIT) or 2) if tiff else None
    if tiff is None or unit is None:
        return None
    sides = []
    for tag in (ex.X_RESOLUTION, ex.Y_RESOLUTION):
        entry = tiff.ifd0.entries.get(tag)
        if entry is None or len(entry.data) != 8:
            return None
        over, under = struct.unpack(tiff.order + "II", entry.data)
        if not (over and under):
            return None
        sides.append(over / under / unit)
    return (sides[0], sides[1]) if max(sides) <= MOST_PER_MM else None


def _descriptive(exif: ex.Exif) -> ex.Exif:
    """A TIFF file's tags less those that say how it stores its pixels."""
    return ex.with_byte_order(ex.Exif(exif.order, exif.ifd0.without(ex.STRUCTURE)), exif.order)


def _blob(image: pyvips.Image, name: str) -> bytes | None:
    return bytes(image.get(name)) if name in image.get_fields() else None


def _iptc(image: pyvips.Image) -> bytes | None:
    """IIM records of JPEG (inside 8BIM), TIFF (bare) or PNG (hexadecimal text, ImageMagick's)."""
    blob = _blob(image, "iptc-data")
    if blob is None:
        texts = [f for f in image.get_fields() if f.endswith("Raw profile type iptc")]
        blob = _unhex(image.get(texts[0])) if texts else None
    if blob is None or blob.startswith(b"\x1c"):
        return blob
    return photoshop_resource(blob.removeprefix(_PHOTOSHOP), _IPTC_RESOURCE)


def _unhex(text: str) -> bytes | None:
    """A line with the kind, one with the length, then lines of hexadecimal digits -> the bytes."""
    lines = text.split("\n")
    try:
        return bytes.fromhex("".join(lines[3:]))
    except ValueError:
        return None


def photoshop_resource(blocks: bytes, wanted: int) -> bytes | None:
    """One resource of Photoshop's ``8BIM`` blocks (Photoshop File Formats, "Image Resources")."""
    at = 0
    while blocks[at : at + 4] == b"8BIM" and at + 12 <= len(blocks):
        (kind,) = struct.unpack_from(">H", blocks, at + 4)
        at += 6 + (blocks[at + 6] // 2 + 1) * 2  # a Pascal string, padded to even
        if at + 4 > len(blocks):
            return None
        (length,) = struct.unpack_from(">I", blocks, at)
        if kind == wanted:
            return blocks[at + 4 : at + 4 + length]
        at += 4 + length + length % 2
    return None


def iptc_block(iptc: bytes) -> bytes:
    """IIM records -> the ``8BIM`` block around them."""
    head = b"8BIM" + struct.pack(">HHI", _IPTC_RESOURCE, 0, len(iptc))
    return head + iptc + bytes(len(iptc) % 2)


def _resolution(image: pyvips.Image) -> tuple[float, float] | None:
    fields = image.get_fields()
    loader = image.get("vips-loader") if "vips-loader" in fields else ""
    if loader.startswith(_NO_RESOLUTION):
        return None
    png = loader.startswith("png")
    said = "resolution-unit" in fields or (png and abs(image.xres - _PNG_DEFAULT) > 0.001)
    return (image.xres, image.yres) if said and image.xres > 0 and image.yres > 0 else None


def upright_exif(exif: ex.Exif | None, width: int, height: int) -> ex.Exif:
    """EXIF for an upright sRGB photo of this size.

    Orientation is 1, ColorSpace sRGB, the thumbnail gone; every other tag is as it was. Without
    EXIF (or with a damaged one) a minimal one says the colour space.
    """
    exif = exif.copy() if exif else ex.Exif()
    was = exif.number(exif.ifd0, ex.ORIENTATION)
    if was is not None and 5 <= was <= 8:
        _swap(exif.ifd0, ex.X_RESOLUTION, ex.Y_RESOLUTION)
    if was is not None and 2 <= was <= 8:
        _turn_subject(exif, was, (height, width) if was >= 5 else (width, height))
    exif.set_short(exif.ifd0, ex.ORIENTATION, 1)
    sub = exif.ifd0.children.setdefault(ex.EXIF_IFD, ex.Ifd())
    sub.entries.setdefault(_EXIF_VERSION, ex.Entry(ex.UNDEFINED, b"0232"))
    exif.set_short(sub, _COLOR_SPACE, 1)
    exif.set_long(sub, _PIXEL_WIDTH, width)
    exif.set_long(sub, _PIXEL_HEIGHT, height)
    interop = sub.children.get(ex.INTEROP_IFD)
    if interop is not None and _INTEROP_INDEX in interop.entries:
        interop.entries[_INTEROP_INDEX] = ex.Entry(2, b"R98\x00")  # R03 would say Adobe RGB
    return exif


def _turn_subject(exif: ex.Exif, orientation: int, size: tuple[int, int]) -> None:
    sub = exif.ifd0.children.get(ex.EXIF_IFD, ex.Ifd())
    for tag in (_SUBJECT_AREA, _SUBJECT_LOCATION):
        entry = sub.entries.get(tag)
        if entry is not None and entry.kind == ex.SHORT:
            code = f"{exif.order}{entry.count}H"
            numbers = turned_subject([*struct.unpack(code, entry.data)], orientation, size)
            data = struct.pack(code, *(min(number, 65_535) for number in numbers))
            sub.entries[tag] = ex.Entry(ex.SHORT, data)


def _swap(ifd: ex.Ifd, one: int, other: int) -> None:
    first, second = ifd.entries.get(one), ifd.entries.get(other)
    if first is not None and second is not None:
        ifd.entries[one], ifd.entries[other] = second, first
