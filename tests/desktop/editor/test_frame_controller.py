"""Turn, straighten and crop in the window: the dialog, one step to undo, and what is saved."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.colorize.edits import Crop, Edit
from core.colorize.sidecar import read_sidecar
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets.frame_dialog import FrameDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import document_of


def shown(qtbot: QtBot, dialog: FrameDialog) -> FrameDialog:
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def drag(dialog: FrameDialog, start: QPointF, by: QPoint) -> None:
    view, begin = dialog.view, start.toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view, begin + by)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begin + by)


@pytest.fixture
def dialog(qtbot: QtBot, colored: MainWindow) -> FrameDialog:
    from desktop.background.qimage import to_qimage  # noqa: PLC0415

    picture = to_qimage(document_of(colored).photo.pixels)  # 96 x 64
    made = FrameDialog(picture, Edit(), colored)
    qtbot.addWidget(made)
    return shown(qtbot, made)


def test_a_corner_is_drawn_and_the_frame_is_moved(dialog: FrameDialog) -> None:
    whole = dialog.view.frame()
    drag(dialog, whole.bottomRight(), QPoint(-round(whole.width() / 2), -round(whole.height() / 4)))
    crop = dialog.edit.crop
    assert crop is not None
    assert (crop.x, crop.y) == (0, 0)
    assert (crop.width, crop.height) == pytest.approx((0.5, 0.75), abs=0.02)
    drag(dialog, dialog.view.frame().center(), QPoint(10_000, 0))
    assert dialog.edit.crop is not None
    assert dialog.edit.crop.x == pytest.approx(0.5, abs=0.02)
    assert dialog.edit.crop.width == pytest.approx(crop.width)


def test_what_is_straightened_has_no_empty_corners(dialog: FrameDialog) -> None:
    dialog.slider.setValue(50)
    assert dialog.edit == Edit(straighten=5.0)
    assert dialog.degrees.text() == "5.0°"
    assert dialog.view.crop.width < 1
    dialog.whole.click()
    assert dialog.edit == Edit()
    assert dialog.slider.value() == 0


def test_a_crop_turns_with_the_photo(dialog: FrameDialog) -> None:
    dialog._crop(Crop(0.0, 0.0, 0.5, 0.25))
    dialog.right.click()
    assert dialog.edit == Edit(turn=1, crop=Crop(0.75, 0.0, 0.25, 0.5))
    frame = dialog.view.frame()
    assert frame.width() / frame.height() == pytest.approx(0.25 * 64 / (0.5 * 96), abs=0.02)
    dialog.left.click()
    assert dialog.edit == Edit(crop=Crop(0.0, 0.0, 0.5, 0.25))


def test_it_is_one_step_and_saved_and_kept(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: FrameDialog) -> int:
        dialog.right.click()
        dialog._crop(Crop(0.0, 0.25, 1.0, 0.5))
        return 1

    monkeypatch.setattr(FrameDialog, "exec", answer)
    colored.actions_by_name["frame"].trigger()
    document = document_of(colored)
    assert document.edit.turn == 1
    target = tmp_path / "result.png"
    qtbot.waitUntil(lambda: document.colorization is not None, timeout=30_000)
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(SaveRequest(target, SaveOptions()))
    result = read_photo(target)
    assert (result.width, result.height) == (64, 48)
    source = document.photo.source
    assert source is not None
    grey = read_photo(source).pixels.astype(float)
    light = result.pixels.astype(float) @ (0.2126, 0.7152, 0.0722)
    wanted = np.rot90(grey, -1)[24:72]
    assert np.corrcoef(light.ravel(), wanted.ravel())[0, 1] > 0.98
    colored.workspace.editor.autosave.save(document, now=True)
    assert read_sidecar(source) == document.edit
    colored.workspace.editor.undo()
    assert document.edit == Edit()


def test_without_a_photo_there_is_nothing_to_turn(make_window: object) -> None:
    window = make_window()  # type: ignore[operator]
    assert not window.actions_by_name["frame"].isEnabled()
    window.photo_page.frame.ask()
