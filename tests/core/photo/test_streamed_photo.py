"""A photo that is worked out while it is written: the bytes of one that lies in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from skimage import data

from core.errors import UnwritableTargetError
from core.metadata.provenance import Provenance
from core.photo import encode
from core.photo.block_source import BlockSource
from core.photo.decode import Pixels
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from core.photo.streamed_photo import StreamedPhoto, WritablePhoto
from core.photo.write import encode_photo, write_photo

FORMATS = ("jpeg", "png", "tiff", "webp", "avif")
PROVENANCE = Provenance("Model", "1.0", "0" * 64, "Autochrome 1.0", {"size": 256})


def blocks_of(rgb: Pixels, rows: int) -> Callable[[], Iterator[Pixels]]:
    """The pixels in blocks of some rows; the last is shorter."""

    def blocks() -> Iterator[Pixels]:
        for top in range(0, len(rgb), rows):
            yield rgb[top : top + rows]

    return blocks


def both(depth: int, rows: int, alpha: Pixels | None = None) -> tuple[Photo, StreamedPhoto]:
    """The same colour photo in memory and as a stream."""
    rgb: Pixels = data.astronaut()[:301, :203]
    rgb = rgb if depth == 8 else rgb.astype(np.uint16) * 257
    whole = Photo(rgb, alpha, provenance=PROVENANCE)
    return whole, StreamedPhoto(Photo(rgb[..., 0], alpha), blocks_of(rgb, rows), PROVENANCE)


@pytest.mark.parametrize("rows", [1, 15, 16, 17, 100, 301])
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("name", FORMATS)
def test_a_stream_is_written_as_the_whole_photo_is(name: str, depth: int, rows: int) -> None:
    if name == "avif" and rows != 17:
        pytest.skip("AVIF is slow, and one size of blocks says it")
    whole, stream = both(depth, rows)
    assert encode_photo(stream, name) == encode_photo(whole, name)


@pytest.mark.parametrize("name", FORMATS)
def test_transparency_goes_with_a_stream(name: str) -> None:
    alpha = np.linspace(0, 255, 301 * 203).astype(np.uint8).reshape(301, 203)
    whole, stream = both(8, 40, alpha)
    assert encode_photo(stream, name) == encode_photo(whole, name)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (17, 3)])
def test_every_shape_is_streamed(shape: tuple[int, int], rng: np.random.Generator) -> None:
    rgb = rng.integers(0, 256, (*shape, 3), dtype=np.uint8)
    stream = StreamedPhoto(Photo(rgb[..., 0]), blocks_of(rgb, 7))
    assert encode_photo(stream, "png") == encode_photo(Photo(rgb), "png")


@pytest.mark.parametrize("depth", [8, 16])
def test_a_depth_that_is_asked_for(depth: int) -> None:
    whole, stream = both(24 - depth, 33)
    assert encode_photo(stream, "tiff", depth=depth) == encode_photo(whole, "tiff", depth=depth)


def test_a_streamed_page_of_a_document(tmp_path: Path) -> None:
    photos: tuple[WritablePhoto, ...] = both(8, 50)
    for target, photo in zip((tmp_path / "a.tif", tmp_path / "b.tif"), photos, strict=True):
        writer = MultiPageTiffWriter(target, None)
        writer.append(photo)
        writer.append(photo)
        writer.commit()
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_what_goes_wrong_in_a_block_comes_out_and_leaves_no_file(name: str, tmp_path: Path) -> None:
    def blocks() -> Iterator[Pixels]:
        yield np.zeros((100, 203, 3), np.uint8)
        raise MemoryError("no room for the second")

    stream = StreamedPhoto(Photo(np.zeros((301, 203), np.uint8)), blocks)
    with pytest.raises(MemoryError, match="no room for the second"):
        write_photo(stream, tmp_path / "x", format=name)
    assert not list(tmp_path.iterdir())


def test_too_few_blocks_are_an_error() -> None:
    stream = StreamedPhoto(
        Photo(np.zeros((301, 203), np.uint8)), lambda: iter([np.zeros((9, 203, 3), np.uint8)])
    )
    with pytest.raises(ValueError, match="end before the picture"):
        encode_photo(stream, "png")


@pytest.mark.parametrize("name", ["png", "tiff"])  # a JPEG's tables need the whole photo first
def test_blocks_that_nobody_asks_for_are_not_worked_out(
    name: str, rng: np.random.Generator
) -> None:
    noise = rng.integers(0, 256, (100, 1000, 3), dtype=np.uint8)
    done: list[object] = []

    def blocks() -> Iterator[Pixels]:
        try:
            for number in range(100):
                done.append(number)
                yield noise
        finally:
            done.append("closed")

    class Full(io.BytesIO):
        def write(self, _data: object) -> int:
            raise OSError(28, "No space left on device")

    stream = StreamedPhoto(Photo(np.zeros((10_000, 1000), np.uint8)), blocks)
    with pytest.raises(OSError, match="No space left"):
        encode.encode_to(Full(), stream, name, SaveOptions(), provenance=None)
    assert done[-1] == "closed"
    assert len(done) < 50


def test_one_that_no_tiff_could_hold_is_worked_out_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, stream = both(8, 40)
    monkeypatch.setattr(encode, "MOST_BYTES", 1000)
    monkeypatch.delattr(BlockSource, "image")
    assert encode_photo(stream, "png") == encode_photo(whole, "png")


def test_a_depth_that_the_format_lacks_is_said_before_any_pixel_is_worked_out() -> None:
    stream = StreamedPhoto(Photo(np.zeros((3, 3), np.uint8)), lambda: pytest.fail("asked"))
    with pytest.raises(UnwritableTargetError, match="16 bits"):
        encode_photo(stream, "jpeg", depth=16)
