"""Tablets come onto the list of their facility, and a one-time code turns one device into each."""

import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from accounts import attempts, kinds
from accounts.errors import CodeExpired, CodeUnknown, SignInPaused, TabletCantDoThat, TabletLabelTaken
from accounts.letters import LETTERS
from accounts.models import Attempts
from accounts.tablets.credentials import give_first
from accounts.tablets.states import CLONE, State, device_changed, digest, require
from audit.services import record
from core import clock
from core.errors import NotThere, RuleError
from core.transactions import unit
from custody.models import Facility, Tablet, Unit

#: How long a code works: time to walk to a tablet with it, and no more.
CODE_LIVES = timedelta(minutes=10)
#: Codes of a whole delivery: a day of unpacking, by several people, who have them on paper.
DELIVERY_CODE_LIVES = timedelta(hours=24)
CODE_LENGTH = 10
#: A tablet that lost its cookie takes a new code as the same tablet, and what it held before stops working. So does one
#: whose copy was seen: the device that takes the code is the tablet, and the other is nobody's.
TAKES_CODE = Q(kind=Tablet.Kind.TABLET) & (
    Q(state__in=(State.ENROLLING, State.ACTIVE)) | Q(state=State.SUSPENDED, why_suspended=CLONE)
)


@unit()
def add_tablet(
    *,
    facility: Facility,
    label: str,
    in_unit: Unit | None = None,
    kind: str = Tablet.Kind.TABLET,
    by: object,
) -> Tablet:
    """Put a tablet on its facility's list. `NotThere` outside the actor's scope, `TabletLabelTaken`."""
    require(by, facility.pk)
    if in_unit is not None and in_unit.facility_id != facility.pk:
        raise NotThere
    try:
        with transaction.atomic():
            tablet = Tablet.objects.create(facility=facility, label=label.strip(), unit=in_unit, kind=kind)
    except IntegrityError:
        raise TabletLabelTaken from None
    record(kinds.TABLET_ADDED, by=by, subject=f"tablet:{tablet.pk}", facility=facility.pk)
    return tablet


@unit()
def issue_code(*, tablet: Tablet, by: object) -> str:
    """A code that turns one device into this tablet: shown once, works once, for ten minutes. An earlier one stops
    working. `NotThere` outside the actor's scope, `TabletCantDoThat`."""
    require(by, tablet.facility_id)
    now = clock.now()
    code = new_code()
    open_ones = Tablet.objects.filter(TAKES_CODE, pk=tablet.pk)
    if not open_ones.update(code=digest_of(code), code_until=now + CODE_LIVES):
        raise TabletCantDoThat
    record(kinds.TABLET_CODE_ISSUED, by=by, subject=f"tablet:{tablet.pk}", at=now)
    return code


def new_code() -> str:
    """As it is read and typed: two times five."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    return f"{letters[:5]}-{letters[5:]}"


def digest_of(code: str) -> str:
    """Of what was typed: dashes, spaces and small letters do not matter."""
    return digest("tablet.code", "".join(letter for letter in code.upper() if letter.isalnum()))


def enrol(*, code: str, at: datetime, place: str = attempts.UNKNOWN) -> tuple[Tablet, str]:
    """Turn the device that sent this code into the tablet it was made for; answers the tablet and its new secret.

    `place` is what wrong codes are counted for. Raises `CodeUnknown` (also for a used one), `CodeExpired`,
    `SignInPaused`.
    """
    outcome = _enrol(code, at=at, place=place)
    if isinstance(outcome, RuleError):
        raise outcome
    return outcome


@unit()
def _enrol(code: str, *, at: datetime, place: str) -> tuple[Tablet, str] | RuleError:
    row = attempts.locked(subject=attempts.ENROL, place=place, at=at)
    if seconds := attempts.seconds_paused(row, at=at):
        return SignInPaused(seconds=seconds)
    found = Tablet.objects.filter(TAKES_CODE, code=digest_of(code))
    tablet = found.select_for_update().first()
    if tablet is None or tablet.code_until is None:
        return _wrong_code(row, at=at)
    if tablet.code_until <= at:
        return CodeExpired()
    taken = found.filter(pk=tablet.pk).update(
        code="", code_until=None, state=State.ACTIVE, why_suspended="", enrolled_at=at
    )
    if not taken:
        return _wrong_code(row, at=at)
    secret = give_first(tablet, at=at)
    device_changed(tablet, because="tablet_enrolled", by=None)
    record(kinds.TABLET_ENROLLED, by=None, subject=f"tablet:{tablet.pk}", at=at, again=tablet.state != State.ENROLLING)
    tablet.refresh_from_db()
    return tablet, secret


def _wrong_code(row: Attempts, *, at: datetime) -> RuleError:
    attempts.count_wrong(row, at=at)
    return CodeUnknown()
