"""Finds what other programs have written beside a photo: XMP sidecars, Google Takeout's JSON.

`scan.jpg` may have, in this order of trust:

1. ``scan.jpg.xmp`` (darktable, digiKam), named for this very file;
2. ``scan.xmp`` (Lightroom, Bridge, Capture One), for every file of that name;
3. Takeout's ``scan.jpg.supplemental-metadata.json``, of which any end may be cut off so that its
   name has 51 characters; before 2024 ``scan.jpg.json``.

Takeout numbers the JSON of a second ``scan.jpg``, which it calls ``scan(1).jpg``, at its end:
``scan.jpg(1).json``, ``scan.jpg.supplemental-metadata(1).json``. An edited copy
(``scan-edited.jpg``, in the words of the account's language) has that of its original.

Sources: XMP part 3 (2020, 1.2 "sidecar files"); Takeout's names are documented nowhere: as the
issues of immich-go and google-photos-exif-merger collect them.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

from core.files.windows_paths import long_path

_SUPPLEMENT: Final = ".supplemental-metadata"
#: Characters of a Takeout JSON's name before ``.json``.
_TAKEOUT_STEM: Final = 46
#: How Google Photos marks an edited copy: en, de, fr, es, pt, it, nl, pl, sv/da/no, cs, ja, zh, ko.
_EDITED: Final = re.compile(
    r"-(?:edited|bearbeitet|modifié|editado|editada|modificato|bewerkt|edytowane|redigerad|"
    r"redigeret|redigert|upraveno|編集済み|已修改|已編輯|수정됨)$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\(\d{1,4}\)$")
#: A folder that changed this lately may change again within one tick of its clock.
_SETTLED_NS: Final = 2_000_000_000


def find_sidecars(photo: Path) -> list[Path]:
    """The sidecars beside a photo, the most trusted first; none where its folder is not listed."""
    names = _names(photo.parent)
    wanted = (f"{photo.name}.xmp", f"{photo.stem}.xmp")
    found = [names[key] for name in wanted if (key := name.casefold()) in names]
    takeout = next((n for name in takeout_names(photo.name) if (n := names.get(name))), None)
    unique = dict.fromkeys([*found, *([takeout] if takeout else [])])
    return [photo.with_name(name) for name in unique if name != photo.name]


def takeout_names(photo: str) -> Iterator[str]:
    """The names, folded, that Takeout's JSON of a photo may have."""
    for base, number in _originals(photo):
        full = base + _SUPPLEMENT
        for end in range(len(full), len(base) - 1, -1):
            yield f"{full[:end]}{number}.json".casefold()
        if len(base) > _TAKEOUT_STEM:
            yield f"{base[:_TAKEOUT_STEM]}{number}.json".casefold()
            yield f"{base[: _TAKEOUT_STEM - len(number)]}{number}.json".casefold()
    yield f"{os.path.splitext(photo)[0]}.json".casefold()  # noqa: PTH122  (a name, no path)


def _originals(photo: str) -> Iterator[tuple[str, str]]:
    """Names a photo may have had, without its number, and that number: ``("scan.jpg", "(1)")``."""
    stem, ending = os.path.splitext(photo)  # noqa: PTH122
    yield photo, ""
    number = match[0] if (match := _NUMBER.search(stem)) else ""
    stem = stem.removesuffix(number)
    if number:
        yield f"{stem}{ending}", number
    if _EDITED.search(stem):
        original = _EDITED.sub("", stem)
        if inner := _NUMBER.search(original):
            original, number = original.removesuffix(inner[0]), inner[0]
        yield f"{original}{ending}", number


def _names(folder: Path) -> Mapping[str, str]:
    """The names of a folder's possible sidecars, by their folded form."""
    place = long_path(folder)
    try:
        changed = place.stat().st_mtime_ns
    except (OSError, ValueError):
        return {}
    if abs(time.time_ns() - changed) < _SETTLED_NS:
        return _listed(place)
    return _remembered(place, changed)


@lru_cache(maxsize=16)
def _remembered(folder: Path, _changed: int) -> Mapping[str, str]:
    """As `_listed`: a folder of thousands of photos is not listed for each of them."""
    return _listed(folder)


def _listed(folder: Path) -> Mapping[str, str]:
    with suppress(OSError):
        return {
            name.casefold(): name
            for name in os.listdir(folder)  # noqa: PTH208  (names are all that is wanted)
            if name.casefold().endswith((".xmp", ".json"))
        }
    return {}
