"""The window over ``core``: PySide6 only here."""

from __future__ import annotations

import os

# The renderer multiplies many small matrices from several threads of its own. BLAS threads on top
# of them wait for each other: ten times slower on a busy machine. Read when numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
