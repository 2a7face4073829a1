"""What this floor puts on the record."""

from audit.kinds import register

SIGNED_IN = register("accounts.signed_in", "Somebody came in through a door.")
SIGN_IN_FAILED = register("accounts.sign_in_failed", "A sign-in was tried and refused.")
SIGN_IN_ENDED = register("accounts.sign_in_ended", "A sign-in ended, for the reason beside it")
PAUSED = register("accounts.paused", "Too many failed tries: this account is paused on this device.")
PAUSE_LIFTED = register("accounts.pause_lifted", "Staff lifted a pause before its end.")
LOCKED = register("accounts.locked", "A staff account was locked after too many failed tries.")
UNLOCKED = register("accounts.unlocked", "An administrator released a locked staff account.")
USER_CREATED = register("accounts.user_created", "A sign-in was made.")
PIN_SET = register("accounts.pin_set", "A PIN was set.")
NAME_SET = register("accounts.name_set", "A sign-in name was set.")
PASSWORD_SET = register("accounts.password_set", "A password was set.")
ROLE_GRANTED = register("accounts.role_granted", "A role was given within a scope.")
ROLE_ENDED = register("accounts.role_ended", "A role was taken back.")
PIN_RESET = register("accounts.pin_reset", "Staff made a PIN to begin with, for the reason beside it.")
SILENT_CALL_WAITS = register("accounts.silent_call_waits", "An alarm could not be raised. It is tried again.")
PRINTED_SECRET_MADE = register("accounts.printed_secret_made", "Staff printed a card of letters for a sign-in.")
PRINTED_SECRET_ASKED = register(
    "accounts.printed_secret_asked", "A facility began or ceased to ask for the card of letters at its tablets."
)
FOUND_OPEN = register("accounts.page_found_open", "Somebody told staff that they found another's page open.")
TABLET_ADDED = register("accounts.tablet_added", "A tablet was put on the list of its facility.")
TABLET_CODE_ISSUED = register("accounts.tablet_code_issued", "A one-time code to enrol a tablet was issued.")
TABLET_ENROLLED = register("accounts.tablet_enrolled", "A device took a code and became this tablet.")
TABLET_MOVED = register("accounts.tablet_moved", "A tablet was suspended, resumed, reported lost, or retired.")
