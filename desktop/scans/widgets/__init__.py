"""Widgets of the window that cuts scanned pages; they know neither the finder nor the disk."""
