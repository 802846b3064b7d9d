"""Whether two packed folders are the same, to the byte.

``same.py FOLDER FOLDER`` compares these; ``same.py`` makes two builds of this commit, here and now.
"""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """0 where they are the same."""
    if len(sys.argv) == 3:
        return compare(Path(sys.argv[1]), Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as scratch:
        return compare(*(_built(Path(scratch) / name) for name in ("first", "second")))


def compare(first: Path, second: Path) -> int:
    """Print what differs; 1 if anything does."""
    names = files(first), files(second)
    only = sorted(names[0] ^ names[1])
    both = sorted(names[0] & names[1])
    differ = [name for name in both if not _equal(first / name, second / name)]
    for title, found in (("in one of them only", only), ("not the same bytes", differ)):
        for name in found:
            print(f"{title}: {name}")
    print(f"{len(both)} files in both, {len(only)} in one only, {len(differ)} not the same")
    return 1 if only or differ else 0


def files(folder: Path) -> set[str]:
    """Every file and link, by its path from the folder."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }


def _equal(first: Path, second: Path) -> bool:
    if first.is_symlink() or second.is_symlink():
        return first.is_symlink() and second.is_symlink() and first.readlink() == second.readlink()
    return filecmp.cmp(first, second, shallow=False)


def _built(work: Path) -> Path:
    """The folder of a build from a clean clone."""
    source = work / "source"
    subprocess.run(["git", "clone", "--quiet", ROOT, source], check=True)
    subprocess.run(
        ["bash", "resources/packaging/package.sh"],
        cwd=source,
        env=os.environ | {"FOLDER_ONLY": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return source / "dist" / (os.environ.get("AUTOCHROME_FLAVOUR") or "cpu") / "autochrome"


if __name__ == "__main__":
    sys.exit(main())
