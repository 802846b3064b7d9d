"""The version of the program, in CHANGELOG.md; models have versions of their own."""

__version__ = "0.2.0"
