"""The program as a process: its status, and that it leaves nothing undone at its end."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: A command that leaves work for the end of the process.
_PROGRAM = """
import atexit, sys, threading, time
from core.cli import console_script
def later():
    time.sleep(0.3)
    print("a thread ended")
def main():
    atexit.register(print, "a handler ran")
    threading.Thread(target=later).start()
    print("done", end="")
    {ending}
console_script.main = main
console_script.script()
"""


def ended(ending: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _PROGRAM.format(ending=ending)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("status", [0, 1, 3])
def test_threads_end_and_handlers_run_before_the_process_is_left(status: int) -> None:
    done = ended(f"return {status}")
    assert (done.returncode, done.stderr) == (status, "")
    assert done.stdout == "donea thread ended\na handler ran\n"


@pytest.mark.parametrize(
    ("ending", "status", "said"),
    [("sys.exit(2)", 2, ""), ("raise ValueError('bug')", 1, "ValueError: bug")],
)
def test_what_is_raised_ends_the_process_as_ever(ending: str, status: int, said: str) -> None:
    done = ended(ending)
    assert done.returncode == status
    assert said in done.stderr
    assert "a handler ran" in done.stdout
