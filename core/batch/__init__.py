"""Many photos: the engine, its events, what it is allowed, what became of each photo."""
