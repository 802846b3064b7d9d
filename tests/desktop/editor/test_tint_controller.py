"""A photo's own colours in the window: said, asked about, and decided with a button."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.color import chroma, rgb_to_lab
from core.colorize.sidecar import read_sidecar
from core.colorize.tint import ToneOption
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow, document_of, wait_for_photo
from tests.desktop.tint_photos import coffee, faded, save, sepia


def press(qtbot: QtBot, widget: QWidget) -> None:
    """With the keyboard, which needs no place on the screen."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def wait_for_words(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.photo_page.tint_panel.words.text(), timeout=60_000)


def border_chroma(window: MainWindow) -> float:
    """C*ab of the paper around the photo, where the network's colours are taken to nothing."""
    made = document_of(window).colorization
    assert made is not None
    look = document_of(window).edit.look
    corner = np.ascontiguousarray(made.render(look).pixels[:10, :10])
    return float(chroma(rgb_to_lab(corner)[..., 1:]).mean())


def test_a_grey_photo_has_nothing_to_say(colored: MainWindow) -> None:
    assert not colored.photo_page.tint_panel.isVisible()
    assert colored.photo_page.look_panel.isEnabled()


def test_a_colour_photo_stays_until_the_button_is_pressed(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(save(coffee(), tmp_path / "party.png"))
    wait_for_words(qtbot, window, "has colours already")
    panel = window.photo_page.tint_panel
    assert panel.isVisible()
    assert panel.decide.text() == "Colour it anew"
    assert not window.photo_page.look_panel.isEnabled()  # no slider that moves nothing
    assert not window.photo_page.side.save.isEnabled()
    assert not window.notice_bar.isVisible()
    qtbot.mouseClick(panel.decide, Qt.MouseButton.LeftButton)
    wait_for_photo(qtbot, window, "party.png")
    assert "were replaced" in panel.words.text()
    assert window.photo_page.look_panel.isEnabled()
    # and back: nothing of the new colours stays on the screen
    qtbot.mouseClick(panel.decide, Qt.MouseButton.LeftButton)
    wait_for_words(qtbot, window, "has colours already")
    assert document_of(window).colorization is None
    assert not window.photo_page.side.save.isEnabled()
    window.actions_by_name["undo"].trigger()
    wait_for_photo(qtbot, window, "party.png")


def test_what_is_not_certain_is_asked_and_said_again(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(save(faded(0.12), tmp_path / "aunt.png"))
    wait_for_words(qtbot, window, "not certain")
    panel = window.photo_page.tint_panel
    press(qtbot, panel.decide)
    wait_for_photo(qtbot, window, "aunt.png")
    wait_for_words(qtbot, window, "You have said that this photo is black-and-white.")
    assert "Brown tone removed." in panel.words.text()
    press(qtbot, panel.decide)
    wait_for_words(qtbot, window, "not certain")


def test_a_tone_is_named_and_can_be_kept(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    source = save(sepia(), tmp_path / "oma.png")
    window = make_window(source)
    wait_for_words(qtbot, window, "Brown tone removed.")
    panel = window.photo_page.tint_panel
    assert not panel.keep_tone.isChecked()
    assert not panel.keep_ink.isVisible()
    window.photo_page.look_panel.slider("strength").setValue(0)
    assert border_chroma(window) < 1
    press(qtbot, panel.keep_tone)
    wait_for_words(qtbot, window, "Brown tone kept")
    assert border_chroma(window) > 3
    assert window.workspace.editor.document is not None
    assert window.workspace.editor.document.undo_stack.undoText() == "Tone of the photo"
    window.close()
    earlier = read_sidecar(source)
    assert earlier is not None
    assert earlier.tone is ToneOption.KEEP


def test_ink_keeps_its_colour_until_it_is_not_wanted(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(save(sepia(ink=True), tmp_path / "caption.png"))
    wait_for_words(qtbot, window, "Ink and stamps keep their own colour.")
    panel = window.photo_page.tint_panel
    assert panel.keep_ink.isVisible()
    assert panel.keep_ink.isChecked()

    def ink_is_blue() -> bool:
        made = document_of(window).colorization
        assert made is not None
        line = np.ascontiguousarray(made.render().pixels[-29:-27, 60:180])
        return bool(rgb_to_lab(line)[..., 2].mean() < -30)

    assert ink_is_blue()
    press(qtbot, panel.keep_ink)
    qtbot.waitUntil(lambda: "Ink" not in panel.words.text(), timeout=60_000)
    assert not ink_is_blue()
    window.actions_by_name["undo"].trigger()
    wait_for_words(qtbot, window, "Ink and stamps keep their own colour.")
    assert panel.keep_ink.isChecked()


def test_another_photo_has_its_own_state(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(save(coffee(), tmp_path / "a.png"), save(sepia(), tmp_path / "b.png"))
    wait_for_words(qtbot, window, "has colours already")
    window.actions_by_name["next"].trigger()
    wait_for_words(qtbot, window, "Brown tone removed.")
    assert window.photo_page.look_panel.isEnabled()
    window.workspace.editor.close_photo()
    assert not window.photo_page.tint_panel.isVisible()
