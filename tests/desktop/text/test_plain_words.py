"""The window speaks so that a person of seventy understands it, in five languages."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.errors import AlreadyColoredError
from core.queue.job import IfExists, Job, JobSettings, JobState
from core.resources import resource
from desktop.editor.saving import SaveHabit
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.queue.job_text import state_words
from desktop.settings import Settings
from desktop.shell.widgets.preferences import Preferences
from desktop.text.translation import LANGUAGES
from tests.desktop.helpers import MakePhoto, MakeWindow, document_of, wait_for_colors

#: Words of those who build it, of no use to those who use it.
JARGON = re.compile(
    r"\b(sidecars?|chroma|luminance|gamut|CIELAB|Lab|ab|sRGB|ICC|rasters?|masks?|geodesic|bins?|hints?"
    r"|inference|infer|tensors?|latent|vectors?|seeds?|networks?|neural|weights|checkpoints?|epochs?"
    r"|ONNX|CUDA|providers?|sessions?|threads?|workers?|process(es)?|caches?|buffers?|memory leak"
    r"|hash(es)?|SHA-\d+|checksums?|digests?|metadata|provenance|XMP|EXIF|IPTC|JSON|TOML|XML"
    r"|parameters?|arguments?|booleans?|regex|globs?|wildcards?|tokens?|templates?|stem|null|NaN"
    r"|director(y|ies)|URIs?|APIs?|stdin|stdout|stderr|exit code|exceptions?|tracebacks?|timeouts?"
    r"|shards?|leases?|pipelines?|render(ed|ing)?|instances?|invalid|abort(ed)?|config(uration)?)\b",
    re.IGNORECASE,
)
#: Endings of files, and the number by which a model's file is known: said where it is asked for.
NEEDED = {
    "With notes of other programs (.xmp, .json)",
    "Models (*.onnx)",
    "{name} {version}, SHA-256 {hash}…\nWith: {abilities}.",
    "SHA-256",
}


def sources(code: str) -> set[tuple[str, str]]:
    """(context, English text) of all that a language's file has."""
    tree = ET.parse(resource(f"i18n/autochrome_{code}.ts"))  # noqa: S314  (our own file)
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def jargon_in(text: str) -> list[str]:
    return [found.group() for found in JARGON.finditer(re.sub(r"\{\w*\}", "", text))]


def test_no_text_is_jargon() -> None:
    """Every text is in the files of the languages: test_translation.py."""
    found = {text: jargon_in(text) for _, text in sources("de") if jargon_in(text)}
    assert set(found) == NEEDED, {
        text: words for text, words in found.items() if text not in NEEDED
    }


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {"en"}))
def test_every_language_has_the_same_texts(code: str) -> None:
    """That none is empty, and that they are those of the source, test_translation.py sees to."""
    assert sources(code) == sources("de")
    assert len(LANGUAGES) == 5


def test_states_of_the_queue_are_plain() -> None:
    def job(state: JobState, kind: str | None = None) -> Job:
        where = Path("a.png"), Path("a_color.png")
        return Job(1, *where, JobSettings(), IfExists.SKIP, state, 0.0, error_kind=kind)

    running = job(JobState.RUNNING)
    skipped = job(JobState.SKIPPED, AlreadyColoredError.__name__)
    assert state_words(running) == "Processing"
    assert state_words(skipped) == "Skipped (already in colour)"


def test_plain_words_stand_in_the_window(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo())
    wait_for_colors(qtbot, window)
    window.actions_by_name["queue"].trigger()
    assert {"Batch settings", "File name"} <= labels(window.pages)
    assert "Update if changed" in choices(window.pages)
    saving = SaveDialog(document_of(window).photo, SaveHabit("", 92), window)
    assert "File name" in labels(saving)
    preferences = Preferences(Settings(), window)
    boxes = preferences.findChildren(QComboBox)
    assert sum(box.findText("Same as system") >= 0 for box in boxes) == 2  # language and theme


def test_edits_are_left_and_come_back_by_plain_words(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo())
    wait_for_colors(qtbot, window)
    document = document_of(window)
    window.photo_page.look_panel.slider("warmth").setValue(30)
    edit = document.edit
    window.workspace.editor.start_afresh()
    button = window.notice_bar.action
    assert button.text() == "Restore my edits"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert document.edit == edit
    assert window.actions_by_name["undo"].text() == "&Undo (Restore my edits)"


def labels(root: QWidget) -> set[str]:
    """Texts that are shown on labels and buttons."""
    on_labels = {label.text() for label in root.findChildren(QLabel)}
    on_buttons = {button.text() for button in root.findChildren(QAbstractButton)}
    return {text.replace("&", "") for text in on_labels | on_buttons}


def choices(root: QWidget) -> set[str]:
    """Texts to choose from."""
    return {box.itemText(row) for box in root.findChildren(QComboBox) for row in range(box.count())}
