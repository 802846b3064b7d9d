"""Writing a photograph: whole or not at all, and never over the one it came from."""

from __future__ import annotations

import io
from pathlib import Path

from core.files.atomic import check_target, new_file
from core.metadata.provenance import Provenance
from core.photo.encode import encode_to
from core.photo.formats import target_format
from core.photo.photo import Photo


def write_photo(
    photo: Photo,
    target: Path | str,
    *,
    format: str | None = None,  # noqa: A002
    quality: int = 92,
    depth: int | None = None,
    overwrite: bool = False,
    provenance: Provenance | None = None,
) -> Path:
    """Write a photograph, whole or not at all, and never over the one it came from.

    Metadata is kept (the embedded thumbnail is not: it would be the old picture), the orientation
    is 1, an sRGB profile is embedded. JPEG has no transparency: it is laid on white. A 16-bit photo
    becomes 8-bit in JPEG and WebP and 10-bit in AVIF. AVIF's encoder alone wants 22 bytes of memory
    for each pixel, and 30 where it writes 10 bits.

    Args:
        photo: what to write.
        target: the new file.
        format: ``jpeg``, ``png``, ``tiff``, ``webp``, ``avif``; None for what the ending says.
        quality: 1 to 100, of JPEG, WebP and AVIF; from 90 colours keep their full resolution in a
            JPEG, and in an AVIF of up to 16 megapixels.
        depth: 8 or 16 bits; None for the photo's own, or what the format holds.
        overwrite: replace a file that is at `target`.
        provenance: what the result says of its colours; None for what the photo says itself.

    Returns:
        `target`.

    Raises:
        TargetIsSourceError: `target` is the photo's source, by whatever name.
        TargetExistsError: something is there and `overwrite` is false.
        UnwritableTargetError: no folder, permission or room, or a format that cannot be written.
    """
    target = Path(target)
    name = target_format(target, format)
    check_target(target, photo.source, overwrite=overwrite)
    with new_file(target, overwrite=overwrite) as out:
        encode_to(
            out,
            photo,
            name,
            quality=quality,
            depth=depth,
            provenance=provenance or photo.provenance,
            target=target,
        )
    return target


def encode_photo(
    photo: Photo,
    format: str,  # noqa: A002
    *,
    quality: int = 92,
    depth: int | None = None,
    provenance: Provenance | None = None,
) -> bytes:
    """The bytes `write_photo` would write: for standard output.

    Raises:
        UnwritableTargetError: a format that cannot be written, or cannot hold this photo.
    """
    name = target_format(Path("standard output"), format)
    out = io.BytesIO()
    provenance = provenance or photo.provenance
    encode_to(out, photo, name, quality=quality, depth=depth, provenance=provenance)
    return out.getvalue()
