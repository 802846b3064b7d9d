"""`QueuePage`: the page of the queue, with its progress, its commands, its table, its options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.queue.job import Job, JobState
from desktop.background.thumbnails import Thumbnails
from desktop.queue.events import QueueState
from desktop.queue.job_model import JobModel
from desktop.queue.job_text import STATES
from desktop.queue.options import QueueOptions
from desktop.queue.widgets.decision_bar import DecisionBar
from desktop.queue.widgets.job_details import JobDetails
from desktop.queue.widgets.job_list import JobList
from desktop.queue.widgets.queue_panel import QueuePanel
from desktop.queue.widgets.review_page import ReviewPage
from desktop.text.bidi import isolated
from desktop.widgets.side_column import SideColumn

translate = QCoreApplication.translate


class QueuePage(QWidget):
    """Page of the queue; its buttons go out as signals."""

    started = Signal()
    paused = Signal()
    resumed = Signal()
    stopped = Signal()
    cancelled_all = Signal()
    retried_all = Signal()
    cleared = Signal()
    add_clicked = Signal()
    watch_clicked = Signal(bool)  # whether a folder is to be watched
    closed = Signal()
    review_shown = Signal(bool)

    def __init__(
        self,
        thumbnails: Thumbnails,
        pair_thumbnails: Thumbnails,
        options: QueueOptions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = JobModel(thumbnails, self)
        self.list = JobList(self.jobs)
        self.panel = QueuePanel(options)
        self.details, self.decisions = JobDetails(), DecisionBar()
        self.review = ReviewPage(pair_thumbnails, self)
        self.title, self.summary, self.empty = QLabel(self.tr("Queue")), QLabel(), QLabel()
        self.bar, self.note = QProgressBar(), QLabel()
        self.search, self.state = QLineEdit(), QComboBox()
        self.start, self.pause = QPushButton(self.tr("Colorize all")), QPushButton()
        self.stop = QPushButton(self.tr("Stop"))
        self.add = QPushButton(self.tr("Add a folder…"))
        self.watch = QPushButton(self.tr("Watch a folder…"))
        self.back = QPushButton(self.tr("Back"))
        self.retry_all = QPushButton(self.tr("Retry failed"))
        self.cancel_all = QPushButton(self.tr("Cancel all"))
        self.clear = QPushButton(self.tr("Clear finished"))
        self._chips = (self.retry_all, self.cancel_all, self.clear)
        self.show_details, self.look_through = QToolButton(), QToolButton()
        self.middle = QStackedWidget()
        self._queue_state = QueueState.RESTING
        self._prepare()
        self._lay_out()
        self._connect()
        self.show_jobs([])
        self.show_state(QueueState.RESTING)

    # --- showing ---------------------------------------------------------------------------

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show the whole queue anew."""
        self.jobs.set_jobs(jobs)
        self.review.show_jobs(jobs)
        self.count()

    def update_job(self, job: Job) -> None:
        """Show a job's newer state."""
        self.jobs.update_job(job)
        self.review.pairs.update_job(job)

    @property
    def is_reviewing(self) -> bool:
        """Whether the results are shown in place of the table."""
        return self.look_through.isChecked()

    def count(self) -> None:
        """Show how many jobs are in which state, and enable what can be done to them."""
        counts = Counter(job.state for job in self.jobs.jobs)
        open_ones = counts[JobState.WAITING] + counts[JobState.RUNNING]
        words = [
            f"{translate('jobs', word)}: {self.locale().toString(counts[state])}"
            for state, word in STATES.items()
            if counts[state]
        ]
        self.summary.setText(" · ".join(words))
        self.decisions.show_jobs(self.jobs.jobs)
        self.review.show_counts(self.jobs.jobs)
        self._show_middle()
        resting = self._queue_state is QueueState.RESTING
        self.start.setEnabled(open_ones > 0)
        self.retry_all.setEnabled(counts[JobState.FAILED] > 0)
        self.cancel_all.setEnabled(open_ones > 0)
        self.clear.setEnabled(bool(self.jobs.jobs) and len(self.jobs.jobs) > open_ones)
        self.bar.setVisible(not resting)

    def show_state(self, state: QueueState) -> None:
        """Show the buttons of a state."""
        self._queue_state = state
        resting, paused = state is QueueState.RESTING, state is QueueState.PAUSED
        self.start.setVisible(resting)
        self.pause.setVisible(not resting)
        self.stop.setVisible(not resting)
        self.pause.setEnabled(state is not QueueState.STOPPING)
        self.stop.setEnabled(state is not QueueState.STOPPING)
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.panel.set_resting(resting=resting)
        self.count()

    def show_busy(self, busy: bool) -> None:
        """Show whether photos are being looked for."""
        if busy:
            self.summary.setText(self.tr("Looking for photos…"))
        else:
            self.count()

    def show_watched(self, folder: Path | None) -> None:
        """Show which folder is watched, or that none is."""
        self.watch.setChecked(folder is not None)
        name = "" if folder is None else isolated(folder.name)
        self.watch.setText(
            self.tr("Watching {}").format(name) if folder else self.tr("Watch a folder…")
        )

    def set_note(self, words: str, details: str = "") -> None:
        """Show a note while the queue runs; empty hides it."""
        self.note.setText(words)
        self.note.setToolTip(details)
        self.note.setVisible(bool(words))

    def show_progress(self, fraction: float) -> None:
        """Show the share of the run that is done, 0..1."""
        self.bar.setValue(round(1000 * fraction))

    # --- building --------------------------------------------------------------------------

    def _prepare(self) -> None:
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        self.title.setFont(font)
        self.summary.setProperty("quiet", True)
        self.summary.setWordWrap(True)
        self.start.setProperty("primary", True)
        for button in self._chips:
            button.setProperty("chip", True)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the queue"))
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.tr("Search by name"))
        self.search.setClearButtonEnabled(True)
        self.state.setAccessibleName(self.tr("Show photos that are"))
        self.state.addItem(self.tr("All photos"), None)
        for state in STATES:
            self.state.addItem(translate("jobs", STATES[state]), state.value)
        self.show_details.setText(self.tr("Details"))
        self.show_details.setCheckable(True)
        self.look_through.setText(self.tr("Results"))
        self.look_through.setCheckable(True)
        self.look_through.setToolTip(self.tr("Look through photos and results side by side"))
        self.show_details.setToolTip(self.tr("Everything that is known of the chosen photo"))
        self.watch.setCheckable(True)
        self.watch.setToolTip(
            self.tr("Each scan that comes into a folder is colorized as soon as it is whole")
        )
        self.empty.setText(self.tr("Drop a folder here: its photos wait in this queue."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("quiet", True)
        self.details.hide()
        self.note.setWordWrap(True)
        self.note.setProperty("quiet", True)
        self.note.hide()

    def _lay_out(self) -> None:
        main, whole = QVBoxLayout(), QHBoxLayout(self)
        main.setContentsMargins(18, 14, 18, 14)
        main.setSpacing(10)
        # rows of few controls: long words in another language still fit a small screen
        main.addLayout(_row(self.title, self.back, self.add, self.stop, self.pause, self.start))
        main.addWidget(self.summary)
        main.addWidget(self.bar)
        main.addWidget(self.note)
        main.addWidget(self.decisions)
        main.addLayout(_row(self.search, self.state, self.review.controls, self.look_through))
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.list)
        self.middle.addWidget(self.review)
        main.addWidget(self.middle, 1)
        main.addWidget(self.details)
        main.addWidget(self.review.marking)
        main.addLayout(_row(self.show_details, None, self.retry_all, self.cancel_all, self.clear))
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(main, 1)
        whole.addWidget(self._side())

    def _side(self) -> SideColumn:
        heading = QLabel(self.tr("Batch settings"))
        heading.setProperty("heading", True)
        side = SideColumn(heading.text())
        side.sections.addWidget(heading)
        side.sections.addWidget(self.watch)
        side.sections.addWidget(self.panel)
        side.sections.addStretch()
        return side

    def _connect(self) -> None:
        self.start.clicked.connect(self.started)
        self.pause.clicked.connect(self._pause_or_resume)
        self.stop.clicked.connect(self.stopped)
        self.add.clicked.connect(self.add_clicked)
        self.watch.clicked.connect(self.watch_clicked)
        self.back.clicked.connect(self.closed)
        self.retry_all.clicked.connect(self.retried_all)
        self.cancel_all.clicked.connect(self.cancelled_all)
        self.clear.clicked.connect(self.cleared)
        self.search.textChanged.connect(self.list.rows.set_words)
        self.state.currentIndexChanged.connect(self._filter)
        self.show_details.toggled.connect(self.details.setVisible)
        self.look_through.toggled.connect(self._look_through)
        self.list.selected.connect(self.details.show_job)

    def _pause_or_resume(self) -> None:
        if self._queue_state is QueueState.PAUSED:
            self.resumed.emit()
        else:
            self.paused.emit()

    def _look_through(self, on: bool) -> None:
        """Results in their order, as it is now; what belongs to the table goes."""
        if on:
            self.review.arrange()
        self.count()
        self.review_shown.emit(on)

    def _show_middle(self) -> None:
        page = (2 if self.is_reviewing else 1) if self.jobs.jobs else 0
        self.middle.setCurrentIndex(page)
        for widget in (self.search, self.state, self.show_details, *self._chips):
            widget.setVisible(page < 2)
        if page == 2:  # the cards say it
            self.decisions.hide()
        for own in (self.review.controls, self.review.marking):
            own.setVisible(page == 2)

    def _filter(self) -> None:
        value = self.state.currentData()
        self.list.rows.set_state(None if value is None else JobState(value))


def _row(first: QWidget, *others: QWidget | None) -> QHBoxLayout:
    """Side by side; the first takes what room there is, or the gap that None stands for."""
    row = QHBoxLayout()
    row.addWidget(first, 0 if None in others else 1)
    for widget in others:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
