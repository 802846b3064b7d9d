"""Made-up series of photos, and how alike their colours come out: ``python -m tests.album``."""
