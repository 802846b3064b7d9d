"""Long paths as Windows takes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.files.windows_paths import extended_path, long_path

LONG = "folder\\" * 40 + "a.jpg"


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        (r"C:\short\a.jpg", r"C:\short\a.jpg"),
        ("C:\\" + LONG, "\\\\?\\C:\\" + LONG),
        ("C:/" + LONG, "\\\\?\\C:\\" + LONG),
        ("\\\\server\\share\\" + LONG, "\\\\?\\UNC\\server\\share\\" + LONG),
        ("\\\\?\\C:\\" + LONG, "\\\\?\\C:\\" + LONG),
    ],
)
def test_long_paths_get_the_prefix_once(path: str, taken: str) -> None:
    assert extended_path(path) == taken


@pytest.mark.skipif("sys.platform == 'win32'")
def test_elsewhere_a_path_stays_as_it_is() -> None:
    assert long_path(Path("x" * 300)) == Path("x" * 300)
