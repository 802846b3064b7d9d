"""Colorizes photos: the network's chroma, colour hints, looks, upsampling, gamut, rendering."""
