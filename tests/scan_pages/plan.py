"""What is on a made-up page, in millimetres: drawn at any resolution it is the same page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Color = tuple[float, float, float]


@dataclass(frozen=True)
class Print:
    """One print: where it lies (centre, size in mm, degrees clockwise) and what it looks like.

    ``subject`` and ``crop`` (x, y, w, h in 0..1) choose the picture; ``border`` is in mm, ``edge``
    the depth of the thin shadow of the paper's edge in codes; ``deckle`` the teeth in mm.
    """

    x: float
    y: float
    w: float
    h: float
    angle: float
    subject: str
    crop: tuple[float, float, float, float]
    tone: str
    gamma: float
    border: float = 0.0
    paper: Color = (245, 243, 238)
    edge: float = 0.0
    deckle: float = 0.0
    caption: str = ""
    corners: bool = False

    def polygon(self) -> F32:
        """Corners (4, 2) in mm, from the print's own top left clockwise."""
        cos, sin = np.cos(np.radians(self.angle)), np.sin(np.radians(self.angle))
        half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * np.array((self.w, self.h)) / 2
        turned: F32 = half @ np.array([(cos, sin), (-sin, cos)]) + (self.x, self.y)
        return turned.astype(np.float32)


@dataclass(frozen=True)
class Ground:
    """What the prints lie on; ``color`` its mean, ``shadow`` the lid's: side and depth in 0..1."""

    kind: str
    color: Color
    shadow: tuple[str, float, float] = ("", 0.0, 0.0)
    soft: float = 0.0


@dataclass(frozen=True)
class Page:
    """A page in mm, with its prints from the lowest to the uppermost, and how it was scanned."""

    name: str
    width: float
    height: float
    ground: Ground
    prints: tuple[Print, ...] = ()
    grey: bool = False
    noise: float = 1.0
    blur: float = 0.0
    dust: int = 0
    captions: tuple[tuple[str, float, float, float, Color], ...] = ()
    seed: int = 0
    #: What fills the page where it is one photo: a kind of `photos.whole`.
    whole: str = ""
    sliver: tuple[str, float] = ("", 0.0)
    #: Pictures it should give.
    pieces: int = 0
    #: ``split``: each print should be found; ``whole``: no more than ``pieces``.
    truth: str = "split"
