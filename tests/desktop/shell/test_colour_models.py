"""Other colour models in the window: dropped, chosen, together, in the variations."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from core.inference.add_model import add_model
from core.inference.library import BUNDLED, default_entry, entries
from desktop.background.requests import ModelReady
from desktop.editor.variation import Variation
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.model_library import ModelLibrary
from tests.models import graphs


def is_ready(window: MainWindow, name: str) -> bool:
    model = window.workspace.editor.model
    return isinstance(model, ModelReady) and model.spec.name == name


def ab_of(window: MainWindow) -> float:
    document = window.workspace.editor.document
    assert document is not None
    assert document.colorization is not None
    return float(document.colorization.ab.mean())


@pytest.mark.slow
def test_a_model_that_is_chosen_colours_the_photo(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    entry = add_model(graphs.ddcolor(tmp_path / "ddcolor.onnx"), device="cpu")
    before = ab_of(colored)
    colored.workspace.preferences.use_models(((entry.sha256, 1.0),))
    qtbot.waitUntil(lambda: is_ready(colored, "ddcolor"))
    qtbot.waitUntil(lambda: ab_of(colored) != before)
    assert default_entry() == entry
    assert not colored.settings.value.models
    colored.workspace.preferences.use_models(((BUNDLED, 1.0), (entry.sha256, 0.5)))
    qtbot.waitUntil(lambda: is_ready(colored, "autochrome + ddcolor"), timeout=20_000)
    assert list(colored.settings.value.models) == ["autochrome:1", f"{entry.sha256}:0.5"]
    assert "ddcolor" in colored.strip.model.text()


@pytest.mark.slow
def test_a_model_that_is_dropped_is_added(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(graphs.ddcolor(tmp_path / "ddcolor.onnx")))])
    colored.workspace.drop_filter.dropped.emit(mime)
    (dialog,) = colored.findChildren(ModelLibrary)
    qtbot.waitUntil(lambda: len(entries()) == 1)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2)
    dialog.reject()


@pytest.mark.slow
def test_every_model_has_a_picture_among_the_variations(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    entry = add_model(graphs.ddcolor(tmp_path / "ddcolor.onnx"), device="cpu")
    other = add_model(graphs.deoldify(tmp_path / "deoldify.onnx"), device="cpu")
    colored.workspace.preferences.use_models(((entry.sha256, 1.0),))
    qtbot.waitUntil(lambda: is_ready(colored, "ddcolor"))
    panel = colored.photo_page.variation_panel
    rows = [each for each in panel.variations if each.model]
    assert [each.name for each in rows] == ["Autochrome", "deoldify"]
    qtbot.waitUntil(lambda: panel.filled, timeout=30_000)
    assert not panel.words.isHidden()  # it has no noise: why there are no others is said
    panel.button(Variation(model=other.sha256, name="deoldify")).click()
    qtbot.waitUntil(lambda: is_ready(colored, "deoldify"))
    assert default_entry() == other
