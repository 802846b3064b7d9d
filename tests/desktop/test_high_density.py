"""Full HD at 200 %, with two of the screen's pixels for one of the window's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.settings import Settings, SettingsFile
from desktop.text.translation import LANGUAGES

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_full_hd_at_200_percent(
    language: str,
    tmp_path: Path,
    make_photo: Callable[..., Path],
    tiny_model: Callable[..., Path],
) -> None:
    screen = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    settings = tmp_path / "settings.ini"
    SettingsFile(settings).save(Settings(language=language))
    photo = make_photo("large.png", width=3000, height=2000)
    done = subprocess.run(
        [
            sys.executable, "-m", "tests.desktop.high_density",
            photo, tiny_model(likeness=True), settings, tmp_path,
        ],
        cwd=ROOT,
        env=os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "QT_SCALE_FACTOR": "2",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["ratio"] == 2
    assert found["room"] == [960, 540]
    assert found["window"] == [960, 470]
    assert found["pixels"] == [1920, 940]
    seen, rendered = found["photo"]
    assert rendered >= 2 * seen - 2  # as sharp as the screen is
    assert found["save_is_seen"]
    assert found["popover_is_seen"]
    assert found["dialog"][1] <= 470
    assert found["cut"] == []
    picture = QImage(str(tmp_path / "window.png"))
    assert (picture.width(), picture.height()) == (1920, 940)
