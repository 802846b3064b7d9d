"""Scanned pages in the window: what was found on them, put right by hand, cut."""
