"""Training itself: stages, steps, checkpoints, limits."""
