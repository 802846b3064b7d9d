"""The networks: generator, discriminator and their parts; loading their weights."""
