"""What the editor shows: the compare view and its panels."""
