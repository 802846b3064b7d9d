"""The steps of ``make model``; the whole of it at its smallest is in test_smoke."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from training.config import ConfigError
from training.make_model import check_sources, main, run_to_its_end

ROOT = Path(__file__).parents[2]
SMOKE = ROOT / "training/configs/smoke.toml"


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    (tmp_path / "photos" / "shards").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "photos" / "shards" / name).write_text(name)
    return tmp_path / "photos"


@pytest.fixture
def listed(photos: Path, tmp_path: Path) -> Path:
    names = ("shards/a", "shards/b")
    lines = (f"{hashlib.sha256((photos / n).read_bytes()).hexdigest()}  {n}\n" for n in names)
    (tmp_path / "list.sha256").write_text("".join(lines))
    return tmp_path / "list.sha256"


def test_the_photographs_of_the_list_are_known(photos: Path, listed: Path) -> None:
    check_sources(listed, photos)


def test_other_photographs_are_named(photos: Path, listed: Path) -> None:
    (photos / "shards" / "b").write_text("other")
    with pytest.raises(ConfigError, match=r"1 of 2 files .* list\.sha256, shards/b"):
        check_sources(listed, photos)
    (photos / "shards" / "a").unlink()
    with pytest.raises(ConfigError, match=r"2 of 2 files .* shards/a"):
        check_sources(listed, photos)


def test_a_list_that_is_not_there_is_named(photos: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.sha256: cannot be read"):
        check_sources(tmp_path / "none.sha256", photos)


def test_the_recipe_lists_a_whole_collection() -> None:
    lines = (SMOKE.parent / "photographs.sha256").read_text().splitlines()
    names = [line.split(maxsplit=1)[1] for line in lines]
    assert sorted(names) == sorted(
        [f"shards/train-{i:03}.tar.gz" for i in range(45)]
        + ["shards/manifest.csv.gz", "train/manifest.csv", "val/manifest.csv"]
    )


def test_a_step_that_fails_ends_the_command(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = ["--set", f"data.cache={tmp_path / 'cache'}", "--run", str(tmp_path / "run")]
    assert main([str(SMOKE), str(photos), *settings]) == 1
    assert not (tmp_path / "run" / "model").exists()
    settings += ["--set", "data.sources=none.sha256"]
    assert main([str(SMOKE), str(photos), *settings]) == 1
    assert "none.sha256: cannot be read" in capsys.readouterr().err


#: Saves when it is asked to stop, which takes longer than nothing.
_SAVES = """
import pathlib, signal, sys, time

def save(*_):
    time.sleep(0.5)
    sys.exit(3)

signal.signal(signal.SIGTERM, save)
pathlib.Path(sys.argv[1]).touch()
time.sleep(60)
"""


def test_a_stop_leaves_the_training_time_to_save(tmp_path: Path) -> None:
    ready = tmp_path / "ready"

    def stop() -> None:
        while not ready.exists():
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)  # from the keyboard the training has its own
        os.kill(os.getpid(), signal.SIGTERM)

    asking = threading.Thread(target=stop)
    asking.start()
    assert run_to_its_end([sys.executable, "-c", _SAVES, str(ready)]) == 3
    asking.join()
