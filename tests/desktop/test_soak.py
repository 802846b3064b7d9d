"""An evening with the window: 200 photos, one after another. ``make soak`` runs it."""

from __future__ import annotations

import gc
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.colorize.colorization import Colorization
from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model
from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop.background.pyramid import Pyramid
from desktop.editor.document import PhotoDocument
from desktop.editor.variation import variations_of
from desktop.shell.main_window import MainWindow

PHOTOS = 200
#: The window keeps a thumbnail of each photo (144 x 144 pixels in four bytes), its path and its
#: Look. Any other picture of it that stayed would be some megabytes.
KEPT_BYTES = 300_000

pytestmark = pytest.mark.soak


def _resident() -> int:
    """Bytes of memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def _album(folder: Path, rng: np.random.Generator) -> list[Path]:
    """Photos of different shapes, 2 to 6 megapixels, like scans of an album."""
    folder.mkdir()
    paths = []
    for number in range(PHOTOS):
        width, height = (int(side) for side in rng.integers(1500, 2500, 2))
        coarse = rng.integers(0, 255, (24, 24), dtype=np.uint8)
        pixels = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
        paths.append(folder / f"scan-{number:03d}.jpg")
        write_photo(Photo(np.ascontiguousarray(pixels)), paths[-1])
    return paths


def _alive(kind: type) -> int:
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


@pytest.mark.timeout(3600)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_two_hundred_photos_and_memory_stays_flat(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path, rng: np.random.Generator
) -> None:
    _album(tmp_path / "album", rng)
    window = make_window(model=bundled_model())
    window.workspace.editor.open_paths([tmp_path / "album"])
    memory: list[int] = []
    for number in range(PHOTOS):
        name = f"scan-{number:03d}.jpg"

        def colored(name: str = name) -> bool:
            document = window.workspace.editor.document
            return (
                document is not None
                and document.name == name
                and window.photo_page.view.after_shown
            )

        qtbot.waitUntil(colored, timeout=120_000)
        # somebody works on each of them
        window.photo_page.look_panel.slider("saturation").setValue(100 + number)
        window.photo_page.view.zoom_full()
        gc.collect()
        memory.append(_resident())
        if number + 1 < PHOTOS:
            qtbot.keyClick(window, Qt.Key.Key_PageDown)
    early, late = statistics.median(memory[40:60]), statistics.median(memory[-20:])
    grown = (late - early) / (PHOTOS - 60)
    print(f"{early / 1e6:.0f} MB, then {late / 1e6:.0f} MB: {grown / 1e3:.0f} kB a photo")  # noqa: T201
    assert _alive(PhotoDocument) <= 2
    assert _alive(Pyramid) <= 3
    # the photo's own, one that is being made, one that goes, and those of its variations
    assert _alive(Colorization) <= 3 + len(variations_of(load_model_spec(bundled_model())))
    assert grown < KEPT_BYTES
