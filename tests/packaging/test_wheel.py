"""The wheel that pip installs: built, and looked into."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_wheel_is_typed_and_has_what_the_program_needs(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("autochrome-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"{package}/py.typed" for package in ("core", "desktop", "training")} <= names
    assert {
        "core/_resources/model/colorizer.onnx",
        "core/_resources/i18n/autochrome_de.qm",
    } <= names
    assert "training/configs/smoke.toml" in names
    inside = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert inside == {"core", "desktop", "training"}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in inside
        for path in (ROOT / package).rglob("*.py")
    }
    assert wanted == {name for name in names if name.endswith(".py")}
