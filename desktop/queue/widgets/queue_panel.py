"""`QueuePanel`: form for the `QueueOptions`: folder, names, format, look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.colorize.look import Look
from core.colorize.tint import ToneOption, WhenUnsure
from core.planning.name_template import TEMPLATE_FIELDS
from core.queue.job import IfExists
from desktop.presets import BUILT_IN, Preset
from desktop.queue.options import QueueOptions, WhenDone, is_template, pictures
from desktop.settings import FORMAT_NAMES, LOWEST_QUALITY, WITH_QUALITY
from desktop.text.translation import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_IF_EXISTS: Final = {
    IfExists.CHANGED: QT_TRANSLATE_NOOP("QueuePanel", "Update if changed"),
    IfExists.UPDATE: QT_TRANSLATE_NOOP("QueuePanel", "Update, also for a new model"),
    IfExists.SKIP: QT_TRANSLATE_NOOP("QueuePanel", "Leave it as it is"),
    IfExists.RENAME: QT_TRANSLATE_NOOP("QueuePanel", "Give the new one another name"),
    IfExists.OVERWRITE: QT_TRANSLATE_NOOP("QueuePanel", "Replace it"),
}
_TINTED: Final = {
    WhenUnsure.ASK: QT_TRANSLATE_NOOP("QueuePanel", "Ask me at the end"),
    WhenUnsure.COLORIZE: QT_TRANSLATE_NOOP("QueuePanel", "Colour the photo"),
    WhenUnsure.SKIP: QT_TRANSLATE_NOOP("QueuePanel", "Leave the photo as it is"),
}
_WHEN_DONE: Final = {
    WhenDone.NOTHING: QT_TRANSLATE_NOOP("QueuePanel", "Say so"),
    WhenDone.OPEN: QT_TRANSLATE_NOOP("QueuePanel", "Open the folder"),
    WhenDone.QUIT: QT_TRANSLATE_NOOP("QueuePanel", "Quit Autochrome"),
}


class QueuePanel(QWidget):
    """Edits `QueueOptions`; ``changed`` carries valid ones only."""

    changed = Signal(object)  # QueueOptions

    def __init__(self, options: QueueOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._photo_look: Look | None = None
        self._own: Sequence[Preset] = ()
        self.folder, self.template = QLineEdit(), QLineEdit()
        self.browse = QPushButton(self.tr("Browse…"))
        self.preview, self.trouble = QLabel(), QLabel()
        self.format, self.quality = QComboBox(), QSpinBox()
        self.if_exists, self.look, self.when_done = QComboBox(), QComboBox(), QComboBox()
        self.tinted = QComboBox()
        self.recolor = QCheckBox(self.tr("Also photos that have colours"))
        self.keep_time = QCheckBox(self.tr("With the date of the photo's file"))
        self.copy_sidecars = QCheckBox(self.tr("With notes of other programs (.xmp, .json)"))
        self.keep_tone = QCheckBox(self.tr("Keep the tone of toned photos"))
        self.keep_ink = QCheckBox(self.tr("Ink keeps its colour"))
        self.salvage = QCheckBox(self.tr("Rescue damaged photos"))
        self.rate = QCheckBox(self.tr("With my marks as stars"))
        self.consistent = QCheckBox(self.tr("Photos that are alike have the same colours"))
        self.repair = QCheckBox(self.tr("Repair scratches and dust"))
        self.auto_levels = QCheckBox(self.tr("Spread faded tones"))
        #: those that show an option as it is, by its name
        self._switches = {
            "recolor": self.recolor,
            "keep_time": self.keep_time,
            "copy_sidecars": self.copy_sidecars,
            "keep_ink": self.keep_ink,
            "salvage": self.salvage,
            "rate": self.rate,
            "consistent": self.consistent,
            "repair": self.repair,
            "auto_levels": self.auto_levels,
        }
        self.hint = QLabel(self.tr("These can be changed when the queue rests."))
        self._fill_choices()
        self._lay_out()
        self.set_options(options)
        self._connect()

    def options(self) -> QueueOptions:
        """The options as they are chosen now."""
        return self._options

    def set_options(self, options: QueueOptions) -> None:
        """Show options without reporting a change."""
        self._options = options
        self.folder.setText(options.output or pictures())
        self.folder.setCursorPosition(0)
        self.template.setText(options.template)
        self.quality.setValue(options.quality)
        self.keep_tone.setChecked(options.tone is ToneOption.KEEP)
        for name, switch in self._switches.items():
            switch.setChecked(getattr(options, name))
        for box, value in (
            (self.format, options.format),
            (self.if_exists, options.if_exists.value),
            (self.when_done, options.when_done.value),
            (self.tinted, options.tinted.value),
        ):
            box.setCurrentIndex(box.findData(value))
        self._show_look()
        self._show_quality()

    def set_looks(self, photo: Look | None, own: Sequence[Preset] = ()) -> None:
        """Offer the look of the open photo, and the person's own."""
        self._photo_look, self._own = photo, own
        self._show_look()

    def set_preview(self, before: str, after: str) -> None:
        """Show what becomes of a name."""
        self.preview.setText(self.tr("{before} becomes {after}").format(before=before, after=after))
        self._set_trouble("")

    def set_resting(self, *, resting: bool) -> None:
        """Enable the form; while photos are being done only the end may be chosen."""
        for widget in (
            self.folder, self.browse, self.template, self.format, self.if_exists,
            self.look, self.recolor, self.tinted, self.keep_tone, self.keep_ink, self.salvage,
            self.keep_time, self.copy_sidecars, self.consistent, self.repair, self.auto_levels,
        ):  # fmt: skip
            widget.setEnabled(resting)
        self.hint.setVisible(not resting)
        self._show_quality()

    # --- building --------------------------------------------------------------------------

    def _fill_choices(self) -> None:
        self.format.addItem(self.tr("As the photo has it"), "")
        for name, words in FORMAT_NAMES.items():
            self.format.addItem(words, name)
        for rule, words in _IF_EXISTS.items():
            self.if_exists.addItem(self.tr(words), rule.value)
        for answer, words in _TINTED.items():
            self.tinted.addItem(self.tr(words), answer.value)
        for end, words in _WHEN_DONE.items():
            self.when_done.addItem(self.tr(words), end.value)
        self.quality.setRange(LOWEST_QUALITY, 100)
        self.quality.lineEdit().setTextMargins(5, 0, 5, 0)  # a style sheet has no say in this
        self.quality.setMinimumHeight(self.template.sizeHint().height())
        self.template.setToolTip(
            self.tr("In braces: {}").format(", ".join(f"{{{name}}}" for name in TEMPLATE_FIELDS))
        )
        for label in (self.preview, self.trouble, self.hint):
            label.setWordWrap(True)
        self.preview.setProperty("quiet", True)
        self.hint.setProperty("quiet", True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.browse)
        layout.addWidget(self.hint)
        rows: tuple[tuple[str, QWidget, QWidget | QHBoxLayout], ...] = (
            (self.tr("Results go to"), self.folder, folder),
            (self.tr("File name"), self.template, self.template),
            (self.tr("Format"), self.format, self.format),
            (self.tr("Quality"), self.quality, self.quality),
            (self.tr("If there is a result already"), self.if_exists, self.if_exists),
            (self.tr("Look"), self.look, self.look),
            (self.tr("If it may be a faded colour photo"), self.tinted, self.tinted),
            (self.tr("When all is done"), self.when_done, self.when_done),
        )
        for words, field, content in rows:
            field.setAccessibleName(words)
            label = QLabel(words)
            label.setBuddy(field)
            layout.addSpacing(6)
            layout.addWidget(label)
            if isinstance(content, QWidget):
                layout.addWidget(content)
            else:
                layout.addLayout(content)
            if field is self.template:
                layout.addWidget(self.preview)
                layout.addWidget(self.trouble)
            if field is self.quality:
                layout.addWidget(self.keep_time)
                layout.addWidget(self.copy_sidecars)
                layout.addWidget(self.rate)
            if field is self.look:
                for switch in (
                    self.consistent,
                    self.recolor,
                    self.keep_tone,
                    self.keep_ink,
                    self.salvage,
                    self.repair,
                    self.auto_levels,
                ):
                    layout.addWidget(switch)
        self.hint.hide()
        self.trouble.hide()

    def _connect(self) -> None:
        self.folder.editingFinished.connect(self._folder_changed)
        self.browse.clicked.connect(self._browse)
        self.template.textEdited.connect(self._template_changed)
        self.quality.valueChanged.connect(lambda value: self._change(quality=value))
        for name, switch in self._switches.items():
            switch.toggled.connect(lambda on, name=name: self._change(**{name: on}))
        self.keep_tone.toggled.connect(
            lambda on: self._change(tone=ToneOption.KEEP if on else ToneOption.REMOVE)
        )
        self.look.activated.connect(self._look_chosen)
        self.format.activated.connect(lambda: self._change(format=self.format.currentData()))
        self.if_exists.activated.connect(
            lambda: self._change(if_exists=IfExists(self.if_exists.currentData()))
        )
        self.tinted.activated.connect(
            lambda: self._change(tinted=WhenUnsure(self.tinted.currentData()))
        )
        self.when_done.activated.connect(
            lambda: self._change(when_done=WhenDone(self.when_done.currentData()))
        )

    # --- changes ---------------------------------------------------------------------------

    def _change(self, **changes: object) -> None:
        options = replace(self._options, **changes)  # type: ignore[arg-type]
        if options != self._options:
            self._options = options
            self._show_quality()
            self.changed.emit(options)

    def _folder_changed(self) -> None:
        text = self.folder.text().strip()
        if text and not Path(text).expanduser().is_absolute():
            text = str(Path.home() / text)
        self.folder.setText(text or pictures())
        self.folder.setCursorPosition(0)
        self._change(output="" if text == pictures() else text)

    def _browse(self) -> None:
        title = self.tr("Where the results go")
        if name := QFileDialog.getExistingDirectory(self, title, self.folder.text()):
            self.folder.setText(name)
            self._folder_changed()

    def _template_changed(self, text: str) -> None:
        if is_template(text):
            self._set_trouble("")
            self._change(template=text)
        else:
            words = self.tr("That is no name for a result. In braces may stand: {}.")
            self._set_trouble(words.format(", ".join(TEMPLATE_FIELDS)))

    def _set_trouble(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.preview.setVisible(not words)

    def _show_look(self) -> None:
        """The presets, the look of the open photo, and the one in use where it is none of them."""
        looks = {translate("LookPanel", word): look for word, look in BUILT_IN.items()}
        looks |= {preset.name: preset.look for preset in self._own}
        if self._photo_look is not None:
            looks[self.tr("As the open photo")] = self._photo_look
        if self._options.look not in looks.values():
            looks[self.tr("As chosen earlier")] = self._options.look
        self.look.clear()
        for words, look in looks.items():
            self.look.addItem(words, look)
        self.look.setCurrentIndex(list(looks.values()).index(self._options.look))

    def _look_chosen(self) -> None:
        look = self.look.currentData()
        self._change(**asdict(look))
        self._show_look()

    def _show_quality(self) -> None:
        matters = not self._options.format or self._options.format in WITH_QUALITY
        self.quality.setEnabled(self.format.isEnabled() and matters)
