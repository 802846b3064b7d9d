"""``autochrome models compare``: photos by several models, on one sheet, with time and memory.

Each model works in a process of its own, so that the memory it took is its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from core.batch.model_sheet import SheetRow, model_sheet
from core.cli.console import note, output_json, output_path
from core.cli.exit_status import FAILED, OK
from core.cli.models_options import ModelsOptions
from core.colorize.colorizer import Colorizer
from core.errors import AutochromeError, SessionError
from core.files.peak_memory import peak_memory_mb
from core.inference.library import BUNDLED, entries
from core.inference.model_choice import parse_model
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo

#: Seconds that one model may take for all photos.
_SECONDS: Final = 3600


def run(options: ModelsOptions) -> int:
    """Make the sheet; the exit status: 1 where a model could not be run."""
    names = options.models.names or (BUNDLED, *(entry.name for entry in entries()))
    rows, status = [], OK
    with tempfile.TemporaryDirectory() as place:
        for number, name in enumerate(names):
            folder = Path(place) / str(number)
            folder.mkdir()
            try:
                rows.append(_row(name, options, folder))
            except AutochromeError as error:
                note(f"{name}: {error}")
                status = FAILED
        if rows:
            model_sheet(options.photos, rows, options.output, overwrite=options.overwrite)
            output_path(options.output)
    return status


def _row(name: str, options: ModelsOptions, folder: Path) -> SheetRow:
    facts = _measured(name, options, folder)
    reference, _ = parse_model(name)
    title = Path(reference).stem if Path(reference).is_file() else reference
    words = f"{title}   {facts['seconds'] * 1000:,.0f} ms   {facts['megabytes']:,.0f} MB"
    return SheetRow(words, [folder / file for file in facts["results"]])


def _measured(name: str, options: ModelsOptions, folder: Path) -> dict[str, Any]:
    """Time and memory of a model's own process. Raises: SessionError: it ended early."""
    photos = [str(photo.resolve()) for photo in options.photos]
    command = [*_program(), "models", "measure", *photos, "-o", str(folder)]
    done = subprocess.run(  # noqa: S603  (this program, by its full path)
        [*command, "--model", name, "--device", options.device],
        env=os.environ | {"PYINSTALLER_RESET_ENVIRONMENT": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        reason = words[-1].removeprefix("autochrome: ") if words else f"status {done.returncode}"
        raise SessionError(reason)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _program() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "core.cli"]


def measure(options: ModelsOptions) -> int:
    """Colorize photos into a folder and say on standard output what that took."""
    colorizer = Colorizer(options.models.choices(), device=options.models.device)
    results, seconds = [], []
    for number, path in enumerate(options.photos):
        photo = read_photo(path)
        colorizer.colorize(photo, recolor=True)  # the first run chooses algorithms
        again = replace(photo)  # what was answered of the same photo would be remembered
        start = time.perf_counter()
        made = colorizer.colorize(again, recolor=True)
        seconds.append(time.perf_counter() - start)
        target = options.output / f"{number}.png"
        write_photo(made.render(), target, SaveOptions("png"))
        results.append(target.name)
    facts = {"seconds": sum(seconds) / len(seconds), "megabytes": peak_memory_mb()}
    output_json("measured", results=results, **facts)
    return OK
