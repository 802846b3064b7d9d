"""Translation, messages, notices."""
