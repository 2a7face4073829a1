"""What the doors have on the first page of staff: for those of a unit, who can't come in just now."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.doors import Caller
from accounts.models import RoleGrant
from accounts.permissions import holds
from accounts.pins.selectors import Here, found_open, people_here
from core import home
from core.home import Act, Card, Fact, Row

#: Rows of a card; whoever has more reads the list.
SHOWN = 8


def at_the_tablets(caller: Caller) -> Card | None:
    if not holds(caller.user, RoleGrant.Role.UNIT_STAFF):
        return None
    page = reverse("accounts:people_here")
    left_open = [
        Row(one.name, page, detail=f"Their page was found open, tablet {one.tablet}") for one in found_open(caller.user)
    ]
    kept_out = [_row(one, page) for one in people_here(caller.user) if any(_why(one))]
    rows = [*left_open, *kept_out]
    return Card(
        "At the tablets",
        rows[:SHOWN],
        calm="Everybody where you work can sign in.",
        note=f"{SHOWN} of {len(rows)}" if len(rows) > SHOWN else "",
        acts=[Act("People here", page)],
    )


def _row(here: Here, page: str) -> Row:
    where = str(here.unit or here.facility)
    return Row(here.person.legal_name, f"{page}#person-{here.person.pk}", detail=where, facts=list(_why(here)))


def _why(here: Here) -> Iterable[Fact]:
    """What keeps them out."""
    if here.is_off:
        yield Fact("Switched off", tone="clay")
    elif here.is_paused:
        yield Fact("Paused on a tablet", tone="dusk")
    elif here.pin in ("none", "over"):
        yield Fact("No PIN yet" if here.pin == "none" else "New PIN ran out", tone="clay")


home.register("accounts.at_the_tablets", at_the_tablets, rank=45)
