"""Training of the colorization network. Needs the ``train`` extra; the application does not."""
