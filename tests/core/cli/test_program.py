"""The command line as a whole: its arguments, its help, its exit statuses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.photo.photo import Photo
from core.photo.write import write_photo
from core.version import __version__

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[3]

#: Prints who writes into the environment once a second thread is at work.
_ENVIRONMENT_WATCHED = """
import os, sys, threading, traceback
from core.cli.program import main

def watched(call):
    def writing(*arguments):
        if threading.active_count() > 1:
            traceback.print_stack(file=sys.stdout)
        return call(*arguments)
    return writing

os.putenv, os.unsetenv = watched(os.putenv), watched(os.unsetenv)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "say what to do"),
        (["colorise", "a.jpg"], "invalid choice"),
        (["colorize"], "PHOTO"),
        (["colorize", "a.jpg", "--strength", "2"], "2 is not between 0 and 1.5"),
        (["colorize", "a.jpg", "--warmth", "nan"], "nan is not between -1 and 1"),
        (["colorize", "a.jpg", "--quality", "0"], "0 is not between 1 and 100"),
        (["colorize", "a.jpg", "--device", "gpu"], "invalid choice"),
        (["colorize", "-", "-"], "give - once"),
        (["colorize", "a.jpg", "b.jpg", "-o", "-"], "standard output holds one photo"),
        (["colorize", "-", "--before-after"], "instead of standard output"),
        (["colorize", "a.jpg", "b.jpg", "-o", __file__], "more than one photo needs a folder"),
    ],
)
def test_arguments_that_make_no_sense_are_status_2(
    run: Run, arguments: list[str], words: str
) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert err.startswith("autochrome: ")
    program = "autochrome colorize" if arguments[:1] == ["colorize"] else "autochrome"
    assert err.endswith(f"(see {program} --help)\n")
    assert err.count("\n") == 1


def test_help_names_every_exit_status(run: Run) -> None:
    for arguments in (["--help"], ["colorize", "--help"]):
        status, out, _ = run(*arguments)
        assert status == 0
        assert [line.split()[0] for line in out.splitlines() if line[:3].strip().isdecimal()] == [
            *"0123456"
        ]


def test_the_manual_knows_every_option(run: Run) -> None:
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for arguments in (["--help"], ["colorize", "--help"], ["info", "--help"]):
        text = run(*arguments)[1]
        options = {word.strip(",]") for word in text.replace("[", " ").split() if word[:2] == "--"}
        assert {option for option in options if option not in manual} == set()


def test_the_version_is_the_programs_and_says_so(run: Run) -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.split()[:2] == ["Autochrome", __version__]
    assert "the model has its own version: autochrome info" in out


def test_nothing_writes_into_the_environment_beside_threads_that_may_read_it(
    tmp_path: Path,
) -> None:
    # the C library moves the environment as it grows; getenv in libvips then read what was gone
    photo = tmp_path / "grey.png"
    write_photo(Photo(np.full((64, 80), 120, np.uint8)), photo)
    command = [sys.executable, "-c", _ENVIRONMENT_WATCHED, "colorize", str(photo)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'grey_color.png'}\n"), done.stderr
