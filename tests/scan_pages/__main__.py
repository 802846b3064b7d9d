"""Draw made-up pages into a folder, to look at.

python -m tests.scan_pages OUT --seed 1 --dpi 75 --count 60
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2

from tests.scan_pages.draw import draw
from tests.scan_pages.layout import split_pages
from tests.scan_pages.whole import whole_pages


def main() -> None:
    """Write each page as a PNG file named after what it shows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dpi", type=float, default=75)
    parser.add_argument("--count", type=int, default=60, help="pages of each of the two kinds")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for kind, made in (("split", split_pages), ("whole", whole_pages)):
        for page in made(options.seed, options.count):
            pixels = draw(page, options.dpi)
            codes = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
            cv2.imwrite(str(options.out / f"{kind}-{page.name}.png"), codes)


if __name__ == "__main__":
    main()
