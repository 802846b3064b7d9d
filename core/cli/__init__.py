"""``autochrome``: the command line. Arguments, commands, what is printed, exit statuses."""

from core.cli.program import main
from core.cli.script import script

__all__ = ["main", "script"]
