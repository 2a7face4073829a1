"""Letters for codes that people read from paper, or by ear."""

#: Letters and digits that nobody takes for one another; ten of them are 49 bits.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
