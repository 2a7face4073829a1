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
ROLE_ASKED = register("accounts.role_asked", "A role that sees across facilities was asked for.")
ROLE_REFUSED = register("accounts.role_refused", "A second person did not agree to a role.")
ROLE_WITHDRAWN = register("accounts.role_withdrawn", "Who asked for a role took it back.")
ROLE_ENDED = register("accounts.role_ended", "A role was taken back.")
TABLET_ADDED = register("accounts.tablet_added", "A tablet was put on the list of its facility.")
TABLET_CODE_ISSUED = register("accounts.tablet_code_issued", "A one-time code to enrol a tablet was issued.")
TABLET_ENROLLED = register("accounts.tablet_enrolled", "A device took a code and became this tablet.")
TABLET_MOVED = register("accounts.tablet_moved", "A tablet was suspended, resumed, reported lost, or retired.")
