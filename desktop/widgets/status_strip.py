"""`StatusStrip`: activity, queue, photo, zoom, model and device, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from core.errors import AutochromeError
from desktop.text.messages import headline

if TYPE_CHECKING:  # the strip is seen before numpy and the like are there
    from core.photo.photo import Photo
    from desktop.background.requests import ModelReady


class StatusStrip(QStatusBar):
    """Status bar of the window."""

    device_clicked = Signal()
    queue_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setFixedWidth(110)
        self.busy.setMaximumHeight(8)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Working"))
        self.activity = QLabel()
        # the name of a file may be long: the window need not be as wide
        self.activity.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.photo, self.place = QLabel(), QLabel()
        self.zoom = QLabel()
        self.model = QLabel()
        self.queue = QToolButton()
        self.queue.setToolTip(self.tr("Show the queue"))
        self.queue.clicked.connect(self.queue_clicked)
        self.queue.hide()
        self._why = self._timings = ""
        self.device = QToolButton()
        self.device.setObjectName("device")
        self.device.setAccessibleName(self.tr("Device"))
        self.device.clicked.connect(self._explain)
        self.addWidget(self.busy)
        self.addWidget(self.activity, 1)
        for widget in (self.queue, self.place, self.photo, self.zoom, self.model, self.device):
            self.addPermanentWidget(widget)
        self.setContentsMargins(10, 0, 6, 0)
        self.set_activity("")
        self.show_loading()

    def set_activity(self, words: str) -> None:
        """Show what is being done; empty for nothing."""
        self.busy.setVisible(bool(words))
        self.activity.setText(words)
        self.activity.setToolTip(words)

    def show_queue(self, words: str) -> None:
        """Show how far the queue is; empty hides it."""
        self.queue.setText(words)
        self.queue.setVisible(bool(words))

    def show_photo(self, photo: Photo | None) -> None:
        """Show a photo's size and depth."""
        if photo is None:
            self.photo.clear()
            self.zoom.clear()
            return
        facts = self.tr("{width} × {height}, {depth} bits")
        self.photo.setText(facts.format(width=photo.width, height=photo.height, depth=photo.depth))

    def show_place(self, place: int, of: int) -> None:
        """Show which of the opened photos is shown, from 1; nothing where there is only one."""
        words = self.tr("{place} of {number}").format(place=place, number=of)
        self.place.setText(words if place and of > 1 else "")

    def show_zoom(self, scale: float) -> None:
        """Show the zoom; 1 is one pixel for one."""
        self.zoom.setText(f"{scale:.0%}")

    def show_loading(self) -> None:
        """Show that the model is being opened."""
        self._show_device("…", self.tr("The colour model is being opened."))
        self.model.setText(self.tr("opening the model…"))

    def show_model(self, event: ModelReady) -> None:
        """Show the model, the device asked for and the one got."""
        words = self.tr("Model {name} {version}")  # the program's version is another number
        self.model.setText(words.format(name=event.spec.name, version=event.spec.version))
        self.model.setToolTip(str(event.spec.path))
        why = event.reason or self.tr("That is what was to be expected.")
        told = self.tr("Asked for: {asked}\nGot: {got} ({provider})\n{why}")
        self._show_device(
            event.device.upper() + (" !" if event.reason else ""),
            told.format(asked=event.requested, got=event.device, provider=event.provider, why=why),
        )

    def show_timings(self, seconds: Mapping[str, float]) -> None:
        """Show how long each device takes for one picture, in seconds."""
        each = ", ".join(f"{name.upper()} {1000 * time:.0f} ms" for name, time in seconds.items())
        words = self.tr("Timed on this computer, for one picture: {}")
        self._timings = words.format(each) if each else ""
        self._show_details()

    def show_no_model(self, error: AutochromeError) -> None:
        """Show that there is no model, and why."""
        self.model.setText(self.tr("no model"))
        self._show_device("–", f"{headline(error)}\n{error}")

    def _show_device(self, chip: str, why: str) -> None:
        self.device.setText(chip)
        self._why = why
        self._show_details()

    def _show_details(self) -> None:
        details = "\n".join(filter(None, (self._why, self._timings)))
        self.device.setToolTip(details)
        self.device.setAccessibleDescription(details)

    def _explain(self) -> None:
        corner = self.device.mapToGlobal(self.device.rect().topLeft())
        QToolTip.showText(corner, self.device.toolTip(), self.device)
        self.device_clicked.emit()
