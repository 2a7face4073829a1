"""The card of letters: a second secret for tablets, printed by staff, where a facility asks for it. It is also how
people are bound to their seats again after all tablets were replaced."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.hashers import make_password

from accounts import kinds, permissions
from accounts.errors import AccountOff
from accounts.letters import LETTERS
from accounts.models import RoleGrant, User
from accounts.pins.services import require_help, user_of
from audit.services import record
from core import clock
from core.errors import NotThere
from core.transactions import unit
from custody.merging import ROOT_OF_ROW
from custody.models import Facility, Person
from custody.timeline import held_at

#: 39 bits, behind a PIN and five tries.
LENGTH = 8
ADMINISTRATOR = (RoleGrant.Role.FACILITY_ADMIN,)


@dataclass(frozen=True, slots=True)
class Cards:
    """Whether a facility asks for the card of letters, and how many of those inside have none yet."""

    asks: bool
    inside: int
    without: int


@unit()
def make_letters(*, person: Person, by: object) -> str:
    """New letters for a card: they are on the paper and nowhere else; an earlier card stops working. `NotThere` outside
    the actor's scope, `AccountOff`."""
    require_help(person=person, by=by)
    user = user_of(person, at=clock.now())
    if user.state != User.State.ACTIVE:
        raise AccountOff
    made = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    User.objects.filter(pk=user.pk).update(printed_secret=make_password(made))
    record(kinds.PRINTED_SECRET_MADE, by=by, subject=f"user:{user.pk}", again=bool(user.printed_secret))
    return made


@unit()
def ask_at(*, facility: Facility, asks: bool, by: object) -> None:
    """Begin or cease to ask for the card at this facility's tablets. `NotThere` for whoever does not administer it."""
    if isinstance(by, User):
        permissions.require_role(by, *ADMINISTRATOR, facility_ids=[facility.pk])
    changed = Facility.objects.filter(pk=facility.pk, asks_printed_secret=not asks).update(asks_printed_secret=asks)
    if changed:
        record(kinds.PRINTED_SECRET_ASKED, by=by, subject=f"facility:{facility.pk}", asks=asks)


def cards_at(facility: Facility, *, viewer: User | None) -> Cards | None:
    """For whoever may set it; None for others."""
    if not permissions.has_role(viewer, *ADMINISTRATOR, facility_ids=[facility.pk]):
        return None
    inside = held_at([facility.pk]).values_list(ROOT_OF_ROW, flat=True)
    held = set(inside)
    having = User.objects.filter(person__in=held).exclude(printed_secret="").count()
    return Cards(facility.asks_printed_secret, len(held), len(held) - having)


def facility_for(user: User | None, facility_id: UUID) -> Facility:
    found = permissions.facilities_in_scope(user, *ADMINISTRATOR).filter(pk=facility_id).first()
    if found is None:
        raise NotThere
    return found
