"""What is saved is what was chosen, however quickly; of two results of one name the later stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from core.colorize.hints import ColorHint
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.sharing.frames import ShareOptions
from desktop.editor.saving import SaveRequest
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, document_of, wait_for_photo

POINT = ColorHint(0.5, 0.5, (60, 30))


def request(target: Path) -> SaveRequest:
    return SaveRequest(target, SaveOptions(), overwrite=True)


def put_point(window: MainWindow) -> None:
    window.workspace.editor.set_hints([POINT], "Colour point")
    assert not document_of(window).is_up_to_date


def result_of(window: MainWindow) -> np.ndarray:
    made = document_of(window).colorization
    assert made is not None
    pixels: np.ndarray = made.render(document_of(window).edit.look).pixels
    return pixels


def test_a_point_of_a_moment_ago_is_in_the_file(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    without = result_of(colored)
    put_point(colored)
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(request(tmp_path / "result.png"))
    qtbot.waitUntil(lambda: document_of(colored).is_up_to_date, timeout=30_000)
    written = read_photo(tmp_path / "result.png").pixels
    np.testing.assert_array_equal(written, result_of(colored))
    assert (written != without).any()


def test_it_is_there_when_another_photo_is_shown_by_then(
    qtbot: QtBot, colored: MainWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    without = result_of(colored)
    put_point(colored)
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(request(tmp_path / "result.png"))
        colored.workspace.editor.open_path(make_photo("other.png", width=80))
    wait_for_photo(qtbot, colored, "other.png")
    assert (read_photo(tmp_path / "result.png").pixels != without).any()


def test_the_later_result_of_one_name_stays(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    """The first waits for its colours; the second has them at once."""
    without = result_of(colored)
    put_point(colored)
    colored.workspace.editor.save(request(tmp_path / "result.png"))
    colored.workspace.editor.undo()
    assert document_of(colored).is_up_to_date
    colored.workspace.editor.save(request(tmp_path / "result.png"))
    qtbot.waitUntil(lambda: not colored.workspace.editor.saving, timeout=30_000)
    np.testing.assert_array_equal(read_photo(tmp_path / "result.png").pixels, without)


def test_a_point_of_a_moment_ago_is_in_the_clipboard(qtbot: QtBot, colored: MainWindow) -> None:
    put_point(colored)
    with qtbot.waitSignal(colored.workspace.editor.copied, timeout=30_000) as copied:
        colored.workspace.editor.copy()
    qtbot.waitUntil(lambda: document_of(colored).is_up_to_date, timeout=30_000)
    (image,) = copied.args
    expected = result_of(colored)
    color = image.pixelColor(48, 32)
    assert (color.red(), color.green(), color.blue()) == tuple(expected[32, 48])


def test_what_is_dragged_out_is_what_is_saved_to_the_byte(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    taken: list[bytes] = []
    colored.workspace.editor.activity_changed.connect(said.append)

    def drop(mime: QMimeData) -> Qt.DropAction:
        assert not document_of(colored).is_up_to_date
        taken.extend(Path(url.toLocalFile()).read_bytes() for url in mime.urls())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", lambda drag, *_actions: drop(drag.mimeData()))
    put_point(colored)
    colored.photo_page.side.drag.dragged.emit()
    assert any("old_color.png" in words for words in said)
    assert not colored.workspace.editor.saving
    qtbot.waitUntil(lambda: document_of(colored).is_up_to_date, timeout=30_000)
    habit = replace(colored.workspace.file_dialogs.habit(), folder=tmp_path / "saved")
    asked = habit.request(document_of(colored).photo, tmp_path / "old.png")
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(asked)
    assert taken == [asked.target.read_bytes()]


def test_a_drag_that_is_given_up_before_its_colours_are_there_writes_nothing(
    qtbot: QtBot, colored: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote: list[object] = []
    monkeypatch.setattr("desktop.editor.drag_out.write_result", lambda *asked: wrote.append(asked))
    monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
    put_point(colored)
    colored.photo_page.side.drag.dragged.emit()
    qtbot.waitUntil(lambda: not colored.workspace.editor.saving, timeout=30_000)
    assert wrote == []


def test_a_point_of_a_moment_ago_is_in_what_is_shared(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "both.png"
    put_point(colored)
    colored.workspace.sharing.write(target, ShareOptions())
    assert "both.png" in colored.workspace.editor.saving
    qtbot.waitUntil(lambda: not colored.workspace.editor.saving, timeout=30_000)
    qtbot.waitUntil(lambda: document_of(colored).is_up_to_date, timeout=30_000)
    shared = read_photo(target).pixels
    after = result_of(colored)
    np.testing.assert_array_equal(shared[: after.shape[0], -after.shape[1] :], after)
