"""Widgets of the queue: its page, its table, its options."""
