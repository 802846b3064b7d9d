"""The entry "Colorize" in the menu of Nautilus (GNOME Files), by the package python3-nautilus."""

# mypy: ignore-errors
# ruff: noqa: ANN401
# (GNOME's libraries are made at run time: they have no types)

from __future__ import annotations

import locale
import subprocess
from typing import Any

from gi.repository import GObject, Nautilus

PROGRAM = "autochrome-desktop"
LABELS = {"ar": "تلوين", "de": "Kolorieren", "es": "Colorear", "fr": "Coloriser"}
FOLDER = "inode/directory"


def is_ours(file: Any) -> bool:
    """Whether it is a folder or a picture, on a disk."""
    here = file.get_uri_scheme() == "file"
    return here and (file.get_mime_type() == FOLDER or file.get_mime_type().startswith("image/"))


class AutochromeMenu(GObject.GObject, Nautilus.MenuProvider):
    """Adds the entry where nothing but pictures and folders is selected."""

    def get_file_items(self, *arguments: Any) -> list[Any]:
        """Nautilus 43 and later give the files alone; earlier ones the window before them."""
        files = arguments[-1]
        if not files or not all(map(is_ours, files)):
            return []
        language = (locale.getlocale()[0] or "en").split("_")[0]
        label = LABELS.get(language, "Colorize")
        item = Nautilus.MenuItem(name="Autochrome::colorize", label=label, icon="autochrome")
        item.connect("activate", self._colorize, files)
        return [item]

    def _colorize(self, _item: Any, files: list[Any]) -> None:
        paths = [file.get_location().get_path() for file in files]
        subprocess.Popen([PROGRAM, *paths], start_new_session=True)
