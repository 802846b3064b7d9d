"""What comes from and goes to the desktop: drops, file manager, keep awake, task bar, crash log."""
