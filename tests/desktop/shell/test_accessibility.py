"""Everything in the window is reached by keyboard and has a name."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QListView,
    QScrollBar,
    QSpinBox,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.editor.reference_windows import ReferenceWindow
from desktop.editor.saving import SaveHabit
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
        if parts_of_qt or (isinstance(widget, QAbstractButton) and not widget.isVisibleTo(root)):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_control_has_a_name(qtbot: QtBot, colored: MainWindow) -> None:
    document = colored.workspace.editor.document
    assert document is not None
    crash = CrashReporter(colored)
    crash.hook(ZeroDivisionError, ZeroDivisionError("unheard of"), None)
    qtbot.waitUntil(lambda: crash.box is not None, timeout=10_000)
    dialogs: list[QWidget | None] = [
        SaveDialog(document.photo, SaveHabit("", 92), colored),
        Preferences(Settings(), colored),
        NameDialog("Keep", "", (), colored),
        About(colored.workspace.editor.model, colored),
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


def test_every_control_is_reached_by_tab(qtbot: QtBot, colored: MainWindow) -> None:
    reached: set[QWidget] = set()
    widget = colored.nextInFocusChain()
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    for name in ("strength", "saturation", "warmth"):
        assert colored.photo_page.look_panel.slider(name) in reached
    assert {
        colored.photo_page.view,
        colored.photo_page.side.save,
        colored.photo_page.hint_panel.hex,
    } <= reached
    assert colored.photo_page.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_tab_goes_in_the_order_of_sight(colored: MainWindow) -> None:
    order: list[QWidget] = []
    widget = colored.nextInFocusChain()
    while widget is not None and widget is not colored:
        if (
            colored.photo_page.side.area.isAncestorOf(widget)
            and widget.isVisible()
            and _by_tab(widget)
        ):
            order.append(widget)
        widget = widget.nextInFocusChain()
    heights = [each.mapTo(colored.photo_page.side, each.rect().center()).y() for each in order]
    assert len(order) > 20  # Save, Copy and the handle stand below them, whatever is scrolled
    # what stands side by side has about one height
    assert all(after > before - 12 for before, after in pairwise(heights))


def _by_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
