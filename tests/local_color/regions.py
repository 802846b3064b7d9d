"""The regions: outlines as shares of each photo, the place that is clicked, and their masks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from skimage import data
from skimage.draw import polygon

from core.resources import resource

Mask = npt.NDArray[np.bool_]
Outline = list[list[float]]
#: Drawn when all was chosen but the size and the border of the mask.
MORE: Final = "more_regions.json"


@dataclass(frozen=True)
class Region:
    """One thing in one photo."""

    photo: str
    name: str
    click: tuple[float, float]
    areas: list[Outline]
    holes: list[Outline]

    @property
    def path(self) -> Path:
        """Of the photo: one of the samples, or one that scikit-image carries."""
        sample = resource(f"samples/{self.photo}.jpg")
        return sample if sample.exists() else Path(data.data_dir) / f"{self.photo}.png"

    def mask(self, height: int, width: int) -> Mask:
        """(height, width): where the thing is."""
        mask = np.zeros((height, width), bool)
        for outlines, value in ((self.areas, True), (self.holes, False)):
            for outline in outlines:
                x, y = np.array(outline).T
                mask[polygon(y * height - 0.5, x * width - 0.5, mask.shape)] = value
        return mask


def load_regions(file: str = "regions.json") -> list[Region]:
    """Those the constants of ``core.colorize.reach`` were chosen with, or those of `MORE`."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    return [Region(**plain | {"click": tuple(plain["click"])}) for plain in json.loads(text)]
