"""When a photo was taken, by everything that comes with it, in an order of trust.

1. EXIF DateTimeOriginal, then XMP's and IPTC's statements of when the scene was
   (exif:DateTimeOriginal, photoshop:DateCreated, Iptc4xmpExt:DateCreated, dc:date, IPTC Date
   Created), a PNG's Creation Time;
2. when it was digitised or the file made (EXIF DateTimeDigitized, xmp:CreateDate, IPTC Digital
   Creation Date), which of a scan is the day of the scan;
3. EXIF DateTime and xmp:ModifyDate, the last change.

In each of the three the photo itself comes first, then the sidecars beside it in the order of
`core.metadata.sidecar_names`; Google Takeout says when the scene was. A later one counts only where
none before says a year. Only the year may be known: ``1905:00:00`` is 1905-01-01, and a month or
day that is none is 1.

Sources: CIPA DC-008 (4.6.5), XMP part 1 (8.2.1.2 "Date", ISO 8601), IPTC-IIM 4.2 (2:55, 2:62).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

_NUMERIC: Final = re.compile(
    r"\s*(\d{4})(?:[:/.\- ]?(\d{1,2}|  )(?:[:/.\- ]?(\d{1,2}|  ))?)?(?!\d)"
)
_COMPACT: Final = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)")


def parse_day(text: str) -> date | None:
    """Any of the forms above -> the day; None for blanks, zeros and what is no date."""
    match = _COMPACT.match(text) or _NUMERIC.match(text)
    if match is None:
        return _mail_day(text)
    year, month, day = (int(part) if part and part.strip() else 0 for part in match.groups())
    if not year:
        return None
    for month_, day_ in ((month, day), (month, 1), (1, 1)):
        try:
            return date(year, month_ or 1, day_ or 1)
        except ValueError:
            continue
    return None


def _mail_day(text: str) -> date | None:
    """``Wed, 01 Jul 1931 12:00:00 +0000``, as the PNG specification wants (RFC 1123)."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  (slow to import, rarely needed)

    try:
        found: datetime = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    return found.date()


def first_day(texts: Iterable[str | None]) -> date | None:
    """The first of some statements that says a day."""
    return next((day for text in texts if text and (day := parse_day(text))), None)
