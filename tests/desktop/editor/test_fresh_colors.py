"""What is saved is what was chosen, however quickly; of two results of one name the later stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from core.colorize.hints import ColorHint
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
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
