"""The window program, tried from outside: `core` knows no Qt, and a process of its own may crash.

Qt ends its process where it finds no way to show a window. From here that is one failed check.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

#: A cold disk, a slow machine and a full window together.
_SECONDS: Final = 180

#: Of a program that is a file: its name beside the command line's, on every system.
_PROGRAM: Final = "Autochrome"


def window_command() -> list[str]:
    """How the window is started: the packed program beside this one, or Python's module."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "desktop"]
    here = Path(sys.executable)
    return [str(here.with_name(_PROGRAM + here.suffix))]


def try_window(model: Path, device: str = "auto") -> dict[str, Any]:
    """Have the window open a sample with no screen; what it reports.

    Raises:
        RuntimeError: it could not be started, ended early, or says that something is wrong.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "window.json"
        command = [*window_command(), "--self-test", str(report), str(model), device]
        try:
            done = subprocess.run(  # noqa: S603  (a program of ours, by its full path)
                command,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RuntimeError(f"the window cannot be started ({error})") from error
        if not report.exists():
            raise RuntimeError(_last_words(done))
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    if not found["ok"] or done.returncode:
        raise RuntimeError(found["detail"] if not found["ok"] else _last_words(done))
    return found


def _environment() -> dict[str, str]:
    """This one's, without a screen."""
    # the second keeps a packed program from taking itself for a worker of this one
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def _last_words(done: subprocess.CompletedProcess[bytes]) -> str:
    words = done.stderr.decode(errors="replace").strip().splitlines()
    return f"the window ended with status {done.returncode}: {words[-1] if words else 'no word'}"
