"""Pages by chance: prints laid out loosely, in rows, touching or overlapping a little."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan_pages import grounds
from tests.scan_pages.photos import NAMES, TONES
from tests.scan_pages.plan import Color, Page, Print

GROUNDS: Final = ("white", "grey", "black", "wood", "card", "shadow")
PAGES_MM: Final = ((216, 297), (216, 297), (210, 280), (297, 216), (216, 356), (250, 250))
#: Prints as they were sold, in mm: contact prints to large ones.
SIZES: Final = (
    *((60, 90), (65, 65), (75, 105), (90, 130), (100, 150), (130, 180), (88, 107), (54, 86)),
    *((110, 165), (100, 100), (45, 60), (82, 119)),
)
WORDS: Final = ("Oma Luise 1931", "Ruegen, Sommer", "1954", "Weihnachten", "Paul & Anna", "IMG 12")
_TRIES: Final = 300

Subjects = tuple[str, ...]


def split_pages(seed: int, count: int, subjects: Subjects = NAMES) -> list[Page]:
    """Pages of 1 to 8 prints, each ground and each number of prints in turns."""
    return [
        _page(np.random.default_rng((seed, 1, number)), number, subjects) for number in range(count)
    ]


def _page(rng: np.random.Generator, number: int, subjects: Subjects) -> Page:
    kind = GROUNDS[number % len(GROUNDS)]
    wanted = 1 + (number * 3 + number // 8) % 8
    width, height = PAGES_MM[rng.integers(len(PAGES_MM))]
    ground = grounds.choose(rng, kind)
    style = str(rng.choice(["loose", "rows", "touching", "touching", "overlapping"]))
    prints = lay(rng, wanted, (width, height), style, subjects)
    return Page(
        f"{number:02}-{kind}-{style}-{len(prints)}",
        width,
        height,
        ground,
        tuple(prints),
        grey=bool(rng.random() < 0.4),
        noise=float(rng.uniform(0.3, 2.5)),
        blur=float(rng.uniform(0.0, 0.12)),
        dust=int(rng.integers(0, 60)) if rng.random() < 0.6 else 0,
        captions=_captions(rng, prints, float(np.mean(ground.color)), (width, height)),
        seed=int(rng.integers(1 << 30)),
        pieces=len(prints),
    )


def lay(
    rng: np.random.Generator, wanted: int, page: tuple[float, float], style: str, subjects: Subjects
) -> list[Print]:
    """That many prints on a page of that size (mm), smaller where they do not fit."""
    scale, angles = 1.0, str(rng.choice(["straight", "crooked", "crooked", "any"]))
    while True:
        occupied = np.zeros((round(page[1]), round(page[0])), np.uint8)
        placed: list[Print] = []
        while len(placed) < wanted:
            count = 1 if style in ("loose", "rows") else int(rng.integers(1, 4))
            count = min(count, wanted - len(placed))
            cluster = _cluster(rng, count, style, scale, subjects)
            put = _place(rng, cluster, occupied, style, angles)
            if put is None:
                break
            placed += put
        if len(placed) == wanted:
            return placed
        scale *= 0.93


def _cluster(
    rng: np.random.Generator, count: int, style: str, scale: float, subjects: Subjects
) -> list[Print]:
    """Prints side by side about the origin: touching, or overlapping by a few millimetres."""
    first = _print(rng, scale, subjects)
    cluster = [replace(first, x=0.0, y=0.0)]
    look = cluster[0]
    while len(cluster) < count:
        last = cluster[-1]
        new = _print(rng, scale, subjects)
        if rng.random() < 0.7:  # of one film and one shop
            new = replace(new, border=look.border, paper=look.paper, deckle=look.deckle)
        if rng.random() < 0.35:
            new = replace(new, w=last.w, h=last.h)
        gap = -rng.uniform(1.0, 5.0) if style == "overlapping" else rng.choice([0.0, 0.0, 0.3])
        shift = 0.0 if rng.random() < 0.3 else rng.uniform(-0.3, 0.3)
        turn = rng.uniform(-6, 6) if style == "overlapping" else 0.0
        if len(cluster) % 2:
            x, y = last.x + (last.w + new.w) / 2 + gap, last.y + shift * last.h
        else:
            x, y = last.x + shift * last.w, last.y + (last.h + new.h) / 2 + gap
        cluster.append(replace(new, x=float(x), y=float(y), angle=float(turn)))
    return cluster


def _print(rng: np.random.Generator, scale: float, subjects: Subjects) -> Print:
    short, long = np.array(SIZES[rng.integers(len(SIZES))]) * scale
    w, h = (long, short) if rng.random() < 0.6 else (short, long)
    border = float(rng.uniform(0.03, 0.09) * short) if rng.random() < 0.6 else 0.0
    paper = rng.uniform(222, 252) - np.array((0, rng.uniform(0, 5), rng.uniform(0, 18)))
    part = rng.uniform(0.6, 1.0, 2)
    start = rng.uniform(0, 1 - part)
    red, green, blue = (float(c) for c in paper)
    return Print(
        *(0.0, 0.0, float(w), float(h), 0.0),
        subject=str(subjects[rng.integers(len(subjects))]),
        crop=(float(start[0]), float(start[1]), float(part[0]), float(part[1])),
        tone=TONES[rng.integers(len(TONES))],
        gamma=float(rng.uniform(0.7, 1.4)),
        border=border,
        paper=(red, green, blue),
        edge=float(rng.choice([0.0, 10.0, 20.0, 45.0], p=[0.2, 0.25, 0.3, 0.25])),
        deckle=float(rng.uniform(0.4, 1.0)) if border and rng.random() < 0.3 else 0.0,
        caption=str(rng.choice(WORDS)) if rng.random() < 0.3 else "",
        corners=bool(rng.random() < 0.1),
    )


def _place(
    rng: np.random.Generator,
    cluster: list[Print],
    occupied: npt.NDArray[np.uint8],
    style: str,
    angles: str,
) -> list[Print] | None:
    """The cluster turned and moved to where nothing lies, which is then occupied."""
    height, width = occupied.shape
    for _ in range(_TRIES):
        spread = {"straight": 0.4, "crooked": 4.0, "any": 60.0}[angles]
        angle = float(rng.uniform(-spread, spread))
        center = rng.uniform(0, 1, 2) * (width, height)
        if style == "rows":
            center = np.round(center / 12) * 12
        moved = [_moved(each, angle, center) for each in cluster]
        corners = np.concatenate([each.polygon() for each in moved])
        edge = 0.0 if rng.random() < 0.3 else 2.0
        if corners.min() < edge or (corners > np.array((width, height)) - edge).any():
            continue
        mask = np.zeros_like(occupied)
        for each in moved:
            cv2.fillPoly(mask, [np.round(each.polygon()).astype(np.int32)], 1)
        if np.logical_and(cv2.dilate(mask, np.ones((7, 7), np.uint8)), occupied).any():
            continue
        occupied |= mask
        return moved
    return None


def _moved(each: Print, angle: float, center: npt.NDArray[np.float64]) -> Print:
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    x = cos * each.x - sin * each.y + center[0]
    y = sin * each.x + cos * each.y + center[1]
    return replace(each, x=float(x), y=float(y), angle=each.angle + angle)


def _captions(
    rng: np.random.Generator, prints: list[Print], ground: float, page: tuple[float, float]
) -> tuple[tuple[str, float, float, float, Color], ...]:
    """Writing on the page under some prints: words, x, y, height in mm, ink."""
    light, dark = (235.0, 232.0, 225.0), (40.0, 45.0, 110.0)
    ink = light if ground < 110 else dark
    found = []
    for each in prints:
        low = each.polygon()[:, 1].max() + 5
        if rng.random() < 0.25 and low < page[1] - 2:
            found.append((str(rng.choice(WORDS)), each.x - each.w / 4, float(low), 3.0, ink))
    return tuple(found)
