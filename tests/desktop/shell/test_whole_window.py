"""What must hold for everything in the window."""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QScrollBar,
    QSpinBox,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.editor.reference_windows import ReferenceWindow
from desktop.editor.widgets.preset_menu import NameDialog
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.about import About
from desktop.shell.widgets.guide import Guide
from desktop.shell.widgets.preferences import Preferences
from desktop.shell.widgets.shortcuts import Shortcuts
from desktop.system.crash import CrashReporter

CONTROLS = (
    QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QListView, QSpinBox, QTableView,
    QTextEdit,
)  # fmt: skip
MakeWindow = Callable[..., MainWindow]
MakePhoto = Callable[..., Path]


def _in_combo_box(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QComboBox) or _in_combo_box(parent))


def _nameless(root: QWidget) -> list[str]:
    """Controls a screen reader would call nothing."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or isinstance(widget, QScrollBar):
            continue
        parts_of_qt = widget.objectName().startswith("qt_") or _in_combo_box(widget)
        if parts_of_qt or (isinstance(widget, QAbstractButton) and widget.isHidden()):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_control_has_a_name(qtbot: QtBot, colored: MainWindow) -> None:
    document = colored.editor.document
    assert document is not None
    crash = CrashReporter(colored)
    crash.hook(ZeroDivisionError, ZeroDivisionError("unheard of"), None)
    qtbot.waitUntil(lambda: crash.box is not None, timeout=10_000)
    dialogs: list[QWidget | None] = [
        SaveDialog(document.photo, Settings(), colored),
        Preferences(Settings(), colored),
        NameDialog("Keep", "", (), colored),
        About(colored.editor.model, colored),
        Guide(colored),
        Shortcuts(colored),
        ReferenceWindow(document.pyramid, "mother", colored),
        crash.box,
    ]
    for root in (colored, *dialogs):
        assert root is not None
        assert _nameless(root) == []
        if root is not colored:
            root.close()


def test_the_keyboards_page_has_every_key(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    qtbot.keyClick(window, Qt.Key.Key_Question)
    page = window.findChild(Shortcuts)
    assert page is not None
    words = page.page.toPlainText()
    actions = [*window.actions_by_name.values(), *window.queue.page.list.actions()]
    for action in actions:
        if not action.shortcut().isEmpty():
            assert action.text().replace("&", "").rstrip("…") in words
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in words
    assert page.height() <= 600
    qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_every_control_is_reached_by_tab(qtbot: QtBot, colored: MainWindow) -> None:
    reached: set[QWidget] = set()
    widget = colored.nextInFocusChain()
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    for name in ("strength", "saturation", "warmth"):
        assert colored.look_panel.slider(name) in reached
    assert {colored.view, colored.side.save, colored.hint_panel.hex} <= reached
    assert colored.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_no_two_commands_have_the_same_key(make_window: MakeWindow) -> None:
    window, seen = make_window(), dict[str, str]()
    for name, action in window.actions_by_name.items():
        for key in {sequence.toString() for sequence in action.shortcuts()}:
            assert seen.setdefault(key, name) == name


def test_the_strip_of_photos_is_a_proper_model(
    qtbot: QtBot, qtmodeltester: ModelTester, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    paths = [make_photo(f"{n}.png") for n in range(3)]
    window = make_window(*paths)
    qtbot.waitUntil(lambda: not window.filmstrip.isHidden(), timeout=30_000)
    model = window.filmstrip.photos
    assert isinstance(model, QAbstractItemModel)
    qtmodeltester.check(model)
    qtbot.waitUntil(lambda: not window.thumbnails.busy, timeout=30_000)
    qtmodeltester.check(model)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_worn_at_once(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    window = make_window()

    def choose(dialog: Preferences) -> int:
        dialog.theme.setCurrentIndex(dialog.theme.findData(theme))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(Preferences, "exec", choose)
    window.actions_by_name["preferences"].trigger()
    assert window.settings.value.theme == theme
    assert (window.palette().window().color().lightness() < 128) == (theme == "dark")


def test_another_model_colours_the_photo_again(
    qtbot: QtBot, colored: MainWindow, tiny_model: Callable[..., Path]
) -> None:
    own = tiny_model(name="own.onnx", metadata={"name": "grandfather"})
    document = colored.editor.document
    assert document is not None
    with qtbot.waitSignal(document.colored, timeout=60_000):
        colored.preferences.apply(Settings(model=str(own)))
    assert document.colorization is not None
    assert document.colorization.spec.name == "grandfather"
    assert "grandfather" in colored.strip.model.text()


def test_an_unexpected_error_is_a_calm_dialog_and_the_window_lives_on(
    qtbot: QtBot, make_window: MakeWindow, caplog: pytest.LogCaptureFixture
) -> None:
    window = make_window()
    crash = CrashReporter(window)
    crash.hook(ZeroDivisionError, ZeroDivisionError("nobody expected that"), None)
    qtbot.waitUntil(lambda: crash.box is not None and crash.box.isVisible(), timeout=10_000)
    assert crash.box is not None
    assert "nobody expected that" in crash.box.detailedText()
    assert "nobody expected that" in caplog.text
    copy = next(b for b in crash.box.buttons() if b.text() == "Copy the details")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "nobody expected that" in QGuiApplication.clipboard().text()
    assert crash.box is not None  # it stays until it is closed
    crash.box.button(QMessageBox.StandardButton.Ok).click()
    assert crash.box is None
    assert window.isVisible()


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
        window.editor.open_path(path)

        def there(name: str = path.name) -> bool:
            document = window.editor.document
            return (
                document is not None and document.name == name and document.colorization is not None
            )

        qtbot.waitUntil(there, timeout=60_000)
        peaks.append(_resident())
    QApplication.processEvents()
    gc.collect()
    assert peaks[-1] - peaks[11] < 30_000_000
    assert len(window.editor.children()) < 12


def _resident() -> int:
    """Bytes of memory this process holds now."""
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
