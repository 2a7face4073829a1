"""Tablets: put on the list, enrolled with a one-time code, recognised by a secret in a cookie, taken out of use."""

import secrets
from datetime import datetime, timedelta
from hmac import compare_digest
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts import attempts, kinds, permissions
from accounts.errors import CodeExpired, CodeUnknown, SignInPaused, TabletCantDoThat, TabletLabelTaken
from accounts.models import Attempts, RoleGrant, SignIn, User
from accounts.services import end_some
from audit.services import record
from core import changes, clock
from core.errors import NotThere, RuleError
from core.keyring import ring
from core.transactions import unit
from custody.models import Facility, Tablet, Unit

State = Tablet.State
MANAGING = (RoleGrant.Role.FACILITY_ADMIN, RoleGrant.Role.PROGRAMME_ADMIN)
#: How long a code works: time to walk to a tablet with it, and no more.
CODE_LIVES = timedelta(minutes=10)
#: Letters and digits that nobody takes for one another, on paper or by ear; ten of them are 49 bits.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
#: A tablet that lost its cookie takes a new code as the same tablet; what it held before stops working.
TAKES_CODE = (State.ENROLLING, State.ACTIVE)


@unit()
def add_tablet(*, facility: Facility, label: str, in_unit: Unit | None = None, by: object) -> Tablet:
    """Put a tablet on its facility's list. `NotThere` outside the actor's scope, `TabletLabelTaken`."""
    _require(by, facility.pk)
    if in_unit is not None and in_unit.facility_id != facility.pk:
        raise NotThere
    try:
        with transaction.atomic():
            tablet = Tablet.objects.create(facility=facility, label=label.strip(), unit=in_unit)
    except IntegrityError:
        raise TabletLabelTaken from None
    record(kinds.TABLET_ADDED, by=by, subject=f"tablet:{tablet.pk}", facility=facility.pk)
    return tablet


@unit()
def issue_code(*, tablet: Tablet, by: object) -> str:
    """A code that turns one device into this tablet: shown once, works once, for ten minutes. An earlier one stops
    working. `NotThere` outside the actor's scope, `TabletCantDoThat`."""
    _require(by, tablet.facility_id)
    now = clock.now()
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    open_ones = Tablet.objects.filter(pk=tablet.pk, state__in=TAKES_CODE)
    if not open_ones.update(code=_digest("tablet.code", code), code_until=now + CODE_LIVES):
        raise TabletCantDoThat
    record(kinds.TABLET_CODE_ISSUED, by=by, subject=f"tablet:{tablet.pk}", at=now)
    return f"{code[:5]}-{code[5:]}"


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
    digest = _digest("tablet.code", "".join(letter for letter in code.upper() if letter.isalnum()))
    found = Tablet.objects.filter(code=digest, state__in=TAKES_CODE)
    tablet = found.select_for_update().first()
    if tablet is None or tablet.code_until is None:
        return _wrong_code(row, at=at)
    if tablet.code_until <= at:
        return CodeExpired()
    secret = secrets.token_urlsafe(32)
    taken = found.filter(pk=tablet.pk).update(
        code="", code_until=None, state=State.ACTIVE, enrolled_at=at, secret=_digest("tablet.secret", secret)
    )
    if not taken:
        return _wrong_code(row, at=at)
    _device_changed(tablet, because="tablet_enrolled", by=None)
    record(kinds.TABLET_ENROLLED, by=None, subject=f"tablet:{tablet.pk}", at=at, again=tablet.state == State.ACTIVE)
    tablet.refresh_from_db()
    return tablet, secret


def _wrong_code(row: Attempts, *, at: datetime) -> RuleError:
    attempts.add_failure(row, at=at)
    if attempts.pause_if_too_many(row, at=at):
        record(kinds.PAUSED, by=None, subject=row.subject, at=at, place=row.place, until=row.paused_until)
    return CodeUnknown()


def cookie_of(tablet: Tablet, secret: str) -> str:
    return f"{tablet.pk}.{secret}"


def tablet_of(cookie: str | None) -> Tablet | None:
    """The tablet that shows this cookie, whatever its state; None for a cookie that is no tablet's (any more)."""
    name, _, secret = (cookie or "").partition(".")
    try:
        tablet = Tablet.objects.select_related("facility").filter(pk=UUID(name)).exclude(secret="").first()
    except ValueError:
        return None
    if tablet is None or not compare_digest(tablet.secret, _digest("tablet.secret", secret)):
        return None
    return tablet


def suspend(*, tablet: Tablet, by: object) -> None:
    """Out of use for a while; whoever sits at it is signed out."""
    _move(tablet, State.SUSPENDED, by=by)


def resume(*, tablet: Tablet, by: object) -> None:
    _move(tablet, State.ACTIVE, by=by)


def lose(*, tablet: Tablet, by: object) -> None:
    """Reported lost: its secret opens nothing, for good."""
    _move(tablet, State.LOST, by=by)


def retire(*, tablet: Tablet, by: object) -> None:
    _move(tablet, State.RETIRED, by=by)


@unit()
def _move(tablet: Tablet, target: Tablet.State, *, by: object) -> None:
    """`NotThere` outside the actor's scope, `TabletCantDoThat` for a move that its state does not have."""
    _require(by, tablet.facility_id)
    sources = [state for state, targets in Tablet.MOVES.items() if target in targets]
    if target == State.ACTIVE:
        sources.remove(State.ENROLLING)  # only a device that shows its code makes a tablet active
    closing = {} if target == State.ACTIVE else {"code": "", "code_until": None}
    why = "staff" if target == State.SUSPENDED else ""
    if not Tablet.objects.filter(pk=tablet.pk, state__in=sources).update(state=target, why_suspended=why, **closing):
        raise TabletCantDoThat
    _device_changed(tablet, because=f"tablet_{target}", by=by)
    record(kinds.TABLET_MOVED, by=by, subject=f"tablet:{tablet.pk}", to=target)
    tablet.refresh_from_db()


def _device_changed(tablet: Tablet, *, because: str, by: object) -> None:
    end_some(SignIn.objects.filter(tablet=tablet, ended_at=None), because=because, by=by)
    changes.note("tablet.changed", tablet.pk)


def _require(by: object, facility_id: UUID) -> None:
    if isinstance(by, User):
        permissions.require_role(by, *MANAGING, facility_ids=[facility_id])


def _digest(purpose: str, text: str) -> str:
    return ring().mac(purpose, text.encode()).hex()
