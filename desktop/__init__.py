"""The window over ``core``: PySide6 only here."""

from __future__ import annotations

import os

# numpy's OpenBLAS would start a thread for each core when it is imported, and nothing here has work
# for them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
