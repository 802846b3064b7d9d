"""Settings survive, and nothing in their file can stop the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.settings import Settings, SettingsFile
from desktop.shell.main_window import MainWindow


def test_a_broken_file_is_said(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    path = tmp_path / "broken.ini"
    path.write_bytes(b"\x00\xff\xfe rubbish")
    window = make_window(settings=path)
    assert "settings could not be read" in window.notice_bar.text.text()
    assert str(path.with_suffix(".broken")) in window.notice_bar.text.toolTip()


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
