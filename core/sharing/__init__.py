"""Before and after for others to see: pictures, animations, films, layers."""
