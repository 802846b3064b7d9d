"""What is in a drop: files as they are, folders as the batch's own walk sees them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.metadata.provenance import Provenance
from core.photo.formats import FORMAT_OF_ENDING
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.planning.walk import Walk
from desktop.system.drop_contents import photos_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "album"
    for name in ("b.jpg", "a.PEF", "1920/c.psd", "notes.txt", ".hidden/d.jpg", ".e.jpg",
                 "@eaDir/b.jpg", "Thumbs.db"):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_is_the_photos_in_it_by_their_endings(folder: Path) -> None:
    assert names(photos_of([folder]), folder) == ["a.PEF", "b.jpg", "1920/c.psd"]


def test_every_ending_that_the_queue_knows_is_found(tmp_path: Path) -> None:
    for ending in FORMAT_OF_ENDING:
        (tmp_path / f"a{ending}").touch()
    assert {path.suffix for path in photos_of([tmp_path])} == set(FORMAT_OF_ENDING)
    assert {photo.path.suffix for photo in Walk([str(tmp_path)])} == set(FORMAT_OF_ENDING)


def test_a_file_that_is_named_itself_may_be_called_anything(folder: Path) -> None:
    paths = [folder / "notes.txt", folder / "gone.jpg"]
    assert photos_of(paths) == paths


@pytest.mark.skipif(sys.platform == "win32", reason="links want a right there")
def test_links_that_loop_end(folder: Path) -> None:
    (folder / "1920" / "up").symlink_to(folder)
    assert names(photos_of([folder]), folder) == ["a.PEF", "b.jpg", "1920/c.psd"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_pipe_is_no_photo(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jpg")
    assert "pipe.jpg" not in names(photos_of([folder]), folder)


def test_no_file_is_opened_for_a_list(folder: Path, count_opens: Any) -> None:
    with count_opens([path for path in folder.rglob("*") if path.is_file()]) as opens:
        photos_of([folder])
    assert not opens


def test_results_among_the_photos_are_passed_over(tmp_path: Path) -> None:
    album = tmp_path / "album"
    album.mkdir()
    grey = Photo(np.full((8, 8), 90, np.uint8))
    said = Provenance("tiny", "1", "0" * 64, "Autochrome", {})
    for name in ("aunt.png", "sky_color.png"):  # the second is a photo that is only called so
        write_photo(grey, album / name)
    write_photo(grey, album / "aunt_color.png", provenance=said)
    write_photo(grey, album / "aunt_before_after.png", provenance=said)
    assert names(photos_of([album]), album) == ["aunt.png", "sky_color.png"]
    results = tmp_path / "results"
    results.mkdir()
    write_photo(grey, results / "aunt_color.png", provenance=said)
    assert names(photos_of([results]), results) == ["aunt_color.png"]
