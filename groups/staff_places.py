"""This app's part of the staff shell: places in the bar, and what is found by a few words."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse

from accounts.doors import Caller
from accounts.permissions import holds
from core import finding, navigation
from core.finding import Found, matches
from groups.continuity.selectors import PEOPLE_ROLES, PersonRow, people, where_words
from groups.entry import KNOWING
from groups.facilities.selectors import my_facilities
from groups.staff_views import ROLES, visible_groups


def _with_groups(caller: Caller) -> bool:
    return holds(caller.user, *ROLES)


def _with_people(caller: Caller) -> bool:
    return holds(caller.user, *PEOPLE_ROLES)


def _with_orders(caller: Caller) -> bool:
    return holds(caller.user, *KNOWING)


def find_acts(caller: Caller, text: str) -> Iterable[Found]:
    if matches(text, "Admit a person") and _with_people(caller):
        yield Found("Admit a person", reverse("groups:admit"))
    if matches(text, "Import a list of people") and _with_people(caller):
        mine = list(my_facilities(caller.user)[:2])
        where = reverse("groups:rosters", args=[mine[0].pk]) if len(mine) == 1 else reverse("groups:facilities")
        yield Found("Import a list of people", where)


def find_people(caller: Caller, text: str) -> Iterable[Found]:
    """Whom the list of people would show for these words, and no more of them than it shows."""
    return [_person(row) for row in people(caller.user, search=text, limit=finding.MOST)]


def _person(row: PersonRow) -> Found:
    who, status = row.person, row.status
    where = where_words(status)
    return Found(
        who.alias or "No name chosen yet", reverse("groups:person", args=[who.pk]), f"{who.legal_name}, {where}"
    )


def find_groups(caller: Caller, text: str) -> Iterable[Found]:
    asked = Q(name__icontains=text) | Q(topic__icontains=text)
    groups = visible_groups(caller.user).filter(asked).order_by("name")[: finding.MOST]
    return [Found(group.name, reverse("groups:group", args=[group.pk]), group.topic) for group in groups]


def find_facilities(caller: Caller, text: str) -> Iterable[Found]:
    asked = Q(name__icontains=text) | Q(code__iexact=text)
    facilities = my_facilities(caller.user).filter(asked)[: finding.MOST]
    return [Found(facility.name, reverse("groups:facility", args=[facility.pk])) for facility in facilities]


navigation.register("groups:groups", "Groups", rank=30, may=_with_groups)
navigation.register("groups:people", "People", rank=40, may=_with_people)
navigation.register("groups:orders", "Keep apart", rank=41, may=_with_orders, under="groups:people")
navigation.register("groups:facilities", "Facilities", rank=45, may=_with_people)
finding.register("Do", find_acts, rank=20, unasked=True)
finding.register("People", find_people, rank=30)
finding.register("Groups", find_groups, rank=40)
finding.register("Facilities", find_facilities, rank=60)
