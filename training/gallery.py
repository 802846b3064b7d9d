"""Many validation photographs at a glance: what the models saw, what each made of it, the truth.

    python -m training.gallery CACHE --checkpoint model.onnx runs/x/last.pt --out gallery.jpg

One strip a photo, several strips a row. ``--degraded`` shows the models old photographs, as
``training.data.degrade`` makes them at full strength; their results wear the old photograph's
luminance, as a person would get them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from rich.console import Console

from core.color import lab_to_rgb, quantize
from core.errors import ModelError
from core.processors import usable_processors
from training.data.cache import U8, PhotoCache
from training.evaluation.parallel import side_by_side
from training.evaluation.photographs import Photograph
from training.evaluation.pictures import even_ab, render, seen_lightness, thumbnail, write_picture
from training.evaluation.predictors import Predictor, evenly, load_predictor
from training.models.readout import add_readout_options, readout_of

_HEADING: Final = 18  # pixels


@dataclass(frozen=True)
class Gallery:
    """What a sheet shows of every photo."""

    models: Sequence[Predictor]
    size: int = 256
    side: int = 128  # of a thumbnail, in pixels
    degraded: bool = False
    seed: int = 0

    def strip(self, photo: Photograph) -> U8:
        """Squares side by side: seen, each model's, true."""
        seen = self.seen(photo)
        results = [self._colored(seen, predict) for predict in self.models]
        squares = [thumbnail(picture, self.side) for picture in (seen, *results, photo.rgb_u8)]
        return np.hstack(squares)

    def seen(self, photo: Photograph) -> U8:
        """The photo in grey (H, W, 3), as new or as old."""
        if not self.degraded:
            return render(photo.rgb_u8, even_ab())
        L = photo.aged(self.seed)
        return quantize(lab_to_rgb(np.dstack((L, np.zeros_like(L), np.zeros_like(L)))), np.uint8)

    def _colored(self, seen: U8, predict: Predictor) -> U8:
        return render(seen, predict(seen_lightness(seen, self.size, predict.multiple_of)).ab)

    def heading(self, names: Sequence[str]) -> U8:
        """The names of a strip's columns, above them."""
        blank = np.full((_HEADING, self.side + 4, 3), 255, np.uint8)
        return np.hstack([_label(blank, name) for name in names])


def _label(blank: U8, name: str) -> U8:
    """A name in black, as large as its box lets it be."""
    (width, _), _ = cv2.getTextSize(name, cv2.FONT_HERSHEY_SIMPLEX, 0.4, 1)
    scale = 0.4 * min(1.0, (blank.shape[1] - 8) / width)
    place = (4, blank.shape[0] - 5)
    drawn = cv2.putText(
        blank.copy(), name, place, cv2.FONT_HERSHEY_SIMPLEX, scale, (0, 0, 0), 1, cv2.LINE_AA
    )
    return drawn.astype(np.uint8, copy=False)


def sheet(strips: Sequence[U8], heading: U8, across: int) -> U8:
    """Strips ``across`` a row under their headings; a last row that is not full ends in white."""
    empty = np.full_like(strips[0], 255)
    filled = [*strips, *[empty] * (-len(strips) % across)]
    rows = [np.hstack(filled[i : i + across]) for i in range(0, len(filled), across)]
    return np.vstack([np.hstack([heading] * across), *rows])


def draw(args: argparse.Namespace) -> U8:
    """The sheet that the command line asks for.

    Raises:
        ModelError: an .onnx that cannot be used.
        FileNotFoundError: a cache or a model that is not there.
    """
    cache = PhotoCache(args.cache, "val")
    models = [load_predictor(path, readout_of(args)) for path in args.checkpoint]
    gallery = Gallery(models, args.size, args.side, args.degraded, args.seed)

    def work(i: np.int64) -> U8:
        return gallery.strip(Photograph.of(cache, int(i)))

    strips = side_by_side(work, list(evenly(len(cache), args.photos)), args.threads, "photos")
    names = ("seen", *(model.name for model in models), "truth")
    return sheet(strips, gallery.heading(names), args.across)


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="training.gallery",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("cache", type=Path, help="folder made by training.prepare_data")
    add("--checkpoint", type=Path, nargs="+", required=True, metavar="X", help="*.pt or *.onnx")
    add("--out", type=Path, required=True, help="*.jpg or *.png")
    add("--photos", type=int, default=64, help="evenly chosen (64)")
    add("--degraded", action="store_true", help="as old photographs, at full strength")
    add("--across", type=int, default=4, help="strips a row (4)")
    add("--side", type=int, default=128, help="pixels of a square (128)")
    add("--size", type=int, default=256, help="short side the network sees (256)")
    add_readout_options(parser)
    add("--seed", type=int, default=0)
    add("--threads", type=int, default=usable_processors(), help="photos at a time")
    args = parser.parse_args(argv)
    if args.out.suffix not in {".jpg", ".png"}:
        parser.error("--out is written as *.jpg or *.png.")
    return args


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where a cache or a model cannot be used."""
    args = parse(argv)
    try:
        picture = draw(args)
    except (ModelError, FileNotFoundError) as error:
        Console(stderr=True, soft_wrap=True).print(
            f"training.gallery: {error}", style="red", highlight=False
        )
        return 1
    write_picture(args.out, picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
