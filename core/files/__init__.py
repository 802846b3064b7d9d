"""Files as such: written whole or not at all, locked, on a disk with room."""
