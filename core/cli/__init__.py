"""``autochrome``: the command line. Arguments, commands, what is printed, exit statuses."""

from core.cli.console_script import script
from core.cli.program import main

__all__ = ["main", "script"]
