"""What this app puts on the record."""

from audit.kinds import register

DAYS_SET = register("records.days_set", "The days that a class of content is kept were set")
HOLD_PLACED = register("records.hold_placed", "A legal hold was placed")
RELEASE_ASKED = register("records.release_asked", "Somebody asked to release a legal hold")
RELEASE_REFUSED = register("records.release_refused", "A legal hold stays: its release was refused")
HOLD_RELEASED = register("records.hold_released", "A legal hold was released by a second person")
PURGED = register("records.purged", "A purge ended; its certificate has this digest")
