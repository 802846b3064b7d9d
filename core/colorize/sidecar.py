"""``photo.jpg.autochrome.json``: the `Edit` of a photo, kept beside it.

::

    {"autochrome": 1,
     "look": {"strength": 1.0, "saturation": 1.5, "warmth": 0.0},
     "hints": [{"x": 0.5, "y": 0.25, "ab": [20.0, -30.0], "radius": 0.02}],
     "seed": null, "recolor": false, "size": null, "tone": "remove", "keep_ink": true}
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Final

from core.codec import from_plain, to_json, to_plain
from core.colorize.edits import Edit
from core.errors import HintError, InvalidDataError, WriteError, system_reason
from core.files.atomic import atomic_file

_VERSION: Final = 1
_KEYS: Final = frozenset(field.name for field in fields(Edit))


def sidecar_of(photo: Path) -> Path:
    """The sidecar's path; the file need not be there."""
    return photo.with_name(f"{photo.name}.autochrome.json")


def read_sidecar(photo: Path) -> Edit | None:
    """The `Edit` beside a photo; None where there is no sidecar that can be understood.

    A damaged one is no reason not to open the photo; nothing is overwritten by reading.
    """
    try:
        content = json.loads(sidecar_of(photo).read_text(encoding="utf-8"))
        if not isinstance(content, dict) or content.get("autochrome") != _VERSION:
            return None
        return from_plain({key: content[key] for key in _KEYS & content.keys()}, Edit)
    except (OSError, ValueError, RecursionError, InvalidDataError, HintError):
        return None


def write_sidecar(photo: Path, edit: Edit) -> None:
    """Write the sidecar, whole or not at all; ``Edit()`` removes it.

    Raises:
        WriteError: the folder cannot be written to.
    """
    target = sidecar_of(photo)
    if edit == Edit():
        _remove(target)
        return
    content = {"autochrome": _VERSION, **to_plain(edit), "look": edit.look.stated()}
    with atomic_file(target, overwrite=True) as out:
        out.write(to_json(content, indent=1).encode())


def _remove(target: Path) -> None:
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(
            f"{target.name} cannot be removed ({system_reason(error)}): remove it by hand.", target
        ) from error
