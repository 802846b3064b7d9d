"""What the queue shows."""
