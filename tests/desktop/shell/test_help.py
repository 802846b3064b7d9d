"""The guide, the keyboard, and what the program is made of."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.version import __version__
from desktop.shell import third_party as parts_module
from desktop.shell.main_window import MainWindow
from desktop.shell.third_party import Part, parts
from desktop.shell.widgets.about import About
from desktop.shell.widgets.guide import Guide

MakeWindow = Callable[..., MainWindow]


def _dialog(window: MainWindow, kind: type) -> object:
    (found,) = (child for child in window.children() if isinstance(child, kind))
    return found


@pytest.fixture
def guide(qtbot: QtBot, make_window: MakeWindow) -> Guide:
    window = make_window()
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    found = _dialog(window, Guide)
    assert isinstance(found, Guide)
    return found


def test_the_guide_is_illustrated(guide: Guide) -> None:
    assert guide.isVisible()
    document = guide.page.document()
    names = ("open", "compare", "look", "points", "save", "queue")
    for name in names:
        image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(name))
        assert isinstance(image, QImage)
        colors = {image.pixelColor(x, y).name() for x in range(0, 260, 4) for y in range(0, 140, 4)}
        assert len(colors) > 3, name
    assert guide.page.toHtml().count("<img") == len(names)
    assert "never changed" in guide.page.toPlainText()


def test_the_guide_is_closed_by_escape(qtbot: QtBot, guide: Guide) -> None:
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


@pytest.fixture
def about(qtbot: QtBot, make_window: MakeWindow) -> About:
    window = make_window()
    qtbot.waitUntil(lambda: window.studio.model is not None, timeout=60_000)
    window.actions_by_name["about"].trigger()
    found = _dialog(window, About)
    assert isinstance(found, About)
    return found


def test_versions_can_be_copied(about: About) -> None:
    words = about.versions.text()
    assert f"numpy {metadata.version('numpy')}" in words
    assert about.versions.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    titles = [label.text() for label in about.findChildren(type(about.versions))]
    assert any(__version__ in title for title in titles)


def cell(about: About, row: int, column: int) -> str:
    item = about.table.item(row, column)
    assert item is not None
    return item.text()


def test_every_part_has_a_licence_and_its_text_is_shown(qtbot: QtBot, about: About) -> None:
    rows = {cell(about, row, 0): row for row in range(about.table.rowCount())}
    licences = [cell(about, row, 2) for row in rows.values()]
    assert "?" not in licences
    about.tabs.setCurrentIndex(1)
    about.table.setCurrentCell(rows["numpy"], 0)
    assert "NumPy Developers" in about.text.toPlainText()
    about.table.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(about.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = cell(about, about.table.rowCount() - 1, 0)
    assert about.table.currentRow() == rows[last]


def test_the_model_says_what_it_is(about: About) -> None:
    assert "tiny 0.1" in about.card.toPlainText()
    assert "a formula" in about.card.toPlainText()


@pytest.mark.slow
def test_the_bundled_model_has_its_card(qtbot: QtBot, make_window: MakeWindow) -> None:
    from core.inference.model_spec import bundled_model  # noqa: PLC0415

    window = make_window(model=bundled_model())
    qtbot.waitUntil(lambda: window.studio.model is not None, timeout=60_000)
    window.actions_by_name["about"].trigger()
    about = _dialog(window, About)
    assert isinstance(about, About)
    assert "Colourfulness" in about.card.toPlainText() or "SHA-256" in about.card.toPlainText()
    assert bundled_model().with_name("MODEL_CARD.md").read_text().split()[1] in (
        about.card.toPlainText()
    )


def test_what_is_installed_is_listed_and_tools_of_the_developers_are_not() -> None:
    found = {part.name.lower().replace("_", "-"): part for part in parts()}
    assert {"pyside6-essentials", "shiboken6", "numpy", "pyvips", "cffi", "rich"} <= set(found)
    assert not {"torch", "ruff", "mypy", "pytest-qt"} & set(found)
    assert found["cffi"].version == metadata.version("cffi")  # one that only others require
    assert "LGPL" in found["shiboken6"].licence
    assert "Permission is hereby granted" in found["pyvips"].text()


def test_a_packed_program_lists_what_it_carries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "licences"
    (folder / "libvips").mkdir(parents=True)
    (folder / "libvips" / "COPYING").write_text("the LGPL")
    (folder / "THIRD-PARTY.txt").write_text(
        "Autochrome comes with:\n\nzlib 1.3: Zlib\n    pkg:generic/zlib@1.3\n"
        "libvips 8.18.7: LGPL-3.0-or-later\n    pkg:generic/libvips@8.18.7\n"
    )
    monkeypatch.setattr(parts_module, "resource_root", lambda: tmp_path / "resources")
    found = parts()
    assert found == [Part("libvips", "8.18.7", "LGPL-3.0-or-later"), Part("zlib", "1.3", "Zlib")]
    assert found[0].text() == "the LGPL"
    assert found[1].text() == ""
