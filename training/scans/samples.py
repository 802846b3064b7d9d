"""Rectangles on made-up pages and what the model of prints should say of them, by number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import Dataset

from core.inference.print_model import STEPS, network_input
from core.photo.frame import Frame
from core.scans.crops import SIZE, crop, whole_page
from training.scans.prepare import MadePage, page_files, read_page
from training.scans.targets import are_asked, best_print, side_places

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Rectangles of a page that are learnt from at a time.
TOGETHER: Final = 8
#: Proposals that are weighed to choose them, and how many of each kind are chosen: of an
#: intersection over union with a print from so much.
_WEIGHED: Final = 90
_KINDS: Final = ((0.75, 1.01, 3), (0.4, 0.75, 2), (0.0, 0.4, 2))
#: How often the page itself is one of them: a photo, or not.
_PAGE: Final = 0.6
#: Sides are asked for where a rectangle meets a print so well.
_MEETS: Final = 0.45


class RectangleSample(NamedTuple):
    """Rectangles of one page."""

    crops: Tensor  # (TOGETHER, 4, SIZE, SIZE), -1..1
    places: Tensor  # (TOGETHER, 4, 2), pixels of the crop
    asked: Tensor  # (TOGETHER, 4, 2), 1 where a place is learnt from
    scores: Tensor  # (TOGETHER, 3), 0 or 1


class RectangleSamples(Dataset[RectangleSample]):
    """Sample n depends on (seed, n) and the folder's pages alone."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.files, self.seed = page_files(folder), seed
        if not self.files:
            raise FileNotFoundError(f"{folder} holds no pages: make them with `pages`.")

    def __getitem__(self, n: int) -> RectangleSample:
        rng = np.random.default_rng((self.seed, n))
        made = read_page(self.files[int(rng.integers(len(self.files)))])
        all_of = [_sample(rng, made, frame) for frame in chosen(rng, made)]
        return RectangleSample(
            *(torch.from_numpy(np.stack(each)) for each in zip(*all_of, strict=True))
        )


def chosen(rng: np.random.Generator, made: MadePage) -> list[Frame]:
    """Proposals good and bad, some moved a little, prints themselves, moved, and the page."""
    tried = [made.proposed[i] for i in rng.permutation(len(made.proposed))[:_WEIGHED]]
    met = np.array([best_print(frame, made.prints)[0] for frame in tried])
    found = [whole_page(made.pixels)] if rng.random() < _PAGE else []
    for low, high, count in _KINDS:
        of_kind = rng.permutation(np.flatnonzero((met >= low) & (met < high)))[:count]
        found += [
            jittered(rng, tried[i], 0.03) if rng.random() < 0.4 else tried[i] for i in of_kind
        ]
    while len(found) < TOGETHER:
        each = made.prints[int(rng.integers(len(made.prints)))]
        found.append(jittered(rng, each, float(rng.choice((0.01, 0.03, 0.06, 0.12, 0.2)))))
    return found[:TOGETHER]


def jittered(rng: np.random.Generator, frame: Frame, amount: float) -> Frame:
    """A frame with some or all of its sides moved, by a part of its size, and turned a little."""
    some = rng.random(4) < (0.4 if rng.random() < 0.5 else 1.0)
    size = np.array((frame.width, frame.height, frame.width, frame.height))
    left, top, right, bottom = (rng.normal(0, amount, 4) * some * size).tolist()
    moved = frame.grown(-left, -top, right, bottom)
    return replace(
        moved,
        width=max(12.0, moved.width),
        height=max(12.0, moved.height),
        angle=frame.angle + (float(rng.normal(0, 1)) if rng.random() < 0.6 else 0.0),
    )


def _sample(rng: np.random.Generator, made: MadePage, frame: Frame) -> tuple[F32, F32, F32, F32]:
    met, best = best_print(frame, made.prints)
    picture: F32 = crop(made.pixels, frame).astype(np.float32)
    places = side_places(frame, best) if best and met >= _MEETS else np.full((4, 2), -1.0)
    picture, places = _mirrored(rng, picture, places)
    picture[..., :3] = _recolored(rng, picture[..., :3])
    crops = network_input(picture[None])[0]
    scores = np.array([met >= step for step in STEPS], np.float32)
    return crops, places.astype(np.float32), are_asked(places).astype(np.float32), scores


def _mirrored(rng: np.random.Generator, picture: F32, places: F64) -> tuple[F32, F64]:
    """A crop and its sides' places as they are, mirrored either way, or their axes changed."""
    left, top, right, bottom = places
    if rng.random() < 0.5:
        picture = picture[:, ::-1]
        left, right, top, bottom = SIZE - right, SIZE - left, top[::-1], bottom[::-1]
    if rng.random() < 0.5:
        picture = picture[::-1]
        top, bottom, left, right = SIZE - bottom, SIZE - top, left[::-1], right[::-1]
    if rng.random() < 0.5:
        picture = picture.transpose(1, 0, 2)
        left, top, right, bottom = top, left, bottom, right
    return picture.copy(), np.stack((left, top, right, bottom))


def _recolored(rng: np.random.Generator, rgb: F32) -> F32:
    """Grey, of another contrast, its channels changed, or a negative, now and then."""
    if rng.random() < 0.2:
        rgb = np.repeat(rgb.mean(2, keepdims=True), 3, 2)
    if rng.random() < 0.3:
        power = np.float32(np.exp(rng.uniform(-0.4, 0.4)))
        rgb = (rgb / np.float32(255)) ** power * np.float32(255)
    if rng.random() < 0.2:
        rgb = rgb[..., rng.permutation(3)]
    return 255 - rgb if rng.random() < 0.1 else rgb
