"""The window on a screen of twice the density, as a process of its own: prints what it found.

    QT_SCALE_FACTOR=2 python -m tests.desktop.high_density PHOTO MODEL SETTINGS PICTURES

How many of the screen's pixels are one of the window's, a process decides when it begins.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from core.photo.read import read_photo
from desktop import app as desktop_app
from desktop.editor.saving import SaveHabit
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import SettingsFile
from desktop.shell.main_window import MainWindow


def main(photo: Path, model: Path, settings: Path, pictures: Path) -> None:
    """Open the photo, put a point, look."""
    app = QApplication([])
    options = argparse.Namespace(photos=[photo], model=model, edit=None)
    window = desktop_app.start(options, SettingsFile(settings))
    room = app.primaryScreen().availableGeometry().size()
    window.resize(room.width(), room.height() - 70)  # below its frame and above a task bar
    _wait(window)
    window.actions_by_name["points"].setChecked(True)
    window.photo_page.hints.tool.add(0.4, 0.5)
    _wait(window)
    near = window.photo_page.view._pictures.near
    assert near is not None
    assert near.after is not None
    grabbed = window.grab()
    grabbed.save(str(pictures / "window.png"))
    dialog = SaveDialog(read_photo(photo), SaveHabit("", 92), window)
    dialog.show()
    QTest.qWait(50)
    dialog.grab().save(str(pictures / "save.png"))
    found = {
        "ratio": window.devicePixelRatioF(),
        "window": [window.width(), window.height()],
        "room": [room.width(), room.height()],
        "pixels": [grabbed.width(), grabbed.height()],
        "photo": [
            window.photo_page.view.viewport_now.seen_rect.width(),
            near.after.width(),
        ],
        "save_is_seen": _is_seen(window.photo_page.side.save, window),
        "popover_is_seen": _is_seen(window.photo_page.hints.popover, window),
        "dialog": [dialog.width(), dialog.height()],
        "cut": [each.text() for each in window.findChildren(QPushButton) if _is_cut(each)],
    }
    dialog.reject()
    window.close()
    print(json.dumps(found))  # noqa: T201


def _wait(window: MainWindow) -> None:
    limit = QDeadlineTimer(60_000)
    while not (
        window.workspace.editor.document is not None
        and window.workspace.editor.document.colorization is not None
        and len(window.workspace.editor.document.colorization.settings) > 0
        and not window.strip.activity.text()
        and window.photo_page.view.after_shown
        and window.photo_page.view.settled
    ):
        assert not limit.hasExpired(), "the window did not get there"
        QTest.qWait(20)


def _is_seen(widget: QWidget, window: QWidget) -> bool:
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    return widget.isVisible() and window.rect().contains(place)


def _is_cut(button: QPushButton) -> bool:
    return button.isVisible() and button.width() < button.minimumSizeHint().width()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
