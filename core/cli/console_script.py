"""``autochrome`` as a program of its own: `core.cli.program.main`, and then the process ends."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn

from core.cli.program import main


class _Ending:
    """Leaves the process once Python has nothing more to do but to take itself apart.

    Modules, the model's session and libvips' cache are freed one by one there, which takes a tenth
    of the time a photo takes; the system frees them at once.
    """

    status: int | None = None

    def leave(self) -> None:
        """End here if `main` has returned; after an exception Python goes its own way."""
        if self.status is None:
            return
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # closed, or a full disk: said when it was written
                stream.flush()
        os._exit(self.status)


def script() -> NoReturn:
    """Run the command line and end the process with its exit status."""
    ending = _Ending()
    atexit.register(ending.leave)  # the first to be registered is called last: nothing is left out
    ending.status = main()
    sys.exit(ending.status)
