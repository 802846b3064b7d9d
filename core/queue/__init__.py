"""Jobs and the durable queue that keeps them."""
