"""The detector of damage: trained, exported and measured by ``python -m training.repair``."""
