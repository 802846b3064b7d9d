"""``python -m core.cli``: the command line; also the script of the packed program."""

from __future__ import annotations

from core.cli.console_script import script

if __name__ == "__main__":
    script()
