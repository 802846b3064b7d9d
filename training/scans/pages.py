"""A made-up scanned page, drawn at the size that the finder sees, and where its prints lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes
from training.scans.layout import places
from training.scans.marks import dust, handwriting, photo_corners, tape
from training.scans.subjects import album_page, subject
from training.scans.surfaces import noise, surface

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

#: Shares of pages on which one photo fills the scan, and of those without a print.
_FILLED: Final = 0.13
_EMPTY: Final = 0.04
_SLIVER: Final = 0.1


@dataclass(frozen=True)
class Page:
    """Codes (H, W, 3), and its prints from the lowest to the uppermost."""

    pixels: U8
    prints: tuple[Frame, ...]


@dataclass(frozen=True)
class _Style:
    """What the prints of a page have in common."""

    border: float
    paper: F32
    light: tuple[float, float]  # where the shadow of the paper's edge falls, pixels
    hard: float
    soft: float
    far: tuple[float, float]  # and the wide one
    blur: float


def page(rng: np.random.Generator, photos: Sequence[U8], shape: tuple[int, int]) -> Page:
    """A page (H, W) in pixels."""
    canvas = surface(rng, shape)
    kind = rng.random()
    if kind < _FILLED:
        prints = [Frame(shape[1] / 2, shape[0] / 2, shape[1], shape[0])]
        _fill(rng, canvas, photos)
    else:
        prints = [] if kind < _FILLED + _EMPTY else places(rng, shape)
        _lay_all(rng, canvas, prints, photos)
    if rng.random() < _SLIVER:
        _sliver(rng, canvas, photos)
    return Page(_scanned(rng, canvas), tuple(prints))


def flipped(made: Page, way: int) -> Page:
    """A page as it is, or mirrored: 1 left and right, 2 up and down, 3 both."""
    height, width = made.pixels.shape[:2]
    pixels, prints = made.pixels, made.prints
    if way & 1:
        pixels = pixels[:, ::-1]
        prints = tuple(replace(each, x=width - each.x, angle=-each.angle) for each in prints)
    if way & 2:
        pixels = pixels[::-1]
        prints = tuple(replace(each, y=height - each.y, angle=-each.angle) for each in prints)
    return Page(np.ascontiguousarray(pixels), prints)


def _fill(rng: np.random.Generator, canvas: F32, photos: Sequence[U8]) -> None:
    """One photo over the whole scan, some with their border."""
    h, w = canvas.shape[:2]
    image = album_page(rng, photos) if rng.random() < 0.12 else subject(rng, photos)
    canvas[:] = cv2.resize(image, (w, h), interpolation=cv2.INTER_CUBIC)
    if rng.random() < 0.3:
        rim = int(rng.uniform(2, 0.06 * min(h, w)))
        paper = rng.uniform(215, 255) - rng.uniform(0, 12, 3)
        for turn in range(4):
            np.rot90(canvas, turn)[:rim] = paper


def _lay_all(
    rng: np.random.Generator, canvas: F32, prints: list[Frame], photos: Sequence[U8]
) -> None:
    style = _style(rng)
    for each in prints:
        own = style if rng.random() < 0.75 else _style(rng)
        _cast(canvas, each, style)
        image, mask = _sheet(rng, each, own, subject(rng, photos))
        _lay(canvas, each, image, mask)
        if rng.random() < 0.04:
            tape(rng, canvas, each)
    if rng.random() < 0.3:
        for each in prints:
            if rng.random() < 0.5:
                handwriting(rng, canvas, (each.x - each.width / 3, each.corners()[:, 1].max() + 8))


def _style(rng: np.random.Generator) -> _Style:
    border = float(rng.uniform(0.02, 0.09)) if rng.random() < 0.58 else 0.0
    paper = rng.uniform(215, 254) - np.array((0, rng.uniform(0, 8), rng.uniform(0, 26)))
    if rng.random() < 0.06:
        paper = np.full(3, rng.uniform(5, 60))
    turn = rng.uniform(0, 2 * np.pi)
    far = rng.uniform(0.2, 2.5)
    hard = float(rng.uniform(0, 60)) if rng.random() < 0.75 else 0.0
    soft = float(rng.uniform(0.05, 0.5)) if rng.random() < 0.6 else 0.0
    light = (float(far * np.cos(turn)), float(far * np.sin(turn)))
    away = rng.uniform(0, 9)
    wide = (float(away * np.cos(turn)), float(away * np.sin(turn)))
    return _Style(border, paper.astype(np.float32), light, hard, soft, wide, rng.uniform(0.7, 8))


def _outline(shape: tuple[int, ...], corners: F64, value: float = 1.0) -> F32:
    """A polygon's cover (H, W) of each pixel, smooth at its sides."""
    fine = 4
    mask = np.zeros((shape[0] * fine, shape[1] * fine), np.uint8)
    cv2.fillConvexPoly(mask, np.round(corners * fine * 16 - 8).astype(np.int32), 255, shift=4)
    small = cv2.resize(mask, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return small.astype(np.float32) * np.float32(value / 255)


def _part(canvas: F32, each: Frame, around: int) -> tuple[slice, slice, tuple[int, int]]:
    corners = each.corners()
    low = np.maximum(np.floor(corners.min(0)).astype(int) - around, 0)
    high = np.minimum(np.ceil(corners.max(0)).astype(int) + around, canvas.shape[1::-1])
    return slice(low[1], high[1]), slice(low[0], high[0]), (int(low[0]), int(low[1]))


def _cast(canvas: F32, each: Frame, style: _Style) -> None:
    """The shadow of the paper's edge, thin and hard, and a wide soft one."""
    if not style.hard and not style.soft:
        return
    rows, columns, low = _part(canvas, each, 32)
    part = canvas[rows, columns]
    if style.soft:
        cover = _outline(part.shape, each.corners() - low + np.array(style.far), style.soft)
        part *= 1 - cv2.GaussianBlur(cover, (0, 0), style.blur)[..., None]
    if style.hard:
        way = np.array(style.light) / max(1e-6, float(np.hypot(*style.light)))
        cover = _outline(part.shape, each.corners() - low + 0.45 * way, style.hard)
        part -= cover[..., None]
    np.maximum(part, 0, out=part)


def _sheet(rng: np.random.Generator, each: Frame, style: _Style, image: U8) -> tuple[F32, F32]:
    """The print straight: codes (h, w, 3) at twice the page's pixels, and its paper (h, w)."""
    w, h = max(8, round(2 * each.width)), max(8, round(2 * each.height))
    rim = round(style.border * min(w, h))
    foot = round(rim * rng.uniform(2, 4)) if rim and rng.random() < 0.1 else rim
    size = (max(2, w - 2 * rim), max(2, h - rim - foot))
    smaller = size[0] < image.shape[1]
    flags = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    sheet = np.empty((h, w, 3), np.float32)
    sheet[:] = style.paper
    sheet[rim : rim + size[1], rim : rim + size[0]] = cv2.resize(image, size, interpolation=flags)
    if rim and rng.random() < 0.25:
        handwriting(rng, sheet, (w * 0.2, h - foot * 0.25), max(5.0, 0.7 * foot))
    if rng.random() < 0.08:
        photo_corners(rng, sheet)
    mask = np.ones((h, w), np.float32)
    if style.border and rng.random() < 0.25:
        _deckle(rng, mask)
    if rng.random() < 0.06:
        _round_off(rng, mask)
    return sheet, mask


def _deckle(rng: np.random.Generator, mask: F32) -> None:
    depth, pitch = rng.uniform(0.5, 3.5), rng.uniform(3, 12)
    for turn in range(4):
        view = np.rot90(mask, turn)
        at = np.arange(view.shape[1])
        cut = depth * (0.5 + 0.5 * np.sin(at * 2 * np.pi / pitch)) * rng.uniform(0.3, 1, len(at))
        view[:4][np.arange(4)[:, None] < np.round(cut)[None]] = 0


def _round_off(rng: np.random.Generator, mask: F32) -> None:
    radius = int(rng.uniform(2, 0.08 * min(mask.shape)) + 1)
    y, x = np.mgrid[:radius, :radius]
    beyond = (x - radius) ** 2 + (y - radius) ** 2 > radius**2
    for turn in range(4):
        np.rot90(mask, turn)[:radius, :radius][beyond] = 0


def _lay(canvas: F32, each: Frame, image: F32, mask: F32) -> None:
    rows, columns, low = _part(canvas, each, 1)
    part = canvas[rows, columns]
    if 0 in part.shape[:2]:
        return
    size = (part.shape[1], part.shape[0])
    own = axes(each.angle)
    scale = np.array((each.width / image.shape[1], each.height / image.shape[0]))
    turn = own.T * scale
    start = np.array((each.x, each.y)) - turn @ (np.array(image.shape[1::-1]) / 2 - 0.5) - low - 0.5
    matrix = np.column_stack([turn, start])
    soft = cv2.blur(image, (2, 2), anchor=(0, 0))
    matrix[:, 2] += turn @ (0.5, 0.5)
    warped = cv2.warpAffine(soft, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    cover = _outline(part.shape, each.corners() - low)
    if mask.min() < 1:
        cover *= cv2.warpAffine(mask, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    part += cover[..., None] * (warped - part)


def _sliver(rng: np.random.Generator, canvas: F32, photos: Sequence[U8]) -> None:
    """A strip along a side: what lies beside the page, with a bit of a photo on it or not."""
    view = np.rot90(canvas, int(rng.integers(4)))
    deep = max(2, int(rng.uniform(0.01, 0.07) * min(canvas.shape[:2])))
    strip = view[:deep]
    strip[:] = rng.uniform(10, 245) + rng.uniform(-15, 15, 3)
    start, end = np.sort(rng.integers(0, view.shape[1], 2))
    if rng.random() < 0.6 and end - start > 8:
        bit = subject(rng, photos)[: deep + 2]
        deep = max(1, int(deep * rng.uniform(0.5, 1)))
        strip[:deep, start:end] = cv2.resize(bit, (int(end - start), deep))
    if rng.random() < 0.5:
        view[deep : deep + 1] *= rng.uniform(0.3, 0.9)


def _scanned(rng: np.random.Generator, canvas: F32) -> U8:
    """What a scanner makes of it: dust, blur, noise, tone, and a JPEG's blocks now and then."""
    dust(rng, canvas)
    if rng.random() < 0.5:
        canvas = cv2.GaussianBlur(canvas, (0, 0), rng.uniform(0.3, 0.9))  # type: ignore[assignment]
    shape = canvas.shape[:2]
    if rng.random() < 0.45:
        grey = canvas @ np.array((0.299, 0.587, 0.114), np.float32)
        grey += noise(rng, shape) * np.float32(rng.uniform(0, 3))
        canvas = np.repeat(grey[..., None], 3, 2)
    else:
        level = np.float32(rng.uniform(0, 3))
        canvas = canvas + np.dstack([noise(rng, shape) for _ in range(3)]) * level
    pixels = np.clip(np.round(canvas), 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        steps = (np.arange(256) / 255) ** np.exp(rng.uniform(-0.35, 0.35)) * 255
        table = steps * rng.uniform(0.85, 1) + rng.uniform(0, 20)
        pixels = cv2.LUT(pixels, table.clip(0, 255).round().astype(np.uint8)[None])  # type: ignore[assignment]
    if rng.random() < 0.2:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 92))]
        pixels = cv2.imdecode(cv2.imencode(".jpg", pixels, quality)[1], cv2.IMREAD_COLOR)  # type: ignore[assignment]
    return pixels
