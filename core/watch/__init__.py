"""Watches folders for new scans: each is told of once, when it is whole."""
