"""`ModelField`: chooses a model file, verifies it meanwhile, and says what it can do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import AutochromeError
from core.inference.library import default_model
from core.inference.model_spec import ModelSpec
from desktop.background.pool import Task, Tasks
from desktop.text.messages import headline

#: A person still types within this time.
_PAUSE_MS: Final = 350


class ModelField(QWidget):
    """Field for a model file, empty for the bundled one; ``checked`` carries its `ModelSpec`."""

    checked = Signal(object)

    def __init__(self, path: str, known: ModelSpec | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = known
        self._tasks = Tasks(self, threads=1)
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._verify)
        self.path = QLineEdit(path)
        self.path.setPlaceholderText(self.tr("The model that comes with Autochrome"))
        self.path.textChanged.connect(self._changed)
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.clicked.connect(self._browse)
        self.words = QLabel()
        self.words.setProperty("quiet", True)
        self.words.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.words)
        if known is not None:
            self._verified(known)

    @property
    def text(self) -> str:
        """The path as it is typed."""
        return self.path.text().strip()

    def close_tasks(self) -> None:
        """Stop verifying; returns when the threads have ended."""
        self._pause.stop()
        self._tasks.close()

    def _changed(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.spec = None
        self.words.setText(self.tr("Verifying the model…"))
        self.checked.emit(None)
        self._pause.start()

    def _verify(self) -> None:
        own = Path(self.text).expanduser() if self.text else None
        self._task = self._tasks.run(lambda: _load(own), self._verified, self._failed)

    def _verified(self, spec: ModelSpec) -> None:
        self.spec = spec
        abilities = [
            word
            for word, has in (
                (self.tr("colour points"), spec.has_hints),
                (self.tr("variations"), bool(spec.z_size)),
                (self.tr("confidence"), spec.has_confidence),
            )
            if has
        ]
        facts = self.tr("{name} {version}, SHA-256 {hash}…\nWith: {abilities}.")
        self.words.setText(
            facts.format(
                name=spec.name,
                version=spec.version,
                hash=spec.sha256[:12],
                abilities=", ".join(abilities) or "–",
            )
        )
        self.words.setToolTip(spec.sha256)
        self.checked.emit(spec)

    def _failed(self, error: AutochromeError) -> None:
        self.words.setText(f"{headline(error)}\n{error}")
        self.checked.emit(None)

    def _browse(self) -> None:
        folder = str(Path(self.text).parent) if self.text else ""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a model"), folder, self.tr("Models (*.onnx)")
        )
        if name:
            self.path.setText(name)


def _load(own: Path | None) -> ModelSpec:
    # ONNX Runtime takes half a second to import: not before a model is asked for
    from core.inference.model_file import load_model_spec  # noqa: PLC0415

    return load_model_spec(own or default_model())
