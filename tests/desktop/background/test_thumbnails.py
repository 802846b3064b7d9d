"""Thumbnails: made when they are looked at, the newest wish first, and not too many of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from desktop.background import thumbnails as module
from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails
from tests.desktop.helpers import MakePhoto


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(threads=1)
    yield made
    made.close()


def _size(icon: QIcon) -> tuple[int, int]:
    size = icon.actualSize(icon.availableSizes()[0])
    return size.width(), size.height()


def _is_a_picture(icon: QIcon) -> bool:
    image: QImage = icon.pixmap(40, 40).toImage()
    return len({image.pixelColor(x, 10).name() for x in range(0, image.width(), 4)}) > 3


def test_a_grey_square_until_the_picture_is_made(
    qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto
) -> None:
    path = make_photo(width=300, height=200)
    thumbnails = Thumbnails(tasks, 40)
    assert not _is_a_picture(thumbnails.icon(path))
    with qtbot.waitSignal(thumbnails.arrived, timeout=30_000) as heard:
        pass
    assert heard.args == [path]
    icon = thumbnails.icon(path)
    assert _is_a_picture(icon)
    assert _size(icon) == (80, 80)  # for screens of high density


def test_the_newest_wish_goes_first_and_old_ones_are_given_up(
    qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WISHED", 3)
    paths = [make_photo(f"{n}.png") for n in range(6)]
    thumbnails, made = Thumbnails(tasks, 40), list[Path]()
    thumbnails.arrived.connect(made.append)
    for path in paths:
        thumbnails.icon(path)
    qtbot.waitUntil(lambda: len(made) == 4 and not tasks.busy, timeout=30_000)
    assert made == [paths[0], paths[5], paths[4], paths[3]]


def test_no_more_are_kept_than_a_screen_or_two_need(
    qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [make_photo(f"{n}.png") for n in range(3)]
    thumbnails = Thumbnails(tasks, 40)
    monkeypatch.setattr(thumbnails, "_kept", 2)
    for path in paths:
        thumbnails.icon(path)
        qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    assert [_is_a_picture(thumbnails.icon(path)) for path in paths[1:]] == [True, True]
    assert not _is_a_picture(thumbnails.icon(paths[0]))
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)


def test_what_cannot_be_read_keeps_its_grey_square(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff nothing more")
    thumbnails = Thumbnails(tasks, 40)
    thumbnails.icon(broken)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    assert not _is_a_picture(thumbnails.icon(broken))
    assert not tasks.busy  # it is not tried again


def test_a_file_that_has_changed_is_looked_at_again(
    qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto
) -> None:
    path = make_photo()
    thumbnails = Thumbnails(tasks, 40)
    thumbnails.icon(path)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    thumbnails.forget(path)
    thumbnails.icon(path)
    assert tasks.busy
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)


def test_a_picture_shown_instead_is_small_and_stays(
    qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto
) -> None:
    path = make_photo(width=300, height=200)
    thumbnails = Thumbnails(tasks, 40)
    thumbnails.icon(path)  # its own is being made
    red = QImage(900, 600, QImage.Format.Format_RGB888)
    red.fill(Qt.GlobalColor.red)
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.show_instead(path, red)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    icon = thumbnails.icon(path)
    assert _size(icon) == (80, 80)
    assert icon.pixmap(40, 40).toImage().pixelColor(20, 20) == QColor(Qt.GlobalColor.red)
    other = make_photo("other.png")
    with qtbot.waitSignal(thumbnails.arrived, timeout=30_000):  # the next wish is still heard
        thumbnails.icon(other)


def test_whole_photos_keep_their_shape(qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto) -> None:
    path = make_photo(width=300, height=200)
    thumbnails = Thumbnails(tasks, 40, square=False)
    thumbnails.icon(path)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    assert _size(thumbnails.icon(path)) == (80, 53)
