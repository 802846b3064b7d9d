"""Collects the window's texts and compiles their translations: ``make translations``.

::

    python tests/translations.py [FOLDER]

New texts arrive in ``FOLDER/autochrome_*.ts`` as unfinished; a person (or Qt Linguist) translates
them there, and the next run compiles them into the ``.qm`` files the window loads. What is not
translated yet is shown in English.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from desktop.text.translation import LANGUAGES  # noqa: E402

_NOTES = re.compile(r" *<extracomment>.*?</extracomment>\n", re.DOTALL)


def main() -> None:
    """Update and compile every language."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "i18n"
    sources = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
    for code in LANGUAGES:
        file = folder / f"autochrome_{code}.ts"
        # English is the source: only its plurals need a translation
        plurals = ["-pluralonly"] if code == "en" else []
        options = ["-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
        _qt("lupdate", *sources, *options, *plurals, "-target-language", code, "-ts", str(file))
        # "#:" comments of the source are no notes for translators: they would come and go
        text = _NOTES.sub("", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        _qt("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _qt(tool: str, *arguments: str) -> None:
    command = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(command), *arguments], check=True)


if __name__ == "__main__":
    main()
