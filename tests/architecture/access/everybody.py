"""Who asks: everybody of the cast (`tests/casting.py`), and browsers that nobody has signed in with."""

PARTICIPANTS = "ana ben fay oz tam xan"
STAFF = "mo mia dov del_ ada pat rue rex"
DOORS = "tablet online staff"
#: Browsers that nobody has signed in with: one at each door, one at the bare site, and two that show a door the
#: session cookie of another.
STRANGERS = (*DOORS.split(), "bare", "ana@staff", "ana@online", "mo@online")
EVERYBODY = (*PARTICIPANTS.split(), *STAFF.split(), *STRANGERS)
