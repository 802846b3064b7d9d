"""``autochrome``: the command line. Arguments, commands, what is printed, exit statuses."""

from core.cli.program import main

__all__ = ["main"]
