"""A user without rights, and the window driven by its keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

#: nobody, where the test is root; else the user who runs it.
NOBODY = 65534
PROGRAMS = ("Xvfb", "xdotool", "gtk-launch", "setpriv", "apt-get", "desktop-file-validate")


def missing_programs() -> list[str]:
    return [program for program in PROGRAMS if shutil.which(program) is None]


class User:
    """Somebody with a home and nothing else in the environment."""

    def __init__(self, home: Path, screen: str = "") -> None:
        self.home = home
        self.screen = screen

    def command(self, *arguments: str | Path) -> list[str]:
        """The arguments, run as this user."""
        as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        environment = [
            f"HOME={self.home}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", f"DISPLAY={self.screen}",
        ]  # fmt: skip
        first = as_nobody if os.geteuid() == 0 else []
        return [*first, "env", "-i", *environment, *map(str, arguments)]

    def run(self, *arguments: str | Path) -> str:
        """Standard output; a status other than 0 is an error with all that was said."""
        done = subprocess.run(
            self.command(*arguments), cwd="/", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def own(self, *paths: Path) -> None:
        """Give files to this user."""
        if os.geteuid() == 0:
            for path in paths:
                os.chown(path, NOBODY, NOBODY)


def until(ready: Callable[[], object], seconds: float, what: str) -> None:
    limit = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < limit, f"{what}: it did not happen in {seconds} s"
        time.sleep(0.02)


class Keys:
    """What a person does on the screen."""

    def __init__(self, screen: str) -> None:
        self._environment = os.environ | {"DISPLAY": screen}

    def do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """The number of a window that is seen, or nothing."""
        return self.do("search", "--onlyvisible", "--name", title).split("\n")[0]

    def focus(self, title: str, seconds: float = 120) -> None:
        until(lambda: self.window(title), seconds, f"a window called {title}")
        self.do("windowfocus", "--sync", self.window(title))

    def pid(self, title: str) -> int:
        return int(self.do("getwindowpid", self.window(title)))


def save_and_quit(keys: Keys, title: str, target: Path) -> None:
    """Ctrl+S until the colours are there, Return, and Ctrl+Q."""

    def asked() -> str:
        keys.focus(title)
        keys.do("key", "ctrl+s")
        time.sleep(1)
        return keys.window("Save the colour photo")

    pid = keys.pid(title)
    until(asked, 90, "the colours")
    keys.focus("Save the colour photo")
    keys.do("key", "Return")
    until(lambda: target.exists() and target.stat().st_size, 60, f"the result {target.name}")
    keys.focus(title)
    keys.do("key", "ctrl+q")
    until(lambda: not Path(f"/proc/{pid}").exists(), 60, "the end of the window")
