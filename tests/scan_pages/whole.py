"""Pages that must not be split, and how many pictures each gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from tests.scan_pages import grounds
from tests.scan_pages.layout import GROUNDS, PAGES_MM, Subjects, lay
from tests.scan_pages.photos import NAMES, TONES
from tests.scan_pages.plan import Page, Print

#: Photos whose sky or wall is as white as a lid, and pages that were photographed.
_SKIES: Final = ("sky", "sea", "rocket")
_PAGES: Final = ("page", "album")
_EMPTY: Final = ("white", "grey", "black", "shadow")


def whole_pages(seed: int, count: int, subjects: Subjects = NAMES) -> list[Page]:
    """The kinds in turns."""
    kinds = (_alone, _bleeding, _sky, _photographed_page, _empty, _sliver)
    return [
        _made(
            kinds[number % len(kinds)], np.random.default_rng((seed, 2, number)), number, subjects
        )
        for number in range(count)
    ]


Kind = Callable[[np.random.Generator, Subjects], Page]


def _made(kind: Kind, rng: np.random.Generator, number: int, subjects: Subjects) -> Page:
    page = kind(rng, subjects)
    return replace(
        page,
        name=f"{number:02}-{kind.__name__[1:]}",
        seed=int(rng.integers(1 << 30)),
        truth="whole",
    )


def _scanned(rng: np.random.Generator, kind: str) -> Page:
    width, height = PAGES_MM[rng.integers(len(PAGES_MM))]
    noise, blur = float(rng.uniform(0.3, 2.5)), float(rng.uniform(0, 0.12))
    dust = int(rng.integers(0, 80))
    ground = grounds.choose(rng, kind)
    grey = bool(rng.random() < 0.4)
    return Page("", width, height, ground, grey=grey, noise=noise, blur=blur, dust=dust, pieces=1)


def _alone(rng: np.random.Generator, subjects: Subjects) -> Page:
    page = _scanned(rng, str(rng.choice(GROUNDS)))
    prints = lay(rng, 1, (page.width, page.height), "loose", subjects)
    return replace(page, prints=tuple(prints))


def _full(rng: np.random.Generator, subjects: Subjects) -> Page:
    """A photo that fills what was scanned."""
    short = rng.uniform(60, 210)
    long = short * rng.choice([1.0, 1.25, 1.33, 1.5])
    w, h = (long, short) if rng.random() < 0.6 else (short, long)
    page = replace(
        _scanned(rng, str(rng.choice(GROUNDS))), width=float(round(w)), height=float(round(h))
    )
    part = rng.uniform(0.5, 1.0, 2)
    start = rng.uniform(0, 1 - part)
    photo = Print(
        *(page.width / 2, page.height / 2, page.width + 2, page.height + 2, 0.0),
        subject=str(subjects[rng.integers(len(subjects))]),
        crop=(float(start[0]), float(start[1]), float(part[0]), float(part[1])),
        tone=TONES[rng.integers(len(TONES))],
        gamma=float(rng.uniform(0.7, 1.4)),
    )
    return replace(page, prints=(photo,))


def _bleeding(rng: np.random.Generator, subjects: Subjects) -> Page:
    page = _full(rng, subjects)
    if rng.random() < 0.3:  # its own white border reaches the page's edge
        border = float(rng.uniform(3, 8))
        page = replace(page, prints=(replace(page.prints[0], border=border),))
    return page


def _sky(rng: np.random.Generator, _: Subjects) -> Page:
    page = _full(rng, _SKIES)
    photo = replace(page.prints[0], crop=(0.0, 0.0, 1.0, 1.0), gamma=float(rng.uniform(0.3, 1)))
    return replace(page, prints=(photo,))


def _photographed_page(rng: np.random.Generator, _: Subjects) -> Page:
    page = _full(rng, _PAGES)
    if rng.random() < 0.4:
        page = _alone(rng, _PAGES)
    return replace(page, prints=(replace(page.prints[0], crop=(0.0, 0.0, 1.0, 1.0)),))


def _empty(rng: np.random.Generator, _: Subjects) -> Page:
    return replace(_scanned(rng, str(rng.choice(_EMPTY))), pieces=0)


def _sliver(rng: np.random.Generator, subjects: Subjects) -> Page:
    """One photo, filling the scan or alone on it, and a strip of what lies beside the page."""
    page = _alone(rng, subjects) if rng.random() < 0.6 else _full(rng, subjects)
    side = str(rng.choice(["left", "right", "top", "bottom"]))
    width = float(rng.uniform(0.015, 0.07) * min(page.width, page.height))
    return replace(page, sliver=(side, width))
