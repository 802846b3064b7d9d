"""Which folders send no events."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.watch import network_share
from core.watch.network_share import file_system, is_network_share

#: Lines of /proc/self/mountinfo as proc(5) describes them.
MOUNTS = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 0:35 / /mnt/nas rw,relatime shared:20 - cifs //nas/scans rw
41 40 0:36 / /mnt/nas/local rw,relatime - xfs /dev/sdb1 rw
42 22 0:37 / /mnt/old\040scans rw shared:21 master:3 - nfs4 nas:/old rw
43 22 0:38 / /mnt/stick rw - fuseblk /dev/sdc1 rw
44 22 0:39 / /mnt/Fotos-Größe rw - fuse.sshfs me@host: rw
"""


@pytest.mark.parametrize(
    ("folder", "kind", "shared"),
    [
        ("/home/me/scans", "ext4", False),
        ("/mnt/nas", "cifs", True),
        ("/mnt/nas/2026", "cifs", True),
        ("/mnt/nas2", "ext4", False),
        ("/mnt/nas/local/x", "xfs", False),
        ("/mnt/old scans/x", "nfs4", True),
        ("/mnt/stick", "fuseblk", False),
        ("/mnt/Fotos-Größe/x", "fuse.sshfs", True),
    ],
)
def test_the_file_system_decides(
    folder: str, kind: str, shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file_system(Path(folder), MOUNTS) == kind
    monkeypatch.setattr(network_share, "_mounts", lambda: MOUNTS)
    monkeypatch.setattr(sys, "platform", "linux")
    assert is_network_share(Path(folder)) is shared


def test_a_system_that_says_nothing_sends_events() -> None:
    assert file_system(Path("/anywhere"), "") == ""
