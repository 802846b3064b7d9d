"""What works while the window answers: inference thread, renderer, pool, image pyramid."""
