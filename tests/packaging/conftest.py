"""The scripts of resources/packaging are not a package: make and PyInstaller run them by path."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "resources" / "packaging"))
