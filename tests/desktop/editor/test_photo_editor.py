"""One photo: opened, coloured, copied, closed, and what is said where that fails."""

from __future__ import annotations

import gc
import re
import resource
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from core.color import rgb_to_lab
from core.colorize.edits import Edit
from desktop.background.requests import Colorize, Colorized
from desktop.editor.variation import Variation
from desktop.settings import Settings
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, document_of, wait_for_photo
from tests.desktop.tint_photos import cut, sepia


def test_grey_first_and_then_colour(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo())
    seen: list[bool] = []
    window.workspace.editor.document_changed.connect(
        lambda d: seen.append(d is not None and d.colorization is None)
    )
    wait_for_photo(qtbot, window, "old.png")
    assert seen == [True]


def test_a_dropped_folder_gives_its_photos(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    for name in ("b.png", "a.png"):
        make_photo(f"album/{name}")
    (folder / "notes.txt").write_text("no photo")
    window = make_window()
    window.workspace.editor.open_paths([folder])
    wait_for_photo(qtbot, window, "a.png")
    assert [path.name for path in window.workspace.editor.photos] == ["a.png", "b.png"]


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
    qtbot.waitUntil(lambda: window.workspace.editor.document is not None, timeout=30_000)
    assert not window.photo_page.side.save.isEnabled()
    qtbot.waitUntil(lambda: not window.strip.activity.text(), timeout=30_000)


def test_what_is_left_of_a_damaged_photo_is_offered(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(cut(sepia(), tmp_path / "old.jpg"))
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=30_000)
    assert "damaged" in window.notice_bar.text.text()
    assert window.notice_bar.action.text() == "Rescue what is left"
    qtbot.mouseClick(window.notice_bar.action, Qt.MouseButton.LeftButton)
    wait_for_photo(qtbot, window, "old.jpg")
    assert re.search(r"damaged: \d\d% of it could be read", window.notice_bar.text.text())
    made = document_of(window).colorization
    assert made is not None
    assert "salvaged" in made.settings


def test_a_file_that_is_no_photo_has_nothing_to_rescue(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    window = make_window(tmp_path / "broken.jpg")
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=30_000)
    assert not window.notice_bar.action.isVisible()


def test_a_photo_without_its_end_mark_opens_with_a_word(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo("scan.jpg")
    path.write_bytes(path.read_bytes()[:-2])
    window = make_window(path)
    wait_for_photo(qtbot, window, "scan.jpg")
    assert "the whole photo is there" in window.notice_bar.text.text()


def test_notes_of_reading_are_said_in_the_windows_language(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    """Broken notes of another program beside a JPEG; its own words are the details."""
    path = make_photo("scan.jpg")
    path.with_suffix(".xmp").write_text("<x:xmpmeta", "utf-8")
    window = make_window(path)
    wait_for_photo(qtbot, window, "scan.jpg")
    assert "Not everything" in window.notice_bar.text.text()
    qtbot.mouseClick(window.notice_bar.more, Qt.MouseButton.LeftButton)
    assert "scan.xmp" in window.notice_bar.details.text()


def test_the_result_goes_to_the_clipboard(qtbot: QtBot, colored: MainWindow) -> None:
    with qtbot.waitSignal(colored.workspace.editor.copied, timeout=30_000):
        colored.actions_by_name["copy"].trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (96, 64)
    color = image.pixelColor(80, 30)
    a_b = rgb_to_lab(np.array([[[color.red(), color.green(), color.blue()]]], np.uint8))[0, 0, 1:]
    assert np.abs(a_b).max() > 3


def test_another_model_colours_the_photo_again(
    qtbot: QtBot, colored: MainWindow, tiny_model: Callable[..., Path]
) -> None:
    own = tiny_model(name="own.onnx", metadata={"name": "grandfather"})
    document = colored.workspace.editor.document
    assert document is not None
    with qtbot.waitSignal(document.colored, timeout=60_000):
        colored.workspace.preferences.apply(Settings(model=str(own)))
    assert document.colorization is not None
    assert document.colorization.spec is not None
    assert document.colorization.spec.name == "grandfather"
    assert "grandfather" in colored.strip.model.text()


@pytest.mark.slow
def test_a_closed_photo_takes_no_memory_any_more(qtbot: QtBot, colored: MainWindow) -> None:
    document = colored.workspace.editor.document
    assert document is not None
    assert document.colorization is not None
    held = [
        weakref.ref(thing) for thing in (document.photo, document.pyramid, document.colorization)
    ]
    del document
    colored.workspace.editor.close_photo()

    def gone() -> bool:
        gc.collect()
        return [ref() for ref in held] == [None, None, None]

    qtbot.waitUntil(gone, timeout=30_000)


@pytest.mark.slow
def test_memory_stays_flat_over_many_photos(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    """Documents, colours and threads of earlier photos are gone (counted, not guessed)."""
    window = make_window()
    paths = [make_photo(f"{n}.png", width=640, height=480) for n in range(4)]
    peaks: list[int] = []
    for number in range(24):
        path = paths[number % 4]
        window.workspace.editor.open_path(path)

        def there(name: str = path.name) -> bool:
            document = window.workspace.editor.document
            return (
                document is not None and document.name == name and document.colorization is not None
            )

        qtbot.waitUntil(there, timeout=60_000)
        peaks.append(_resident())
    QApplication.processEvents()
    gc.collect()
    assert peaks[-1] - peaks[11] < 30_000_000
    assert len(window.workspace.editor.children()) < 12


def _resident() -> int:
    """Bytes of memory this process holds now."""
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_an_answer_that_is_overtaken_does_not_end_the_work(
    qtbot: QtBot, colored: MainWindow
) -> None:
    editor, document = colored.workspace.editor, colored.workspace.editor.document
    assert document is not None
    made = document.colorization
    assert made is not None
    editor.take_variation(Variation(seed=3))
    assert colored.strip.activity.text() == "Finding the colours…"
    editor._answered(Colorized(Colorize("shown", document.photo, Edit(seed=2)), made))
    assert colored.strip.activity.text() == "Finding the colours…"
    editor._answered(Colorized(Colorize("shown", document.photo, Edit(seed=3)), made))
    assert colored.strip.activity.text() == ""
