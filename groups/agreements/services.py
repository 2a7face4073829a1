"""What can happen to a text, and to somebody's yes to it."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.models import Facility, Person
from groups import kinds
from groups import services as seats
from groups.agreements.errors import AgreementChanged, ConsentNotThere, WordingEmpty, WordingMisplaced
from groups.agreements.models import Acknowledgement, Wording
from groups.agreements.selectors import Kind
from groups.agreements.texts import texts_of
from groups.models import SupportGroup
from groups.ports import herald


@unit()
def publish_wording(
    *,
    kind: str,
    en: str,
    es: str,
    by: object,
    facility: Facility | None = None,
    group: SupportGroup | None = None,
    from_at: datetime | None = None,
) -> Wording:
    """A new version, in both languages, in force from `from_at` (never before now). From then on everybody there is
    asked again, and who is in a room is out of it until they have agreed."""
    now = clock.now()
    en, es = _in_lines(en), _in_lines(es)
    if not en or not es:
        raise WordingEmpty
    if (group if kind == Kind.MONITORING else facility) is not None:
        raise WordingMisplaced
    before = Wording.objects.filter(kind=kind, facility=facility, group=group).aggregate(last=Max("version"))
    wording = Wording.objects.create(
        kind=kind,
        facility=facility,
        group=group,
        version=(before["last"] or 0) + 1,
        en=en,
        es=es,
        from_at=max(from_at or now, now),
        written_by=actor(by),
    )
    _ask_again(facility, group)
    record(
        kinds.WORDING_PUBLISHED,
        by=by,
        subject=f"wording:{wording.pk}",
        what=kind,
        version=wording.version,
        from_at=wording.from_at,
    )
    return wording


@unit()
def acknowledge(*, person: Person, wording_ids: Collection[UUID], language: str, door: str) -> None:
    """This person has read these and agrees. The same again changes nothing; a text that is not (any more) in force
    for them is refused: what they read is not what counts."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    now = clock.now()
    if not set(wording_ids) <= {version.id for version in texts_of(person, at=now).in_force}:
        raise AgreementChanged
    standing = Acknowledgement.objects.filter(person=person, wording__in=wording_ids, taken_back_at=None)
    fresh = Wording.objects.filter(pk__in=wording_ids).exclude(pk__in=standing.values("wording")).order_by("kind")
    rows = list(fresh)
    for wording in rows:
        _put_down(person, wording, language=language, door=door, at=now)
    if rows:
        _changed(person)


@unit()
def take_back_consent(*, person: Person, acknowledgement_id: UUID) -> None:
    """The rooms that rest on it are shut at once; the seats are kept."""
    mine = Acknowledgement.objects.filter(pk=acknowledgement_id, person=person, wording__kind=Kind.CONSENT)
    if not mine.filter(taken_back_at=None).update(taken_back_at=clock.now()):
        raise ConsentNotThere
    _changed(person)
    record(kinds.CONSENT_TAKEN_BACK, by=f"person:{person.pk}", subject=f"acknowledgement:{acknowledgement_id}")


def _put_down(person: Person, wording: Wording, *, language: str, door: str, at: datetime) -> None:
    row = Acknowledgement.objects.create(
        person=person, wording=wording, group=wording.group, language=language, door=door, at=at
    )
    record(
        kinds.ACKNOWLEDGED,
        by=f"person:{person.pk}",
        subject=f"acknowledgement:{row.pk}",
        at=at,
        wording=wording.pk,
        what=wording.kind,
        version=wording.version,
        language=language,
        door=door,
    )


def _changed(person: Person) -> None:
    """What this person may do has changed: readings are stale, and what is open is looked at again."""
    seats.authority_changed(person_id=person.pk)
    changes.note("person.changed", person.pk)


def _ask_again(facility: Facility | None, group: SupportGroup | None) -> None:
    """Each room whose people are asked: its readings learn when they end, and what is open is looked at again."""
    for group_id in _rooms_of(facility, group):
        herald().tell(group_id, None, {}, audience="everybody", authority=True)
        changes.note("group.changed", group_id)


def _rooms_of(facility: Facility | None, group: SupportGroup | None) -> Iterable[UUID]:
    if group is not None:
        return [group.pk]
    groups = SupportGroup.objects.filter(approvals__facility=facility) if facility else SupportGroup.objects.all()
    return groups.order_by("pk").values_list("pk", flat=True).distinct()


def _in_lines(text: str) -> str:
    """One thought a line, nothing around it."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
