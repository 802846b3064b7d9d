"""The list of what the program is made of."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from desktop.shell import third_party as third_party_module
from desktop.shell.third_party import Component, components


def test_what_is_installed_is_listed_and_tools_of_the_developers_are_not() -> None:
    found = {part.name.lower().replace("_", "-"): part for part in components()}
    assert {"pyside6-essentials", "shiboken6", "numpy", "pyvips", "cffi", "rich"} <= set(found)
    assert not {"torch", "ruff", "mypy", "pytest-qt"} & set(found)
    assert found["cffi"].version == metadata.version("cffi")  # one that only others require
    assert "LGPL" in found["shiboken6"].licence
    assert "Permission is hereby granted" in found["pyvips"].text()


def test_a_packed_program_lists_what_it_carries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "licences"
    (folder / "libvips").mkdir(parents=True)
    (folder / "libvips" / "COPYING").write_text("the LGPL")
    (folder / "THIRD-PARTY.txt").write_text(
        "Autochrome comes with:\n\nzlib 1.3: Zlib\n    pkg:generic/zlib@1.3\n"
        "libvips 8.18.7: LGPL-3.0-or-later\n    pkg:generic/libvips@8.18.7\n"
    )
    monkeypatch.setattr(third_party_module, "resource_root", lambda: tmp_path / "resources")
    found = components()
    assert found == [
        Component("libvips", "8.18.7", "LGPL-3.0-or-later"),
        Component("zlib", "1.3", "Zlib"),
    ]
    assert found[0].text() == "the LGPL"
    assert found[1].text() == ""
