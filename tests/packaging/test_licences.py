"""Licence texts are found for what is bundled, and what may not be given away is refused."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

import licences
import pytest
from components import Component, components

pytestmark = pytest.mark.slow  # every file of every package is looked at, once


@pytest.fixture
def pyinstaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no dependency of the tests: a wheel of that name stands in for its metadata."""
    info = tmp_path / "pyinstaller-6.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: pyinstaller\nVersion: 6\n")
    (info / "RECORD").write_text("pyinstaller-6.dist-info/COPYING.txt,,\n")
    (info / "COPYING.txt").write_text("GPL with an exception for what is built with it")
    genuine = metadata.distribution
    stand_in = metadata.PathDistribution(info)
    monkeypatch.setattr(
        metadata, "distribution", lambda name: stand_in if name == "pyinstaller" else genuine(name)
    )


def _files(*wheels: str) -> list[Path]:
    return [
        Path(str(wheel.locate_file(file)))
        for wheel in map(metadata.distribution, wheels)
        for file in wheel.files or ()
        if file.suffix in {".py", ".so"}
    ]


@pytest.mark.usefixtures("pyinstaller")
def test_every_wheel_has_its_texts(tmp_path: Path) -> None:
    wheels = ("numpy", "rich", "PySide6_Essentials", "opencv-python-headless", "pyvips")
    folder = tmp_path / "licences"
    entries = licences.collect(_files(*wheels), "1.2.3", folder)
    listed = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    for wheel in ("numpy", "rich", "pyside6-essentials", "opencv-python-headless", "pyvips"):
        assert f"{wheel} " in listed
        assert any(path.stat().st_size > 300 for path in (folder / wheel).iterdir())
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (
        folder / "pyside6-essentials" / "LGPL-3.0.txt"
    ).read_text(encoding="utf-8")
    assert {Path(path) for _, path, _ in entries} == {p for p in folder.rglob("*") if p.is_file()}


@pytest.mark.usefixtures("pyinstaller")
def test_the_bill_of_materials_names_the_same(tmp_path: Path) -> None:
    licences.collect(_files("rich"), "1.2.3", tmp_path / "licences")
    bill = json.loads((tmp_path / "licences" / "autochrome.cdx.json").read_text())
    assert (bill["bomFormat"], bill["metadata"]["component"]["version"]) == ("CycloneDX", "1.2.3")
    version = metadata.version("rich")
    assert f"pkg:pypi/rich@{version}" in {part["purl"] for part in bill["components"]}


@pytest.mark.usefixtures("pyinstaller")
def test_our_own_files_are_nobody_elses() -> None:
    assert [c.name for c in components([Path(licences.__file__)])] == ["pyinstaller"]


@pytest.mark.parametrize(
    ("name", "licence", "words"),
    [
        ("pillow-heif", "BSD-3-Clause", "leave it out"),
        ("something", "GPL-3.0-or-later", "leave it out"),
        ("something", "GNU General Public License v3 (GPLv3)", "leave it out"),
    ],
)
def test_the_gpl_is_refused(name: str, licence: str, words: str, tmp_path: Path) -> None:
    assert words in licences.problems([Component("pypi", name, "1", licence, (tmp_path,))])[0]


def test_a_missing_text_is_refused() -> None:
    assert "no licence text" in licences.problems([Component("pypi", "a", "1", "MIT")])[0]


@pytest.mark.parametrize("licence", ["LGPL-3.0-only OR GPL-2.0-only", "MIT", "LGPL-2.1-or-later"])
def test_others_are_not(licence: str, tmp_path: Path) -> None:
    assert licences.problems([Component("pypi", "a", "1", licence, (tmp_path,))]) == []
