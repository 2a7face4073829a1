"""Accounts that are stopped, and that may come back. Stopping is quick and asks no proof: what it does can be undone.
What gives back asks for one (`accounts.gates.proved` on its pages)."""

from datetime import datetime, timedelta

import structlog
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db.models import Q, QuerySet

from accounts import attempts, kinds, permissions, services
from accounts.errors import AccountState, LastAdministrator
from accounts.factors import codes
from accounts.models import RoleGrant, SignIn, User
from audit.services import record
from core import changes, clock
from core.errors import NotThere
from core.transactions import unit
from custody.models import Unit
from custody.timeline import status_of

logger = structlog.get_logger(__name__)
ADMINISTRATORS = services.ADMINISTRATORS
State, Scope, Role = User.State, RoleGrant.Scope, RoleGrant.Role
KILLED, UNUSED, LEFT = "killed", "unused", "left"
#: The figures of the security rules: an account that nobody has used for so long is switched off; administrators are
#: told two weeks before.
UNUSED_AFTER = timedelta(days=90)
WARN_BEFORE = timedelta(days=14)
#: A code to set up a second factor lasts a shift and the night after it.
SET_UP_LASTS = timedelta(hours=24)


# Whose


def may_stop(by: object, user: User) -> bool:
    """An administrator of a place where this colleague works, or where this participant is. Never oneself."""
    if not isinstance(by, User):
        return True
    if by.pk == user.pk:
        return False
    if user.person_id is not None:
        return _looks_after(by, user)
    mine = places_of(by)
    return mine is None or bool(works_at(user) & mine)


def may_restore(by: object, user: User) -> bool:
    """As above, and everywhere that they work: nobody gives back more than they look after themselves."""
    if not isinstance(by, User) or user.person_id is not None:
        return may_stop(by, user)
    mine = places_of(by)
    return may_stop(by, user) and (mine is None or works_at(user) <= mine)


def _looks_after(by: User, user: User) -> bool:
    assert user.person is not None
    status = status_of(user.person)
    if status.facility_id is None:
        return permissions.holds(by, Role.PROGRAMME_ADMIN)
    return permissions.facilities_in_scope(by, *ADMINISTRATORS).filter(pk=status.facility_id).exists()


def places_of(by: User) -> set[str] | None:
    """Ids of the programmes, facilities and units that this administrator looks after; None: all."""
    programmes = permissions.programmes_in_scope(by, *ADMINISTRATORS)
    if programmes is None:
        return None
    facilities = permissions.facilities_in_scope(by, *ADMINISTRATORS)
    units = Unit.objects.filter(facility__in=facilities).values_list("pk", flat=True)
    return programmes | {str(pk) for pk in [*facilities.values_list("pk", flat=True), *units]}


def works_at(user: User) -> set[str]:
    """Where their roles hold; "" stands for everywhere."""
    return set(_roles(clock.now()).filter(user=user).values_list("scope_id", flat=True))


def _roles(at: datetime) -> QuerySet[RoleGrant]:
    """Also of accounts that are locked or switched off: they come back with these."""
    return RoleGrant.objects.filter(Q(until=None) | Q(until__gt=at), ended_at=None)


# Stopping


def kill(*, user: User, by: object) -> bool:
    """Off at once, sign-ins and open sockets with it. False: it was off already; what was left open closes."""
    return _stop(user=user, because=KILLED, by=by)


def disable(*, user: User, by: object) -> bool:
    """Somebody who does not work here any more. `LastAdministrator`."""
    if is_last_administrator(user, at=clock.now()):
        raise LastAdministrator
    return _stop(user=user, because=LEFT, by=by)


@unit()
def _stop(*, user: User, because: str, by: object) -> bool:
    if not may_stop(by, user):
        raise NotThere
    on = User.objects.filter(pk=user.pk).exclude(state=State.DISABLED)
    stopped = on.update(state=State.DISABLED, disabled_because=because)
    services.end_all_sign_ins(user=user, because=because, by=by)
    if stopped:
        record(kinds.DISABLED, by=by, subject=f"user:{user.pk}", because=because)
        changes.note("user.changed", user.pk)
    return bool(stopped)


@unit()
def end_sign_in(*, sign_in: SignIn, by: object) -> bool:
    """One sign-in of somebody else."""
    if not may_stop(by, sign_in.user):
        raise NotThere
    return services.end_sign_in(sign_in=sign_in, because="ended_by_staff", by=by)


# Giving back


@unit()
def enable(*, user: User, by: object) -> bool:
    """Back on; the days without a sign-in are counted anew. False: it was not off (any more)."""
    if not may_restore(by, user):
        raise NotThere
    now = clock.now()
    off = User.objects.filter(pk=user.pk, state=State.DISABLED)
    if not off.update(state=State.ACTIVE, disabled_because="", last_login=now):
        return False
    attempts.clear(attempts.locked(subject=attempts.subject_of(user, ""), place=attempts.ANY, at=now))
    record(kinds.ENABLED, by=by, subject=f"user:{user.pk}", at=now)
    changes.note("user.changed", user.pk)
    return True


@unit()
def reset_factors(*, user: User, by: object) -> str:
    """Somebody lost their phone: all their second factors and sign-ins go, and one code lets them set up a new one,
    together with their password. The code, which is nowhere else. `AccountState`: it is locked or off."""
    if user.person_id is not None or not may_restore(by, user):
        raise NotThere
    if not User.objects.select_for_update().filter(pk=user.pk, state=State.ACTIVE).exists():
        raise AccountState
    now = clock.now()
    Authenticator.objects.filter(user=user).delete()
    services.end_all_sign_ins(user=user, because="factors_reset", by=by)
    record(kinds.FACTORS_RESET, by=by, subject=f"user:{user.pk}", at=now)
    return _set_up_code(user, until=now + SET_UP_LASTS)


def _set_up_code(user: User, *, until: datetime) -> str:
    """A single recovery code: the others count as used."""
    made = RecoveryCodes.activate(user)
    code = made.generate_codes()[0]
    made.instance.data |= {codes.UNTIL: until.isoformat(), "used_mask": ~1 & (2**10 - 1)}
    made.instance.save(update_fields=["data"])
    return f"{code[:4]} {code[4:]}"


# Unused accounts


def unused_since(user: User) -> datetime:
    """When they came last, were made, or were switched on again."""
    return user.last_login or user.created_at


def unused_at(at: datetime) -> QuerySet[User]:
    """Staff whose accounts nobody will have used for too long at this moment."""
    staff = User.objects.filter(person=None).exclude(state=State.DISABLED)
    long_ago = at - UNUSED_AFTER
    return staff.filter(Q(last_login__lte=long_ago) | Q(last_login=None, created_at__lte=long_ago)).order_by("name")


def disable_unused(*, at: datetime) -> int:
    """Switch off what nobody has used; never the last account that can switch others on: that one is reported."""
    stopped = 0
    for user in unused_at(at):
        if is_last_administrator(user, at=at):
            logger.warning("the last administrator has not signed in for long", user=str(user.pk))
        else:
            stopped += _stop(user=user, because=UNUSED, by=None)
    return stopped


def is_last_administrator(user: User, *, at: datetime) -> bool:
    """Whether nobody else could give accounts back: of the whole installation, where somebody has that role."""
    able = permissions.standing(*ADMINISTRATORS, at=at)
    everywhere = able.filter(scope=Scope.INSTALLATION)
    able = everywhere if everywhere.exists() else able
    return able.filter(user=user).exists() and not able.exclude(user=user).exists()
