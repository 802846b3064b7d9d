"""Settings survive, and nothing in their file can stop the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from core.colorize.look import Look
from core.queue.job import IfExists
from desktop.presets import Preset, decode_presets
from desktop.queue.options import QueueOptions, WhenDone
from desktop.settings import Settings, SettingsFile, SettingsStore

#: As the window of 0.1.0 wrote it.
OLD = Path(__file__).with_name("settings_of_0.1.0.ini")


def test_an_old_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    shutil.copy(OLD, path)
    found = SettingsFile(path).load()
    assert found == Settings(
        theme="dark",
        language="de",
        device="cpu",
        model="/models/own.onnx",
        size=384,
        memory_limit_mb=2048,
        format="tiff",
        quality=80,
        folder="/home/ada/Bilder",
        recent=("/home/ada/Oma, 1931.jpg", "/home/ada/a b.png"),
        presets=found.presets,
        timings=("5f0c", "cuda 0.0123", "cpu 0.9876"),
        geometry="AdnQywADAAA=",
        queue=found.queue,
    )
    assert decode_presets(found.presets) == (
        Preset('Oma & "Opa"', Look(0.9, 1.2, -0.1)),
        Preset("Größe", Look(0, 1, 0)),
    )
    assert QueueOptions.from_json(found.queue) == QueueOptions(
        output="/home/ada/out",
        template="{parent}/{stem}.jpg",
        format="jpeg",
        quality=85,
        if_exists=IfExists.SKIP,
        strength=1.1,
        saturation=1.5,
        warmth=0.05,
        recolor=True,
        when_done=WhenDone.OPEN,
    )


def test_an_old_file_with_one_entry_or_none_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\npresets=@Invalid()\nrecent=/one.jpg\ntimings=\n", encoding="utf-8")
    assert SettingsFile(path).load() == Settings(recent=("/one.jpg",))


def test_who_listens_hears_of_a_change(qapp: QApplication) -> None:
    store, heard = SettingsStore(Settings()), list[Settings]()
    store.changed.connect(heard.append)
    store.change(theme="dark", quality=80)
    assert heard == [store.value] == [Settings(theme="dark", quality=80)]


def test_a_place_nothing_can_be_written_to_is_not_fatal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    SettingsFile(tmp_path / "file" / "settings.ini").save(Settings())
    assert "cannot be kept" in caplog.text


@pytest.mark.parametrize(
    "value",
    [
        Settings(),
        Settings("dark", "de", "cpu", "/m/own.onnx", 512, 2000, "tiff", 80, "/out", ("/a b.jpg",)),
        Settings(recent=("/ä,ö;ü.jpg", '/"quoted" = 1.png')),
    ],
)
def test_there_and_back(tmp_path: Path, value: Settings) -> None:
    SettingsFile(tmp_path / "deep" / "settings.ini").save(value)
    assert SettingsFile(tmp_path / "deep" / "settings.ini").load() == value


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.ini").load() == Settings()


def test_impossible_values_become_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\ntheme=mauve\nquality=many\ndevice=toaster\nsize=-4\nformat=gif\n")
    assert SettingsFile(path).load() == Settings()


def test_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(b"\x00\xff\xfe rubbish")
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert file.set_aside == tmp_path / "settings.broken"
    assert file.set_aside.read_bytes() == b"\x00\xff\xfe rubbish"
    assert not path.exists()


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.binary(max_size=200))
def test_whatever_stands_in_the_file_the_window_starts(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    assert isinstance(SettingsFile(path).load(), Settings)


def test_the_newest_photo_stands_first_and_once() -> None:
    old = Settings(recent=tuple(f"/{n}" for n in range(10)))
    assert old.with_recent(Path("/3"))[:3] == ("/3", "/0", "/1")
    assert len(old.with_recent(Path("/new"))) == 10
