"""Encodes a `Photo` as JPEG, PNG, TIFF, WebP or AVIF, streamed through libvips."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
import pyvips

from core.errors import UnwritableTargetError
from core.metadata.containers import (
    SPLICE_AT,
    Splicer,
    exif_with_iptc,
    leading_metadata,
    write_trailing_metadata,
)
from core.metadata.metadata import Metadata, upright_exif
from core.metadata.provenance import Provenance, output_xmp
from core.metadata.xmp_facts import FileFacts
from core.photo.block_source import MOST_BYTES, BlockSource
from core.photo.decode import Pixels
from core.photo.formats import MAX_DEPTH, MAX_SIDE, format_label
from core.photo.label import plain_reason
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from core.photo.streamed_photo import StreamedPhoto, WritablePhoto
from core.photo.vips import vips_reason

#: Pixels above which memory counts for more than a few per cent of a file's size: a JPEG's Huffman
#: tables made to measure would need every coefficient at once, and an AVIF's encoder, which holds
#: several copies of the photo, takes 22 bytes a pixel instead of 33 for colours at half resolution.
_LARGE: Final = 16_000_000

#: libvips' default of 4 takes minutes for 50 megapixels; 2 makes files a few per cent larger.
_AVIF_EFFORT: Final = 2

#: libvips' name of a format, where it is another.
_SAVERS: Final = {"avif": "heif"}

#: From this quality on, a JPEG and an AVIF store colours at full resolution (4:4:4).
_FULL_CHROMA: Final = 90


def file_facts(photo: WritablePhoto, name: str) -> FileFacts:
    """What is true of the file that a photo is written into, in the format `name`."""
    turned = photo.metadata.orientation
    return FileFacts(photo.width, photo.height, f"image/{name}", photo.is_grey, turned)


def output_metadata(photo: WritablePhoto, provenance: Provenance | None, name: str) -> Metadata:
    """The photo's metadata as it is true of the file to be written, in the format `name`."""
    facts = file_facts(photo, name)
    return replace(
        photo.metadata,
        exif=upright_exif(photo.metadata.exif, photo.width, photo.height),
        xmp=output_xmp(photo.metadata.full_xmp, provenance, facts, photo.metadata.texts),
    )


def encode_to(
    out: BinaryIO,
    photo: WritablePhoto,
    name: str,
    options: SaveOptions,
    *,
    provenance: Provenance | None,
    target: Path | None = None,
) -> None:
    """Write the photo into a seekable, readable binary file, in the format `name`.

    Raises:
        OSError: what writing to `out` raised.
        Exception: what working out the pixels of a `StreamedPhoto` raised.
        UnwritableTargetError: the format cannot hold this photo, or the encoder failed.
    """
    _check(photo, name, options.depth, target)
    metadata = output_metadata(photo, provenance, name)
    depth = options.depth or photo.depth
    sink = Splicer(
        out, leading_metadata(name, metadata, grey=photo.is_grey), SPLICE_AT.get(name, 0)
    )
    with _pixels(photo) as source, _vips_errors(sink, source, name, target):
        image = _image(photo, source, 8 if MAX_DEPTH[name] == 8 else depth)
        if name == "avif":
            _set_blobs(image, metadata)
        _save(
            image, sink, name, codec_options(image, name, options.quality, depth, photo.compression)
        )
    write_trailing_metadata(name, out, metadata)


@contextmanager
def _pixels(photo: WritablePhoto) -> Iterator[Pixels | BlockSource]:
    """Where the pixels come from; those that nobody will ask for any more are not worked out."""
    if isinstance(photo, StreamedPhoto) and _stream_bytes(photo) > MOST_BYTES:
        photo = photo.whole()
    if isinstance(photo, Photo):
        yield photo.pixels
        return
    source = BlockSource(photo.width, photo.height, photo.depth, photo.blocks())
    try:
        yield source
    finally:
        source.close()


def _stream_bytes(photo: StreamedPhoto) -> int:
    return photo.width * photo.height * 3 * photo.depth // 8


@contextmanager
def _vips_errors(
    sink: Splicer, source: Pixels | BlockSource, name: str, target: Path | None
) -> Iterator[None]:
    """What libvips says where it cannot encode -> what was the reason."""
    try:
        yield
    except pyvips.Error as error:
        if isinstance(source, BlockSource) and source.error is not None:
            raise source.error from None
        if sink.error is not None:
            raise sink.error from error
        raise UnwritableTargetError(
            f"{_label(target)} could not be encoded as {format_label(name)}: "
            f"{plain_reason(vips_reason(error)) or 'no reason given'}.",
            target,
        ) from error


def _label(target: Path | None) -> str:
    return target.name if target is not None else "The result"


def _check(photo: WritablePhoto, name: str, depth: int | None, target: Path | None) -> None:
    if depth == 16 and MAX_DEPTH[name] == 8:
        raise UnwritableTargetError(
            f"{_label(target)} cannot have 16 bits: {format_label(name)} holds 8; use PNG or TIFF.",
            target,
        )
    if max(photo.width, photo.height) > MAX_SIDE[name]:
        raise UnwritableTargetError(
            f"{_label(target)} is larger than a {format_label(name)} can be ({MAX_SIDE[name]} "
            "pixels a side): use PNG or TIFF.",
            target,
        )


def _image(photo: WritablePhoto, pixels: Pixels | BlockSource, depth: int) -> pyvips.Image:
    """The pixels and alpha as libvips sees them: no copy, depth changes while streaming."""
    image = pixels.image() if isinstance(pixels, BlockSource) else _wrapped(pixels)
    if photo.alpha is not None:
        image = image.bandjoin(_wrapped(photo.alpha))
    if depth != photo.depth:
        image = image.maplut(_depth_table(depth))
    colour, grey = ("rgb16", "grey16") if depth == 16 else ("srgb", "b-w")
    x, y = photo.metadata.resolution or (72 / 25.4, 72 / 25.4)
    return image.copy(interpretation=grey if photo.is_grey else colour, xres=x, yres=y)


def _depth_table(depth: int) -> pyvips.Image:
    """Codes of the other depth -> this one's, rounded to the nearest (65535 is 255 * 257)."""
    to_8 = ((np.arange(65_536) + 128) // 257).astype(np.uint8)
    to_16 = (np.arange(256) * 257).astype(np.uint16)
    return _wrapped((to_8 if depth == 8 else to_16)[None])


def _wrapped(codes: Pixels) -> pyvips.Image:
    bands = codes.shape[2] if codes.ndim == 3 else 1
    kind = "ushort" if codes.dtype == np.uint16 else "uchar"
    codes = np.ascontiguousarray(codes)
    return pyvips.Image.new_from_memory(codes, codes.shape[1], codes.shape[0], bands, kind)


def _set_blobs(image: pyvips.Image, metadata: Metadata) -> None:
    """AVIF's boxes are libheif's to write."""
    blobs = {"exif-data": exif_with_iptc(metadata), "xmp-data": metadata.xmp}
    for field, blob in blobs.items():
        if blob:
            image.set_type(pyvips.GValue.blob_type, field, blob)


def _save(image: pyvips.Image, sink: Splicer, name: str, codec: dict[str, Any]) -> None:
    target = pyvips.TargetCustom()
    target.on_write(sink.write)
    target.on_seek(sink.seek)
    target.on_read(sink.read)
    if name == "jpeg" and image.hasalpha():
        image = image.flatten(background=255)
    save = getattr(image, f"{_SAVERS.get(name, name)}save_target")
    save(target, **_container_options(image, name), **codec)


def _container_options(image: pyvips.Image, name: str) -> dict[str, Any]:
    """Which metadata libvips writes itself."""
    keep = pyvips.enums.ForeignKeep
    options: dict[str, Any] = {"keep": keep.ICC}
    if name == "avif":
        options["keep"] |= keep.EXIF | keep.XMP
    # a grey file must not carry an RGB profile; a WebP never is one, and the profile makes libvips
    # write the extended container that `core.metadata.containers` adds metadata to
    if image.bands >= 3 or name == "webp":
        options["profile"] = "srgb"
    return options


def codec_options(
    image: pyvips.Image, name: str, quality: int, depth: int, compression: str | None = None
) -> dict[str, Any]:
    """How pixels are stored: options of libvips' saver.

    Args:
        image: what is stored.
        name: of the format.
        quality: as in `SaveOptions`.
        depth: bits of a sample.
        compression: of the TIFF that the photo came from; None where it was none.
    """
    large = image.width * image.height > _LARGE
    full_chroma = quality >= _FULL_CHROMA and not (large and name == "avif")
    chroma = {"Q": quality, "subsample_mode": "off" if full_chroma else "on"}
    options: dict[str, dict[str, Any]] = {
        "jpeg": {**chroma, "optimize_coding": not large},
        "png": {"compression": 6},
        "tiff": {
            "compression": compression or "deflate",
            "predictor": "horizontal",
            "resunit": "inch",
        },
        "webp": {"Q": quality, "smart_subsample": True},
        "avif": {
            **chroma,
            "compression": "av1",
            "effort": _AVIF_EFFORT,
            "bitdepth": 10 if depth == 16 else 8,
        },
    }
    return options[name]
