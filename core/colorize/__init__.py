"""Photo -> colours -> colour photo: the heart of the program."""
