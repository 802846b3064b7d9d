"""Files and disks: atomic writing, locks, disk space, long paths of Windows."""
