"""A photo's file is opened twice before it is decoded: on a network disk each opening is felt."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
import tifffile
from PIL import Image

from core.batch.run import run_batch
from core.photo.read import page_count, read_photo
from core.photo.thumbnail import thumbnail
from core.planning.name_template import NameTemplate
from core.planning.plan import PlanRequest, make_plan
from core.planning.walk import Walk
from core.queue.store import JobStore

#: By the walk, which plans by what it sees, and by the engine, which hashes it.
LOOKS = 2
PAGES = 3


@pytest.fixture
def album(tmp_path: Path, rng: np.random.Generator) -> dict[str, Path]:
    """A photo in every format that is read, one of several pages, and one that is damaged."""
    codes = np.kron(rng.integers(0, 256, (20, 30), np.uint8), np.ones((8, 8), np.uint8))
    image = Image.fromarray(codes)
    folder = tmp_path / "album"
    folder.mkdir()
    for name in ("jpg", "png", "tif", "webp", "avif", "gif"):
        image.save(folder / f"photo.{name}")
    image.save(folder / "book.tif", save_all=True, append_images=[image] * (PAGES - 1))
    if _has("pillow_heif"):
        import pillow_heif  # noqa: PLC0415

        pillow_heif.from_pillow(image).save(folder / "photo.heic")
    if _has("rawpy"):
        tags = [(50706, "B", 4, (1, 4, 0, 0), True), (33421, "H", 2, (2, 2), True),
                (33422, "B", 4, (0, 1, 1, 2), True)]  # fmt: skip
        tifffile.imwrite(folder / "photo.dng", codes.astype(np.uint16) * 257, photometric=32803,
                         extratags=tags, metadata=None)  # fmt: skip
    whole = (folder / "photo.jpg").read_bytes()
    (folder / "half.jpg").write_bytes(whole[: len(whole) // 2])
    return {path.name: path for path in sorted(folder.iterdir())}


def _has(package: str) -> bool:
    try:
        __import__(package)
    except ImportError:
        return False
    return True


def assert_opened_as_expected(opens: Counter[Path], album: dict[str, Path]) -> None:
    """Two looks, and once for every page that is decoded.

    The reason why a photo is damaged may be taken away by another thread, and then it is read anew:
    three times at most (`core.photo.vips.with_reason`).
    """
    damaged = opens.pop(album["half.jpg"])
    assert LOOKS + 1 <= damaged <= LOOKS + 3
    assert opens == {
        path: LOOKS + (PAGES if name == "book.tif" else 1)
        for name, path in album.items()
        if name != "half.jpg"
    }


def test_what_python_opens_counts_and_what_libvips_opens(
    album: dict[str, Path], count_opens: Any
) -> None:
    path = album["photo.png"]
    with count_opens(album.values()) as opens:
        for _ in range(5):
            path.read_bytes()
        pyvips.Image.new_from_file(str(path)).avg()
    assert opens.keys() == {path}
    assert opens[path] >= 6


def test_reading_opens_a_file_once(album: dict[str, Path], count_opens: Any) -> None:
    whole = [path for name, path in album.items() if name != "half.jpg"]
    with count_opens(whole) as opens:
        for path in whole:
            read_photo(path)
    assert opens == dict.fromkeys(whole, 1)
    for call in (page_count, lambda path: thumbnail(path, 32)):
        with count_opens(whole) as opens:
            for path in whole:
                call(path)
        assert opens == dict.fromkeys(whole, 1)


def test_a_batch_opens_each_photo_twice_and_once_to_decode_each_page(
    album: dict[str, Path], tmp_path: Path, colorizer: Any, count_opens: Any
) -> None:
    folder = album["photo.jpg"].parent
    # results among their photos, named by date: what asks a photo most
    request = PlanRequest(tmp_path, NameTemplate("{date:%Y}/{stem}_{counter}{ext}"), format="tiff")
    with count_opens(album.values()) as opens, JobStore(tmp_path / "queue.sqlite3") as store:
        plan = make_plan(Walk([str(folder)]), request)
        assert all(count == 1 for count in opens.values())
        store.add(plan.jobs)
        summary = run_batch(store, colorizer)
    assert (summary.done, summary.failed) == (len(album) - 1, 1)
    assert_opened_as_expected(opens, album)


def test_the_command_line_opens_them_no_more_often(
    album: dict[str, Path], tmp_path: Path, run: Any, model: Path, count_opens: Any
) -> None:
    command = ["batch", album["photo.jpg"].parent, "-o", tmp_path / "out", "--model", model,
               "--format", "tiff", "--name", "{date}_{stem}{ext}"]  # fmt: skip
    with count_opens(album.values()) as opens:
        run(*command, "--dry-run")
    assert opens == dict.fromkeys(album.values(), 1)
    with count_opens(album.values()) as opens:
        status, _, err = run(*command, "--recolor")
    assert status == 1, err  # for the damaged one
    assert_opened_as_expected(opens, album)
    with count_opens(album.values()) as opens:  # nothing is left to do but to make sure
        run(*command, "--recolor")
    assert max(count for path, count in opens.items() if path.name != "half.jpg") == LOOKS
