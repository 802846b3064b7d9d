"""The window over ``core``: PySide6 only here."""
