"""What a result was made of: the content hash of its source, and what a result says of itself."""

from __future__ import annotations

import hashlib
import math
import re
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from core.colorize.provenance import provenance_of
from core.errors import AutochromeError, PhotoNotFoundError, UnreadablePhotoError
from core.inference.model_spec import ModelSpec
from core.metadata.metadata import read_metadata
from core.metadata.provenance import Provenance
from core.photo.open_photo import open_photo
from core.queue.job import Fingerprint, JobSettings

_SOURCE: Final = "source_sha256"
_SETTINGS: Final = "settings_sha256"
_MODEL: Final = rb'ModelSHA256\s*=\s*"([0-9a-f]{64})"'


def content_sha256(source: Path) -> str:
    """The SHA-256 of a file, read once from end to end.

    Raises:
        PhotoNotFoundError: no such file.
        UnreadablePhotoError: no permission, no ordinary file, or the disk failed.
    """
    try:
        if not stat.S_ISREG(source.stat().st_mode):  # a pipe would be waited for without end
            message = f"{source.name} is no ordinary file: name a photo."
            raise UnreadablePhotoError(message, source)
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise PhotoNotFoundError(
            f"There is no file {source} any more: put its disk or folder back.", source
        ) from error
    except (OSError, ValueError) as error:  # a name with a null character is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UnreadablePhotoError(
            f"{source.name} could not be read ({reason}): check its disk and its permissions.",
            source,
        ) from error


def batch_provenance(
    spec: ModelSpec,
    settings: JobSettings,
    source_sha256: str,
    made_with: Mapping[str, str | float | int],
) -> Provenance:
    """What a result says of itself, its fingerprint included.

    ``made_with`` is `core.colorize.colorization.Colorization.settings`.
    """
    fingerprint = {_SOURCE: source_sha256, _SETTINGS: settings.digest()}
    base = provenance_of(spec, made_with, settings.look)
    return replace(base, settings={**base.settings, **fingerprint})


def stated_fingerprint(result: Path) -> Fingerprint | None:
    """What a file says it was made of; None where it is no result of a batch."""
    try:
        xmp = read_metadata(open_photo(result, 0, math.inf).image).xmp or b""
    except AutochromeError:
        return None
    patterns = (_stated(_SOURCE), _MODEL, _stated(_SETTINGS))
    found = [re.search(pattern, xmp) for pattern in patterns]
    values = [match[1].decode() for match in found if match]
    return Fingerprint(*values) if len(values) == 3 else None


def _stated(name: str) -> bytes:
    return rb"\b" + name.encode() + rb"=([0-9a-f]{64})"
