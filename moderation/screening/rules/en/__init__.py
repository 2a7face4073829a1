"""The English pack, one file per category."""
