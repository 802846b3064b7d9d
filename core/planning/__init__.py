"""Plans a batch: which files are photos, what their results are called, which jobs there are."""
