"""How often is a black-and-white sheet taken for a colour one, or a colour one for a toned one?

::

    python tests/benchmarks/bench_tint.py                          # made of scikit-image's photos
    python tests/benchmarks/bench_tint.py --folder FOLDER          # of a folder's colour photos
    python tests/benchmarks/bench_tint.py --folder FOLDER --as-they-are --count 2000
    python tests/benchmarks/bench_tint.py --time                   # what one decision takes
    python tests/benchmarks/bench_tint.py --sheets OUT --count 400 # the sheets themselves, as PNG

A table for each side by what was done to the sheets, one line for a process or an extra.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[2]))

from core.colorize.tint import Tint, tint_of
from core.photo.read import read_photo
from tests.sheets import COLOUR, MONOCHROME, Sheet, made_sheets

Answers = dict[str, dict[str, Counter[str]]]


def verdict(side: str, tint: Tint) -> str:
    """``right``, ``wrong`` or ``unsure``."""
    if tint is Tint.UNSURE:
        return "unsure"
    return "right" if (tint is Tint.COLORED) == (side == COLOUR) else "wrong"


def asked(sheets: Iterable[Sheet]) -> Answers:
    """What became of each side's sheets, by process and by extra."""
    answers: Answers = {side: defaultdict(Counter) for side in (MONOCHROME, COLOUR)}
    for sheet in sheets:
        said = verdict(sheet.side, tint_of(sheet.pixels).tint)
        for name in ("all", sheet.process, *(f"+ {extra}" for extra in set(sheet.extras))):
            answers[sheet.side][name][said] += 1
    return answers


def print_table(answers: Answers) -> None:
    """Markdown."""
    for side, by_name in answers.items():
        print(f"\n| {side} sheets | number | wrong | not sure |\n| --- | ---: | ---: | ---: |")  # noqa: T201
        for name, counts in by_name.items():
            total = counts.total()
            shares = (f"{counts[word] / total:.1%}" for word in ("wrong", "unsure"))
            print(f"| {name} | {total} | {' | '.join(shares)} |")  # noqa: T201


def as_they_are(folder: Path, limit: int) -> Iterator[Sheet]:
    """A folder's photographs, untouched."""
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".csv")
    for path in paths[:: max(1, len(paths) // limit)][:limit]:
        pixels = read_photo(path).pixels
        if pixels.ndim == 3:
            yield Sheet(COLOUR, "as it is", (), pixels.astype(np.uint8))


def print_time() -> None:
    """Milliseconds of processor time for one decision about 12 megapixels, the least of nine."""
    photo: npt.NDArray[np.uint8] = np.asarray(
        cv2.resize(next(iter(made_sheets(1, 0))).pixels, (4000, 3000)), np.uint8
    )
    times = []
    for _ in range(9):
        start = time.process_time()
        tint_of(photo)
        times.append(time.process_time() - start)
    print(f"{1000 * min(times):.0f} ms")  # noqa: T201


def write_sheets(sheets: Iterable[Sheet], folder: Path) -> None:
    """As PNG, their names saying what they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, sheet in enumerate(sheets):
        name = "_".join((f"{number:04}", sheet.side, sheet.process, *sheet.extras))
        cv2.imwrite(str(folder / f"{name.replace(' ', '-')}.png"), sheet.pixels[..., ::-1])


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--count", type=int, default=800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--as-they-are", action="store_true")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--sheets", type=Path, metavar="OUT")
    options = parser.parse_args()
    if options.time:
        print_time()
        return
    if options.as_they_are:
        print_table(asked(as_they_are(options.folder, options.count)))
        return
    sheets = made_sheets(options.count, options.seed, folder=options.folder)
    if options.sheets:
        write_sheets(sheets, options.sheets)
    else:
        print_table(asked(sheets))


if __name__ == "__main__":
    main()
