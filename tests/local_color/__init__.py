"""Regions of the sample photos, drawn by hand, and how much of a point's change stays in them."""
