"""A window over made-up pages whose prints are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop.scans.split_window import SplitWindow
from desktop.text.translation import install_language
from tests.scan_pages import grounds
from tests.scan_pages.draw import draw
from tests.scan_pages.plan import Page, Print

MakePages = Callable[..., list[Path]]
_PLACES = ((60, 60, 3.0, "astronaut"), (150, 130, -9.0, "coffee"), (70, 220, 0.0, "chelsea"))


def _prints() -> tuple[Print, ...]:
    crop = (0.1, 0.1, 0.8, 0.8)
    return tuple(
        Print(x, y, 80, 60, angle, subject, crop, "grey", 1.0, border=4.0, edge=20)
        for x, y, angle, subject in _PLACES
    )


@pytest.fixture(scope="session")
def page_pixels() -> np.ndarray:
    """A grey page of 638 x 877 pixels with three prints."""
    ground = grounds.choose(np.random.default_rng(5), "grey")
    return draw(Page("grey", 216, 297, ground, _prints(), seed=3, pieces=3), 75, grey=True)


@pytest.fixture
def make_pages(tmp_path: Path, page_pixels: np.ndarray) -> MakePages:
    """``make_pages("a.png", "b.tif")``: the page under these names."""

    def make(*names: str) -> list[Path]:
        folder = tmp_path / "scans"
        folder.mkdir(exist_ok=True)
        return [write_photo(Photo(page_pixels), folder / name) for name in names]

    return make


@pytest.fixture
def make_split_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Callable[..., SplitWindow]]:
    """``make_split_window(*paths)``: shown, and every page looked at."""
    made: list[SplitWindow] = []
    install_language(qapp, "en")

    def make(*paths: Path) -> SplitWindow:
        window = SplitWindow(str(tmp_path / "prints"), 92)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        if paths:
            window.session.add(paths)
            pages = window.session.pages
            qtbot.waitUntil(lambda: bool(pages.entries) and not pages.waiting, timeout=60_000)
        return window

    yield make
    for window in filter(shiboken6.isValid, made):  # one that was closed is gone
        window.end()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
