"""Who asks: everybody of the cast (`tests/casting.py`), and browsers that nobody has signed in with."""

PARTICIPANTS = "ana ben fay oz tam xan"
#: At Alder, in the programme or everywhere; at Birch alone; in another programme.
STAFF = "mo dov del_ ada sol uma pat cal pam rue rex aud  mia bo bea bud bas baz bix  zoe zac zed"
DOORS = "tablet online staff"
#: Browsers that nobody has signed in with: one at each door, one at the bare site, and two that show a door the
#: session cookie of another.
STRANGERS = (*DOORS.split(), "bare", "ana@staff", "ana@online", "mo@online")
EVERYBODY = (*PARTICIPANTS.split(), *STAFF.split(), *STRANGERS)
