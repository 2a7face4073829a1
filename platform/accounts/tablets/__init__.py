"""Tablets and kiosks: put on the list, enrolled, recognised, moved, taken out of use."""

from accounts.tablets.codes import CODE_LIVES, DELIVERY_CODE_LIVES, TAKES_CODE, add_tablet, enrol, issue_code
from accounts.tablets.credentials import cookie_of, present, propose, tablet_of
from accounts.tablets.kiosks import issue_managed, start_kiosk
from accounts.tablets.states import (
    CLONE,
    MANAGING,
    assign_unit,
    lose,
    move_to_facility,
    resume,
    retire,
    suspend,
)

__all__ = [
    "CLONE",
    "CODE_LIVES",
    "DELIVERY_CODE_LIVES",
    "MANAGING",
    "TAKES_CODE",
    "add_tablet",
    "assign_unit",
    "cookie_of",
    "enrol",
    "issue_code",
    "issue_managed",
    "lose",
    "move_to_facility",
    "present",
    "propose",
    "resume",
    "retire",
    "start_kiosk",
    "suspend",
    "tablet_of",
]
