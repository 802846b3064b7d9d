"""The licence texts of everything in the packed program, in one folder, and a list of them.

build.spec calls `collect`. A component without a text, or under a licence the program may not be
given away with, ends the build.
"""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from components import Component, components

#: GPL with an exception for what is built with it.
_EXCEPTED: Final = {"pyinstaller", "pyinstaller-hooks-contrib"}
_FORBIDDEN: Final = {"pillow-heif", "pyexiv2", "exiv2", "readline", "gdbm"}

_HEAD: Final = """\
Autochrome {version} is under the Apache License 2.0 (LICENSE). It comes with the work of others,
listed here; their licence texts lie beside this file.

Qt, PySide6, libvips, libheif and libde265 are under the GNU Lesser General Public License,
version 3. They are files of their own in the program's folder and may be replaced by your own
builds of the same version. Their sources: https://download.qt.io/official_releases/,
https://github.com/libvips/libvips and, for what is inside the libvips library,
https://github.com/kleisauke/libvips-packaging; https://github.com/strukturag/libheif and
https://github.com/strukturag/libde265, which pi-heif brings to decode HEIC.
What is inside Qt: https://doc.qt.io/qt-6/licenses-used-in-qt.html. Sources of Debian's packages:
https://snapshot.debian.org/.

"""


def collect(files: Iterable[Path], version: str, folder: Path) -> list[tuple[str, str, str]]:
    """Write texts, THIRD-PARTY.txt and an SBOM into a folder; PyInstaller's entries of them.

    Raises:
        SystemExit: something may not be given away, or has no licence text.
    """
    found = components(files)
    if trouble := problems(found):
        raise SystemExit("\n".join(trouble))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [f"{c.name} {c.version}: {c.licence}\n    {c.purl}" for c in found]
    head = _HEAD.format(version=version)
    (folder / "THIRD-PARTY.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    (folder / "autochrome.cdx.json").write_text(json.dumps(sbom(found, version), indent=1))
    for component in found:
        _copy_texts(component, folder / component.name)
    here = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(f"licences/{path.relative_to(folder)}", str(path), "DATA") for path in here]


def problems(found: Iterable[Component]) -> list[str]:
    """Why these may not be given away together, one sentence each."""
    said = []
    for component in found:
        gpl = re.search(r"(?<!L)GPL", component.licence) and "LGPL" not in component.licence
        if component.name in _FORBIDDEN or (gpl and component.name not in _EXCEPTED):
            said.append(f"{component.name} is under the GPL: leave it out of the program.")
        if not component.texts:
            said.append(f"{component.name} {component.version} has no licence text to go with it.")
    return said


def sbom(found: Iterable[Component], version: str) -> dict[str, Any]:
    """A software bill of materials: CycloneDX 1.5."""
    found = list(found)
    parts = [
        {
            "type": "library",
            "bom-ref": c.purl,
            "name": c.name,
            "version": c.version,
            "purl": c.purl,
            "licenses": [{"license": {"name": c.licence}}],
        }
        for c in found
    ]
    subject = {"type": "application", "name": "autochrome", "version": version}
    # the same parts give the same number, or two builds of one commit would differ
    number = uuid.uuid5(uuid.NAMESPACE_URL, version + "".join(c.purl for c in found))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": number.urn,
        "version": 1,
        "metadata": {"component": subject | {"licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": parts,
    }


def _copy_texts(component: Component, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for text in component.texts:
        # numpy has a dozen files called LICENSE.md
        count = sum(1 for _ in folder.glob(f"*{text.name}"))
        shutil.copyfile(text, folder / (f"{count}-{text.name}" if count else text.name))
