"""Preferences: the look of the window, and what the network runs on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.devices import DEVICES
from desktop.settings import THEMES, Settings
from desktop.translation import LANGUAGES, QT_TRANSLATE_NOOP

_THEME_WORDS: Final = {
    "system": QT_TRANSLATE_NOOP("Preferences", "Like the system"),
    "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
    "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
}


class Preferences(QDialog):
    """Edits a `Settings`; ``settings()`` is the result once it is accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(480)
        self._settings = settings
        self.theme, self.device, self.language = QComboBox(), QComboBox(), QComboBox()
        self.language.addItem(self.tr("Like the system"), "")
        for code, own_name in LANGUAGES.items():
            self.language.addItem(own_name, code)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        for name in THEMES:
            self.theme.addItem(self.tr(_THEME_WORDS[name]), name)
        self.theme.setCurrentIndex(THEMES.index(settings.theme))
        for name in DEVICES:
            self.device.addItem(self.tr("Automatic") if name == "auto" else name.upper(), name)
        self.device.setCurrentIndex(DEVICES.index(settings.device))
        self.model = QLineEdit(settings.model)
        self.model.setPlaceholderText(self.tr("The model that comes with Autochrome"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.clicked.connect(self._browse)
        self.network_size = _spin(settings.size, 4096, 32, self.tr("As the model says"), " px")
        limit = settings.memory_limit_mb
        self.memory = _spin(limit, 1_000_000, 256, self.tr("No limit"), " MB")
        self._lay_out()

    def settings(self) -> Settings:
        """What was chosen; everything else as it was."""
        return replace(
            self._settings,
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            device=self.device.currentData(),
            model=self.model.text().strip(),
            size=self.network_size.value(),
            memory_limit_mb=self.memory.value(),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.model, 1)
        row.addWidget(self.browse)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        rows = (
            (self.tr("Theme"), self.theme, self.theme),
            (self.tr("Language"), self.language, self.language),
            (self.tr("Device"), self.device, self.device),
            (self.tr("Model file"), self.model, row),
            (self.tr("Size the network sees"), self.network_size, self.network_size),
            (self.tr("Memory for the network"), self.memory, self.memory),
        )
        for words, field, content in rows:
            field.setAccessibleName(words)
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, content)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _browse(self) -> None:
        folder = str(Path(self.model.text()).parent) if self.model.text() else ""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a model"), folder, self.tr("Models (*.onnx)")
        )
        if name:
            self.model.setText(name)


def _spin(value: int, top: int, step: int, zero: str, unit: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(0, top)
    spin.setSingleStep(step)
    spin.setSpecialValueText(zero)
    spin.setSuffix(unit)
    spin.setValue(value)
    return spin
