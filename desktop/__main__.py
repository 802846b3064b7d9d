"""Entry point of ``autochrome-desktop``, ``python -m desktop`` and the packed window program."""

from __future__ import annotations

import gc
import sys

from core.inference.devices import VET_WORD

#: For `core.cli.window_process` only: no photo is called so, and the help need not say it.
_SELF_TEST = "--self-test"


def main() -> int:
    """Run the window, or its self-test; the exit status."""
    # ruff: noqa: PLC0415
    if sys.argv[1:2] == [_SELF_TEST]:
        from desktop import selftest

        return selftest.main(sys.argv[2:])
    if sys.argv[1:2] == [VET_WORD]:
        from core.inference import vetting_process

        return vetting_process.main(sys.argv[2:])
    # what is imported and built now stays: to look for garbage in it takes a sixth of the start
    gc.disable()
    from desktop import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
