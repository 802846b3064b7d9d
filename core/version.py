"""The version of the program; models have versions of their own."""

__version__ = "0.1.0"
