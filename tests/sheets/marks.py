"""What is written, stamped, spilt or stuck on a sheet, or lies beside it."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from PIL import Image, ImageDraw

from core.color import F32
from tests.sheets.fields import Rng, blurred, f32, field, hue, mixed, soft_blob

_CAPTIONS: Final = (
    "Oma Luise, Rügen, Sommer 1931", "Paris, juin 1954", "Nr. 114", "Hochzeit 12. V. 1923",
    "Для Нины, 1947", "To Mother with love, Jack", "Auf dem Weg nach Hause", "Verdun 1916",
)  # fmt: skip
_STAMPS: Final = ("ARCHIV", "PHOTO KOCH, ULM", "Stadtmuseum", "COPY", "17 MAR 1938", "Foto Weiss")
#: Blue, violet, red, green, sepia and black ink; pencil; gold.
_INKS: Final = (
    (0.12, 0.22, 0.6), (0.3, 0.15, 0.5), (0.75, 0.1, 0.12), (0.1, 0.4, 0.25), (0.35, 0.2, 0.1),
    (0.08, 0.08, 0.1), (0.15, 0.3, 0.75), (0.7, 0.55, 0.2), (0.85, 0.15, 0.35),
)  # fmt: skip


def caption(rgb: F32, rng: Rng) -> F32:
    """One to three lines in ink: set in type or written with a pen, at an edge or across."""
    out = rgb
    ink = np.array(_INKS[rng.integers(len(_INKS))], np.float32)
    for _ in range(rng.integers(1, 4)):
        write = typed if rng.random() < 0.6 else scribble
        out = mixed(out, ink, write(out.shape[:2], rng) * np.float32(rng.uniform(0.6, 1)))
    return out


def stamp(rgb: F32, rng: Rng) -> F32:
    """A rubber stamp, a round or a square one, unevenly inked."""
    height, width = rgb.shape[:2]
    size = round(min(height, width) * rng.uniform(0.12, 0.32))
    mark = Image.new("L", (2 * size, 2 * size))
    draw, middle = ImageDraw.Draw(mark), (size, size)
    box, thick = (size * 0.1, size * 0.3, size * 1.9, size * 1.7), max(2, size // 20)
    (draw.ellipse if rng.random() < 0.6 else draw.rectangle)(box, outline=255, width=thick)
    draw.text(middle, str(rng.choice(_STAMPS)), 255, anchor="mm", font_size=max(8, size // 4))
    layer = _placed(mark.rotate(rng.uniform(-30, 30)), (height, width), rng)
    colour = hue(rng, *[(0.58, 0.8), (0.93, 1.03), (0.3, 0.45)][rng.integers(3)], 0.75, 0.6)
    return mixed(rgb, colour, layer * (0.35 + 0.6 * field(layer.shape, rng, 12)))


def seal(rgb: F32, rng: Rng) -> F32:
    """Sealing wax, a sticker or a revenue stamp: one small coloured piece."""
    height, width = rgb.shape[:2]
    size = round(min(height, width) * rng.uniform(0.05, 0.13))
    mark = Image.new("L", (2 * size, 2 * size))
    box = (size * 0.4, size * 0.4, size * 1.6, size * 1.6)
    draw = ImageDraw.Draw(mark)
    (draw.ellipse if rng.random() < 0.5 else draw.rectangle)(box, fill=255)
    layer = _placed(mark.rotate(rng.uniform(-20, 20)), (height, width), rng)
    shade = 0.8 + 0.4 * field(layer.shape, rng, 30)[..., None]
    return mixed(rgb, np.clip(hue(rng, 0, 1, 0.8, 0.65) * shade, 0, 1), layer)


def date_imprint(rgb: F32, rng: Rng) -> F32:
    """Digits that a camera has burnt into a corner, orange or red and glowing."""
    height, width = rgb.shape[:2]
    day = f"{rng.integers(1, 29)} {rng.integers(1, 13)} '{rng.integers(80, 99)}"
    mark = Image.new("L", (width, height))
    corner = (width * rng.uniform(0.85, 0.97), height * rng.uniform(0.9, 0.97))
    size = max(10, round(height * rng.uniform(0.035, 0.06)))
    ImageDraw.Draw(mark).text(corner, day, 255, anchor="rb", font_size=size)
    layer = f32(np.asarray(mark) / 255)
    glow = f32(np.clip(layer + 0.5 * blurred(layer, size / 8), 0, 1))
    return mixed(rgb, hue(rng, 0.0, 0.12, 0.85, 1.0), glow)


def pen_scratches(rgb: F32, rng: Rng) -> F32:
    """A child's ball pen, or a retoucher's crayon marks."""
    ink = np.array(_INKS[rng.integers(4)], np.float32)
    return mixed(rgb, ink, scribble(rgb.shape[:2], rng, turns=int(rng.integers(5, 20))))


def stains(rgb: F32, rng: Rng) -> F32:
    """Coffee, water, rust, mould: brown, transparent, with or without a rim."""
    out = rgb
    for _ in range(rng.integers(1, 4)):
        blob = soft_blob(rgb.shape[:2], rng, rng.uniform(0.004, 0.06), rng.uniform(0.05, 0.4))
        if rng.random() < 0.5:
            blob = np.clip(blob - 0.7 * blurred(blob, 6) * blob, 0, 1)
        colour = hue(rng, 0.04, 0.14, rng.uniform(0.3, 0.7), rng.uniform(0.6, 0.9))
        out = mixed(out, out * colour, blob * np.float32(rng.uniform(0.4, 0.9)))
    return out


def foxing(rgb: F32, rng: Rng) -> F32:
    """Many small rusty spots."""
    height, width = rgb.shape[:2]
    layer = np.zeros((height, width), np.float32)
    for _ in range(rng.integers(15, 80)):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        cv2.circle(layer, centre, int(rng.integers(1, 6)), rng.uniform(0.2, 0.8), -1)
    return mixed(rgb, rgb * hue(rng, 0.04, 0.1, 0.6, 0.75), blurred(layer, 1.2))


def tape(rgb: F32, rng: Rng) -> F32:
    """Old adhesive tape across a corner or an edge, or the yellow it has left."""
    height, width = rgb.shape[:2]
    corners = cv2.boxPoints(
        (
            (float(rng.choice([0, width]) + rng.normal(0, 20)), float(rng.uniform(0, height))),
            (width * rng.uniform(0.2, 0.5), min(height, width) * rng.uniform(0.05, 0.1)),
            float(rng.uniform(-60, 60)),
        )
    )
    layer = np.zeros((height, width), np.float32)
    cv2.fillPoly(layer, [corners.astype(np.int32)], 1)
    colour = hue(rng, 0.09, 0.14, rng.uniform(0.3, 0.6), 0.9)
    return mixed(rgb, 0.15 * colour + rgb * colour * 0.85, blurred(layer, 1) * 0.9)


def control_strip(rgb: F32, rng: Rng) -> F32:
    """A scanner's colour control strip beside the sheet: patches of all hues and a grey wedge."""
    height, width = rgb.shape[:2]
    patches = rng.integers(8, 20)
    thick = round(min(height, width) * rng.uniform(0.04, 0.12))
    colours = np.array([hue(rng, i / patches, i / patches, 0.9, 0.85) for i in range(patches)])
    greys = np.repeat(np.linspace(1, 0, patches)[:, None], 3, 1)
    row = np.concatenate((colours, greys) if rng.random() < 0.6 else (colours,))
    along = round(width * rng.uniform(0.4, 1))
    strip = cv2.resize(row[None].astype(np.float32), (along, thick), interpolation=0)
    band = np.full((round(thick * rng.uniform(1.1, 2)), width, 3), rng.uniform(0.9, 1), np.float32)
    at = rng.integers(width - along + 1)
    band[:thick, at : at + along] = strip
    out = np.concatenate((rgb, band) if rng.random() < 0.7 else (band[::-1], rgb))
    return np.ascontiguousarray(out if rng.random() < 0.5 else np.rot90(out))


def typed(shape: tuple[int, int], rng: Rng) -> F32:
    """A line of type (H, W) in 0..1, as wide as a pen writes."""
    height, width = shape
    layer = Image.new("L", (width, height))
    size = max(9, round(min(shape) * rng.uniform(0.03, 0.08)))
    at = (width * rng.uniform(0.02, 0.4), height * rng.choice([0.01, 0.5, 0.9, 0.93]))
    thick = int(rng.integers(0, 2))
    draw = ImageDraw.Draw(layer)
    draw.text(at, str(rng.choice(_CAPTIONS)), 255, font_size=size, stroke_width=thick)
    return f32(np.asarray(layer) / 255)


def scribble(shape: tuple[int, int], rng: Rng, turns: int = 0) -> F32:
    """A line of handwriting (H, W) in 0..1: loops along a base line."""
    height, width = shape
    size = min(shape) * rng.uniform(0.015, 0.04)
    letters = turns or int(rng.integers(10, 40))
    t = np.linspace(0, letters * 2 * np.pi, letters * 24)
    wobble = 1 + 0.6 * np.interp(t, np.linspace(0, t[-1], letters), rng.standard_normal(letters))
    x = width * rng.uniform(0.02, 0.4) + t / (2 * np.pi) * size * 0.9 + size * 0.5 * np.cos(t)
    y = height * rng.choice([0.06, 0.3, 0.6, 0.94]) + size * wobble * np.sin(t)
    layer = np.zeros(shape, np.uint8)
    line = np.stack((x, y), -1).astype(np.int32)
    cv2.polylines(layer, [line], False, 255, int(rng.integers(1, 4)), cv2.LINE_AA)
    return f32(layer / 255)


def _placed(mark: Image.Image, shape: tuple[int, int], rng: Rng) -> F32:
    """The mark (H, W) in 0..1, somewhere on the sheet and wholly on it."""
    height, width = shape
    layer = Image.new("L", (width, height))
    x = rng.integers(max(1, width - mark.width))
    y = rng.integers(max(1, height - mark.height))
    layer.paste(mark, (int(x), int(y)))
    return f32(np.asarray(layer) / 255)
