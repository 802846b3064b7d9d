"""Folders and options -> jobs: which files are photos, and what their results are called."""
