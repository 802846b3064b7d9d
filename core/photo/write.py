"""Writing a photograph: whole or not at all, and never over the one it came from."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from core.files.atomic import atomic_file, check_target
from core.metadata.provenance import Provenance
from core.photo.encode import encode_to
from core.photo.formats import target_format
from core.photo.save_options import EncodeChoices, SaveChoices, SaveOptions
from core.photo.streamed_photo import WritablePhoto


def write_photo(
    photo: WritablePhoto,
    target: Path | str,
    options: SaveOptions | None = None,
    *,
    overwrite: bool = False,
    provenance: Provenance | None = None,
    **choices: Unpack[SaveChoices],
) -> Path:
    """Write a photograph, whole or not at all, and never over the one it came from.

    Metadata is kept (the embedded thumbnail is not: it would be the old picture), the orientation
    is 1, an sRGB profile is embedded. JPEG has no transparency: it is laid on white. A 16-bit photo
    becomes 8-bit in JPEG and WebP and 10-bit in AVIF. AVIF's encoder alone wants 22 bytes of memory
    for each pixel, and 30 where it writes 10 bits.

    Args:
        photo: what to write.
        target: the new file.
        options: format, quality and depth.
        overwrite: replace a file that is at `target`.
        provenance: what the result says of its colours; None for what the photo says itself.
        choices: fields of `SaveOptions` one by one: ``quality=85``.

    Returns:
        `target`.

    Raises:
        TargetIsSourceError: `target` is the photo's source, by whatever name.
        TargetExistsError: something is there and `overwrite` is false.
        UnwritableTargetError: no folder, permission or room, or a format that cannot be written.
    """
    target, options = Path(target), replace(options or SaveOptions(), **choices)
    name = target_format(target, options.format)
    check_target(target, photo.source, overwrite=overwrite)
    said = provenance or photo.provenance
    dated = photo.source if options.keep_time else None
    with atomic_file(target, overwrite=overwrite, dated_as=dated) as out:
        encode_to(out, photo, name, options, provenance=said, target=target)
    return target


def encode_photo(
    photo: WritablePhoto,
    format: str,  # noqa: A002
    options: SaveOptions | None = None,
    *,
    provenance: Provenance | None = None,
    **choices: Unpack[EncodeChoices],
) -> bytes:
    """The bytes `write_photo` would write: for standard output.

    Raises:
        UnwritableTargetError: a format that cannot be written, or cannot hold this photo.
    """
    name = target_format(Path("standard output"), format)
    out = io.BytesIO()
    options = replace(options or SaveOptions(), **choices)
    encode_to(out, photo, name, options, provenance=provenance or photo.provenance)
    return out.getvalue()
