"""What this app puts on the record."""

from audit.kinds import register

EPOCH_BEGUN = register("chat.epoch_begun", "A room's log was begun anew after a restore: clients start over")
