"""Photographs on their way into a batch: the cache, samples, simulated old photographs."""
