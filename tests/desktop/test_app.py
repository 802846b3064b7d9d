"""The program starts, whatever its settings are, and before what is heavy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.shell.main_window import MainWindow


@pytest.mark.slow
def test_the_window_comes_before_the_heavy_libraries() -> None:
    """ONNX Runtime takes half a second: it is loaded behind a window that is there already."""
    program = "import sys, desktop.app; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]


def test_a_broken_file_is_said(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    path = tmp_path / "broken.ini"
    path.write_bytes(b"\x00\xff\xfe rubbish")
    window = make_window(settings=path)
    assert "settings could not be read" in window.notice_bar.text.text()
    assert str(path.with_suffix(".broken")) in window.notice_bar.details.text()
