"""The result is dragged out of the window as a file of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from core.photo.read import read_photo
from desktop.shell.main_window import MainWindow

Drop = Callable[[QMimeData], Qt.DropAction]


@pytest.fixture
def drops(monkeypatch: pytest.MonkeyPatch) -> Callable[[Drop], None]:
    """What the other program does with a drag; the offscreen platform has none."""

    def install(drop: Drop) -> None:
        monkeypatch.setattr(QDrag, "exec", lambda drag, *_actions: drop(drag.mimeData()))

    return install


def _drag(qtbot: QtBot, handle: QToolButton) -> None:
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + QPoint(3, 0))
    far = middle + QPoint(2 * QApplication.startDragDistance(), 0)
    qtbot.mouseMove(handle, far)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=far)


def _left_in_temp() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob("autochrome-*/*/*"))


def test_another_program_gets_the_colour_photo_by_its_proper_name(
    qtbot: QtBot, colored: MainWindow, drops: Callable[[Drop], None]
) -> None:
    taken: list[Path] = []

    def drop(mime: QMimeData) -> Qt.DropAction:
        assert mime.hasUrls()
        (url,) = mime.urls()
        taken.append(Path(url.toLocalFile()))
        assert bytes(mime.data("text/uri-list").data()).startswith(b"file:///")
        return Qt.DropAction.CopyAction

    drops(drop)
    _drag(qtbot, colored.photo_page.side.drag)
    assert not colored.photo_page.side.drag.isDown()
    (path,) = taken
    assert path.name == "old_color.png"
    result = read_photo(path)
    assert (result.width, result.height, result.is_grey) == (96, 64, False)
    # it may be read long after the drop, and is gone with the window
    colored.close()
    assert not path.exists()
    assert not path.parent.parent.exists()


def test_a_repaired_colour_photo_goes_in_its_own_colours(
    qtbot: QtBot, repaired_party: MainWindow, drops: Callable[[Drop], None]
) -> None:
    taken: list[Path] = []

    def drop(mime: QMimeData) -> Qt.DropAction:
        (url,) = mime.urls()
        taken.append(Path(url.toLocalFile()))
        return Qt.DropAction.CopyAction

    drops(drop)
    qtbot.waitUntil(repaired_party.photo_page.side.drag.isEnabled, timeout=30_000)
    _drag(qtbot, repaired_party.photo_page.side.drag)
    (path,) = taken
    assert path.name == "party_repaired.png"
    result = read_photo(path)
    assert (result.depth, int(result.pixels[:, 150:152].max())) < (16, 65_535)


def test_a_drag_that_is_given_up_leaves_no_file(
    qtbot: QtBot, colored: MainWindow, drops: Callable[[Drop], None]
) -> None:
    before = _left_in_temp()
    drops(lambda _mime: Qt.DropAction.IgnoreAction)
    _drag(qtbot, colored.photo_page.side.drag)
    qtbot.waitUntil(lambda: _left_in_temp() == before, timeout=30_000)


def test_the_window_does_not_take_its_own_result(
    qtbot: QtBot, colored: MainWindow, drops: Callable[[Drop], None]
) -> None:
    entered: list[bool] = []

    def drop(mime: QMimeData) -> Qt.DropAction:
        enter = QDragEnterEvent(
            QPoint(50, 50), Qt.DropAction.CopyAction, mime,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        enter.ignore()
        QApplication.sendEvent(colored, enter)
        entered.append(enter.isAccepted())
        return Qt.DropAction.IgnoreAction

    drops(drop)
    _drag(qtbot, colored.photo_page.side.drag)
    assert entered == [False]


def test_what_cannot_be_written_is_said(
    qtbot: QtBot,
    colored: MainWindow,
    drops: Callable[[Drop], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    gone = tmp_path / "unplugged"
    monkeypatch.setattr(
        "desktop.editor.saving.path_beside", lambda *_, **__: gone / "deep" / "old_color.jpg"
    )
    gone.write_text("a file where a folder should be")
    got: list[list[object]] = []

    def drop(mime: QMimeData) -> Qt.DropAction:
        got.append(list(mime.urls()))
        return Qt.DropAction.CopyAction

    drops(drop)
    _drag(qtbot, colored.photo_page.side.drag)
    assert got == [[]]
    assert "cannot be saved" in colored.notice_bar.text.text() or (
        "could not be saved" in colored.notice_bar.text.text()
    )


def test_a_click_alone_drags_nothing(
    qtbot: QtBot, colored: MainWindow, drops: Callable[[Drop], None]
) -> None:
    dragged: list[bool] = []
    colored.photo_page.side.drag.dragged.connect(lambda: dragged.append(True))
    qtbot.mouseClick(colored.photo_page.side.drag, Qt.MouseButton.LeftButton)
    assert dragged == []
