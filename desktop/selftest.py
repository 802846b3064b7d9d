"""Self-test of the window: a sample is opened, coloured and shown, with no screen needed.

Asked by ``autochrome --self-test`` through `core.cli.window_process`; the answer goes to a file,
because a window program has no standard output on Windows.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import PySide6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, qVersion
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtWidgets import QApplication

from core.resources import resource
from desktop.app import start
from desktop.appearance.icons import app_icon
from desktop.background.qimage import from_qimage
from desktop.background.requests import ModelFailed, ModelReady
from desktop.settings import SettingsFile
from desktop.shell.main_window import MainWindow

_SAMPLE: Final = "samples/astronaut.jpg"
_SECONDS: Final = 150

#: A pixel has a colour where its channels are further apart than this; the window's own greys and
#: an accent here and there make half a per cent of it.
_CHROMATIC: Final = 8
_ENOUGH: Final = 0.1


def main(arguments: Sequence[str]) -> int:
    """``REPORT MODEL DEVICE``: write what `try_window` found to REPORT; the exit status."""
    target, model, device = arguments
    try:
        report = try_window(Path(model), device)
    except Exception as error:  # noqa: BLE001  (whatever breaks is what a self-test is for)
        report = {"ok": False, "detail": f"{type(error).__name__}: {error}"}
    Path(target).write_text(json.dumps(report), encoding="utf-8")
    return 0 if report["ok"] else 1


def try_window(model: Path, device: str) -> dict[str, Any]:
    """Open the window on a sample with settings of its own, and look at what it draws.

    ``seconds`` are counted from this call: until the window is there, and until it has colours.

    Raises:
        RuntimeError: it is not there in time, or not as it should be.
        AutochromeError: the model cannot be used.
    """
    begin = time.perf_counter()
    app = QApplication.instance() or QApplication([sys.argv[0]])
    seconds: dict[str, float] = {}

    def note(name: str) -> None:
        seconds[name] = round(time.perf_counter() - begin, 3)

    with tempfile.TemporaryDirectory() as folder:
        photo = Path(shutil.copy(resource(_SAMPLE), folder))
        file = SettingsFile(Path(folder) / "settings.ini")
        file.save(replace(file.load(), device=device))
        window = start(argparse.Namespace(photos=[photo], model=model, edit=None), file)
        try:
            _wait(window.isVisible)
            note("window")
            _wait(lambda: _colored(window))
            note("colours")
            # the divider comes in from the side: at first the photo as it was is all there is
            _wait(lambda: _share_of_colour(window) > _ENOUGH)
            return _report(window) | {"seconds": seconds}
        finally:
            window.close()
            window.deleteLater()
            app.processEvents()


def _colored(window: MainWindow) -> bool:
    """The colours have been rendered; a model that failed is raised."""
    if isinstance(window.workspace.editor.model, ModelFailed):
        raise window.workspace.editor.model.error
    document = window.workspace.editor.document
    return (
        document is not None
        and document.colorization is not None
        and window.photo_page.view.after_shown
    )


def _share_of_colour(window: MainWindow) -> float:
    """How much of what the view draws is not grey, 0..1."""
    rgb_u8, _ = from_qimage(
        window.photo_page.view.grab().toImage()
    )  # (H, W, 3), or (H, W) if all grey
    if rgb_u8.ndim == 2:
        return 0.0
    return float((np.ptp(rgb_u8.astype(np.int16), axis=-1) > _CHROMATIC).mean())


def _report(window: MainWindow) -> dict[str, Any]:
    _must(not app_icon().pixmap(64).isNull(), "the icons cannot be drawn: Qt's SVG part is missing")
    model = window.workspace.editor.model
    formats = QImageReader.supportedImageFormats()
    return {
        "ok": True,
        "detail": f"{_share_of_colour(window):.0%} of the picture in colour",
        "device": model.device if isinstance(model, ModelReady) else None,
        "platform": QGuiApplication.platformName(),
        "image_formats": sorted(bytes(name.data()).decode() for name in formats),
        "versions": {"pyside6": PySide6.__version__, "qt": qVersion()},
    }


def _wait(ready: Callable[[], bool]) -> None:
    limit = QDeadlineTimer(_SECONDS * 1000)
    while not ready():
        _must(not limit.hasExpired(), "the window did not get there in time")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _must(held: object, otherwise: str) -> None:
    if not held:
        raise RuntimeError(otherwise)
