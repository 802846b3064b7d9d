"""What EXIF, IPTC and texts state of a photo's date, caption and place, beside its XMP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.metadata import exif as ex
from core.metadata.iptc import application_records
from core.metadata.photo_dates import first_day
from core.metadata.xmp_packet import xmp_texts

#: XMP properties (namespace's prefix and name) of each rank of `core.metadata.photo_dates`.
XMP_DATES: Final = (
    (
        ("exif", "DateTimeOriginal"),
        ("photoshop", "DateCreated"),
        ("Iptc4xmpExt", "DateCreated"),
        ("dc", "date"),
    ),
    (("exif", "DateTimeDigitized"), ("xmp", "CreateDate")),
    (("tiff", "DateTime"), ("xmp", "ModifyDate")),
)
#: IIM datasets of when the scene was, and when it was digitised.
_IPTC_TAKEN: Final = 55
_IPTC_MADE: Final = 62

#: What says the same as an XMP property: tags of EXIF's first directory, datasets, PNG's keywords.
_SAME: Final[Mapping[tuple[str, str], tuple[tuple[int, ...], tuple[int, ...], str]]] = {
    ("dc", "description"): ((0x010E,), (120,), "Description"),
    ("dc", "creator"): ((0x013B,), (80,), "Author"),
    ("dc", "rights"): ((0x8298,), (116,), "Copyright"),
    ("dc", "title"): ((), (5,), "Title"),
    ("dc", "subject"): ((0x9C9E,), (25,), ""),
    ("xmp", "Rating"): ((0x4746,), (), ""),
    ("photoshop", "Headline"): ((), (105,), ""),
    ("photoshop", "City"): ((), (90,), ""),
    ("photoshop", "State"): ((), (95,), ""),
    ("photoshop", "Country"): ((), (101,), ""),
}
_USER_COMMENT: Final = 0x9286
_GPS_LATITUDE: Final = 2

#: Texts of each rank, in their order.
Dates = tuple[list[str | None], list[str | None], list[str | None]]


def packet_dates(packet: bytes | None) -> Dates:
    """The dates of an XMP packet."""
    taken, made, changed = (xmp_texts(packet, names) for names in XMP_DATES)
    return taken, made, changed


def own_dates(
    exif: ex.Exif | None, xmp: bytes | None, iptc: bytes | None, texts: Mapping[str, str]
) -> Dates:
    """The dates of everything within a photo's file."""
    outer = exif.ifd0 if exif else ex.Ifd()
    inner = outer.children.get(ex.EXIF_IFD, ex.Ifd())
    taken, made, changed = packet_dates(xmp)
    records = application_records(iptc or b"")
    return (
        [_ascii(inner, ex.DATE_TIME_ORIGINAL), *taken, records.get(_IPTC_TAKEN),
         texts.get("Creation Time")],
        [_ascii(inner, ex.DATE_TIME_DIGITIZED), *made, records.get(_IPTC_MADE)],
        [_ascii(outer, ex.DATE_TIME), *changed],
    )  # fmt: skip


def stated_properties(
    exif: ex.Exif | None, iptc: bytes | None, texts: Mapping[str, str]
) -> set[tuple[str, str]]:
    """XMP properties (prefix, name) whose subject EXIF, IPTC or texts speak of already."""
    outer = exif.ifd0 if exif else ex.Ifd()
    records = application_records(iptc or b"")
    found = {
        name
        for name, (tags, datasets, keyword) in _SAME.items()
        if any(_says(outer, tag) for tag in tags)
        or any(records.get(dataset) for dataset in datasets)
        or texts.get(keyword)
    }
    if _says(outer.children.get(ex.EXIF_IFD, ex.Ifd()), _USER_COMMENT) or texts.get("Comment"):
        found.add(("exif", "UserComment"))
    if _GPS_LATITUDE in outer.children.get(ex.GPS_IFD, ex.Ifd()).entries:
        found.add(("exif", "GPSLatitude"))
    for rank, names in zip(own_dates(exif, None, iptc, texts), XMP_DATES, strict=True):
        if first_day(rank):
            found |= set(names)
    return found


def _says(ifd: ex.Ifd, tag: int) -> bool:
    """Whether a tag holds more than blanks; cameras write those into captions."""
    entry = ifd.entries.get(tag)
    return entry is not None and bool(entry.data.removeprefix(b"ASCII\0\0\0").strip(b"\0 "))


def _ascii(ifd: ex.Ifd, tag: int) -> str | None:
    entry = ifd.entries.get(tag)
    return entry.data[:64].split(b"\x00")[0].decode("latin-1") if entry else None
