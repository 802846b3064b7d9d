"""A window over the tiny model, with settings of its own; every thread must be gone afterwards."""

from __future__ import annotations

import argparse
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import pytest
from PySide6.QtCore import QEvent, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.photo.decode import Pixels
from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop import app as desktop_app
from desktop.queue.events import QueueState
from desktop.settings import SettingsFile
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import SCRATCH, MakeAlbum, MakePhoto, MakeWindow, wait_for_colors
from tests.desktop.patient_bot import PatientBot

os.environ["LANGUAGE"] = "en"  # whatever the person who runs them speaks

# The offscreen platform says this for every window or tool tip; it is no fault of ours.
OFFSCREEN = [r"This plugin does not support (propagateSizeHints|raise)\(\)"]


@pytest.hookimpl(tryfirst=True)  # before what is slow is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*OFFSCREEN, extend=True))
            if "make_window" in getattr(item, "fixturenames", ()):  # half a second each
                item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def _nothing_dangles() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    # libvips complains of damaged photos from its own pool, whose threads outlive the photo
    ours = {each for each in threading.enumerate() if not isinstance(each, threading._DummyThread)}
    # the pool of core.colorize.strips is the process's own, and waits for the next photo
    left = {each.name for each in ours - before}
    assert not {name for name in left if not name.startswith("autochrome-strip")}


@pytest.fixture(autouse=True)
def _touches_no_real_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Results of the queue go below the test's folder, and the computer may sleep."""
    for module in ("desktop.queue.options", "desktop.queue.widgets.queue_panel"):
        monkeypatch.setattr(f"{module}.pictures", lambda: str(tmp_path / "Pictures"))
    monkeypatch.setattr("desktop.system.keep_awake._command", lambda: None)


@pytest.fixture(autouse=True)
def _no_key_stays_pressed(qapp: QApplication) -> Iterator[None]:
    """Ctrl of a simulated Ctrl+Z stays pressed for Qt, and what is selected next is added."""
    yield
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds the colour models of whoever runs it, or leaves some."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(folder))


@pytest.fixture(autouse=True)
def _clipboard_is_empty(qapp: QApplication) -> Iterator[None]:
    """What Python laid there would be deleted when the process ends, long after Python."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def make_photo(tmp_path: Path, rng: np.random.Generator) -> MakePhoto:
    """``make_photo("a.jpg", width=96, height=64, channels=1, depth=8)`` -> its path."""

    def make(
        name: str = "old.png",
        *,
        width: int = 96,
        height: int = 64,
        depth: int = 8,
        colored: bool = False,
    ) -> Path:
        dtype: Any = np.uint8 if depth == 8 else np.uint16
        top = np.iinfo(dtype).max
        ramp = np.linspace(0.1, 0.9, width) * np.linspace(0.5, 1, height)[:, None]
        pixels = (ramp * top).astype(dtype)
        if colored:
            channels = [np.roll(pixels, shift * width // 3, axis=1) for shift in range(3)]
            pixels = np.dstack(channels)
        path = tmp_path / name
        write_photo(Photo(pixels), path)
        return path

    return make


@pytest.fixture
def album(tmp_path: Path, make_photo: MakePhoto) -> MakeAlbum:
    """``album(3)`` -> a folder ``album`` with ``0.png``, ``1.png``, ``2.png``."""

    def make(number: int) -> Path:
        folder = tmp_path / "album"
        folder.mkdir()
        for n in range(number):
            make_photo(f"album/{n}.png", width=64 + n, height=48)
        return folder

    return make


@pytest.fixture
def scratched(tmp_path: Path) -> Path:
    """Mid-grey with grain, one white scratch and one black spot."""
    rng = np.random.default_rng(3)
    pixels: Pixels = rng.normal(110, 2, (90, 120)).clip(0, 255).astype(np.uint8)
    pixels[:, SCRATCH] = 255
    pixels[20:25, 20:25] = 0
    return write_photo(Photo(pixels), tmp_path / "scratched.png")


@pytest.fixture
def make_window(
    qtbot: QtBot, tiny_model: Callable[..., Path], tmp_path: Path, qapp: QApplication
) -> Iterator[MakeWindow]:
    """``make_window(photo, model=..., settings=...)``: what ``main`` starts, without its loop."""
    windows: list[MainWindow] = []

    def make(
        *photos: Path,
        model: Path | None = None,
        settings: Path | None = None,
        edit: Path | None = None,
    ) -> MainWindow:
        options = argparse.Namespace(photos=list(photos), model=model or tiny_model(), edit=edit)
        window = desktop_app.start(options, SettingsFile(settings or tmp_path / "settings.ini"))
        windows.append(window)
        qtbot.waitExposed(window)
        return window

    yield make
    for window in windows:
        _close(qtbot, window)
        assert not any(timer.isActive() for timer in window.findChildren(QTimer))
        assert not any(thread.isRunning() for thread in window.findChildren(QThread))
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def _close(qtbot: QtBot, window: MainWindow) -> None:
    """What a test left running ends first: nobody is there to answer the window's question."""
    window.workspace.queue.watching.close()

    def rests() -> bool:
        window.workspace.queue.queue.stop(now=True)
        return window.workspace.queue.queue.state is QueueState.RESTING

    qtbot.waitUntil(rests)
    # a disk that takes its time is waited for by the window itself
    qtbot.waitUntil(lambda: window.close() or not window.isVisible(), timeout=30_000)


@pytest.fixture
def colored(qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto) -> MainWindow:
    """A window that shows a photo whose colours have arrived."""
    window = make_window(make_photo())
    wait_for_colors(qtbot, window)
    return window
