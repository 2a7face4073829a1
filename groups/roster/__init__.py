"""A facility's list of who is held: uploaded, checked without changing anything, applied when staff say so."""
