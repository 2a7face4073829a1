"""What follows from a facility's list: first said, then done, row by row and never half a row.

Known people are changed through the services of this package, so that doors and seats follow. New people have neither:
they are put in many at once. Who is missing in a list is never released by it, and nobody gets or loses a seat.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

import structlog
from django.db import IntegrityError, OperationalError
from django.db.models import Q

from accounts import services as accounts
from audit.services import actor, record, record_each
from core import changes, clock
from core.errors import RuleError
from core.ids import new_id
from core.transactions import unit
from custody.merging import ROOT_OF_ROW, root_id
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Unit
from custody.roster.facts import WORDS, Fact
from custody.timeline import held_at, place
from groups import kinds
from groups import services as seats
from groups.continuity import services
from groups.continuity.places import add_unit

logger = structlog.get_logger(__name__)

Kind = CustodyEvent.Kind
Act = Callable[[], "Step"]


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    PASSED = "passed"  # nothing to do: somebody who left before we knew them, or said above already
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from a row. `what` names what changes: name, language, adult, unit, housing, admitted, released."""

    fact: Fact
    outcome: Outcome
    what: tuple[str, ...] = ()
    code: str = ""
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whose number the facility knows. `last`: the newest entry of their timeline; `unit_id`, `housing`:
    where they live there."""

    person: Person
    last: CustodyEvent | None = None
    unit_id: UUID | None = None
    housing: str = ""


@dataclass(frozen=True, slots=True)
class Import:
    """A list that is applied: whose, as of when (it knows nothing that came later), and by whom."""

    facility: Facility
    at: datetime
    run: UUID
    by: object
    units: dict[str, Unit] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return f"roster:{self.facility.code}"


class _Refused(Exception):
    """Our record says something that the list can't know."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


# What follows


def plan(facts: Sequence[Fact], of: Import) -> list[Step]:
    """What follows from each of these, as things are now: three queries, however many there are."""
    known = _known(facts, of.facility)
    _look_at_units(of)
    return [_step(fact, known.get(fact.number), of) for fact in facts]


def _look_at_units(of: Import) -> None:
    of.units.clear()
    of.units.update({one.name.casefold(): one for one in Unit.objects.filter(facility=of.facility)})


def _known(facts: Iterable[Fact], facility: Facility) -> Mapping[str, Known]:
    rows = FacilityNumber.objects.filter(facility=facility, number__in=[fact.number for fact in facts])
    bound = {row.number: row.person for row in rows.select_related("person__merged_into")}
    persons = {number: person.merged_into or person for number, person in bound.items()}
    stays = _timelines({person.pk for person in persons.values()})
    return {number: _as_known(person, stays.get(person.pk, [])) for number, person in persons.items()}


def _timelines(ids: set[UUID]) -> Mapping[UUID, list[CustodyEvent]]:
    """Newest first; those of all records of a human are one."""
    found: dict[UUID, list[CustodyEvent]] = {}
    events = CustodyEvent.objects.filter(Q(person__in=ids) | Q(person__merged_into__in=ids), taken_back_at=None)
    for event in events.select_related("person"):
        found.setdefault(event.person.merged_into_id or event.person_id, []).append(event)
    return {pk: sorted(events, key=place, reverse=True) for pk, events in found.items()}


def _as_known(person: Person, timeline: Sequence[CustodyEvent]) -> Known:
    if not timeline:
        return Known(person)
    last = timeline[0]
    for event in timeline:
        if event.kind in CustodyEvent.NOWHERE or event.facility_id != last.facility_id:
            break
        if event.unit_id or event.housing:
            return Known(person, last, event.unit_id, event.housing)
    return Known(person, last)


def _step(fact: Fact, known: Known | None, of: Import) -> Step:
    if known is None:
        is_new = fact.kind == Kind.ADMITTED
        return Step(fact, Outcome.NEW if is_new else Outcome.PASSED, () if is_new else ("never_here",))
    try:
        what = (*_corrections(fact, known.person), *_custody(fact, known, of))
    except _Refused as refused:
        return Step(fact, Outcome.ERROR, code=refused.code, person_id=known.person.pk)
    return Step(fact, Outcome.CHANGED if what else Outcome.SAME, what, person_id=known.person.pk)


def _corrections(fact: Fact, person: Person) -> Iterable[str]:
    if fact.name != person.legal_name:
        yield "name"
    if fact.language and fact.language != person.language:
        yield "language"
    if fact.adult is False and person.adult_confirmed_at is not None:
        raise _Refused("row.not_adult")
    if fact.adult and person.adult_confirmed_at is None:
        yield "adult"


def _custody(fact: Fact, known: Known, of: Import) -> Iterable[str]:
    last = known.last
    is_inside = last is not None and last.kind not in CustodyEvent.NOWHERE
    is_here = is_inside and last is not None and last.facility_id == of.facility.pk
    if fact.kind == Kind.RELEASED:
        return _release(fact, last, is_here=is_here) if last is not None and is_inside else ()
    if last is not None and last.kind == Kind.DIED:
        raise _Refused("row.died")
    if is_here and last is not None:
        return _moves(fact, known, last, of)
    if last is not None and not _is_later(fact, last):
        raise _Refused("row.elsewhere" if is_inside else "row.released")
    return ("admitted",)


def _is_later(fact: Fact, last: CustodyEvent) -> bool:
    return fact.occurred_at is not None and fact.occurred_at > last.occurred_at


def _release(fact: Fact, last: CustodyEvent, *, is_here: bool) -> Iterable[str]:
    if is_here and not _is_later(fact, last):
        raise _Refused("row.released_early")
    if not is_here and _is_later(fact, last):
        raise _Refused("row.elsewhere")
    return ("released",) if is_here else ()  # from an earlier stay


def _moves(fact: Fact, known: Known, last: CustodyEvent, of: Import) -> tuple[str, ...]:
    """Where they live here now. Who is at court or in hospital stays there; of what we heard later a list knows
    nothing; what it leaves empty is not changed."""
    if last.kind in CustodyEvent.OUT or last.occurred_at >= of.at:
        return ()
    there = of.units.get(fact.unit.casefold())
    moved = {
        "unit": bool(fact.unit) and (there is None or there.pk != known.unit_id),
        "housing": bool(fact.housing) and fact.housing != known.housing,
    }
    return tuple(name for name, has in moved.items() if has)


def missing(of: Import, numbers: frozenset[str]) -> list[FacilityNumber]:
    """Whom the facility holds, as far as we know, and none of whose numbers is among these: a person has one row."""
    inside = held_at([of.facility.pk]).values(root=ROOT_OF_ROW)
    rows = FacilityNumber.objects.annotate(root=ROOT_OF_ROW).filter(facility=of.facility, root__in=inside)
    by_person: dict[UUID, list[FacilityNumber]] = {}
    for row in rows.select_related("person").order_by("number"):
        by_person.setdefault(root_id(row.person), []).append(row)
    return [of_one[0] for of_one in by_person.values() if numbers.isdisjoint(row.number for row in of_one)]


# Doing it


@unit()
def apply(facts: Sequence[Fact], *, of: Import) -> list[Step]:
    """Do what follows from these, and say what became of each. A row that fails leaves nothing of itself behind."""
    steps = plan(facts, of)
    changing = [step.person_id for step in steps if step.outcome == Outcome.CHANGED and step.person_id]
    if changing:  # persons come first in the lock order, and what was true before the lock may not be true now
        list(Person.objects.select_for_update(no_key=True).filter(pk__in=changing).order_by("pk").values_list("pk"))
        steps = plan(facts, of)
    new = [step for step in steps if step.outcome == Outcome.NEW]
    admitted = {step.fact.row: step for step in _admit_all(new, of)}
    known = _known([step.fact for step in steps if step.outcome == Outcome.CHANGED], of.facility)
    return [
        _changed(step, known[step.fact.number], of)
        if step.outcome == Outcome.CHANGED
        else admitted.get(step.fact.row, step)
        for step in steps
    ]


def _admit_all(steps: list[Step], of: Import) -> list[Step]:
    """All at once; where one of them can't be, each alone."""
    if len(steps) > 1:
        try:
            return _admit(steps, of)
        except OperationalError:
            raise
        except Exception as error:
            logger.warning("rows are admitted one by one", run=str(of.run), error=type(error).__name__)
            _look_at_units(of)
    return [_or_error(step, partial(_admit_one, step, of), of) for step in steps]


def _admit_one(step: Step, of: Import) -> Step:
    return _admit([step], of)[0]


def _changed(step: Step, known: Known, of: Import) -> Step:
    return _or_error(step, partial(_change, step, known, of), of)


def _or_error(step: Step, act: Act, of: Import) -> Step:
    """What can't be done is said with a code, and the other rows go on. What the database could not do now (a lock, a
    lost line) is not the row's fault: the batch is done again."""
    try:
        return act()
    except OperationalError:
        raise
    except IntegrityError:
        code = "row.number_taken" if step.outcome == Outcome.NEW else "row.failed"
    except RuleError as error:
        code = error.code if error.code in WORDS else "row.failed"
    except Exception as error:  # by name only: what it says may quote the row
        logger.warning("a row failed", run=str(of.run), row=step.fact.row, error=type(error).__name__)
        code = "row.failed"
    _look_at_units(of)  # one that this row had added is gone again
    return replace(step, outcome=Outcome.ERROR, what=(), code=code)


@unit()
def _admit(steps: Sequence[Step], of: Import) -> list[Step]:
    """New people: person, number, first event, and a sign-in that has no PIN yet. Nothing is open that could close."""
    now = clock.now()
    persons = [_person(step.fact, of, now) for step in steps]
    events = [_event(step.fact, person, of, now) for step, person in zip(steps, persons, strict=True)]
    Person.objects.bulk_create(persons)
    FacilityNumber.objects.bulk_create(
        FacilityNumber(facility=of.facility, person=person, number=step.fact.number)
        for step, person in zip(steps, persons, strict=True)
    )
    CustodyEvent.objects.bulk_create(events)
    accounts.create_participants_without_pin(persons=persons)
    details = {f"person:{event.person_id}": {"event": event.pk, "run": of.run} for event in events}
    record_each(kinds.ROSTER_ADMITTED, by=of.by, details=details)
    return [replace(step, person_id=person.pk) for step, person in zip(steps, persons, strict=True)]


def _person(fact: Fact, of: Import, now: datetime) -> Person:
    is_adult = {"adult_confirmed_at": now, "adult_confirmed_by": actor(of.by)} if fact.adult else {}
    language = fact.language or "en"
    return Person(id=new_id(), legal_name=fact.name, language=language, created_at=now, **is_adult)


def _event(fact: Fact, person: Person, of: Import, now: datetime) -> CustodyEvent:
    at = fact.occurred_at or of.at
    return CustodyEvent(
        id=new_id(),
        person=person,
        kind=Kind.ADMITTED,
        facility=of.facility,
        unit=_unit(fact.unit, of),
        housing=fact.housing,
        occurred_at=at,
        recorded_at=now,
        recorded_by=actor(of.by),
        source=of.source,
        source_id=_source_id(fact, Kind.ADMITTED, at),
    )


def _source_id(fact: Fact, kind: str, at: datetime) -> str:
    """The same for the same event, however often and in whatever file it is told."""
    where = f":{_digest(fact.unit, fact.housing)}" if kind == Kind.TRANSFERRED else ""
    return f"{_digest(fact.number)}:{kind}:{clock.wire(at)}{where}"


def _digest(*words: str) -> str:
    """An id of a source holds no spaces, and nothing that anybody reads in it."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:24]


def _unit(name: str, of: Import) -> Unit | None:
    """The unit of this name; one that is not known yet is added: the list is the facility's own."""
    if not name:
        return None
    known = of.units.get(name.casefold())
    if known is None:
        known, _ = add_unit(facility=of.facility, name=name, by=of.by)
        of.units[name.casefold()] = known
    return known


@unit()
def _change(step: Step, known: Known, of: Import) -> Step:
    person, fact = known.person, step.fact
    values = _corrected(step, of)
    if values:
        Person.objects.filter(pk=person.pk).update(**values)
        what = [name for name in step.what if name in ("name", "language", "adult")]
        record(kinds.ROSTER_CORRECTED, by=of.by, subject=f"person:{person.pk}", what=what, run=of.run)
    if "adult" in step.what:
        _follow_age(person, by=of.by)
    if "released" in step.what and fact.occurred_at is not None:
        _tell(person, fact, Kind.RELEASED, fact.occurred_at, of)
    elif "admitted" in step.what:
        _tell(person, fact, Kind.ADMITTED, fact.occurred_at or of.at, of, unit=_unit(fact.unit, of))
    elif {"unit", "housing"} & set(step.what):
        _tell(person, fact, Kind.TRANSFERRED, of.at, of, unit=_home(fact, known, of))
    return step


def _corrected(step: Step, of: Import) -> dict[str, object]:
    values: dict[str, object] = {}
    if "name" in step.what:
        values["legal_name"] = step.fact.name
    if "language" in step.what:
        values["language"] = step.fact.language
    if "adult" in step.what:
        values |= {"adult_confirmed_at": clock.now(), "adult_confirmed_by": actor(of.by)}
    return values


def _follow_age(person: Person, *, by: object) -> None:
    """A seat may have waited for this."""
    seats.authority_changed(person_id=person.pk)
    changes.note("person.changed", person.pk)
    services.settle(person=person, by=by)


def _home(fact: Fact, known: Known, of: Import) -> Unit | None:
    if fact.unit:
        return _unit(fact.unit, of)
    return Unit.objects.get(pk=known.unit_id) if known.unit_id else None


def _tell(person: Person, fact: Fact, kind: str, at: datetime, of: Import, *, unit: Unit | None = None) -> CustodyEvent:
    is_gone = kind == Kind.RELEASED
    return services.record_custody_event(
        person=person,
        kind=kind,
        facility=None if is_gone else of.facility,
        unit=unit,
        housing="" if is_gone else fact.housing,
        occurred_at=at,
        source=of.source,
        source_id=_source_id(fact, kind, at),
        by=of.by,
    )
