"""Reading a facility's list of who is held: bytes in, facts out. Knows no database; what follows from a fact is
`groups.continuity`'s to say."""
