"""Black-and-white prints: how they are toned, and what age and scanners do to them."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from core.color import F32
from tests.sheets.fields import Rng, blurred, f32, field, grain, mixed

#: Black point, white point (RGB), and how far red's and blue's curves bend apart.
TONES: Final = {
    "sepia": ((0.10, 0.05, 0.02), (1.0, 0.95, 0.82), 0.25),
    "deep sepia": ((0.16, 0.08, 0.03), (0.97, 0.88, 0.70), 0.35),
    "faded yellow": ((0.25, 0.20, 0.12), (0.93, 0.86, 0.62), 0.15),
    "cyanotype": ((0.02, 0.08, 0.20), (0.93, 0.97, 0.98), -0.5),
    "selenium": ((0.06, 0.03, 0.07), (0.98, 0.97, 0.99), 0.03),
    "gold": ((0.05, 0.05, 0.09), (0.96, 0.96, 1.0), -0.12),
    "red chalk": ((0.20, 0.06, 0.04), (0.98, 0.93, 0.88), 0.3),
    "green": ((0.03, 0.09, 0.05), (0.94, 0.98, 0.90), 0.02),
    "cream": ((0.06, 0.06, 0.05), (0.97, 0.95, 0.89), 0.03),
    "olive": ((0.10, 0.09, 0.05), (0.90, 0.88, 0.74), 0.05),
}
#: The usual "sepia filter" of programs, on encoded RGB; it clips in the lights.
_SEPIA_MATRIX: Final = np.array(
    [[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]], np.float32
)


def neutral(grey: F32, _: Rng) -> F32:
    """(H, W) -> (H, W, 3) without a tone."""
    return np.dstack([grey] * 3)


def toned(grey: F32, rng: Rng, name: str | None = None) -> F32:
    """One of `TONES`, a little stronger or weaker; half a tone is as likely as a whole one."""
    black, white, bend = TONES[name or rng.choice(list(TONES))]
    amount = rng.uniform(0.4, 1.2)
    low, high = np.array(black, np.float32), np.array(white, np.float32)
    low, high = (end.mean() + (end - end.mean()) * amount for end in (low, high))
    curve = grey[..., None] ** np.array([1 - bend * amount, 1, 1 + bend * amount], np.float32)
    return f32(np.clip(low + (high - low) * curve, 0, 1))


def program_sepia(grey: F32, _: Rng) -> F32:
    """The "sepia filter" of programs."""
    return f32(np.clip(neutral(grey, _) @ _SEPIA_MATRIX.T, 0, 1))


def split_toned(grey: F32, rng: Rng) -> F32:
    """One tone in the shadows, another in the lights; as a duotone print has it, too."""
    shadows, lights = toned(grey, rng), toned(grey, rng)
    return mixed(shadows, lights, np.clip(grey * 1.6 - 0.3, 0, 1))


def uneven(grey: F32, rng: Rng) -> F32:
    """Fresh here, yellowed there."""
    return mixed(
        toned(grey, rng, "cream"), toned(grey, rng, "faded yellow"), field(grey.shape, rng, 2)
    )


def light_struck(grey: F32, rng: Rng) -> F32:
    """Faded and yellowed from the edges in."""
    height, width = grey.shape
    y, x = np.mgrid[:height, :width]
    inside = np.minimum.reduce([x, width - x, y, height - y]) / min(height, width)
    share = np.clip(1 - inside / rng.uniform(0.1, 0.3), 0, 1) * field(grey.shape, rng, 3)
    return mixed(toned(grey, rng, "sepia"), toned(grey, rng, "faded yellow"), share)


def silvered(grey: F32, rng: Rng) -> F32:
    """Silver mirroring: the shadows near the edges shine blue."""
    rgb = toned(grey, rng, str(rng.choice(["sepia", "cream", "selenium"])))
    height, width = grey.shape
    y, x = np.mgrid[:height, :width]
    inside = np.minimum.reduce([x, width - x, y, height - y]) / min(height, width)
    share = np.clip(1 - inside / 0.18, 0, 1) * np.clip(1 - grey * 1.5, 0, 1) * 0.7
    return mixed(rgb, np.array([0.42, 0.46, 0.54], np.float32), share.astype(np.float32))


def lit_unevenly(rgb: F32, rng: Rng) -> F32:
    """Photographed instead of scanned: lamp light from one side, daylight from the other."""
    lamp = np.array([1.0, rng.uniform(0.90, 0.96), rng.uniform(0.74, 0.9)], np.float32)
    day = np.array([rng.uniform(0.88, 0.96), 0.97, 1.0], np.float32)
    return rgb * mixed(lamp, day, field(rgb.shape, rng, 1))


def colour_noise(rgb: F32, rng: Rng) -> F32:
    """A scanner's or a camera's noise, of each channel for itself."""
    return rgb + rng.uniform(0.005, 0.025) * grain(rgb.shape, rng, rng.uniform(0, 1))


def misregistered(rgb: F32, rng: Rng) -> F32:
    """A scanner whose three rows of sensors do not meet: coloured fringes at the edges."""
    out = rgb.copy()
    for channel in (0, 2):
        shift = rng.uniform(-1.6, 1.6, 2)
        out[..., channel] = _moved(rgb[..., channel], *shift)
    return out


def moire(rgb: F32, rng: Rng) -> F32:
    """A printed halftone, scanned: each ink's screen beats with the sensor at its own angle."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    out = rgb.copy()
    for channel in range(3):
        angle, period = rng.uniform(0, np.pi), rng.uniform(4, 14)
        wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
        out[..., channel] += np.float32(rng.uniform(0.01, 0.03)) * wave
    return out


def streaked(rgb: F32, rng: Rng) -> F32:
    """Dust on a scanner's glass: thin coloured lines from top to bottom."""
    out = rgb.copy()
    for _ in range(rng.integers(1, 4)):
        at = rng.integers(rgb.shape[1])
        out[:, at : at + rng.integers(1, 3)] += rng.uniform(-0.15, 0.15, 3).astype(np.float32)
    return out


def grainy(grey: F32, rng: Rng) -> F32:
    """The film's own grain, (H, W)."""
    amount, size = rng.uniform(0, 0.05), rng.uniform(0.3, 1.2)
    return np.clip(grey + amount * grain(grey.shape, rng, size), 0, 1)


def low_contrast(grey: F32, rng: Rng) -> F32:
    """A faded or an under-exposed print, (H, W)."""
    black, white = rng.uniform(0, 0.25), rng.uniform(0.7, 1)
    soft = blurred(grey, rng.uniform(0.4, 1.5)) if rng.random() < 0.3 else grey
    return black + (white - black) * soft


def _moved(plane: F32, dy: float, dx: float) -> F32:
    matrix = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
    size = (plane.shape[1], plane.shape[0])
    return f32(cv2.warpAffine(plane, matrix, size, borderMode=cv2.BORDER_REPLICATE))
