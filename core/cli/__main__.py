"""``python -m core.cli``: the command line; also the script of the packed program."""

from __future__ import annotations

import sys

from core.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
