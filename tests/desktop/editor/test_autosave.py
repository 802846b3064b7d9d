"""Work on a photo is kept: while the window is open, and beside the photo."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.errors import WriteError
from desktop.editor.document import Edit
from desktop.editor.sidecar import read_sidecar, sidecar_of, write_sidecar
from desktop.shell.main_window import MainWindow

EDIT = Edit(
    Look(0.5, 2, -0.25), (ColorHint(0.1, 0.9, (20.5, -30.25)),), seed=3, recolor=True, size=384
)
MakeWindow = Callable[..., MainWindow]
MakePhoto = Callable[..., Path]


def test_there_and_back(tmp_path: Path) -> None:
    photo = tmp_path / "a photo.jpg"
    write_sidecar(photo, EDIT)
    assert sidecar_of(photo).name == "a photo.jpg.autochrome.json"
    assert read_sidecar(photo) == EDIT
    write_sidecar(photo, Edit())
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_removed_is_said(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    sidecar_of(photo).mkdir()
    with pytest.raises(WriteError, match=r"a\.jpg\.autochrome\.json"):
        write_sidecar(photo, Edit())


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.dictionaries(
            st.sampled_from(["autochrome", "look", "hints", "seed", "recolor"]),
            st.one_of(
                st.none(), st.just(1), st.text(max_size=3), st.just({"strength": "x"}),
                st.just([{"x": 9, "y": 0, "ab": [1, 2], "radius": 0.1}]), st.just([[]]),
            ),
        ).map(lambda content: json.dumps(content).encode()),
    )
)  # fmt: skip
def test_a_damaged_sidecar_is_no_earlier_work(tmp_path: Path, content: bytes) -> None:
    photo = tmp_path / "a.jpg"
    sidecar_of(photo).write_bytes(content)
    assert read_sidecar(photo) in {None, Edit()}


def _opened(qtbot: QtBot, window: MainWindow, name: str) -> None:
    def there() -> None:
        document = window.studio.document
        assert document is not None
        assert document.name == name

    qtbot.waitUntil(there, timeout=60_000)


def test_earlier_work_is_offered_and_taken_up_when_asked(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    first = make_window(path)
    _opened(qtbot, first, "old.png")
    first.look_panel.slider("saturation").setValue(180)
    first.close()
    assert read_sidecar(path) == Edit(Look(saturation=1.8))

    second = make_window(path)
    _opened(qtbot, second, "old.png")
    document = second.studio.document
    assert document is not None
    assert document.edit == Edit()
    assert "before" in second.notice_bar.text.text()
    qtbot.mouseClick(second.notice_bar.action, Qt.MouseButton.LeftButton)
    assert document.edit.look.saturation == 1.8
    assert second.look_panel.slider("saturation").value() == 180


def test_a_photo_that_was_only_looked_at_leaves_nothing_behind(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    window = make_window(path)
    _opened(qtbot, window, "old.png")
    window.close()
    assert not sidecar_of(path).exists()


@pytest.mark.slow
def test_the_work_is_kept_while_one_still_works(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    window = make_window(path)
    _opened(qtbot, window, "old.png")
    window.look_panel.slider("warmth").setValue(40)

    def kept() -> None:
        earlier = read_sidecar(path)
        assert earlier is not None
        assert earlier.look.warmth == 0.4

    qtbot.waitUntil(kept, timeout=30_000)
    window.studio.undo()
    qtbot.waitUntil(lambda: not sidecar_of(path).exists(), timeout=30_000)


def test_going_to_another_photo_and_back_keeps_the_work(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo("a.png"), make_photo("b.png"))
    _opened(qtbot, window, "a.png")
    window.look_panel.slider("warmth").setValue(40)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    _opened(qtbot, window, "b.png")
    assert window.look_panel.slider("warmth").value() == 0
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    _opened(qtbot, window, "a.png")
    assert window.look_panel.slider("warmth").value() == 40


def test_a_folder_that_cannot_be_written_to_is_said(
    qtbot: QtBot,
    make_window: MakeWindow,
    make_photo: MakePhoto,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = make_photo()
    sidecar_of(path).mkdir()  # something is in the way of the sidecar
    window = make_window(path)
    _opened(qtbot, window, "old.png")
    window.look_panel.slider("warmth").setValue(40)
    window.studio.close_photo()
    qtbot.waitUntil(lambda: "could not be kept" in window.notice_bar.text.text(), timeout=30_000)
