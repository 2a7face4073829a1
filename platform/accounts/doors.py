"""The three doors, and who has come through one of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accounts.models import SignIn, User
    from custody.models import Person, Tablet


class Door(StrEnum):
    TABLET = "tablet"
    ONLINE = "online"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request, a frame or a poll: `request.caller`, or `identify(scope)` for sockets.

    `door` is the door of the host (None on the bare site). All else is None until signed in; a sign-in that has
    ended, is locked, or belongs to another door counts as none.
    """

    door: Door | None
    language: str = "en"
    user: "User | None" = None
    person: "Person | None" = None
    sign_in: "SignIn | None" = None
    tablet: "Tablet | None" = None

    @property
    def signed_in(self) -> bool:
        return self.sign_in is not None

    @property
    def is_staff(self) -> bool:
        return self.door == Door.STAFF and self.signed_in
