"""`PresetMenu`: the person's own looks, to apply, keep, rename and delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.colorize.look import Look
from desktop.presets import Preset


class NameDialog(QDialog):
    """Dialog for the name of a look; says where it is taken."""

    named = Signal(str)

    def __init__(self, title: str, name: str, taken: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._taken = set(taken) - {name}
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Name of the look"))
        self.name.selectAll()
        self.name.textChanged.connect(self._check)
        label = QLabel(self.tr("Name of the look"))
        label.setBuddy(self.name)
        self.warning = QLabel()
        self.warning.setProperty("quiet", True)
        ok = QDialogButtonBox.StandardButton.Ok
        self._buttons = QDialogButtonBox(ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = self._buttons.button(ok)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.named.emit(self.text))
        self.finished.connect(self.deleteLater)
        layout = QVBoxLayout(self)
        for widget in (label, self.name, self.warning, self._buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(320)
        self._check()

    @property
    def text(self) -> str:
        """The name as it is typed."""
        return self.name.text().strip()

    def _check(self) -> None:
        taken = self.text in self._taken
        words = self.tr("There is a look of that name: it will be replaced.") if taken else ""
        self.warning.setText(words)
        self._ok.setEnabled(bool(self.text))


class PresetMenu(QToolButton):
    """Button with a menu of presets; reports what was chosen by signals."""

    chosen = Signal(Preset)
    kept = Signal(str)  # the name for the present look
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("My looks"))
        self.setProperty("menu", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._presets: tuple[Preset, ...] = ()
        self._look = Look()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._fill()

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Fill the menu with other presets."""
        self._presets = tuple(presets)
        self._fill()

    def set_look(self, look: Look) -> None:
        """Mark the presets that have this look."""
        self._look = look

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for preset in self._presets:
            action = _entry(menu, _plain(preset.name), partial(self.chosen.emit, preset))
            action.setCheckable(True)
            action.setChecked(preset.look == self._look)
        menu.addSeparator()
        _entry(menu, self.tr("&Keep this look…"), self._keep)
        again, away = menu.addMenu(self.tr("&Rename")), menu.addMenu(self.tr("&Delete"))
        for preset in self._presets:
            _entry(again, _plain(preset.name), partial(self._rename, preset.name))
            _entry(away, _plain(preset.name), partial(self.removed.emit, preset.name))
        for submenu in (again, away):
            submenu.setEnabled(bool(self._presets))

    def _ask(self, title: str, name: str) -> NameDialog:
        taken = [preset.name for preset in self._presets]
        dialog = NameDialog(title, name, taken, self)
        dialog.open()
        return dialog

    def _keep(self) -> None:
        self._ask(self.tr("Keep this look"), "").named.connect(self.kept)

    def _rename(self, name: str) -> None:
        dialog = self._ask(self.tr("Rename the look"), name)
        dialog.named.connect(lambda new: self.renamed.emit(name, new))


def _entry(menu: QMenu, name: str, do: Callable[[], None]) -> QAction:
    action = menu.addAction(name)
    action.triggered.connect(lambda _on=False: do())
    return action


def _plain(name: str) -> str:
    """A name as a menu shows it: its ampersands mark no key."""
    return name.replace("&", "&&")
