"""Who must not meet whom: read for many at once, over all records of one human, the same from both sides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from custody.models import KeepApartOrder, Person

#: One step from a record to the records that it is merged with, in either direction.
_STEP = """CASE WHEN link.id = {walk}.id THEN link.merged_into_id ELSE link.id END FROM {walk} JOIN custody_person link
    ON link.merged_into_id IS NOT NULL AND (link.id = {walk}.id OR link.merged_into_id = {walk}.id)"""
_MINE = f"""WITH RECURSIVE mine(asked, id) AS (
    SELECT id, id FROM custody_person WHERE id IN ({{persons}})
    UNION SELECT mine.asked, {_STEP.format(walk="mine")})"""  # noqa: S608 (ours alone; what is asked is a parameter)
_PARTED = f"""{_MINE}, theirs(asked, by_order, id) AS (
    SELECT mine.asked, o.id, CASE WHEN o.one_id = mine.id THEN o.other_id ELSE o.one_id END
    FROM mine JOIN custody_keepapartorder o ON o.one_id = mine.id OR o.other_id = mine.id
    WHERE o.ended_at IS NULL AND (o.until IS NULL OR o.until > %s)
    UNION SELECT theirs.asked, theirs.by_order, {_STEP.format(walk="theirs")})
SELECT o.*, theirs.asked, theirs.id AS theirs,
    CASE WHEN EXISTS (SELECT 1 FROM mine WHERE mine.asked = theirs.asked AND mine.id = o.protected_id)
    THEN 1 ELSE 0 END AS protects_asked
FROM theirs JOIN custody_keepapartorder o ON o.id = theirs.by_order
WHERE NOT EXISTS (SELECT 1 FROM mine WHERE mine.asked = theirs.asked AND mine.id = theirs.id)"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Parted:
    """One order as one of the two has it. `protects_me`, `protects_other`: whom it is for; neither, for both alike."""

    other_id: UUID
    order_id: UUID
    from_at: datetime
    until: datetime | None
    protects_me: bool
    protects_other: bool

    def in_force(self, *, at: datetime) -> bool:
        return self.from_at <= at and (self.until is None or at < self.until)


def orders_of(persons: Iterable[UUID], *, at: datetime) -> dict[UUID, frozenset[Parted]]:
    """The orders of each of these persons that are in force or will be: one statement, however many they are. Every
    record of the other human is named; an order between two records that turned out to be one human parts nobody."""
    found: dict[UUID, set[Parted]] = {pk: set() for pk in persons}
    if not found:
        return {}
    sql = _PARTED.format(persons=", ".join(["%s"] * len(found)))
    params = [*_ids(found), connection.ops.adapt_datetimefield_value(at)]
    order: Any  # with the statement's own columns
    for order in KeepApartOrder.objects.raw(sql, params):
        found[_id(order.asked)].add(_parted(order))
    return {pk: frozenset(orders) for pk, orders in found.items()}


def parted_from(persons: Iterable[UUID], *, at: datetime) -> Mapping[UUID, frozenset[tuple[UUID, UUID]]]:
    """Whom each of these persons must not meet at this moment, and by which order."""
    return {
        pk: frozenset((each.other_id, each.order_id) for each in orders if each.in_force(at=at))
        for pk, orders in orders_of(persons, at=at).items()
    }


def records_of(persons: Iterable[UUID]) -> set[UUID]:
    """All records of these humans."""
    ids = list(persons)
    if not ids:
        return set()
    sql = f"{_MINE} SELECT DISTINCT id FROM mine"  # noqa: S608
    return {person.pk for person in Person.objects.raw(sql.format(persons=", ".join(["%s"] * len(ids))), _ids(ids))}


def _parted(order: Any) -> Parted:
    mine = bool(order.protects_asked)
    return Parted(
        other_id=_id(order.theirs),
        order_id=order.pk,
        from_at=order.from_at,
        until=order.until,
        protects_me=mine,
        protects_other=order.protected_id is not None and not mine,
    )


def _ids(persons: Iterable[UUID]) -> list[object]:
    field = Person._meta.pk
    return [field.get_db_prep_value(pk, connection) for pk in persons]


def _id(value: object) -> UUID:
    """As this database gives an id that no field of a model reads."""
    return UUID(str(value))
