"""`About`: dialog with versions, licences, and the card of the model that is open."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path

import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.resources import resource
from core.version import __version__
from desktop.appearance.icons import app_icon
from desktop.background.requests import ModelFailed, ModelReady
from desktop.shell.third_party import components


class About(QDialog):
    """Three pages: the program, the licences, the model; ``model`` is what is open."""

    def __init__(self, model: ModelReady | ModelFailed | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Autochrome"))
        self.resize(660, 520)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.addTab(self._program(model), "Autochrome")
        self.tabs.addTab(self._licences(), self.tr("Licences"))
        self.tabs.addTab(self._model(model), self.tr("Model"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)

    def _program(self, model: ModelReady | ModelFailed | None) -> QWidget:
        page = QWidget()
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(96, 96), self.devicePixelRatioF()))
        self.program_version = QLabel(f"<h2>Autochrome {__version__}</h2>")
        self.model_version = QLabel(self._model_words(model))
        words = QLabel(
            self.tr("Colours for black-and-white photographs, made on this computer.")
            + "\n\n"
            + self.tr("The colours are likely ones, not a record of what was there.")
            + "\n\nApache License 2.0"
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.versions = QLabel("\n".join(versions()))
        self.versions.setProperty("quiet", True)
        self.versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(page)
        layout.addStretch()
        for widget in (picture, self.program_version, self.model_version, words, self.versions):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        return page

    def _model_words(self, model: ModelReady | ModelFailed | None) -> str:
        if not isinstance(model, ModelReady):
            return self.tr("No model is open.")
        words = self.tr("Model {name} {version}")
        return words.format(name=model.spec.name, version=model.spec.version)

    def _licences(self) -> QWidget:
        page, self._components = QWidget(), components()
        self.table = table = QTableWidget(len(self._components), 3)
        table.setAccessibleName(self.tr("Licences"))
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for row, part in enumerate(self._components):
            for column, text in enumerate((part.name, part.version, part.licence)):
                table.setItem(row, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # they are in English
        table.currentCellChanged.connect(self._show_text)
        layout = QVBoxLayout(page)
        layout.addWidget(table, 2)
        layout.addWidget(self.text, 1)
        if self._components:
            table.setCurrentCell(0, 0)
        return page

    def _show_text(self, row: int) -> None:
        if 0 <= row < len(self._components):
            none = self.tr("No text of its licence came with this part.")
            self.text.setPlainText(self._components[row].text() or none)

    def _model(self, model: ModelReady | ModelFailed | None) -> QWidget:
        self.card = QTextBrowser()
        self.card.setAccessibleName(self.tr("Model card"))
        self.card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.card.setOpenLinks(False)  # nothing here goes to the network
        if isinstance(model, ModelReady):
            self.card.setMarkdown(_card(model))
        else:
            self.card.setPlainText(self.tr("No model is open."))
        return self.card


def _card(model: ModelReady) -> str:
    """The card beside the model file, else what the file says of itself."""
    spec = model.spec
    beside = spec.path.with_name("MODEL_CARD.md")
    published = spec.path == resource("model/colorizer.onnx") and beside.is_file()
    if published:
        return beside.read_text("utf-8")
    facts = {"SHA-256": spec.sha256, "trained on": spec.trained_on, "size": spec.default_size,
             "largest size": spec.max_size, "file": Path(spec.path).name}  # fmt: skip
    lines = "\n".join(f"- {name}: {value}" for name, value in facts.items())
    return f"# {spec.name} {spec.version}\n\n{lines}\n"


def versions() -> list[str]:
    """Lines with the versions that somebody who helps would ask for."""
    lines = [
        f"Python {platform.python_version()}, {platform.platform()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
    ]
    names = ("onnxruntime-gpu", "onnxruntime", "numpy", "opencv-python-headless", "pyvips")
    for name in names:
        try:
            lines.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:  # one of the two ONNX Runtimes; a packed program
            continue
    return lines
