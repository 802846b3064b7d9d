"""A planned page drawn at a resolution."""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan_pages import grounds
from tests.scan_pages.photos import NAMES, picture, toned
from tests.scan_pages.plan import Color, Page, Print

U8 = npt.NDArray[np.uint8]

_INCH: Final = 25.4
_ROWS: Final = 1024
_LUMA: Final = np.array((0.299, 0.587, 0.114), np.float32)


def draw(page: Page, dpi: float, *, grey: bool | None = None) -> U8:
    """(H, W, 3) codes, or (H, W) where the page was scanned in grey or `grey` says so."""
    grey = page.grey if grey is None else grey
    scale = dpi / _INCH
    width, height = round(page.width * scale), round(page.height * scale)
    canvas = grounds.draw(page.ground, width, height, dpi, page.seed, grey=grey)
    rng = np.random.default_rng(page.seed)
    for each in page.prints:
        if page.ground.soft:
            _soft_shadow(canvas, each.polygon() * scale, page.ground.soft, scale)
        _lay(canvas, each, scale, rng, grey=grey)
    for words, x, y, size, ink in page.captions:
        _write(canvas, words, (x * scale, y * scale), size * scale, ink_of(ink, grey=grey))
    _sliver(canvas, page, scale, rng, grey=grey)
    _dust(canvas, page, scale, rng)
    if page.blur * scale > 0.2:
        cv2.GaussianBlur(canvas, (0, 0), page.blur * scale, canvas)
    _noise(canvas, page.noise, rng)
    return canvas


def ink_of(color: Color, *, grey: bool) -> tuple[float, ...]:
    """A colour as it is drawn: its luma alone on a page that was scanned in grey."""
    return (float(np.array(color, np.float32) @ _LUMA),) if grey else color


def _lay(canvas: U8, each: Print, scale: float, rng: np.random.Generator, *, grey: bool) -> None:
    """The print, turned and moved into the canvas, with the shadow of its paper's edge."""
    w, h = max(2, round(each.w * scale)), max(2, round(each.h * scale))
    image, mask = _sheet(each, w, h, scale, rng, grey=grey)
    cos, sin = np.cos(np.radians(each.angle)), np.sin(np.radians(each.angle))
    turn = np.array([(cos, -sin), (sin, cos)])
    corners = each.polygon() * scale
    low = np.maximum(np.floor(corners.min(0)) - 3, 0).astype(int)
    high = np.minimum(np.ceil(corners.max(0)) + 3, canvas.shape[1::-1]).astype(int)
    shift = np.array((each.x, each.y)) * scale - turn @ ((w - 1) / 2, (h - 1) / 2) - 0.5
    edge = max(1.0, 0.25 * scale)
    for top in range(low[1], high[1], _ROWS):
        size = (int(high[0] - low[0]), int(min(_ROWS, high[1] - top)))
        matrix = np.column_stack([turn, shift - (low[0], top)])
        cover = cv2.warpAffine(mask, matrix, size, flags=cv2.INTER_LINEAR)
        warped = cv2.warpAffine(
            image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        part: Any = canvas[top : top + size[1], low[0] : high[0]]
        if each.edge:
            moved = matrix.copy()
            moved[:, 2] += edge
            cast = cv2.warpAffine(mask, moved, size, flags=cv2.INTER_LINEAR)
            dark = np.where(cast > 127, np.uint8(each.edge), np.uint8(0))
            part[:] = cv2.subtract(part, dark if part.ndim == 2 else np.dstack([dark] * 3))
        weight = cover.astype(np.uint16)
        weight = weight if part.ndim == 2 else weight[..., None]
        part[:] = (part * (255 - weight) + warped * weight + 127) // 255


def _sheet(
    each: Print, w: int, h: int, scale: float, rng: np.random.Generator, *, grey: bool
) -> tuple[U8, U8]:
    """The print itself (h, w[, 3]) and where there is paper (h, w), 0 or 255."""
    rgb = picture(each.subject)
    rows, columns = rgb.shape[:2]
    x, y, pw, ph = each.crop
    part = rgb[int(y * rows) : int((y + ph) * rows), int(x * columns) : int((x + pw) * columns)]
    part = toned(part, each.tone, each.gamma)
    image: Any = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY) if grey else part
    border = round(each.border * scale)
    size = (max(1, w - 2 * border), max(1, h - 2 * border))
    shrinks = size[0] < image.shape[1]
    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    if border:
        ink = ink_of(each.paper, grey=grey)
        image = cv2.copyMakeBorder(
            image, *(border,) * 4, borderType=cv2.BORDER_CONSTANT, value=(*ink, 0, 0, 0)[:4]
        )
        image = cv2.resize(image, (w, h), interpolation=cv2.INTER_NEAREST)
    if each.caption and border:
        where = (w * 0.3, h - border * 0.3)
        _write(image, each.caption, where, border * 0.6, ink_of((60, 60, 120), grey=grey))
    if each.corners:
        _photo_corners(image, round(8 * scale))
    return image, _paper(each, w, h, scale, rng)


def _photo_corners(image: U8, size: int) -> None:
    h, w = image.shape[:2]
    for x, y, dx, dy in ((0, 0, 1, 1), (w, 0, -1, 1), (w, h, -1, -1), (0, h, 1, -1)):
        corner = np.array([(x, y), (x + dx * size, y), (x, y + dy * size)], np.int32)
        cv2.fillPoly(image, [corner], (28, 26, 26))


def _paper(each: Print, w: int, h: int, scale: float, rng: np.random.Generator) -> U8:
    """All of it, or with a deckle edge: teeth whose depth and pitch vary, cut inwards."""
    mask = np.full((h, w), 255, np.uint8)
    if not each.deckle:
        return mask
    depth = each.deckle * scale
    pitch = float(rng.uniform(1.5, 4.0)) * scale
    for length, turn in ((w, 0), (h, 1), (w, 2), (h, 3)):
        at = np.arange(length)
        wave = 0.5 + 0.5 * np.sin(2 * np.pi * at / pitch + rng.uniform(0, 6))
        wobble = np.interp(at, np.linspace(0, length, 40), rng.uniform(0.3, 1, 40))
        cut = np.round(depth * wave * wobble)
        deep = int(cut.max()) + 1
        view: Any = np.rot90(mask, turn)
        view[:deep][np.arange(deep)[:, None] < cut[None]] = 0
    return mask


def _soft_shadow(canvas: U8, corners: Any, depth: float, scale: float) -> None:
    """The shadow that a print throws where the lid does not press it down; drawn small."""
    small = 2.0 / scale if scale > 2 else 1.0
    shape = (round(canvas.shape[0] * small), round(canvas.shape[1] * small))
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [np.round((corners + 1.5 * scale) * small).astype(np.int32)], 255)
    mask = cv2.GaussianBlur(mask, (0, 0), 1.5 * scale * small)
    size = canvas.shape[1::-1]
    for top in range(0, size[1], _ROWS):
        rows = min(_ROWS, size[1] - top)
        shade = cv2.warpAffine(
            mask,
            np.array([(1 / small, 0, 0), (0, 1 / small, -top)], np.float64),
            (size[0], rows),
            flags=cv2.INTER_LINEAR,
        )
        part: Any = canvas[top : top + rows]
        light = 255 - (shade * depth).astype(np.uint8)
        part[:] = cv2.multiply(
            part, light if part.ndim == 2 else np.dstack([light] * 3), scale=1 / 255
        )


def _write(canvas: U8, words: str, at: tuple[float, float], size: float, ink: Any) -> None:
    thick = max(1, round(size / 9))
    where = (round(at[0]), round(at[1]))
    font = cv2.FONT_HERSHEY_SCRIPT_SIMPLEX
    cv2.putText(canvas, words, where, font, size / 22, ink, thick, cv2.LINE_AA)


def _sliver(canvas: U8, page: Page, scale: float, rng: np.random.Generator, *, grey: bool) -> None:
    """A strip along a side: the next page's card, sometimes with a bit of a photo on it."""
    side, width = page.sliver
    if not side:
        return
    turn = {"top": 0, "right": 1, "bottom": 2, "left": 3}[side]
    view: Any = np.rot90(canvas, turn)[: max(1, round(width * scale))]
    view[:] = np.array(ink_of(tuple(rng.uniform(20, 240, 3)), grey=grey)).round().astype(np.uint8)
    start, end = np.sort(rng.uniform(0, 1, 2)) * view.shape[1]
    if rng.random() < 0.6 and end - start > 20:
        image = picture(str(NAMES[rng.integers(5)]))
        size = (int(end) - int(start), max(1, round(view.shape[0] * 0.7)))
        strip: Any = cv2.resize(image[: image.shape[0] // 4], size, interpolation=cv2.INTER_AREA)
        strip = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY) if grey else strip
        view[: size[1], int(start) : int(end)] = strip
    view[-max(1, round(0.3 * scale)) :] //= 2


def _dust(canvas: U8, page: Page, scale: float, rng: np.random.Generator) -> None:
    """Specks and hairs, lighter or darker."""
    for _ in range(page.dust):
        x, y = rng.uniform(0, 1, 2) * (page.width, page.height)
        ink = (float(rng.choice([20, 245])),) * (1 if canvas.ndim == 2 else 3)
        if rng.random() < 0.8:
            radius = max(1, round(rng.uniform(0.05, 0.35) * scale))
            cv2.circle(canvas, (round(x * scale), round(y * scale)), radius, ink, -1, cv2.LINE_AA)
        else:
            bend = np.cumsum(rng.normal(0, 1.2, (8, 2)), 0) + np.array((x, y))
            points = np.round(bend * scale).astype(np.int32)
            cv2.polylines(canvas, [points], False, ink, max(1, round(0.12 * scale)), cv2.LINE_AA)


def _noise(canvas: U8, sigma: float, rng: np.random.Generator) -> None:
    """The sensor's noise, in strips; one tile of it, shifted by chance."""
    channels = 1 if canvas.ndim == 2 else 3
    tile = np.round(rng.normal(0, sigma, (_ROWS, 1024, channels))).astype(np.int16)
    for top in range(0, canvas.shape[0], _ROWS):
        for left in range(0, canvas.shape[1], 1024):
            part: Any = canvas[top : top + _ROWS, left : left + 1024]
            grain = np.roll(tile, int(rng.integers(1024)), 1)[: part.shape[0], : part.shape[1]]
            part[:] = np.clip(part + grain.reshape(part.shape), 0, 255)
