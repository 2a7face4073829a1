"""Records of one human. A merge lets one record stand for another; what is known of either counts for both.

`Person.merged_into` is the record that stands in the end, never one that is itself merged (`groups.continuity.merging`
keeps it so). The *root* of a record is that one, or itself; its *cluster*: the root with all that were merged into it.
"""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from custody.models import CustodyEvent, FacilityNumber, Person

#: The root of a person, and of the person that a row (an event, a number) is of, in a query.
ROOT = Coalesce("merged_into_id", "id")
ROOT_OF_ROW = Coalesce("person__merged_into_id", "person_id")


def root_id(person: Person) -> UUID:
    """Which record stands for this one."""
    return person.merged_into_id or person.pk


def root_of(person: Person) -> Person:
    return person.merged_into or person


def roots_of(persons: Iterable[UUID]) -> dict[UUID, UUID]:
    """The root of each of these records: one query."""
    wanted = set(persons)
    found = dict(Person.objects.filter(pk__in=wanted).annotate(root=ROOT).values_list("pk", "root"))
    return {pk: found.get(pk, pk) for pk in wanted}


def cluster_of(person: Person) -> set[UUID]:
    return clusters_of([person.pk])[person.pk]


def clusters_of(persons: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """All records of the human that each of these records is about, itself among them: two queries."""
    roots = roots_of(persons)
    clusters: dict[UUID, set[UUID]] = {root: {root} for root in roots.values()}
    merged = Person.objects.filter(merged_into__in=list(clusters)).values_list("pk", "merged_into")
    for pk, root in merged:
        if root is not None:
            clusters[root].add(pk)
    return {pk: clusters[root] for pk, root in roots.items()}


def all_records(persons: Iterable[UUID]) -> set[UUID]:
    """Every record of each of these humans: what keeps one of them keeps all. Two queries."""
    return set[UUID]().union(*clusters_of(persons).values())


def records_of(persons: Collection[UUID]) -> QuerySet[Person]:
    """Ids of all records of the humans that these records are about, for use within a query. By indexes alone: pages,
    frames and posts ask for it."""
    asked = Person.objects.filter(pk__in=list(persons))
    roots = asked.annotate(root=ROOT).values("root")
    return roots.union(Person.objects.filter(merged_into__in=roots).values("pk"), all=True)  # type: ignore[return-value]


def of_root(person: Person, field: str = "person") -> Q:
    """Rows that hang, by `field`, on this human whichever record they were written for."""
    root = root_id(person)
    return Q(**{field: root}) | Q(**{f"{field}__merged_into": root})


def numbers_of(person: Person) -> QuerySet[FacilityNumber]:
    """Every number by which a facility knows this human: those of merged records stay with them, and lead here."""
    return FacilityNumber.objects.filter(of_root(person))


def timeline_of(person: Person) -> QuerySet[CustodyEvent]:
    """All that was told of this human, what was taken back among it."""
    return CustodyEvent.objects.filter(of_root(person)).select_related("facility", "unit")


def stands() -> Q:
    """Of persons: those that no other record stands for."""
    return Q(merged_into=None)


def locked(*persons: Person) -> Mapping[UUID, Person]:
    """These records and all that are one human with them, locked in the order of their ids and read anew."""
    while True:
        ids = {pk for cluster in clusters_of(person.pk for person in persons).values() for pk in cluster}
        rows = Person.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
        found = {row.pk: row for row in rows}
        now = {pk for cluster in clusters_of(person.pk for person in persons).values() for pk in cluster}
        if now <= set(found):
            return found
