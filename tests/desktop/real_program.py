"""The program as a process of its own on an X server, driven with xdotool."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]


def until(ready: Callable[[], object], seconds: int = 90) -> None:
    """Wait until something is so."""
    limit = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.3)


class RealProgram:
    """``with RealProgram(display, home, photo, "--model", model) as program:``."""

    def __init__(self, display: str, home: Path, *arguments: object) -> None:
        self.environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
        }
        command = [sys.executable, "-m", "desktop", *map(str, arguments)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stderr=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()

    def xdotool(self, *arguments: object) -> str:
        """What it prints."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """Its number, or nothing."""
        assert self.process.poll() is None, self.process.communicate()[1]
        return self.xdotool("search", "--onlyvisible", "--name", title)

    def focus(self, title: str) -> str:
        """Give a window the keyboard, when it is there; its number."""
        until(lambda: self.window(title))
        number = self.window(title).split()[0]
        self.xdotool("windowfocus", "--sync", number)
        return number

    def save(self) -> None:
        """Save as the dialog proposes; Ctrl+S does nothing until there are colours."""

        def asked() -> str:
            self.xdotool("key", "ctrl+s")
            time.sleep(1)
            return self.window("Save the colour photo")

        until(asked)
        self.focus("Save the colour photo")
        self.xdotool("key", "Return")

    def quit(self, title: str) -> None:
        """Ctrl+Q; it must end well and have nothing to complain of."""
        self.focus(title)
        self.xdotool("key", "ctrl+q")
        _, errors = self.process.communicate(timeout=60)
        assert self.process.returncode == 0
        assert "Traceback" not in errors
