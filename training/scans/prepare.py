"""Made-up pages with the rectangles that the program would look at, drawn once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.photo.frame import Frame
from core.scans.crops import with_ground
from core.scans.ground import infer_ground
from core.scans.proposals import clusters, proposals
from training.data.cache import PhotoCache
from training.scans.pages import page
from training.scans.photos import PrintPhotos

U8 = npt.NDArray[np.uint8]

#: Of pages that people scan: width and height.
_FORMATS: Final = (
    *((216, 297), (210, 280), (297, 216), (216, 356), (250, 250), (200, 150), (150, 200)),
)


@dataclass(frozen=True)
class MadePage:
    """A page `with_ground` (H, W, 4), what could be prints on it, and its prints."""

    pixels: U8
    proposed: list[Frame]
    prints: list[Frame]


def made_page(cache: PhotoCache, seed: int, number: int, side: tuple[int, int]) -> MadePage | None:
    """Page ``number``, its long side between two figures; None where no print lies on it."""
    rng = np.random.default_rng((seed, number))
    width, height = _FORMATS[int(rng.integers(len(_FORMATS)))]
    scale = rng.uniform(*side) / max(width, height)
    made = page(rng, PrintPhotos(cache), (round(height * scale), round(width * scale)))
    if not made.prints:
        return None
    lab = rgb_to_lab(made.pixels).astype(np.float32)
    ground = infer_ground(lab)
    bare = np.zeros(lab.shape[:2], bool) if ground is None else ground
    proposed = [] if ground is None else proposals(lab, ground, clusters(ground))
    return MadePage(with_ground(made.pixels, bare), proposed, [*made.prints])


def write_pages(
    cache: Path, folder: Path, *, seed: int, count: int, side: tuple[int, int], processes: int
) -> int:
    """``count`` pages into a folder; those that are there stay. Returns how many hold a print."""
    folder.mkdir(parents=True, exist_ok=True)
    left = [n for n in range(count) if not _path(folder, n).exists()]
    write = partial(_write, cache, folder, seed, side)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(write, left, chunksize=8))
    return len(page_files(folder))


def page_files(folder: Path) -> list[Path]:
    """The pages of a folder, in order."""
    return sorted(folder.glob("*.npz"))


def _write(cache: Path, folder: Path, seed: int, side: tuple[int, int], number: int) -> None:
    cv2.setNumThreads(1)
    made = made_page(PhotoCache(cache, "train"), seed, number, side)
    if made is None:
        return
    path = _path(folder, number)
    draft = path.with_suffix(".part")
    with draft.open("wb") as file:
        np.savez(file, pixels=made.pixels, proposed=_rows(made.proposed), prints=_rows(made.prints))
    draft.replace(path)


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:06}.npz"


def _rows(frames: Iterable[Frame]) -> npt.NDArray[np.float32]:
    return np.array([astuple(frame) for frame in frames], np.float32).reshape(-1, 5)


def read_page(path: Path) -> MadePage:
    """A page that `write_pages` wrote."""
    with np.load(path) as file:
        frames = [[Frame(*row) for row in file[key].tolist()] for key in ("proposed", "prints")]
        return MadePage(file["pixels"], *frames)
