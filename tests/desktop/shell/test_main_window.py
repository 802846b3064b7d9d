"""The first minute: start, open in every way there is, see colour, save, quit."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from core.color import rgb_to_L, rgb_to_lab
from core.photo.read import read_photo
from core.planning.result_paths import before_after
from core.resources import resource
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets import save_dialog
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings
from desktop.shell.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
MakePhoto = Callable[..., Path]


def _drop(window: MainWindow, mime: QMimeData) -> None:
    """As Qt delivers it: a drop without an enter before it goes nowhere."""
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))


def _wait(qtbot: QtBot, window: MainWindow, name: str) -> None:
    def arrived() -> None:
        document = window.studio.document
        assert document is not None
        assert document.name == name
        assert document.colors is not None

    qtbot.waitUntil(arrived, timeout=60_000)


def test_the_empty_window_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.pages.currentWidget() is window.drop_area
    assert not window.side.save.isEnabled()


def test_a_photo_of_the_command_line_gets_colours(colored: MainWindow) -> None:
    document = colored.studio.document
    assert document is not None
    assert colored.windowTitle() == "old.png – Autochrome"
    assert colored.side.save.isEnabled()
    assert colored.strip.device.text() == "CPU"


def test_grey_first_and_then_colour(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo())
    seen: list[bool] = []
    window.studio.document_changed.connect(
        lambda d: seen.append(d is not None and d.colors is None)
    )
    _wait(qtbot, window, "old.png")
    assert seen == [True]


def test_dropped_files_are_opened(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_photo("dropped.jpg")))])
    _drop(window, mime)
    _wait(qtbot, window, "dropped.jpg")


def test_a_dropped_folder_gives_its_photos(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    for name in ("b.png", "a.png"):
        make_photo(f"album/{name}")
    (folder / "notes.txt").write_text("no photo")
    window = make_window()
    window.studio.open_paths([folder])
    _wait(qtbot, window, "a.png")
    assert [path.name for path in window.studio.photos] == ["a.png", "b.png"]


def test_a_pasted_picture_is_opened(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    image = QImage(40, 30, QImage.Format.Format_Grayscale8)
    image.fill(90)
    QGuiApplication.clipboard().setImage(image)
    window.actions_by_name["paste"].trigger()
    _wait(qtbot, window, "")
    assert window.studio.document is not None
    assert window.studio.document.photo.source is None


def test_copied_files_are_opened(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_photo(name))) for name in ("a.png", "b.png")])
    QGuiApplication.clipboard().setMimeData(mime)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    _wait(qtbot, window, "a.png")
    assert [path.name for path in window.studio.photos] == ["a.png", "b.png"]


def test_the_system_hands_a_file_over(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, qapp: QApplication
) -> None:
    window = make_window()
    QApplication.sendEvent(qapp, QFileOpenEvent(str(make_photo())))
    _wait(qtbot, window, "old.png")


def test_a_broken_file_is_a_sentence_not_a_dialog(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff nothing more")
    window = make_window(broken)
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=30_000)
    assert "broken.jpg" in window.notice_bar.text.text()


def test_without_a_model_the_window_says_so_and_lives_on(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    window = make_window(make_photo(), model=tmp_path / "nowhere.onnx")
    qtbot.waitUntil(lambda: "missing" in window.notice_bar.text.text(), timeout=60_000)
    qtbot.waitUntil(lambda: window.studio.document is not None, timeout=30_000)
    assert not window.side.save.isEnabled()
    qtbot.waitUntil(lambda: not window.strip.doing.text(), timeout=30_000)


def test_a_colour_photo_is_left_alone_until_asked(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo("party.png", colored=True))
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=60_000)
    assert "colours already" in window.notice_bar.text.text()
    qtbot.mouseClick(window.notice_bar.action, Qt.MouseButton.LeftButton)
    _wait(qtbot, window, "party.png")


@pytest.mark.parametrize(("name", "depth"), [("jpeg", 8), ("png", 16), ("tiff", 16), ("webp", 8)])
def test_a_result_is_saved_whole(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, name: str, depth: int
) -> None:
    target = tmp_path / f"result.{name}"
    with qtbot.waitSignal(colored.studio.saved, timeout=30_000):
        colored.studio.save(SaveRequest(target, name, depth=depth))
    saved = read_photo(target)
    document = colored.studio.document
    assert document is not None
    assert (saved.height, saved.width, saved.depth) == (64, 96, depth)
    assert b"compositeWithTrained" in (saved.metadata.xmp or b"")
    if name != "webp":  # lossy below full colour resolution
        drift = np.abs(rgb_to_L(saved.pixels) - rgb_to_L(document.photo.pixels))
        assert drift.mean() < 1


def test_a_folder_of_pictures_is_made_but_no_long_path_that_was_a_slip(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    first = tmp_path / "Pictures" / "old.png"
    with qtbot.waitSignal(colored.studio.saved, timeout=30_000):
        colored.studio.save(SaveRequest(first, "png"))
    assert first.is_file()
    colored.studio.save(SaveRequest(tmp_path / "Pitcures" / "1920" / "old.png", "png"))
    qtbot.waitUntil(lambda: "cannot be saved" in colored.notice_bar.text.text(), timeout=30_000)
    assert not (tmp_path / "Pitcures").exists()


def test_the_original_is_never_replaced(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    before = (tmp_path / "old.png").read_bytes()
    colored.studio.save(SaveRequest(tmp_path / "old.png", "png", overwrite=True))
    qtbot.waitUntil(colored.notice_bar.isVisible, timeout=30_000)
    assert "original" in colored.notice_bar.text.text()
    assert (tmp_path / "old.png").read_bytes() == before


def _save_dialog(qtbot: QtBot, window: MainWindow) -> SaveDialog:
    document = window.studio.document
    assert document is not None
    dialog = SaveDialog(document.photo, window.chooser.settings, window)
    qtbot.addWidget(dialog)
    return dialog


def test_the_save_dialog_offers_a_new_name(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    dialog = _save_dialog(qtbot, colored)
    assert dialog.request().target == tmp_path / "old_color.jpg"
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(tmp_path / "old.png"))
    assert not dialog.save_button.isEnabled()
    assert dialog.format.currentData() == "png"
    (tmp_path / "there.tif").touch()
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(tmp_path / "there.tif"))
    assert dialog.save_button.text() == "Replace"
    assert dialog.request() == SaveRequest(tmp_path / "there.tif", "tiff", 92, 8, overwrite=True)


def test_what_lies_in_a_folder_one_cannot_write_to_is_saved_among_the_pictures(
    qtbot: QtBot, make_photo: MakePhoto, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pictures = tmp_path / "Pictures"
    monkeypatch.setattr(save_dialog, "_pictures", lambda: pictures)
    sample = SaveDialog(read_photo(resource("samples/camera.jpg")), Settings())
    qtbot.addWidget(sample)
    assert sample.request().target == pictures / "camera_color.jpg"
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    on_a_disc = SaveDialog(read_photo(make_photo()), Settings())
    qtbot.addWidget(on_a_disc)
    assert on_a_disc.request().target == pictures / "old_color.jpg"


def test_the_second_picture_is_not_replaced_unsaid(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    dialog = _save_dialog(qtbot, colored)
    second = before_after(dialog.request().target)
    second.write_bytes(b"mine")
    assert dialog.save_button.text() == "Save"
    dialog.before_after.click()
    assert dialog.save_button.text() == "Replace"
    assert second.name in dialog.warning.text()
    with qtbot.waitSignal(colored.studio.saved, timeout=30_000):
        colored.studio.save(dialog.request())
    assert second.read_bytes() != b"mine"


def test_saving_by_keyboard(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accepted(dialog: SaveDialog) -> int:
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", accepted)
    with qtbot.waitSignal(colored.studio.saved, timeout=30_000):
        qtbot.keyClick(colored, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with Image.open(tmp_path / "old_color.jpg") as image:
        assert image.size == (96, 64)


def test_the_result_goes_to_the_clipboard(qtbot: QtBot, colored: MainWindow) -> None:
    with qtbot.waitSignal(colored.studio.copied, timeout=30_000):
        colored.actions_by_name["copy"].trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (96, 64)
    color = image.pixelColor(80, 30)
    a_b = rgb_to_lab(np.array([[[color.red(), color.green(), color.blue()]]], np.uint8))[0, 0, 1:]
    assert np.abs(a_b).max() > 3


def test_recent_photos_are_remembered(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    first = make_window(path)
    _wait(qtbot, first, "old.png")
    first.close()
    second = make_window()
    assert [action.text() for action in second.recent_menu.actions()] == ["old.png"]
    second.recent_menu.actions()[0].trigger()
    _wait(qtbot, second, "old.png")


@pytest.mark.slow
def test_a_closed_photo_takes_no_memory_any_more(qtbot: QtBot, colored: MainWindow) -> None:
    document = colored.studio.document
    assert document is not None
    assert document.colors is not None
    held = [weakref.ref(thing) for thing in (document.photo, document.pyramid, document.colors)]
    del document
    colored.studio.close_photo()

    def gone() -> bool:
        gc.collect()
        return [ref() for ref in held] == [None, None, None]

    qtbot.waitUntil(gone, timeout=30_000)


def test_closing_while_the_model_loads_ends_everything(
    make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    make_window(make_photo()).close()


def test_undo_and_redo_by_keyboard(qtbot: QtBot, colored: MainWindow) -> None:
    slider = colored.look_panel.slider("strength")
    slider.setValue(40)
    document = colored.studio.document
    assert document is not None
    assert document.edit.look.strength == 0.4
    qtbot.keyClick(colored, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.edit.look.strength == 1
    assert slider.value() == 100
    colored.actions_by_name["redo"].trigger()
    assert document.edit.look.strength == 0.4


def test_undo_and_redo_say_what_they_would_do(colored: MainWindow) -> None:
    undo, redo = (colored.actions_by_name[name] for name in ("undo", "redo"))
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo")
    colored.look_panel.slider("strength").setValue(40)
    assert undo.text() == "&Undo (Strength)"
    assert undo.toolTip() == "Undo (Strength) (Ctrl+Z)"
    assert redo.text() == "&Redo"
    undo.trigger()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo (Strength)")
    document = colored.studio.document
    assert document is not None
    colored.studio.set_look(replace(document.edit.look, strength=0.3), "Black & white")
    assert undo.text() == "&Undo (Black && white)"
    assert undo.toolTip() == "Undo (Black & white) (Ctrl+Z)"


def test_before_and_after_in_one_picture(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    request = SaveRequest(tmp_path / "old_color.png", "png", before_after=True)
    with qtbot.waitSignal(colored.studio.saved, timeout=30_000):
        colored.studio.save(request)
    both = read_photo(tmp_path / "old_before_after.png")
    assert both.height == 64
    assert both.width > 2 * 96
    left = both.pixels[:, :96].astype(int)
    assert np.ptp(left, axis=2).max() == 0
