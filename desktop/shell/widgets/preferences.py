"""`Preferences`: dialog for theme, language, model, device, and how results are saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.inference.devices import DEVICES
from core.inference.model_spec import ModelSpec
from desktop.settings import FORMAT_NAMES, LOWEST_QUALITY, THEMES, Settings
from desktop.shell.widgets.model_field import ModelField
from desktop.text.translation import LANGUAGES, QT_TRANSLATE_NOOP
from desktop.widgets.scroll_column import ScrollColumn

_THEME_WORDS: Final = {
    "system": QT_TRANSLATE_NOOP("Preferences", "Same as system"),
    "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
    "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
}


class Preferences(QDialog):
    """Dialog that edits a `Settings`; ``settings()`` is the result once it is accepted.

    ``spec`` is the model that is open, where the settings' own is.
    """

    models_asked = Signal()

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, spec: ModelSpec | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(520)
        self._settings = settings
        languages = {"": self.tr("Same as system"), **LANGUAGES}
        self.language = _choice(languages, settings.language)
        themes = {name: self.tr(_THEME_WORDS[name]) for name in THEMES}
        self.theme = _choice(themes, settings.theme)
        self.text_percent = QSpinBox()
        self.text_percent.setRange(80, 200)
        self.text_percent.setSingleStep(10)
        self.text_percent.setSuffix(" %")
        self.text_percent.setValue(settings.text_percent)
        devices = {name: name.upper() for name in DEVICES} | {"auto": self.tr("Automatic")}
        self.device = _choice(devices, settings.device)
        self.model = ModelField(settings.model, spec)
        self.models = QPushButton(self.tr("Colour models…"))
        self.models.clicked.connect(self._ask_models)
        self.network_size = _spin(settings.size, 4096, 32, self.tr("As the model says"), " px")
        limit = settings.memory_limit_mb
        self.memory = _spin(limit, 1_000_000, 256, self.tr("No limit"), " MB")
        formats = {"": self.tr("As the photo"), **FORMAT_NAMES}
        self.format = _choice(formats, settings.format)
        self.quality = QSpinBox()
        self.quality.setRange(LOWEST_QUALITY, 100)
        self.quality.setValue(settings.quality)
        self.folder = QLineEdit(settings.folder)
        self.folder.setPlaceholderText(self.tr("Beside the photo"))
        self.browse_folder = QPushButton(self.tr("Browse…"))
        self.browse_folder.clicked.connect(self._browse_folder)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.model.close_tasks)
        self._lay_out()
        self.model.checked.connect(self._show_limits)
        if spec is not None:
            self._show_limits(spec)

    def _ask_models(self) -> None:
        """What was changed here holds; the models come in a dialog of their own."""
        self.accept()
        self.models_asked.emit()

    def settings(self) -> Settings:
        """The settings with what was chosen; everything else as it was."""
        return replace(
            self._settings,
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            text_percent=self.text_percent.value(),
            device=self.device.currentData(),
            model=self.model.text,
            size=self._size(),
            memory_limit_mb=self.memory.value(),
            format=self.format.currentData(),
            quality=self.quality.value(),
            folder=self.folder.text().strip(),
        )

    def _size(self) -> int:
        """What the model can use: a size it refuses would leave every photo grey."""
        size, spec = self.network_size.value(), self.model.spec
        return max(size, spec.multiple_of) if size and spec is not None else size

    def _show_limits(self, spec: ModelSpec | None) -> None:
        """A model that was refused cannot be chosen; a good one says how large it sees."""
        usable = spec is not None or self.model.text == self._settings.model
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(usable)
        if spec is not None:
            self.network_size.setMaximum(spec.max_size)
            self.network_size.setSingleStep(spec.multiple_of)
            words = self.tr("{size} px, as the model says")
            self.network_size.setSpecialValueText(words.format(size=spec.default_size))

    def _lay_out(self) -> None:
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.browse_folder)
        form = self._form = QFormLayout()
        form.setVerticalSpacing(12)
        self._add_heading(self.tr("Window"))
        self._add(self.tr("Theme"), self.theme)
        self._add(self.tr("Language"), self.language)
        self._add(self.tr("Size of letters"), self.text_percent)
        self._add_heading(self.tr("Colour model"))
        self._add(self.tr("Model file"), self.model.path, self.model)
        self._add(self.tr("Other models"), self.models)
        self._add(self.tr("Device"), self.device)
        self._add(self.tr("Size the model sees"), self.network_size)
        self._add(self.tr("Memory for the model"), self.memory)
        self._add_heading(self.tr("Saving"))
        self._add(self.tr("Format"), self.format)
        self._add(self.tr("Quality of JPEG, WebP and AVIF"), self.quality)
        self._add(self.tr("Folder for results"), self.folder, folder)
        for spin in (self.text_percent, self.network_size, self.memory, self.quality):
            spin.lineEdit().setTextMargins(5, 0, 5, 0)  # a style sheet has no say in this
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(18)
        layout.addWidget(ScrollColumn(form), 1)
        layout.addWidget(self.buttons)

    def _add(self, words: str, field: QWidget, row: QWidget | QLayout | None = None) -> None:
        field.setAccessibleName(words)
        label = QLabel(words)
        label.setBuddy(field)
        self._form.addRow(label, row or field)

    def _add_heading(self, words: str) -> None:
        label = QLabel(words)
        label.setProperty("heading", True)
        self._form.addRow(label)

    def _browse_folder(self) -> None:
        start = self.folder.text() or str(Path.home())
        title = self.tr("Choose a folder for results")
        if name := QFileDialog.getExistingDirectory(self, title, start):
            self.folder.setText(name)


def _choice(words: dict[str, str], value: str) -> QComboBox:
    box = QComboBox()
    for data, word in words.items():
        box.addItem(word, data)
    box.setCurrentIndex(box.findData(value))
    return box


def _spin(value: int, top: int, step: int, zero: str, unit: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(0, top)
    spin.setSingleStep(step)
    spin.setSpecialValueText(zero)
    spin.setSuffix(unit)
    spin.setValue(value)
    return spin
