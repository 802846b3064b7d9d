"""The finder of prints: made-up scanned pages, training and export."""
