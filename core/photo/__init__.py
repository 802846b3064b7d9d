"""Photographs as files and in memory: formats, decoding, encoding."""
