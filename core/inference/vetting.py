"""A stranger's model is opened in a process of its own first, with little time and memory: `vet`.

What was opened once so is remembered by its hash, in the user's cache. The bundled model is no
stranger's.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import onnxruntime as ort
import platformdirs

from core.errors import ModelCorruptError, ModelUnsafeError, system_reason
from core.inference.devices import VET_WORD
from core.inference.model_check import check_model_file, model_sha256
from core.inference.model_spec import bundled_model
from core.inference.providers import first_line

#: Seconds that a first opening and one run may take.
SECONDS: Final = 300
#: Megabytes of address space: what a process has anyway, and so much for each of the weights'.
BASE_MB: Final = 3072
PER_BYTE: Final = 6
#: How the child says what it found wrong, and nothing else.
CANNOT_OPEN: Final = 3
TOO_MUCH: Final = 4


@dataclass(frozen=True)
class Vetted:
    """A file that may be opened.

    Attributes:
        sha256: what names the model, its weights in other files included.
        data_files: those files.
    """

    sha256: str
    data_files: tuple[Path, ...] = ()


def vet(path: Path, sha256: str) -> Vetted:
    """Check a model file, and where it is new here open it in a process of its own.

    Args:
        path: of the file.
        sha256: of its own bytes.

    Raises:
        ModelCorruptError: it is no whole ONNX model.
        ModelUnsafeError: it asks for what no colorizer needs, or for too much time or memory.
    """
    if path == bundled_model():
        return Vetted(sha256)
    data_files = check_model_file(path)
    vetted = Vetted(model_sha256(sha256, data_files), data_files)
    if not is_known(vetted.sha256):
        _open_apart(path, data_files)
        _remember(vetted.sha256)
    return vetted


def is_known(sha256: str) -> bool:
    """Whether a model was opened apart before, by this version of ONNX Runtime."""
    return _record(sha256).is_file()


def vetting_command() -> list[str]:
    """How the process is started: this program once more, or Python's module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, VET_WORD]
    return [sys.executable, "-m", "core.inference.vetting_process"]


def _open_apart(path: Path, data_files: Sequence[Path]) -> None:
    size = sum(file.stat().st_size for file in (path, *data_files))
    megabytes = BASE_MB + PER_BYTE * size // (1 << 20)
    try:
        done = subprocess.run(  # noqa: S603  (a program of ours, by its full path)
            [*vetting_command(), str(path), str(megabytes), str(SECONDS)],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"{path.name} is not opened: it takes more than {SECONDS} seconds to answer."
        raise ModelUnsafeError(message, path) from error
    except OSError as error:
        message = f"{path.name} cannot be tried in a process of its own: {system_reason(error)}."
        raise ModelUnsafeError(message, path) from error
    words = done.stderr.decode(errors="replace").strip()
    if done.returncode == CANNOT_OPEN:
        message = f"{path.name} is not a whole ONNX model that ONNX Runtime {ort.__version__} can "
        raise ModelCorruptError(
            f"{message}open: get it again from its source ({first_line(RuntimeError(words))}).",
            path,
        )
    if done.returncode:
        raise ModelUnsafeError(
            f"{path.name} is not opened: the process that tried it ended with status "
            f"{done.returncode} (it may use {megabytes:,} MB).",
            path,
        )


def _environment() -> dict[str, str]:
    """This one's; a packed program must not take itself for a worker of this one."""
    code = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH"))))
    return os.environ | {"PYTHONPATH": path, "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def _remember(sha256: str) -> None:
    """Where that cannot be noted, the next opening takes as long."""
    with suppress(OSError):
        _record(sha256).parent.mkdir(parents=True, exist_ok=True)
        _record(sha256).touch()


def _record(sha256: str) -> Path:
    key = hashlib.sha256(f"{sha256}\n{ort.__version__}".encode()).hexdigest()[:32]
    folder = Path(platformdirs.user_cache_dir("autochrome", appauthor=False))
    return folder / "vetted-models" / key
