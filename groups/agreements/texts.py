"""The texts that one person reads, in the order in which they do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from custody.models import Person
from custody.timeline import status_of
from groups.agreements.models import Wording
from groups.agreements.selectors import OF_A_CIRCLE, Kind, Version, agreed
from groups.selectors import groups_of


@dataclass(frozen=True, slots=True)
class Texts:
    """What is in force for one person, in all their circles together, in the order in which it is read."""

    in_force: Sequence[Version]
    lacking: Sequence[Version]
    missing: frozenset[str]  # kinds of which there is no text at all

    def of(self, *kinds: str) -> list[Version]:
        """What of these kinds they have still to agree to."""
        return [version for version in self.lacking if version.kind in kinds]


def texts_of(person: Person, *, at: datetime) -> Texts:
    """The notice where they are, and what is agreed to in each circle of theirs; everybody's while they have none."""
    facility = status_of(person).facility
    groups: list[UUID | None] = [seat.group_id for seat in groups_of(person)]
    places: list[tuple[str, UUID | None]] = [(Kind.MONITORING, facility.pk if facility else None)]
    places += [(kind, group) for kind in OF_A_CIRCLE for group in groups or [None]]
    found = agreed([person.pk], [place for _, place in places if place], at=at)
    texts = {(kind, found.wordings.in_force(kind, place)) for kind, place in places}
    in_force = sorted((text for _, text in texts if text), key=_as_read)
    said = found.said.get(person.pk, frozenset())
    return Texts(
        in_force,
        [text for text in in_force if text.id not in said],
        frozenset(kind for kind, text in texts if text is None),
    )


def _as_read(version: Version) -> tuple[int, bool, str]:
    return [*Kind].index(Kind(version.kind)), version.place is not None, str(version.place)


@dataclass(frozen=True, slots=True)
class Line:
    """One thought of a text: its heading, where it has one, and its words."""

    lead: str
    words: str


def lines_of(wording: Wording, language: str) -> list[Line]:
    text = wording.es if language == "es" else wording.en
    return [_line(line) for line in text.splitlines() if line.strip()]


def _line(text: str) -> Line:
    lead, colon, words = text.strip().partition(": ")
    return Line(lead, words) if colon else Line("", text.strip())
