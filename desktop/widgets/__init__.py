"""Widgets that know neither the editor nor the queue."""
