"""The Spanish pack, one file per category."""
