"""Which texts are in force where, and who has not said yes to them: asked for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q

from core.clock import ENDLESS
from custody.models import Facility, Person
from groups.agreements.models import Acknowledgement, Wording
from groups.models import SupportGroup

Kind = Wording.Kind
#: What is agreed to before somebody's first entry into a circle.
OF_A_CIRCLE = (Kind.AGREEMENT, Kind.CONSENT)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text, without its words. `place`: its facility or group; None: everybody's."""

    id: UUID
    kind: str
    place: UUID | None
    number: int
    from_at: datetime


class Wordings:
    """The versions that matter to some facilities and groups, those to come too."""

    def __init__(self, versions: Iterable[Version], *, at: datetime) -> None:
        self._at = at
        self._of: dict[tuple[str, UUID | None], list[Version]] = defaultdict(list)
        for version in versions:
            self._of[version.kind, version.place].append(version)

    def in_force(self, kind: str, place: UUID | None) -> Version | None:
        """The one of this facility or group, if it has one of its own; else everybody's. None: there is none at all,
        and nobody can have agreed to it."""
        return self._begun(kind, place) or self._begun(kind, None)

    def next_at(self, kind: str, place: UUID | None) -> datetime:
        """When another one may come into force here."""
        known = self._of[kind, place] + self._of[kind, None]
        return min((version.from_at for version in known if version.from_at > self._at), default=ENDLESS)

    def _begun(self, kind: str, place: UUID | None) -> Version | None:
        begun = [version for version in self._of[kind, place] if version.from_at <= self._at]
        return max(begun, key=lambda version: version.number, default=None)


def wordings(places: Iterable[UUID], *, at: datetime) -> Wordings:
    """The texts of these facilities and groups, and everybody's: one query."""
    ids = list(places)
    rows = Wording.objects.filter(Q(facility=None, group=None) | Q(facility__in=ids) | Q(group__in=ids))
    values = rows.values_list("pk", "kind", "facility", "group", "version", "from_at")
    return Wordings(
        (Version(pk, kind, facility or group, number, at) for pk, kind, facility, group, number, at in values), at=at
    )


def in_force(
    kind: str, *, at: datetime, facility: Facility | None = None, group: SupportGroup | None = None
) -> Wording | None:
    """The text of this kind that counts here now, with its words."""
    place = facility.pk if facility else group.pk if group else None
    found = wordings([place] if place else [], at=at).in_force(kind, place)
    return Wording.objects.get(pk=found.id) if found else None


@dataclass(frozen=True, slots=True)
class Lack:
    """What somebody has not said yes to; `version` None: there is no text that they could have read."""

    kind: str
    version: Version | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What some persons have read and agreed to, beside what is in force where."""

    wordings: Wordings
    said: Mapping[UUID, frozenset[UUID]]
    adults: frozenset[UUID]

    def lacking(self, person_id: UUID, places: Sequence[tuple[str, UUID | None]]) -> list[Lack]:
        """What this person lacks among these kinds of texts at these places."""
        asked = [(kind, self.wordings.in_force(kind, place)) for kind, place in places]
        said = self.said.get(person_id, frozenset())
        return [Lack(kind, version) for kind, version in asked if version is None or version.id not in said]

    def until(self, places: Sequence[tuple[str, UUID | None]]) -> datetime:
        """Until when that answer holds, if nobody does anything."""
        return min((self.wordings.next_at(kind, place) for kind, place in places), default=ENDLESS)


def asked_of(facility_id: UUID | None, group_id: UUID | None) -> list[tuple[str, UUID | None]]:
    """All that is asked of somebody at this facility (None: outside) before they come into this group's room."""
    return [(Kind.MONITORING, facility_id), *((kind, group_id) for kind in OF_A_CIRCLE)]


def agreed(persons: Iterable[UUID], places: Iterable[UUID], *, at: datetime) -> Agreed:
    """What these persons have agreed to, against the texts of these facilities and groups: two queries."""
    known = wordings(places, at=at)
    standing = FilteredRelation("acknowledgements", condition=Q(acknowledgements__taken_back_at=None))
    rows = Person.objects.filter(pk__in=list(persons)).annotate(standing=standing)
    said: dict[UUID, set[UUID]] = defaultdict(set)
    adults: set[UUID] = set()
    for pk, confirmed, wording in rows.values_list("pk", "adult_confirmed_at", "standing__wording"):
        said[pk].add(wording)
        adults |= {pk} if confirmed else set()
    return Agreed(known, {pk: frozenset(each) for pk, each in said.items()}, frozenset(adults))


def notice_needed(person: Person, facility: Facility | None, *, at: datetime) -> bool:
    """Whether this person has still to read the notice that is in force where they are: one query. No notice at all
    is for the room's gate to refuse; a page can't ask for what is not there."""
    mine = Q(facility=facility) if facility else Q(facility=None)
    begun = Wording.objects.filter(mine | Q(facility=None), kind=Kind.MONITORING, from_at__lte=at)
    said = Acknowledgement.objects.filter(person=person, wording=OuterRef("pk"), taken_back_at=None)
    rows = list(begun.annotate(said=Exists(said)).values_list("facility", "version", "said"))
    return bool(rows) and not max(rows, key=lambda row: (row[0] is not None, row[1]))[2]
