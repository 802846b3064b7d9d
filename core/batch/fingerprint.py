"""What a result was made of, as it says itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from core.colorize.look import Look
from core.colorize.provenance import provenance_of
from core.errors import PhotoError
from core.inference.model_spec import ModelSpec
from core.metadata.provenance import Provenance
from core.photo.open_photo import open_photo
from core.photo.probe import read_header
from core.photo.source import PhotoSource
from core.queue.job import Fingerprint

_SOURCE: Final = "source_sha256"
_SETTINGS: Final = "settings_sha256"
_MODEL: Final = rb'ModelSHA256\s*=\s*"([0-9a-f]{64})"'


def batch_provenance(
    spec: ModelSpec,
    look: Look,
    made_of: Fingerprint,
    made_with: Mapping[str, str | float | int],
) -> Provenance:
    """What a result says of itself, its fingerprint included.

    ``made_with`` is `core.colorize.colorization.Colorization.settings`.
    """
    fingerprint = {_SOURCE: made_of.source_sha256, _SETTINGS: made_of.settings_digest}
    base = provenance_of(spec, made_with, look)
    return replace(base, settings={**base.settings, **fingerprint})


def stated_fingerprint(result: Path) -> Fingerprint | None:
    """What a file says it was made of; None where it is no result of a batch."""
    try:
        with PhotoSource(result) as source:
            # a document may begin with pages that were kept as they are
            pages = read_header(source).pages
            packets = (open_photo(source, page).metadata.xmp or b"" for page in range(pages))
            xmp = next((packet for packet in packets if re.search(_MODEL, packet)), b"")
    except PhotoError:
        return None
    patterns = (_stated(_SOURCE), _MODEL, _stated(_SETTINGS))
    found = [re.search(pattern, xmp) for pattern in patterns]
    values = [match[1].decode() for match in found if match]
    return Fingerprint(*values) if len(values) == 3 else None


def _stated(name: str) -> bytes:
    return rb"\b" + name.encode() + rb"=([0-9a-f]{64})"
