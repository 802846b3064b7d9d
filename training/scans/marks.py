"""What lies about and on prints and is none: writing, tape, photo corners, dust, hairs."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame

F32 = npt.NDArray[np.float32]


def handwriting(
    rng: np.random.Generator, canvas: F32, at: tuple[float, float], size: float = 8.0
) -> None:
    """A few words whose ink stands out from what lies there; ``size`` in pixels."""
    words = "".join(rng.choice(list("abdefgilmnorstu 1935"), int(rng.integers(4, 18))))
    y, x = (int(np.clip(v, 0, n - 1)) for v, n in zip(at[::-1], canvas.shape, strict=False))
    dark = canvas[y, x].mean() < 110
    ink = (rng.uniform(180, 250),) * 3 if dark else tuple(rng.uniform(0, 110, 3))
    face = int(rng.choice([cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX, 0]))
    top = max(0, y - int(2 * size))
    part = canvas[top : y + int(size)]
    cover = np.zeros(part.shape[:2], np.uint8)
    scale = size / 22 * rng.uniform(0.7, 1.5)
    cv2.putText(cover, words, (x, y - top), face, scale, (255,), 1, cv2.LINE_AA)
    part += cover[..., None] / np.float32(255) * (np.array(ink, np.float32) - part)


def photo_corners(rng: np.random.Generator, sheet: F32) -> None:
    """Corners of paper that hold a print (h, w, 3) in its album."""
    h, w = sheet.shape[:2]
    size = int(rng.uniform(0.05, 0.16) * min(h, w))
    code = tuple(rng.uniform(0, 60) + rng.uniform(0, 8, 3))
    if rng.random() < 0.3:
        code = (rng.uniform(200, 250),) * 3
    for x, y, dx, dy in ((0, 0, 1, 1), (w, 0, -1, 1), (w, h, -1, -1), (0, h, 1, -1)):
        corner = np.array([(x, y), (x + dx * size, y), (x, y + dy * size)], np.int32)
        cv2.fillPoly(sheet, [corner], code)


def tape(rng: np.random.Generator, canvas: F32, each: Frame) -> None:
    """A strip of adhesive tape over one of a print's corners, half transparent."""
    x, y = each.corners()[int(rng.integers(4))]
    strip = Frame(float(x), float(y), rng.uniform(15, 45), rng.uniform(6, 14), rng.uniform(-90, 90))
    mask = np.zeros(canvas.shape[:2], np.float32)
    cv2.fillConvexPoly(mask, np.round(strip.corners()).astype(np.int32), rng.uniform(0.1, 0.7))
    canvas += mask[..., None] * (np.array((225, 215, 180), np.float32) - canvas)


def dust(rng: np.random.Generator, canvas: F32) -> None:
    """Specks, hairs and scratches of the glass on (H, W, 3), lighter or darker."""
    h, w = canvas.shape[:2]
    for _ in range(int(rng.exponential(12)) if rng.random() < 0.6 else 0):
        x, y = (int(rng.integers(n)) for n in (w, h))
        code = (float(rng.choice([20, 245])),) * 3
        if rng.random() < 0.8:
            canvas[y, x] += np.float32(rng.uniform(0.1, 0.9)) * (code - canvas[y, x])
            continue
        bend = np.cumsum(rng.normal(0, 2, (8, 2)), 0) + np.array((x, y))
        line: Any = np.round(bend).astype(np.int32)
        cv2.polylines(canvas, [line], False, code, 1, cv2.LINE_AA)
    if rng.random() < 0.06:
        ends = [(int(rng.integers(w)), int(rng.integers(h))) for _ in range(2)]
        cv2.line(canvas, ends[0], ends[1], (float(rng.uniform(0, 255)),) * 3, 1, cv2.LINE_AA)
