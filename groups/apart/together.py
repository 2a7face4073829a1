"""Whose seats hang on whose: those who are parted, directly or through others, in the groups that they share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from custody.models import Person
from custody.orders.selectors import parted_from
from groups.models import Membership, SupportGroup


def hold_together(*, person: Person, at: datetime) -> list[Person]:
    """This person, then those who are parted from them in one of their groups, then those parted from these, and so
    on. Their groups stay as they are until the transaction ends, so that nobody else decides about the same seats."""
    groups = list(_seats().filter(person=person).values_list("group_id", flat=True))
    list(SupportGroup.objects.select_for_update(no_key=True).filter(pk__in=groups).order_by("pk").values_list("pk"))
    apart = _apart(groups, at=at)
    found, looked_at = [person.pk], 0
    while looked_at < len(found):
        found += sorted(apart[found[looked_at]] - set(found))
        looked_at += 1
    others = Person.objects.in_bulk(found[1:]) if found[1:] else {}
    return [person, *(others[pk] for pk in found[1:])]


def _apart(groups: Iterable[UUID], *, at: datetime) -> Mapping[UUID, set[UUID]]:
    """Of each who sits in these groups, those whom they must not meet there: two queries."""
    sitting: dict[UUID, set[UUID]] = defaultdict(set)
    for group_id, person_id in _seats().filter(group__in=list(groups)).values_list("group_id", "person_id"):
        sitting[person_id].add(group_id)
    apart: dict[UUID, set[UUID]] = defaultdict(set)
    for person_id, others in parted_from(sitting, at=at).items():
        apart[person_id] = {other for other, _ in others if sitting.get(other, set()) & sitting[person_id]}
    return apart


def _seats() -> QuerySet[Membership]:
    return Membership.objects.filter(state__in=Membership.SEATED)
