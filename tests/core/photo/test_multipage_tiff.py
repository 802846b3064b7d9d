"""Multi-page TIFF: every page there, whatever its size; checked with tifffile, Pillow, exiftool."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from core.batch.events import JobFailed, Noticed
from core.batch.run import BatchControl, Limits, run_batch
from core.errors import AlreadyColoredError, DiskFullError, TargetExistsError, TargetIsSourceError
from core.metadata.exif import Exif, to_blob
from core.metadata.provenance import Provenance
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.photo import Photo
from core.photo.read import page_count, read_photo
from core.queue.job import JobSettings

PROVENANCE = Provenance("none", "1", "ab" * 32, "Autochrome", {"size": 64})


@pytest.fixture
def pages(rng: np.random.Generator) -> list[Photo]:
    """Pages of different sizes, depths, channels."""
    return [
        Photo(rng.integers(0, 256, (31, 47), np.uint8)),
        Photo(rng.integers(0, 65536, (64, 20, 3), np.uint16)),
        Photo(rng.integers(0, 256, (300, 200, 3), np.uint8), np.full((300, 200), 77, np.uint8)),
        Photo(rng.integers(0, 65536, (1, 5), np.uint16)),
    ]


def written(pages: list[Photo], target: Path, **options: Any) -> Path:
    writer = MultiPageTiffWriter(target, None, **options)
    for page in pages:
        writer.append(page, provenance=PROVENANCE)
    writer.commit()
    return target


def test_second_decoders_see_every_page(tmp_path: Path, pages: list[Photo]) -> None:
    target = written(pages, tmp_path / "book.tif")
    assert page_count(target) == len(pages)
    with tifffile.TiffFile(target) as tiff:
        assert len(tiff.pages) == len(pages)
        for page, found in zip(pages, tiff.pages, strict=True):
            codes = page.pixels if page.alpha is None else np.dstack((page.pixels, page.alpha))
            np.testing.assert_array_equal(found.asarray(), codes)
    with Image.open(target) as image:
        assert getattr(image, "n_frames", 1) == len(pages)
    for number, page in enumerate(pages):
        np.testing.assert_array_equal(read_photo(target, page=number).pixels, page.pixels)


def test_every_page_says_what_it_is(
    tmp_path: Path, pages: list[Photo], exiftool: Callable[..., dict[str, Any]]
) -> None:
    said = exiftool(written(pages, tmp_path / "book.tif"))
    widths = [said[f"IFD{i}:ImageWidth"] for i in range(4)]
    assert widths == [page.width for page in pages]
    assert not [value for key, value in said.items() if "Warning" in key or "Error" in key]
    with tifffile.TiffFile(tmp_path / "book.tif") as tiff:
        for number in range(4):
            found = tiff.pages[number]
            assert isinstance(found, tifffile.TiffPage)
            assert b"compositeWithTrained" in bytes(found.tags[700].value)


def test_metadata_of_a_page_is_its_own(tmp_path: Path) -> None:
    source = tmp_path / "scan.tif"
    with tifffile.TiffWriter(source) as tiff:
        for number, turn in enumerate((1, 6, 3)):
            tags = [(270, 2, 0, f"page {number}", False), (274, 3, 1, turn, False)]
            tiff.write(
                np.full((10, 20 + number), 50, np.uint8), extratags=tags, description=None,
                metadata=None, photometric="minisblack",
            )  # fmt: skip
    photos = [read_photo(source, page=number) for number in range(3)]
    assert [photo.pixels.shape for photo in photos] == [(10, 20), (21, 10), (10, 22)]
    for number, photo in enumerate(photos):
        assert f"page {number}".encode() in to_blob(photo.metadata.exif or Exif())


def test_nothing_is_left_of_an_abandoned_one(tmp_path: Path, pages: list[Photo]) -> None:
    writer = MultiPageTiffWriter(tmp_path / "book.tif", None)
    writer.append(pages[0])
    writer.abandon()
    writer.abandon()
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_stays(tmp_path: Path, pages: list[Photo]) -> None:
    there = tmp_path / "book.tif"
    there.write_bytes(b"mine")
    with pytest.raises(TargetExistsError):
        MultiPageTiffWriter(there, None)
    with pytest.raises(TargetIsSourceError):
        MultiPageTiffWriter(there, there, overwrite=True)
    writer = MultiPageTiffWriter(tmp_path / "new.tif", None)
    writer.append(pages[0])
    (tmp_path / "new.tif").write_bytes(b"mine too")
    with pytest.raises(TargetExistsError):
        writer.commit()
    assert sorted(p.read_bytes() for p in tmp_path.iterdir()) == [b"mine", b"mine too"]
    assert page_count(written(pages, there, overwrite=True)) == 4


def test_no_room_is_said_and_leaves_nothing(tmp_path: Path, pages: list[Photo]) -> None:
    writer = MultiPageTiffWriter(tmp_path / "book.tif", None)

    def full(_: object) -> int:
        raise OSError(28, "No space left on device")

    class Full:
        def __getattr__(self, name: str) -> Any:
            return full if name == "write" else getattr(real, name)

    real, writer._out = writer._out, Full()  # type: ignore[assignment]
    with pytest.raises(DiskFullError):
        writer.append(pages[0])
    writer.abandon()
    assert list(tmp_path.iterdir()) == []


# --- in the engine ---------------------------------------------------------------------------


def book(desk: Any, count: int = 5) -> Path:
    source: Path = desk.inside / "book.tif"
    with tifffile.TiffWriter(source) as tiff:
        for number in range(count):
            tiff.write(np.full((20 + number, 30), 10 * number, np.uint8), metadata=None)
    return source


@pytest.mark.parametrize("limits", [Limits(), Limits(max_photos_in_flight=1)])
def test_a_document_becomes_a_document(desk: Any, colorizer: Any, limits: Limits) -> None:
    desk.add(desk.photo("a.png"), book(desk), desk.photo("b.png"))
    summary = run_batch(desk.store, colorizer, limits=limits)
    assert summary.done == 3
    assert summary.megapixels == pytest.approx((2 * 24 * 32 + sum(range(20, 25)) * 30) / 1e6)
    with tifffile.TiffFile(desk.out / "book.tif") as tiff:
        assert [page.shape for page in tiff.pages] == [(20 + i, 30, 3) for i in range(5)]
        assert [int(page.asarray()[0, 0, 0]) for page in tiff.pages] == [0, 10, 20, 30, 40]
    (job,) = [job for job in desk.store.jobs() if job.source.name == "book.tif"]
    assert job.confidence == pytest.approx(20 / 255)
    desk.add(job.source)
    assert run_batch(desk.store, colorizer).skipped == 1


def test_a_format_that_holds_one_page_is_refused(desk: Any, colorizer: Any) -> None:
    desk.store.add([desk.job(book(desk), "book.jpg", settings=JobSettings(format="jpeg"))])
    run_batch(desk.store, colorizer, on_event=desk.events.append)
    (event,) = desk.of_kind(JobFailed)
    assert "has 5 pages, and a JPEG holds one" in event.job.error
    assert desk.results() == []


def test_a_bad_page_fails_the_document_and_leaves_nothing(desk: Any, colorizer: Any) -> None:
    source = book(desk)
    content = bytearray(source.read_bytes())
    with tifffile.TiffFile(source) as tiff:
        where = tiff.pages[3].offset
    content[where : where + 40] = b"\xff" * 40
    source.write_bytes(content)
    desk.add(source, desk.photo("a.png"))
    summary = run_batch(desk.store, colorizer)
    assert (summary.done, summary.failed) == (1, 1)
    assert desk.results() == ["a.png"]


def test_a_coloured_page_stays_as_it_is(desk: Any, colorizer: Any) -> None:
    def refuse(photo: Photo) -> None:
        if photo.height == 22:
            raise AlreadyColoredError("it has colours already.", photo.source)

    colorizer.before = refuse
    desk.add(book(desk))
    run_batch(desk.store, colorizer, on_event=desk.events.append)
    assert "page 3" in desk.of_kind(Noticed)[0].words
    assert len(desk.results()) == 1


def test_a_stop_between_pages_leaves_nothing(desk: Any, colorizer: Any) -> None:
    control = BatchControl()
    desk.add(book(desk))
    colorizer.before = lambda _: control.stop_after_current() if len(colorizer.seen) == 2 else None
    summary = run_batch(desk.store, colorizer, control=control)
    assert (summary.done, summary.left) == (0, 1)
    assert desk.results() == []
    assert not [t for t in threading.enumerate() if t.name.startswith("autochrome-batch")]
    assert run_batch(desk.store, colorizer).done == 1
