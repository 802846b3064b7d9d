"""Threads and what they hand over: inference thread, renderer, pool, image pyramid."""
