"""Many tablets at once: a delivery, and the night on which all of a facility's are replaced. All of it or nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from accounts import kinds
from accounts.errors import DeliveryRefused, NothingToReplace, TabletLabelTaken
from accounts.tablets.codes import DELIVERY_CODE_LIVES, TAKES_CODE, digest_of, new_code
from accounts.tablets.states import NO_WAY_IN, State, device_changed, forget_secrets, require
from audit.services import record
from core import clock
from core.errors import NotThere
from core.transactions import unit
from custody.models import Facility, Tablet, Unit

#: Tablets of one delivery: more is a slip of the hand in a range.
MOST = 500
LABEL_LENGTH = 40
#: A-[001-200]: as many labels, with as many digits.
RANGE = re.compile(r"^(?P<before>[^\[\]]*)\[(?P<first>\d{1,6})-(?P<last>\d{1,6})\](?P<after>[^\[\]]*)$")


@dataclass(frozen=True, slots=True)
class Coded:
    """A tablet with the code that it waits for: the code is nowhere else."""

    tablet: Tablet
    code: str


@dataclass(frozen=True, slots=True)
class Label:
    """What one line asks for, and what is wrong with it."""

    line: int
    text: str
    wrong: str = ""


@unit()
def deliver(*, facility: Facility, lines: str, in_unit: Unit | None = None, by: object) -> list[Coded]:
    """Put the tablets of a delivery on the list, each with a code that works for a day. A line is a label, or a range
    of them. `NotThere` outside the actor's scope, `DeliveryRefused` with what is wrong in which line."""
    require(by, facility.pk)
    if in_unit is not None and in_unit.facility_id != facility.pk:
        raise NotThere
    labels = read_labels(lines, taken=Tablet.objects.filter(facility=facility).values_list("label", flat=True))
    wrong = [(label.line, label.text, label.wrong) for label in labels if label.wrong]
    if wrong:
        raise DeliveryRefused(wrong)
    new = [Tablet(facility=facility, label=label.text, unit=in_unit) for label in labels]
    coded = _make(new, at=clock.now())
    made = [str(tablet.pk) for tablet in new]
    record(kinds.TABLETS_DELIVERED, by=by, subject=f"facility:{facility.pk}", tablets=made)
    return coded


def read_labels(lines: str, *, taken: Iterable[str]) -> list[Label]:
    """Every label that these lines ask for, in order, each with what is wrong with it."""
    labels: list[Label] = []
    seen, there = set[str](), set(taken)
    for number, line in enumerate(lines.splitlines(), start=1):
        for label in _of_line(number, " ".join(line.split())):
            labels.append(_judged(label, seen=seen, there=there))
            seen.add(label.text)
    if not labels:
        return [Label(1, "", "Write one label at least.")]
    return labels if len(labels) <= MOST else [Label(1, "", f"These are more than {MOST}. Send them in parts.")]


def _of_line(number: int, line: str) -> Iterable[Label]:
    if not line:
        return []
    if "[" not in line and "]" not in line:
        return [Label(number, line)]
    found = RANGE.match(line)
    if found is None or int(found["first"]) > int(found["last"]):
        return [Label(number, line, "Write a range as [001-200]: the lower number first, once in a line.")]
    if int(found["last"]) - int(found["first"]) >= MOST:
        return [Label(number, line, f"This range has more than {MOST}. Send it in parts.")]
    digits = len(found["first"])
    numbers = range(int(found["first"]), int(found["last"]) + 1)
    return [Label(number, f"{found['before']}{at:0{digits}d}{found['after']}".strip()) for at in numbers]


def _judged(label: Label, *, seen: set[str], there: set[str]) -> Label:
    wrong = label.wrong
    if len(label.text) > LABEL_LENGTH:
        wrong = wrong or f"A label has {LABEL_LENGTH} signs at most."
    elif label.text in there:
        wrong = wrong or "This facility has a tablet with that label already."
    elif label.text in seen:
        wrong = wrong or "This label stands here twice."
    return Label(label.line, label.text, wrong)


def _make(tablets: Sequence[Tablet], *, at: datetime) -> list[Coded]:
    coded = [Coded(tablet, new_code()) for tablet in tablets]
    for one in coded:
        one.tablet.code, one.tablet.code_until = digest_of(one.code), at + DELIVERY_CODE_LIVES
    try:
        with transaction.atomic():
            Tablet.objects.bulk_create(tablets)
    except IntegrityError:  # somebody put one of them on the list a moment ago
        raise TabletLabelTaken from None
    return coded


@unit()
def new_codes(*, facility: Facility, by: object) -> list[Coded]:
    """New codes, for a day, for all that wait to be set up: the sheet was lost, or its day is over."""
    require(by, facility.pk)
    until = clock.now() + DELIVERY_CODE_LIVES
    waiting = Tablet.objects.filter(TAKES_CODE, facility=facility, state=State.ENROLLING).select_for_update()
    coded = [Coded(tablet, new_code()) for tablet in waiting.order_by("label")]
    for one in coded:
        one.tablet.code, one.tablet.code_until = digest_of(one.code), until
    Tablet.objects.bulk_update([one.tablet for one in coded], ["code", "code_until"])
    made = [str(one.tablet.pk) for one in coded]
    record(kinds.TABLETS_DELIVERED, by=by, subject=f"facility:{facility.pk}", tablets=made)
    return coded


def to_replace(facility: Facility) -> list[Tablet]:
    """All that could still be used here. Kiosks stay: they keep nothing that a device could carry away."""
    standing = Tablet.objects.filter(facility=facility, kind=Tablet.Kind.TABLET)
    return list(standing.exclude(state__in=(State.LOST, State.RETIRED)).select_related("unit").order_by("label"))


@unit()
def replace_all(*, facility: Facility, by: object) -> list[Coded]:
    """Retire every tablet of this facility now, and put a new one on the list for each, of the same label and unit,
    with a code that works for a day. Whoever sits at an old one is signed out. `NotThere`, `NothingToReplace`."""
    require(by, facility.pk)
    Facility.objects.select_for_update().get(pk=facility.pk)  # of two at once the second finds new ones only
    now, old = clock.now(), to_replace(facility)
    if all(tablet.state == State.ENROLLING for tablet in old):
        raise NothingToReplace
    for tablet in old:
        _put_away(tablet, at=now, by=by)
    forget_secrets([tablet.pk for tablet in old])
    new = [Tablet(facility=facility, label=tablet.label, unit=tablet.unit) for tablet in old]
    coded = _make(new, at=now)
    record(kinds.TABLETS_REPLACED, by=by, subject=f"facility:{facility.pk}", at=now, tablets=len(old))
    return coded


def _put_away(tablet: Tablet, *, at: datetime, by: object) -> None:
    """Its label is free for its successor; the old row is told apart by its day and the end of its id."""
    label = f"{tablet.label}, until {at:%Y-%m-%d} ({str(tablet.pk)[-6:]})"
    values = {"state": State.RETIRED, "why_suspended": "", "label": label, **NO_WAY_IN}
    Tablet.objects.filter(pk=tablet.pk).update(**values)
    device_changed(tablet, because="tablet_retired", by=by)
