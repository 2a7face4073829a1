"""Where a tablet stands and what state it is in. Whoever sits at one that changes is signed out at once."""

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from accounts import kinds, permissions
from accounts.errors import TabletCantDoThat, TabletLabelTaken
from accounts.models import RoleGrant, SignIn, User
from accounts.services import end_some
from audit.services import record
from core import changes
from core.errors import NotThere
from core.keyring import ring
from core.transactions import unit
from custody.models import Facility, Tablet, TabletCredential, Unit

State = Tablet.State
MANAGING = (RoleGrant.Role.FACILITY_ADMIN, RoleGrant.Role.PROGRAMME_ADMIN)
#: Why a tablet is suspended: staff did it, or a copy of it showed itself.
BY_STAFF, CLONE = "staff", "clone"


def suspend(*, tablet: Tablet, by: object) -> None:
    """Out of use for a while; whoever sits at it is signed out."""
    _move(tablet, State.SUSPENDED, by=by)


def resume(*, tablet: Tablet, by: object) -> None:
    """Not after a copy was seen: nobody knows which of the two devices is the tablet. A new code says so."""
    _move(tablet, State.ACTIVE, by=by)


def lose(*, tablet: Tablet, by: object) -> None:
    """Reported lost: its secret opens nothing, for good."""
    _move(tablet, State.LOST, by=by)


def retire(*, tablet: Tablet, by: object) -> None:
    _move(tablet, State.RETIRED, by=by)


@unit()
def _move(tablet: Tablet, target: Tablet.State, *, by: object) -> None:
    """`NotThere` outside the actor's scope, `TabletCantDoThat` for a move that its state does not have."""
    require(by, tablet.facility_id)
    sources = [state for state, targets in Tablet.MOVES.items() if target in targets]
    if target == State.ACTIVE:
        sources.remove(State.ENROLLING)  # only a device that shows its code makes a tablet active
    closing = {} if target == State.ACTIVE else {"code": "", "code_until": None}
    why = BY_STAFF if target == State.SUSPENDED else ""
    movable = Tablet.objects.filter(pk=tablet.pk, state__in=sources)
    if target == State.ACTIVE:
        movable = movable.exclude(why_suspended=CLONE)
    if not movable.update(state=target, why_suspended=why, **closing):
        raise TabletCantDoThat
    device_changed(tablet, because=f"tablet_{target}", by=by)
    record(kinds.TABLET_MOVED, by=by, subject=f"tablet:{tablet.pk}", to=target)
    tablet.refresh_from_db()


@unit()
def assign_unit(*, tablet: Tablet, to: Unit | None, by: object) -> None:
    """It stands in another unit from now on. `NotThere` for a unit of another facility, `TabletCantDoThat` for one
    that is out of use for good."""
    require(by, tablet.facility_id)
    if to is not None and to.facility_id != tablet.facility_id:
        raise NotThere
    if not _standing(tablet).update(unit=to):
        raise TabletCantDoThat
    device_changed(tablet, because="tablet_assigned", by=by)
    record(kinds.TABLET_ASSIGNED, by=by, subject=f"tablet:{tablet.pk}", unit=to and to.pk)
    tablet.refresh_from_db()


@unit()
def move_to_facility(*, tablet: Tablet, to: Facility, by: object) -> None:
    """It goes to another facility, and opens nothing until it has taken a code from there. Only for who administers
    both (`NotThere`). `TabletLabelTaken`, `TabletCantDoThat`."""
    require(by, tablet.facility_id)
    require(by, to.pk)
    if to.pk == tablet.facility_id:
        raise TabletCantDoThat
    values = {"facility": to, "unit": None, "state": State.ENROLLING, "why_suspended": "", **NO_WAY_IN}
    try:
        with transaction.atomic():
            moved = _standing(tablet).update(**values)
    except IntegrityError:
        raise TabletLabelTaken from None
    if not moved:
        raise TabletCantDoThat
    forget_secrets([tablet.pk])
    device_changed(tablet, because="tablet_assigned", by=by)
    record(kinds.TABLET_ASSIGNED, by=by, subject=f"tablet:{tablet.pk}", facility=to.pk)
    tablet.refresh_from_db()


#: What a tablet has that nobody can come in with any more: no code, no managed secret.
NO_WAY_IN = {"code": "", "code_until": None, "managed": ""}


def _standing(tablet: Tablet) -> QuerySet[Tablet]:
    """The tablet's row, where it is where we think, and not out of use for good."""
    rows = Tablet.objects.filter(pk=tablet.pk, facility=tablet.facility_id)
    return rows.exclude(state__in=(State.LOST, State.RETIRED))


def forget_secrets(tablet_ids: Iterable[UUID]) -> None:
    """Whoever shows one of them from now on is nobody's device."""
    TabletCredential.objects.filter(tablet__in=list(tablet_ids)).delete()


def device_changed(tablet: Tablet, *, because: str, by: object) -> None:
    end_some(SignIn.objects.filter(tablet=tablet, ended_at=None), because=because, by=by)
    changes.note("tablet.changed", tablet.pk)


def require(by: object, facility_id: UUID) -> None:
    if isinstance(by, User):
        permissions.require_role(by, *MANAGING, facility_ids=[facility_id])


def digest(purpose: str, text: str) -> str:
    return ring().mac(purpose, text.encode()).hex()
