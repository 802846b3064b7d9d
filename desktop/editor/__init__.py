"""One photo: document, undo, colour points, look, variations, saving."""
