"""The batch in the window: queue, engine, table, options."""
