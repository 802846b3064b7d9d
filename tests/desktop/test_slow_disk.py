"""Somebody who works at random while the disk is slow loses nothing, and is told at the end."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.colorize.colorizer import Colorizer
from core.colorize.edits import Edit
from core.colorize.sidecar import read_sidecar
from core.files import atomic
from core.photo.read import read_photo
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeAlbum, MakeWindow, TinyModel, document_of, wait_for_photo

Keys = tuple[Qt.Key, Qt.KeyboardModifier]

STEPS = 60
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
#: What is pressed, and how often of a hundred times.
KEYS: dict[Keys, int] = {
    (Qt.Key.Key_PageDown, NONE): 8,
    (Qt.Key.Key_PageUp, NONE): 6,
    (Qt.Key.Key_Z, CONTROL): 8,
    (Qt.Key.Key_Y, CONTROL): 4,
    (Qt.Key.Key_S, CONTROL): 14,
    (Qt.Key.Key_P, NONE): 6,
    (Qt.Key.Key_B, NONE): 6,
    (Qt.Key.Key_Space, NONE): 4,
    (Qt.Key.Key_F9, NONE): 2,
    (Qt.Key.Key_Plus, NONE): 3,
    (Qt.Key.Key_0, NONE): 3,
    (Qt.Key.Key_BracketRight, NONE): 3,
}


class SlowDisk:
    """The folder of the photos lies on a disk that lets a file appear only when it is told to."""

    def __init__(self, folder: Path, rename: Callable[..., None]) -> None:
        self._folder, self._through = folder, rename
        self._changed = threading.Condition()
        self._waiting = self._turns = 0
        self._open = False

    def rename(self, temporary: Path, target: Path, *, overwrite: bool) -> None:
        """In place of `core.files.atomic._rename`."""
        held = threading.current_thread() is not threading.main_thread()
        if held and target.parent == self._folder:
            with self._changed:
                self._waiting += 1
                assert self._changed.wait_for(lambda: self._open or self._turns > 0, timeout=120)
                self._waiting -= 1
                self._turns = max(self._turns - 1, 0)
        self._through(temporary, target, overwrite=overwrite)

    def catch_up(self) -> None:
        """One of the files that wait appears."""
        with self._changed:
            self._turns = min(self._turns + 1, self._waiting)
            self._changed.notify_all()

    def open(self) -> None:
        """A quick one from now on."""
        with self._changed:
            self._open = True
            self._changed.notify_all()


class Person:
    """Real events at random; what was asked for is written down."""

    def __init__(self, qtbot: QtBot, window: MainWindow, disk: SlowDisk, seed: int) -> None:
        self._qtbot, self._window, self._disk = qtbot, window, disk
        self._random = random.Random(seed)  # noqa: S311  (the same at each run)
        self.edits: dict[Path, Edit] = {}
        self.results: dict[Path, tuple[Path, Edit]] = {}

    def save(self, request: SaveRequest, through: Callable[[SaveRequest], None]) -> None:
        document = document_of(self._window)
        assert document.photo.source is not None
        self.results[request.target] = document.photo.source, document.edit
        through(request)

    def act(self) -> None:
        kind = self._random.choices(("key", "point", "drag", "slider", "disk"), (67, 9, 8, 10, 6))
        acts = {
            "key": self._key,
            "point": self._point,
            "drag": self._drag,
            "slider": self._slider,
            "disk": self._disk.catch_up,
        }
        acts[kind[0]]()
        self.note_edit()  # another photo may come now
        QApplication.processEvents()
        self.note_edit()

    def note_edit(self) -> None:
        document = document_of(self._window)
        assert document.photo.source is not None
        self.edits[document.photo.source] = document.edit

    def _key(self) -> None:
        key, modifier = self._random.choices(list(KEYS), list(KEYS.values()))[0]
        self._qtbot.keyClick(self._window.photo_page.view, key, modifier)

    def _place(self) -> QPoint:
        rect = self._window.photo_page.view.viewport_now.photo_rect
        x, y = self._random.uniform(0.1, 0.9), self._random.uniform(0.1, 0.9)
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()

    def _point(self) -> None:
        self._qtbot.mouseClick(
            self._window.photo_page.view, Qt.MouseButton.LeftButton, pos=self._place()
        )

    def _drag(self) -> None:
        view, button = self._window.photo_page.view, Qt.MouseButton.LeftButton
        self._qtbot.mousePress(view, button, pos=self._place())
        self._qtbot.mouseMove(view, self._place())
        self._qtbot.mouseRelease(view, button, pos=self._place())

    def _slider(self) -> None:
        name = self._random.choice(("warmth", "saturation", "strength"))
        key = self._random.choice((Qt.Key.Key_Left, Qt.Key.Key_Right))
        for _ in range(self._random.randint(1, 5)):
            self._qtbot.keyClick(self._window.photo_page.look_panel.slider(name), key)


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    made = SlowDisk(tmp_path / "album", atomic._rename)
    monkeypatch.setattr(atomic, "_rename", made.rename)
    monkeypatch.setattr("desktop.editor.autosave._PATIENCE_S", 0.05)
    yield made
    made.open()


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.timeout(300)
def test_nothing_is_lost_and_what_is_being_finished_is_said(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    tiny_model: TinyModel,
    disk: SlowDisk,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    model = tiny_model()
    window = make_window(album(3), model=model)
    wait_for_photo(qtbot, window, "0.png")
    # how a person answers where one is asked: by Enter
    monkeypatch.setattr(SaveDialog, "exec", lambda dialog: dialog.save_button.isEnabled())
    person = Person(qtbot, window, disk, seed)
    through = window.workspace.editor.save
    monkeypatch.setattr(
        window.workspace.editor, "save", lambda request: person.save(request, through)
    )
    for _ in range(STEPS):
        person.act()
    # it ends with work that is nowhere yet, and a result that is being written
    qtbot.waitUntil(lambda: document_of(window).is_up_to_date)
    slider = window.photo_page.look_panel.slider("warmth")
    onward = slider.value() < slider.maximum()
    qtbot.keyClick(slider, Qt.Key.Key_Right if onward else Qt.Key.Key_Left)
    qtbot.keyClick(window.photo_page.view, Qt.Key.Key_S, CONTROL)
    document = document_of(window)
    assert document.photo.source is not None
    person.note_edit()
    assert not window.close()
    box = window.workspace.leave_guard.question
    assert box is not None
    assert f"{document.photo.source.stem}_color.png" in box.text()
    assert f"your work on {document.name}" in box.text()
    disk.open()
    qtbot.waitUntil(lambda: not window.isVisible())
    for photo, edit in person.edits.items():
        assert (read_sidecar(photo) or Edit()) == edit
    assert person.results
    for target, (photo, edit) in person.results.items():
        made = Colorizer(model, device="cpu").colorize(
            read_photo(photo), hints=edit.hints, strokes=edit.strokes, recolor=True
        )
        expected, found = made.render(edit.look).pixels, read_photo(target).pixels
        assert np.abs(found.astype(int) - expected).max() <= 1
