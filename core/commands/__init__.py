"""What `core.cli` does for each command; with it, the only modules of ``core`` that print."""
