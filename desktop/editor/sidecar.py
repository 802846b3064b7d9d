"""``photo.jpg.autochrome.json``: what was chosen for a photo, beside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.errors import HintError, WriteError
from core.files.atomic import new_file
from desktop.editor.document import Edit

_VERSION: Final = 1


def sidecar_of(photo: Path) -> Path:
    """The file beside a photo."""
    return photo.with_name(f"{photo.name}.autochrome.json")


def read_sidecar(photo: Path) -> Edit | None:
    """Earlier work on a photo; None where there is none that can be understood."""
    try:
        content = json.loads(sidecar_of(photo).read_text(encoding="utf-8"))
        return _edit(content) if content["autochrome"] == _VERSION else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, HintError):
        # a damaged sidecar is no reason not to open the photo; nothing is overwritten by reading
        return None


def write_sidecar(photo: Path, edit: Edit) -> None:
    """Keep the work; nothing chosen removes the file.

    Raises:
        WriteError: the folder cannot be written to.
    """
    target = sidecar_of(photo)
    if edit == Edit():
        _remove(target)
        return
    content = {"autochrome": _VERSION, **asdict(edit)}
    with new_file(target, overwrite=True) as out:
        out.write(json.dumps(content, indent=1).encode())


def _remove(target: Path) -> None:
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(
            f"{target.name} cannot be removed ({error.strerror}): remove it by hand.", target
        ) from error


def _edit(content: dict[str, Any]) -> Edit:
    hints = tuple(
        ColorHint(float(h["x"]), float(h["y"]), (float(h["ab"][0]), float(h["ab"][1])), h["radius"])
        for h in content["hints"]
    )
    seed = content["seed"]
    look = Look(**{name: float(value) for name, value in content["look"].items()})
    size = content.get("size")  # files of earlier versions do not say
    return Edit(
        look,
        hints,
        None if seed is None else int(seed),
        bool(content["recolor"]),
        None if size is None else int(size),
    )
