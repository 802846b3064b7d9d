"""Whether a folder lies where the system does not tell of others' changes: on a network share."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Final

#: File systems of Linux that other computers, or a host, write to behind the kernel's back.
_SHARED: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "lustre", "ncpfs"),
        *("9p", "virtiofs", "vboxsf", "prl_fs", "vmhgfs", "davfs", "drvfs", "coda"),
    )
)
#: FUSE file systems of a disk of this computer.
_LOCAL_FUSE: Final = frozenset({"fuseblk", "fuse.ntfs", "fuse.ntfs-3g", "fuse.exfat"})
_MOUNTS: Final = Path("/proc/self/mountinfo")
#: A space in a name stands as ``\\040``.
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE: Final = 4  # GetDriveTypeW, fileapi.h


def is_network_share(folder: Path) -> bool:
    """Whether events are not to be relied on there; where that cannot be told, they are."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    if sys.platform == "darwin":  # what is mounted stands there, disks and shares alike
        return folder.is_relative_to("/Volumes")
    kind = file_system(folder, _mounts())
    return kind in _SHARED or (kind.startswith("fuse") and kind not in _LOCAL_FUSE)


def file_system(folder: Path, mounts: str) -> str:
    """The type of the file system a folder lies on, by the lines of ``mountinfo`` (proc(5))."""
    real = os.path.realpath(folder)
    found: tuple[int, str] = (0, "")
    for line in mounts.splitlines():
        fields, _, tail = line.partition(" - ")
        parts = fields.split()
        if len(parts) < 5 or not tail:
            continue
        place = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), parts[4])
        inside = place in ("/", real) or real.startswith(f"{place}/")
        if inside and len(place) >= found[0]:  # the last one over a place is the one that shows
            found = len(place), tail.split()[0]
    return found[1]


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(folder: Path) -> bool:
        anchor = folder.resolve().anchor
        if anchor.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE)
