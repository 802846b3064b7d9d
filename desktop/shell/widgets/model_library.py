"""`ModelLibrary`: dialog of the user's colour models: which are there, which are used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import AutochromeError
from core.inference.library import BUNDLED, LibraryEntry, entries
from core.inference.model_spec import bundled_model
from desktop.background.pool import Tasks
from desktop.text.messages import details, headline
from desktop.widgets.model_item import ModelItem, TypedColumns

_NAME, _SHARE, _FAMILY, _SIZE, _TIME, _LICENCE, _HASH = range(7)
#: Figures of the hash that tell one model from another.
_SHOWN: Final = 12


class ModelLibrary(QDialog):
    """Lists the models; those with a tick are used, several of them together.

    Args:
        used: references of the models in use, each with its share.
    """

    accepted_models = Signal(tuple)  # ((reference, share), ...)

    def __init__(self, used: Sequence[tuple[str, float]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Colour models"))
        self.setMinimumSize(760, 420)
        self._tasks = Tasks(self, threads=1)
        self.finished.connect(self._tasks.close)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Share"),
                self.tr("Family"),
                self.tr("Size"),
                self.tr("Time"),
                self.tr("Licence"),
                self.tr("SHA-256"),
            ]
        )
        self.list.setItemDelegate(TypedColumns(self.list))
        self.list.setAccessibleName(self.windowTitle())
        self.list.itemChanged.connect(self._changed)
        self.list.currentItemChanged.connect(self._show_current)
        self.words = QLabel()
        self.words.setProperty("quiet", True)
        self.words.setWordWrap(True)
        self.add_button = QPushButton(self.tr("Add…"))
        self.add_button.clicked.connect(self._ask_file)
        self.remove_button = QPushButton(self.tr("Remove"))
        self.remove_button.clicked.connect(self._remove)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._fill(dict(used) or {BUNDLED: 1.0})

    def chosen(self) -> tuple[tuple[str, float], ...]:
        """References of the models with a tick, and their shares."""
        return tuple((item.reference, item.share) for item in self._items() if item.is_used)

    def add(self, path: Path) -> None:
        """Put a model file into the library; it gets a tick."""
        self.words.setText(self.tr("Trying the model {name}…").format(name=path.name))
        self.add_button.setEnabled(False)
        self._tasks.run(lambda: _added(path), self._added, self._failed)

    def _added(self, entry: LibraryEntry) -> None:
        self.add_button.setEnabled(True)
        shares = {**dict(self.chosen()), entry.sha256: 1.0}
        self._fill(shares)
        if entry.guessed:
            words = self.tr(
                "A sample picture has shown how {name} is to be read. Look at its "
                "colours: if they are wrong, say otherwise (autochrome models change)."
            )
            self.words.setText(words.format(name=entry.name))

    def _failed(self, error: AutochromeError) -> None:
        self.add_button.setEnabled(True)
        self.words.setText(f"{headline(error)}\n{details(error)}")

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a model"), "", self.tr("Models (*.onnx)")
        )
        if name:
            self.add(Path(name))

    def _remove(self) -> None:
        item = self._current()
        if item is None or item.entry is None:
            return
        from core.inference.library import forget  # noqa: PLC0415  (only here)

        try:
            forget(item.entry)
        except AutochromeError as error:
            self._failed(error)
        self._fill(dict(self.chosen()))

    def _items(self) -> list[ModelItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in found if isinstance(item, ModelItem)]

    def _current(self) -> ModelItem | None:
        item = self.list.currentItem()
        return item if isinstance(item, ModelItem) else None

    def _fill(self, shares: dict[str, float]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        bundled = ModelItem(None, self.tr("Autochrome's own"), shares.get(BUNDLED))
        bundled.setText(_SIZE, _megabytes(_bytes_of_bundled()))
        self.list.addTopLevelItem(bundled)
        for entry in entries():
            item = ModelItem(entry, entry.name, shares.get(entry.sha256, shares.get(entry.name)))
            time = self.tr("{} ms").format(round(entry.milliseconds or 0))
            texts = {_FAMILY: entry.family, _SIZE: _megabytes(entry.bytes), _TIME: time,
                     _LICENCE: entry.licence, _HASH: entry.sha256[:_SHOWN]}  # fmt: skip
            for column, text in texts.items():
                item.setText(column, text)
            item.setToolTip(_NAME, str(entry.path))
            item.setToolTip(_HASH, entry.sha256)
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentItem(bundled)
        self._changed()

    def _changed(self) -> None:
        used = [item for item in self._items() if item.is_used]
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(used))
        if len(used) > 1:
            self.words.setText(
                self.tr(
                    "Together: each photo is coloured by all of them, and the colours are "
                    "averaged by their shares."
                )
            )
        elif used:
            self.words.setText(self.tr("Tick several models to let them work together."))
        else:
            self.words.setText(self.tr("Tick the model that is to colour photos."))
        self._show_current()

    def _show_current(self) -> None:
        item = self._current()
        self.remove_button.setEnabled(item is not None and item.entry is not None)
        own = self.tr("The model that comes with Autochrome stays.")
        self.remove_button.setToolTip("" if self.remove_button.isEnabled() else own)

    def _accept(self) -> None:
        from core.inference.library import rename  # noqa: PLC0415  (only here)

        try:
            for item in self._items():
                if item.entry is not None:
                    rename(item.entry, *item.renamed)
        except AutochromeError as error:
            self._failed(error)
            return
        self.accepted_models.emit(self.chosen())
        self.accept()

    def _lay_out(self) -> None:
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addWidget(self.buttons)


def _added(path: Path) -> LibraryEntry:
    # ONNX Runtime takes half a second to import: not before a model is asked for
    from core.inference.add_model import add_model  # noqa: PLC0415

    return add_model(path)


def _bytes_of_bundled() -> int:
    path = bundled_model()
    return path.stat().st_size if path.is_file() else 0


def _megabytes(number: int) -> str:
    return QLocale().formattedDataSize(number, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
