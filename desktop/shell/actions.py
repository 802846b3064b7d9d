"""The table of the window's commands: text, keys and icon of each, and actions made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.appearance.icons import icon
from desktop.text.translation import QT_TRANSLATE_NOOP

_CONTEXT: Final = "actions"
Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """Text, keys and icon of a command; ``keys`` are Qt's standard ones or written out."""

    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    checkable: bool = False


COMMANDS: Final[dict[str, Command]] = {
    "open": Command(QT_TRANSLATE_NOOP("actions", "&Open…"), (Key.Open,), "open"),
    "open_folder": Command(QT_TRANSLATE_NOOP("actions", "Open &folder…"), ("Ctrl+Shift+O",)),
    "split": Command(QT_TRANSLATE_NOOP("actions", "Split scanned pa&ges…"), ("Ctrl+Shift+P",)),
    "queue_folder": Command(
        QT_TRANSLATE_NOOP("actions", "&Add a folder to the queue…"), ("Ctrl+Shift+A",)
    ),
    "queue": Command(QT_TRANSLATE_NOOP("actions", "Q&ueue"), ("Ctrl+J",), "queue", True),
    "review": Command(QT_TRANSLATE_NOOP("actions", "&Look through the results"), ("Ctrl+L",)),
    "mark_good": Command(QT_TRANSLATE_NOOP("actions", "&Good"), ("K",)),
    "mark_redo": Command(QT_TRANSLATE_NOOP("actions", "&Make again"), ("R",)),
    "mark_reject": Command(QT_TRANSLATE_NOOP("actions", "&Reject"), ("X",)),
    "mark_none": Command(QT_TRANSLATE_NOOP("actions", "&No mark"), ("U",)),
    "fix": Command(QT_TRANSLATE_NOOP("actions", "&Put right by hand…"), ("E",)),
    "paste": Command(QT_TRANSLATE_NOOP("actions", "&Paste"), (Key.Paste,)),
    "save": Command(QT_TRANSLATE_NOOP("actions", "&Save"), (Key.Save,), "save"),
    "save_as": Command(QT_TRANSLATE_NOOP("actions", "Sa&ve as…"), ("Ctrl+Shift+S",)),
    "copy": Command(QT_TRANSLATE_NOOP("actions", "&Copy the result"), (Key.Copy,), "copy"),
    "save_edited": Command(QT_TRANSLATE_NOOP("actions", "Save all edited photos")),
    "share": Command(QT_TRANSLATE_NOOP("actions", "Share before and after…"), ("Ctrl+Shift+E",)),
    "copy_edit": Command(QT_TRANSLATE_NOOP("actions", "Copy the settings"), ("Ctrl+Shift+C",)),
    "paste_edit": Command(
        QT_TRANSLATE_NOOP("actions", "Paste the settings to the chosen photos"),
        ("Ctrl+Shift+V",),
    ),
    "apply_to_folder": Command(
        QT_TRANSLATE_NOOP("actions", "Apply the settings to all of this folder")
    ),
    "like": Command(QT_TRANSLATE_NOOP("actions", "Colours of another photo…")),
    "not_like": Command(QT_TRANSLATE_NOOP("actions", "Without the other photo's colours")),
    "close_photo": Command(QT_TRANSLATE_NOOP("actions", "&Close photo"), (Key.Close,)),
    "preferences": Command(
        QT_TRANSLATE_NOOP("actions", "&Preferences…"), (Key.Preferences, "Ctrl+,")
    ),
    "quit": Command(QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",)),
    "undo": Command(QT_TRANSLATE_NOOP("actions", "&Undo"), (Key.Undo,), "undo"),
    "redo": Command(QT_TRANSLATE_NOOP("actions", "&Redo"), (Key.Redo,), "redo"),
    "zoom_in": Command(QT_TRANSLATE_NOOP("actions", "Zoom &in"), ("+", "=", "Ctrl++", "Ctrl+=")),
    "zoom_out": Command(QT_TRANSLATE_NOOP("actions", "Zoom &out"), ("-", "Ctrl+-")),
    "zoom_fit": Command(QT_TRANSLATE_NOOP("actions", "Whole &photo"), ("0", "Ctrl+0"), "fit"),
    "zoom_full": Command(QT_TRANSLATE_NOOP("actions", "&100 %"), ("1", "Ctrl+1"), "full"),
    "vertical": Command(
        QT_TRANSLATE_NOOP("actions", "Slider, &left and right"), ("V",), "split-vertical", True
    ),
    "horizontal": Command(
        QT_TRANSLATE_NOOP("actions", "Slider, &above and below"), ("H",), "split-horizontal", True
    ),
    "side_by_side": Command(
        QT_TRANSLATE_NOOP("actions", "Side by &side"), ("S",), "side-by-side", True
    ),
    "grid": Command(QT_TRANSLATE_NOOP("actions", "Variations in a &grid"), ("G",), "grid", True),
    "full_screen": Command(QT_TRANSLATE_NOOP("actions", "&Full screen"), ("F", "F11"), "", True),
    "panels": Command(QT_TRANSLATE_NOOP("actions", "&Hide panels"), ("F9",), "", True),
    "points": Command(QT_TRANSLATE_NOOP("actions", "C&olour points"), ("P",), "point", True),
    "brush": Command(QT_TRANSLATE_NOOP("actions", "&Brush"), ("B",), "brush", True),
    "heal": Command(QT_TRANSLATE_NOOP("actions", "Repair brush"), ("J",), "", True),
    "frame": Command(QT_TRANSLATE_NOOP("actions", "&Turn, straighten, crop…"), ("T",)),
    "reference": Command(
        QT_TRANSLATE_NOOP("actions", "Open a reference p&hoto…"), ("Ctrl+R",), "photo"
    ),
    "next": Command(QT_TRANSLATE_NOOP("actions", "&Next photo"), ("PgDown",)),
    "previous": Command(QT_TRANSLATE_NOOP("actions", "P&revious photo"), ("PgUp",)),
    "next_page": Command(QT_TRANSLATE_NOOP("actions", "Nex&t page"), ("Ctrl+PgDown",)),
    "previous_page": Command(QT_TRANSLATE_NOOP("actions", "Pre&vious page"), ("Ctrl+PgUp",)),
    "shortcuts": Command(QT_TRANSLATE_NOOP("actions", "&Keyboard"), ("?",)),
    "guide": Command(QT_TRANSLATE_NOOP("actions", "&How it works"), ("F1",), "help"),
    "about": Command(QT_TRANSLATE_NOOP("actions", "&About Autochrome")),
}


#: Those that can be used in an empty window.
WITHOUT_A_PHOTO: Final = (
    "open", "open_folder", "split", "queue_folder", "queue", "review", "paste", "preferences",
    "quit", "full_screen", "panels", "points", "brush", "heal", "reference", "shortcuts", "guide",
    "about",
)  # fmt: skip


def make_actions(parent: QObject) -> dict[str, QAction]:
    """Make an action for each command, not yet connected to anything."""
    return {name: _action(command, parent) for name, command in COMMANDS.items()}


def name_step(action: QAction, name: str, step: str) -> None:
    """Set the text of undo or redo: "Undo (Strength)"; without a step the plain word."""
    text = QCoreApplication.translate(_CONTEXT, COMMANDS[name].text)
    _say(action, f"{text} ({step.replace('&', '&&')})" if step else text)


def _action(command: Command, parent: QObject) -> QAction:
    action = QAction(parent)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setCheckable(command.checkable)
    if command.icon:
        action.setIcon(icon(command.icon))
    _say(action, QCoreApplication.translate(_CONTEXT, command.text))
    return action


def _say(action: QAction, text: str) -> None:
    """The words of a command in the menu, and with its keys in its tip."""
    action.setText(text)
    plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
