"""Pages and dialogs of the shell."""
