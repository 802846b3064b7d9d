"""`SaveDialog`: asks where and how to save, and says beforehand what would be lost or replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
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
    QVBoxLayout,
    QWidget,
)

from core.errors import UnwritableTargetError
from core.files.atomic import same_file
from core.photo.formats import MAX_DEPTH, WRITABLE, target_format
from core.photo.photo import Photo
from core.photo.save_options import DEFAULT_QUALITY, SaveOptions
from core.planning.result_paths import COLOR, path_beside, result_format
from desktop.editor.save_places import own_folder, source_of
from desktop.editor.saving import SaveHabit, SaveRequest, page_path
from desktop.editor.widgets.save_extent import SaveExtent
from desktop.settings import FORMAT_NAMES, FORMATS, LOWEST_QUALITY, WITH_QUALITY
from desktop.text.bidi import isolated
from desktop.text.tables import left_to_right
from desktop.widgets.value_slider import ValueSlider


class SaveDialog(QDialog):
    """Asks for a `SaveRequest`; ``request`` and ``habit`` are valid once it is accepted.

    ``options_changed`` carries the `SaveOptions` of which `show_size` is to tell the size.
    """

    options_changed = Signal(SaveOptions)

    def __init__(
        self,
        photo: Photo,
        habit: SaveHabit,
        parent: QWidget | None = None,
        *,
        versions: Sequence[str] = (),
        page: int = 0,
        pages: int = 1,
        tail: str = COLOR,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the colour photo"))
        self.setMinimumWidth(520)
        self._photo, self._own_folder = photo, own_folder(photo)
        self.name, self.folder = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(self.tr("File name"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.format, self.bits = QComboBox(), QComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        self.bits.setAccessibleName(self.tr("Bits per colour"))
        self.quality = ValueSlider(LOWEST_QUALITY, 100, DEFAULT_QUALITY)
        self.quality.setAccessibleName(self.tr("Quality"))
        self.quality_value, self.size_words = QLabel(), QLabel("…")
        self._page, self._pages, self._tail = page, pages, tail
        self.extent = SaveExtent(versions, page, pages)
        self.warning, self.loss = QLabel(), QLabel()
        for label in (self.warning, self.loss):
            label.setWordWrap(True)
        save = QDialogButtonBox.StandardButton.Save
        self.buttons = QDialogButtonBox(save | QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.button(save)
        self._lay_out()
        self._fill(habit)
        self._connect()
        self._check()

    @property
    def target(self) -> Path:
        """The file that would be written; a name without an ending gets the format's."""
        name = self.name.text().strip()
        if name and not Path(name).suffix:
            name = f"{name.rstrip('.')}{WRITABLE[self._format()]}"
        return Path(self.folder.text().strip()).expanduser() / name

    def options(self) -> SaveOptions:
        """The `SaveOptions` that are chosen now."""
        return SaveOptions(self._format(), self.quality.value(), int(self.bits.currentData()))

    def request(self) -> SaveRequest:
        """The `SaveRequest` that was chosen."""
        return replace(self._request(), overwrite=bool(self._in_the_way()))

    def _request(self) -> SaveRequest:
        return SaveRequest(self.target, self.options(), False, *self.extent.chosen)

    def habit(self) -> SaveHabit:
        """How the next photo is likely to be saved."""
        folder = self.target.parent
        beside = None if folder == self._own_folder else folder
        chosen = self.format.currentData(), self.quality.value()
        extras = self.extent.before_after.isChecked(), self.extent.named.isChecked()
        return SaveHabit(*chosen, beside, *extras)

    def show_size(self, options: SaveOptions, size: int) -> None:
        """Show the estimated size of the file; one that is of other options by now is dropped."""
        if options == self.options():
            words = self.locale().formattedDataSize(
                size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
            )
            self.size_words.setText(self.tr("about {}").format(words))

    def _lay_out(self) -> None:
        row, quality = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        quality.addWidget(self.quality, 1)
        quality.addWidget(self.quality_value)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self.tr("File name"), self.name)
        form.addRow(self.tr("Folder"), row)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Bits per colour"), self.bits)
        form.addRow(self.tr("Quality"), quality)
        form.addRow(self.tr("Size of the file"), self.size_words)
        form.addRow("", self.extent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(16)
        layout.addLayout(form)
        for widget in (self.loss, self.warning, self.buttons):
            layout.addWidget(widget)

    def _fill(self, habit: SaveHabit) -> None:
        own = FORMAT_NAMES[result_format(None, self._photo.format, self._photo.depth)]
        self.format.addItem(self.tr("As the photo ({})").format(own), "")
        for name in FORMATS:
            self.format.addItem(FORMAT_NAMES[name], name)
        self.format.setCurrentIndex(self.format.findData(habit.format))
        self.quality.setValue(habit.quality)
        self.extent.before_after.setChecked(habit.before_after)
        self.extent.named.setChecked(habit.versions)
        source = source_of(self._photo, self.tr("photo"))
        path = self._beside(source, habit.folder or self._own_folder)
        self.name.setText(page_path(path, self._page, self._pages).name)
        self.folder.setText(str(path.parent))
        self._fill_depths()
        self._show_quality()

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._format_changed)
        self.name.textEdited.connect(self._name_edited)
        self.folder.textEdited.connect(self._check)
        self.quality.valueChanged.connect(self._show_quality)
        self.bits.currentIndexChanged.connect(self._check)
        self.browse.clicked.connect(self._browse)
        self.extent.all_pages.toggled.connect(self._pages_changed)
        self.extent.changed.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _beside(self, source: Path, folder: Path | None = None) -> Path:
        return path_beside(source, self._format(), folder, tail=self._tail)

    def _format(self) -> str:
        own = result_format(None, self._photo.format, self._photo.depth)
        return str(self.format.currentData()) or own

    def _fill_depths(self) -> None:
        name = self._format()
        depth = MAX_DEPTH[name]
        self.bits.blockSignals(True)
        self.bits.clear()
        self.bits.addItem("8", 8)
        if depth > 8:
            self.bits.addItem(str(depth), 16)
        self.bits.setCurrentIndex(self.bits.count() - 1 if self._photo.depth == 16 else 0)
        self.bits.blockSignals(False)
        self.bits.setEnabled(self.bits.count() > 1)
        self.quality.setEnabled(name in WITH_QUALITY)
        self.quality_value.setEnabled(name in WITH_QUALITY)

    def _format_changed(self) -> None:
        name = Path(self.name.text())
        if name.name:
            ending = WRITABLE[self._format()]
            known = _format_of(name) is not None
            self.name.setText(str(name.with_suffix(ending)) if known else name.name + ending)
        self._fill_depths()
        self._check()

    def _pages_changed(self) -> None:
        """A name of ours says whether it is one page; a name of the person's stays."""
        alone, source = Path(self.name.text()), source_of(self._photo, self.tr("photo"))
        of_all = path_beside(source, self._format())  # some of them in colours that are made
        names = [of_all.name, page_path(self._beside(source), self._page, self._pages).name]
        if alone.name in names:
            self.name.setText(names[0 if self.extent.pages else 1])

    def _name_edited(self) -> None:
        """An ending that says a format chooses it."""
        name = _format_of(Path(self.name.text().strip()))
        if name is not None and name != self._format():
            self.format.blockSignals(True)
            self.format.setCurrentIndex(self.format.findData(name))
            self.format.blockSignals(False)
            self._fill_depths()
        self._check()

    def _show_quality(self) -> None:
        self.quality_value.setText(self.locale().toString(self.quality.value()))
        self._tell_options()

    def _tell_options(self) -> None:
        self.size_words.setText("…")
        self.options_changed.emit(self.options())

    def _browse(self) -> None:
        title = self.tr("Choose a folder for results")
        if chosen := QFileDialog.getExistingDirectory(self, title, self.folder.text()):
            self.folder.setText(chosen)
            self._check()

    def _in_the_way(self) -> list[str]:
        """Names of files that saving would replace."""
        return [path.name for path in self._request().targets if path.name and path.is_file()]

    def _check(self) -> None:
        """Say what would happen; the original can never be chosen."""
        self._show_loss()
        target, there = self.target, self._in_the_way()
        refusal = self._refusal(target)
        text, word = refusal, self.tr("Save")
        if there and not refusal:
            names = " + ".join(isolated(name) for name in there)
            text = self.tr("{} is there already: it will be replaced.").format(names)
            word = self.tr("Replace")
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self.save_button.setText(word)
        self.save_button.setEnabled(not refusal)
        self._tell_options()

    def _refusal(self, target: Path) -> str:
        """Why it cannot be saved under this name; empty where it can."""
        name = self.name.text().strip()
        source = self._photo.source
        targets = self._request().targets if name else (target,)
        if source is not None and any(same_file(each, source) for each in targets):
            return self.tr("That is the original, which is never replaced: choose another name.")
        if not name or Path(name).name != name or target.is_dir():
            return self.tr("Name a file.")
        if _format_of(target) is None:
            endings = left_to_right(" ".join(WRITABLE.values()))
            words = self.tr("Autochrome writes no file that ends in {ending}: use {endings}.")
            return words.format(ending=left_to_right(target.suffix), endings=endings)
        return ""

    def _show_loss(self) -> None:
        """16 bits are never lost without a word."""
        bits = int(self.bits.currentText())
        lost = self._photo.depth > bits
        words = self.tr("Of the 16 bits per colour of this photo {} stay. TIFF and PNG keep all.")
        self.loss.setText(words.format(bits) if lost else "")
        self.loss.setVisible(lost)


def _format_of(path: Path) -> str | None:
    try:
        return target_format(path)
    except UnwritableTargetError:
        return None
