"""Finding photos among everything else that lies in folders."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from core.errors import PhotoNotFoundError, UnreadablePhotoError
from core.planning.walk import SkipReason, Walk

JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def put(path: Path, content: bytes = JPEG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names(walk: Walk) -> list[str]:
    return [found.relative.as_posix() for found in walk]


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    """Two photos, and below them two more."""
    folder = tmp_path / "scans"
    for name in ("b.jpg", "a.png", "1920/c.tif", "1920/deep/d.jpg"):
        put(folder / name)
    return folder


def test_one_folder_is_mirrored_by_its_content(scans: Path) -> None:
    walk = Walk([str(scans)])
    assert names(walk) == ["a.png", "b.jpg"]
    assert walk.skipped == {SkipReason.SUBFOLDER: 1}


def test_recursive_walks_the_whole_tree_files_before_folders(scans: Path) -> None:
    walk = Walk([str(scans)], recursive=True)
    assert names(walk) == ["a.png", "b.jpg", "1920/c.tif", "1920/deep/d.jpg"]
    assert not walk.skipped


def test_several_sources_are_mirrored_under_their_own_names(scans: Path, tmp_path: Path) -> None:
    photo = put(tmp_path / "one.jpg")
    walk = Walk([str(scans / "1920"), str(photo), str(tmp_path / "scans")])
    assert names(walk) == ["1920/c.tif", "one.jpg", "scans/a.png", "scans/b.jpg"]


def test_this_folder_has_a_name_too(scans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(scans)
    assert names(Walk([".", "1920"])) == ["scans/a.png", "scans/b.jpg", "1920/c.tif"]


def test_no_source_is_mirrored_above_the_folder_of_results(
    scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(scans / "1920")
    assert names(Walk(["..", "deep"])) == ["scans/a.png", "scans/b.jpg", "deep/d.jpg"]
    assert names(Walk(["../*/../b.jpg"])) == ["b.jpg"]


def test_what_is_no_photo_is_counted(scans: Path) -> None:
    put(scans / ".hidden.jpg")
    put(scans / ".cache/e.jpg")
    put(scans / "Thumbs.db", b"\xd0\xcf\x11\xe0")
    put(scans / "@eaDir/b.jpg")
    put(scans / "notes.txt", b"grandmother, about 1920")
    put(scans / "book.pdf", b"%PDF-1.4")
    (scans / "gone.jpg").symlink_to(scans / "nothing.jpg")
    walk = Walk([str(scans)], recursive=True)
    assert len(list(walk)) == 4
    assert walk.skipped == {
        SkipReason.HIDDEN: 2,
        SkipReason.THUMBNAILS: 2,
        SkipReason.NOT_A_PICTURE: 2,
        SkipReason.DEAD_LINK: 1,
    }
    assert not walk.troubles


def test_a_file_is_what_its_bytes_say(tmp_path: Path) -> None:
    put(tmp_path / "scan.dat", PNG)
    put(tmp_path / "letter.JPG", b"Dear aunt")
    put(tmp_path / "empty.tiff", b"")
    found = {item.path.name: item.format for item in Walk([str(tmp_path)])}
    assert found == {"scan.dat": "png", "letter.JPG": None, "empty.tiff": None}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    walk = Walk([str(tmp_path)])
    assert list(walk) == []
    assert walk.skipped == {SkipReason.NOT_A_PICTURE: 1}


def test_links_that_loop_end(scans: Path) -> None:
    (scans / "1920/deep/up").symlink_to(scans)
    (scans / "self.jpg").symlink_to(scans / "self.jpg")
    walk = Walk([str(scans)], recursive=True)
    assert names(walk) == ["a.png", "b.jpg", "self.jpg", "1920/c.tif", "1920/deep/d.jpg"]
    assert walk.skipped == {SkipReason.TWICE: 1}


def test_a_file_is_found_once_and_under_its_real_folder(scans: Path) -> None:
    (scans / "0 link").symlink_to(scans / "1920")
    (scans / "0.jpg").symlink_to(scans / "1920/c.tif")
    sources = [str(scans), str(scans / "1920"), str(scans / "b.jpg")]
    found = list(Walk(sources, recursive=True))
    assert len({item.path.resolve() for item in found}) == len(found) == 4
    alone = names(Walk([str(scans)], recursive=True))
    assert "1920/deep/d.jpg" in alone


def test_folders_outside_are_reached_through_a_link(scans: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere/e.jpg")
    (scans / "link").symlink_to(tmp_path / "elsewhere")
    assert names(Walk([str(scans)], recursive=True))[-1] == "link/e.jpg"


def test_patterns_choose_by_name_or_path_in_any_case(scans: Path) -> None:
    put(scans / "PROOFS/p.jpg")
    walk = Walk([str(scans)], recursive=True, include=["*.JPG"], exclude=["proofs"])
    assert names(walk) == ["b.jpg", "1920/deep/d.jpg"]
    assert walk.skipped == {SkipReason.PATTERN: 3}
    assert names(Walk([str(scans)], recursive=True, include=["1920/*"])) == [
        "1920/c.tif",
        "1920/deep/d.jpg",
    ]


def test_the_folder_of_results_is_not_walked_again(scans: Path, tmp_path: Path) -> None:
    put(scans / "colour/a_color.png")
    walk = Walk([str(scans)], recursive=True, output=scans / "colour")
    assert "colour/a_color.png" not in names(walk)
    assert walk.skipped == {SkipReason.OUTPUT: 1}
    # by another name too
    (tmp_path / "link").symlink_to(scans / "colour")
    assert len(list(Walk([str(scans)], recursive=True, output=tmp_path / "link"))) == 4


def test_a_source_that_is_not_there_is_a_trouble_and_the_rest_is_found(scans: Path) -> None:
    walk = Walk([str(scans / "typo"), str(scans / "*.bmp"), str(scans / "b.jpg")])
    assert names(walk) == ["b.jpg"]
    assert [type(trouble) for trouble in walk.troubles] == [PhotoNotFoundError] * 2
    assert {trouble.path for trouble in walk.troubles} == {scans / "typo", scans / "*.bmp"}


def test_globs(scans: Path) -> None:
    put(scans / "c[1].JPG")
    assert names(Walk([str(scans / "*.jpg")])) == ["b.jpg", "c[1].JPG"]
    assert names(Walk([str(scans / "c[1].JPG")])) == ["c[1].JPG"]
    deep = ["1920/c.tif", "1920/deep/d.jpg", "a.png", "b.jpg", "c[1].JPG"]
    assert names(Walk([str(scans / "**")])) == deep
    assert names(Walk([str(scans / "19*")])) == ["c.tif"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_what_may_not_be_read_is_said(scans: Path) -> None:
    (scans / "b.jpg").chmod(0)
    (scans / "1920").chmod(0)
    try:
        walk = Walk([str(scans)], recursive=True)
        assert names(walk) == ["a.png", "b.jpg"]
        assert [type(trouble) for trouble in walk.troubles] == [UnreadablePhotoError]
    finally:
        (scans / "1920").chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="other calls ask there")
def test_what_the_system_refuses_to_tell_ends_no_walk(
    scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that hiccups, or a folder that may be listed and not entered."""
    put(scans / "1920/notes")
    real = os.stat

    def stat(path: Any, **options: Any) -> os.stat_result:
        if "1920" in os.fspath(path) and not os.fspath(path).endswith("1920"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return real(path, **options)

    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(os, "lstat", lambda path, **_: stat(path, follow_symlinks=False))
    walk = Walk([str(scans)], recursive=True)
    assert names(walk) == ["a.png", "b.jpg", "1920/c.tif"]  # which fails when its turn comes
    assert [trouble.path for trouble in walk.troubles] == [
        scans / "1920" / name for name in ("deep", "notes")
    ]
    assert "could not be looked at (Input/output error)" in str(walk.troubles[0])


def test_any_name_and_long_paths(tmp_path: Path) -> None:
    strange = ["Großmutter.jpg", "祖母.jpg", "e\u0301.jpg", "\u00e9.jpg", "👵.jpg", "a b'\".jpg"]
    if sys.platform == "linux":
        strange += [os.fsdecode(b"latin-\xe9.jpg"), "new\nline.jpg", "back\\slash.jpg"]
    deep = tmp_path / "/".join(["folder" * 8] * 8)
    for name in strange:
        put(deep / name)
    assert len(str(deep)) > 300
    found = list(Walk([str(tmp_path)], recursive=True))
    assert sorted(item.path.name for item in found) == sorted(strange)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="paths end at 32,767 characters there")
def test_a_tree_deeper_than_the_stack_of_calls(tmp_path: Path) -> None:
    depth = 1100
    folders = [tmp_path]
    try:
        for _ in range(depth):
            folders.append(folders[-1] / "d")
            folders[-1].mkdir()
        put(folders[-1] / "a.jpg")
        (found,) = Walk([str(tmp_path)], recursive=True)
        assert len(found.relative.parts) == depth + 1
    finally:  # pytest's own way to remove it is recursive
        (folders[-1] / "a.jpg").unlink(missing_ok=True)
        for folder in folders[:0:-1]:
            folder.rmdir()


def test_by_name_nothing_is_opened(scans: Path, count_opens: Any) -> None:
    put(scans / "letter.jpg", b"Dear aunt")
    put(scans / "photo.dat")
    with count_opens([path for path in scans.rglob("*") if path.is_file()]) as opens:
        found = names(Walk([str(scans)], recursive=True, by_name=True))
    assert found == ["a.png", "b.jpg", "letter.jpg", "1920/c.tif", "1920/deep/d.jpg"]
    assert not opens


@pytest.mark.parametrize(
    "name",
    [
        *("#recycle", "$RECYCLE.BIN", "@Recycle", "RECYCLER", "Recycled", "#snapshot", "trashbox"),
        *("@Recently-Snapshot", "Network Recycle Bin 1", "@GMT-2024.05.01-03.00.00", "~snapshot"),
        *("System Volume Information", "lost+found", "Network Trash Folder", ".Trash-1000", ".zfs"),
    ],
)
def test_recycle_bins_and_snapshots_are_passed_over(tmp_path: Path, name: str) -> None:
    for folder in (tmp_path / "album", tmp_path / name / "S-1-5-21" / "album"):
        put(folder / "a.png", PNG)
    walk = Walk([str(tmp_path)], recursive=True)
    assert [str(photo.relative) for photo in walk] == ["album/a.png"]
    reason = SkipReason.HIDDEN if name.startswith(".") else SkipReason.RECYCLED
    assert walk.skipped == {reason: 1}
    # one who names it means it
    assert len(list(Walk([str(tmp_path / name)], recursive=True))) == 1
