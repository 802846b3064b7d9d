"""Every text of the window goes through tr(), and every language has all of them."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.resources import resource
from desktop.editor.document import PhotoDocument
from desktop.editor.saving import SaveHabit
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings, SettingsFile
from desktop.shell.widgets.preferences import Preferences
from desktop.text.translation import LANGUAGES, choose_language, install_language
from tests.desktop.helpers import MakeWindow

ROOT = Path(__file__).parents[3]


FOLDER = resource("i18n")


TRANSLATED = sorted(set(LANGUAGES) - {"en"})


MARKS = re.compile(r"\{\w*\}|%n|%L?\d|</?\w+[^>]*>|\n")


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    install_language(qapp, "en")


def _messages(code: str) -> dict[tuple[str, str], ET.Element]:
    """(context, source) -> its ``<translation>``."""
    tree = ET.parse(FOLDER / f"autochrome_{code}.ts")  # noqa: S314  (our own file)
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation
        for context in tree.iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
    }


def _forms(translation: ET.Element) -> list[str]:
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.slow
def test_make_translations_would_change_nothing(tmp_path: Path) -> None:
    for file in FOLDER.glob("*.ts"):
        shutil.copy(file, tmp_path)
    script = [sys.executable, "tests/translations.py", str(tmp_path)]
    subprocess.run(script, cwd=ROOT, check=True, capture_output=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.iterdir()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_is_missing(code: str) -> None:
    missing = [
        source
        for source, translation in _messages(code).items()
        if translation.get("type") or not all(form.strip() for form in _forms(translation))
    ]
    assert missing == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_placeholders_tags_and_lines_survive(code: str) -> None:
    for (_, source), translation in _messages(code).items():
        forms = _forms(translation)
        wanted = Counter(MARKS.findall(source))
        for form in forms:
            found = Counter(MARKS.findall(form))
            if len(forms) > 1:  # "one photo", "two photos" may be said in words
                found["%n"] = wanted["%n"]
            assert +found == +wanted, form
            assert form.endswith("…") == source.endswith("…"), form
        assert wanted["%n"] == Counter(MARKS.findall(forms[-1]))["%n"], forms


def _texts_in_source() -> set[tuple[str, str]]:
    """(context, text) of every literal given to tr() or its kin, found without lupdate."""
    found = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            context = node.name if isinstance(node, ast.ClassDef) else ""
            for call in (n for n in ast.walk(node) if isinstance(n, ast.Call)):
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                texts = [a.value for a in call.args if isinstance(a, ast.Constant)]
                if name == "tr" and texts:
                    found.add((context, str(texts[0])))
                elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(texts) >= 2:
                    found.add((str(texts[0]), str(texts[1])))
    return found


def test_lupdate_sees_every_text() -> None:
    assert _texts_in_source() == set(_messages("de"))


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_window_speaks_it(
    make_window: MakeWindow, tmp_path: Path, code: str, qapp: QApplication
) -> None:
    file = tmp_path / "own.ini"
    SettingsFile(file).save(Settings(language=code))
    window = make_window(settings=file)
    said = window.photo_page.side.save.text()
    assert said == _forms(_messages(code)["SidePanel", "Save"])[0] != "Save…"
    # Qt's own words come from Qt's own catalogue
    assert qapp.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert window.isRightToLeft() == (code == "ar")


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_entries_of_a_menu_share_a_letter(
    make_window: MakeWindow, tmp_path: Path, code: str
) -> None:
    file = tmp_path / "own.ini"
    SettingsFile(file).save(Settings(language=code))
    window = make_window(settings=file)
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.actions()]
    assert menus
    for actions in (window.menuBar().actions(), *(menu.actions() for menu in menus)):
        letters = [m[1].lower() for a in actions if (m := re.search(r"&(\w)", a.text()))]
        assert len(letters) == len(set(letters)), [action.text() for action in actions]


def test_arabic_mirrors_the_window_but_not_the_photo(
    qtbot: QtBot, make_window: MakeWindow, make_photo: Callable[..., Path], tmp_path: Path
) -> None:
    file = tmp_path / "own.ini"
    SettingsFile(file).save(Settings(language="ar"))
    window = make_window(make_photo(), settings=file)
    view = window.photo_page.view
    qtbot.waitUntil(lambda: view.after_shown and view.settled, timeout=60_000)
    # the panel stands on the left of the photo now
    left = window.photo_page.side.mapTo(window, QPoint(0, 0)).x()
    assert left < view.mapTo(window, QPoint(0, 0)).x()
    # the photo's dark edge is still on its left, the divider goes the way the key points
    view.setValue(1000)
    rect = view.viewport_now.photo_rect
    shades = [view.grab().toImage().pixelColor(int(rect.left() + x * rect.width()), 300).lightness()
              for x in (0.05, 0.95)]  # fmt: skip
    assert shades[0] < shades[1]
    view.setValue(500)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.value() > 500
    # a click where the divider is to be puts it there
    place = QPoint(round(rect.left() + rect.width() * 0.25), round(rect.center().y()))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.value() == pytest.approx(250, abs=5)
    # what is right in the window is less in Arabic: a slider grows to the left
    slider = window.photo_page.look_panel.slider("strength")
    before = slider.value()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() > before


@pytest.mark.parametrize(
    ("chosen", "system", "code"),
    [
        ("fr", ["de-DE"], "fr"), ("", ["de-AT", "en"], "de"), ("", ["pt_BR", "es"], "es"),
        ("", ["ja"], "en"), ("", [], "en"), ("", ["C"], "en"), ("", ["ar-Arab-EG"], "ar"),
    ],
)  # fmt: skip
def test_which_language_is_meant(chosen: str, system: list[str], code: str) -> None:
    assert choose_language(chosen, system) == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_called_by_its_own_name(code: str) -> None:
    assert LANGUAGES[code].lower() in QLocale(code).nativeLanguageName().lower()


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 1, "1 photo has"), ("en", 2, "2 photos have"), ("de", 1, "1 Foto wartet"),
        ("de", 5, "5 Fotos warten"), ("fr", 0, "0 photo a"), ("fr", 2, "2 photos ont"),
        ("es", 1, "1 foto se ha"), ("es", 9, "9 fotos se han"), ("ar", 1, "صورة واحدة"),
        ("ar", 2, "صورتان"), ("ar", 7, "7 صور "), ("ar", 20, "20 صورة"), ("ar", 100, "100 صورة"),
    ],
)  # fmt: skip
def test_numbers_have_their_own_forms(
    qapp: QApplication, code: str, number: int, said: str
) -> None:
    install_language(qapp, code)
    words = qapp.translate("FilledNotice", "%n photo(s) have joined the queue.", "", number)
    assert said in words


class _Marking(QTranslator):
    """Puts every text that was asked for in brackets."""

    def translate(self, context: str, text: str, note: str | None = None, number: int = -1) -> str:
        return f"⟦{text}⟧"

    def isEmpty(self) -> bool:
        return False


#: Shown as they are: names, numbers, paths, colours, devices.
PLAIN = re.compile(
    r"[\W\d_]*|Autochrome|JPEG|PNG|TIFF|WebP|AVIF|CPU|CUDA|OPENVINO|COREML|DIRECTML|#\w+"
    r"|/.*|\w+\.png.*|{stem}_color{ext}|[\d:]*%?"
    + "".join(f"|{re.escape(name)}" for name in LANGUAGES.values())
)  # fmt: skip


def _shown(widget: QWidget) -> list[str]:
    texts = [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    if isinstance(widget, QLineEdit):
        texts += [widget.text(), widget.placeholderText()]
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QSpinBox):
        texts.append(widget.specialValueText())
    return texts


def test_every_text_goes_through_tr(
    qapp: QApplication, make_window: MakeWindow, make_photo: Callable[..., Path], qtbot: QtBot
) -> None:
    marking = _Marking()
    qapp.installTranslator(marking)
    window = make_window(make_photo())
    qtbot.waitUntil(lambda: window.photo_page.view.after_shown, timeout=60_000)
    document = window.workspace.editor.document
    assert isinstance(document, PhotoDocument)
    saving = SaveDialog(document.photo, SaveHabit("", 92), window)
    dialogs = [Preferences(Settings(), window), saving]
    roots = [window, *dialogs]
    texts = [t for r in roots for w in (r, *r.findChildren(QWidget)) for t in _shown(w)]
    texts += [action.text() for action in window.findChildren(QAction)]
    qapp.removeTranslator(marking)
    bare = {text for text in texts if "⟦" not in text and not PLAIN.fullmatch(text)}
    assert bare == set()
    assert sum("⟦" in text for text in texts) > 100
