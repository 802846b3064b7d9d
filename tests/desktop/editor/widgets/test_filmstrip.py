"""The row of photos that were opened together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.photo.save_options import SaveOptions
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets.photo_list_model import EDITED, SAVED, SHOWN
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_photo


def test_the_strip_of_photos_is_a_proper_model(
    qtbot: QtBot, qtmodeltester: ModelTester, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    paths = [make_photo(f"{n}.png") for n in range(3)]
    window = make_window(*paths)
    qtbot.waitUntil(lambda: not window.workspace.filmstrip.isHidden(), timeout=30_000)
    model = window.workspace.filmstrip.photos
    assert isinstance(model, QAbstractItemModel)
    qtmodeltester.check(model)
    qtbot.waitUntil(lambda: not window.workspace.thumbnail_tasks.busy, timeout=30_000)
    qtmodeltester.check(model)


def test_what_is_shown_is_what_is_marked(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    paths = [make_photo("a.png"), tmp_path / "broken.png", make_photo("c.png")]
    paths[1].write_bytes(b"no photo")
    window = make_window(*paths)
    wait_for_photo(qtbot, window, "a.png")
    strip, model = window.workspace.filmstrip, window.workspace.filmstrip.photos

    def marked() -> list[bool]:
        return [model.index(row).data(SHOWN) for row in range(3)]

    assert marked() == [True, False, False]
    assert window.strip.place.text() == "1 of 3"
    with qtbot.waitSignal(window.workspace.editor.not_opened, timeout=30_000):
        qtbot.keyClick(window.photo_page.view, Qt.Key.Key_PageDown)
    assert marked() == [True, False, False]
    assert strip.currentIndex().row() == 0
    place = strip.visualRect(model.index(2)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_for_photo(qtbot, window, "c.png")
    assert marked() == [False, False, True]
    assert window.strip.place.text() == "3 of 3"


@pytest.mark.parametrize("low", [False, True])
def test_the_ring_has_room_in_sight(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, low: bool
) -> None:
    window = make_window(make_photo("a.png"), make_photo("b.png"))
    wait_for_photo(qtbot, window, "a.png")
    strip = window.workspace.filmstrip
    strip.set_low(low=low)

    def whole() -> bool:
        box = QRect(QPoint(), strip.iconSize())
        box.moveCenter(strip.visualRect(strip.photos.index(0)).center())
        return strip.viewport().rect().contains(box.adjusted(-5, -5, 5, 5))

    qtbot.waitUntil(whole, timeout=30_000)


def test_it_is_centred_and_marks_with_a_ring(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo("a.png"), make_photo("b.png"))
    wait_for_photo(qtbot, window, "a.png")
    strip = window.workspace.filmstrip
    boxes = [strip.visualRect(strip.photos.index(row)) for row in range(2)]
    middle = strip.viewport().mapTo(strip, (boxes[0] | boxes[1]).center()).x()
    assert abs(middle - strip.width() / 2) <= 8
    image = strip.viewport().grab().toImage()
    accent = strip.palette().highlight().color()
    first, second = (
        {image.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.right())}
        for box in boxes
    )
    assert accent.name() in first
    assert accent.name() not in second


def test_badges_and_colours_arrive(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    window = make_window(make_photo("a.png"), make_photo("b.png"))
    wait_for_photo(qtbot, window, "a.png")
    model = window.workspace.filmstrip.photos
    index = model.index(0)

    def saturation() -> int:
        pixmap = index.data(Qt.ItemDataRole.DecorationRole).pixmap(72, 72)
        image = pixmap.toImage()
        return max(int(image.pixelColor(x, 9).saturation()) for x in range(image.width()))

    qtbot.waitUntil(lambda: saturation() > 20, timeout=30_000)
    assert not index.data(EDITED)
    window.photo_page.look_panel.slider("warmth").setValue(30)
    assert index.data(EDITED)
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000):
        window.workspace.editor.save(SaveRequest(tmp_path / "out.png", SaveOptions("png")))
    assert index.data(SAVED)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a.png, edited, saved"
    window.photo_page.look_panel.slider("warmth").setValue(40)
    assert not index.data(SAVED)  # what is saved is not the newest any more
