"""What can happen at the doors: coming in, going out, and the accounts of those who do."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction

from accounts import attempts, kinds, permissions, rules, sessions
from accounts.browsers import Browser
from accounts.doors import Door, DoorRequest, custody_says
from accounts.errors import (
    NameTaken,
    OtherDoor,
    RoleUnknown,
    SignInFailed,
    SignInPaused,
    StaffSignInFailed,
    TabletNotActive,
)
from accounts.models import Attempts, RoleGrant, SignIn, User
from accounts.sealing import LIVES
from audit.services import actor, record
from core import changes, clock
from core.errors import NotAllowed, NotThere, RuleError
from core.transactions import unit
from custody.models import FacilityNumber, Person, Tablet
from custody.timeline import status_of

Role, Scope = RoleGrant.Role, RoleGrant.Scope
T = TypeVar("T")
ADMINISTRATORS = (Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN)


# Coming in


def sign_in_tablet(*, tablet: Tablet, number: str, pin: str) -> SignIn:
    """A participant at an enrolled tablet. Raises `SignInFailed`, `SignInPaused`, `OtherDoor`, `TabletNotActive`."""
    if tablet.state != Tablet.State.ACTIVE:
        raise TabletNotActive
    number = number.strip()
    known = FacilityNumber.objects.filter(facility=tablet.facility_id, number=number)
    user = User.objects.filter(person__in=known.values("person")).select_related("person").first()
    right = proves(pin, user.pin if user else "")
    subject = attempts.subject_of(user, f"{tablet.facility_id}:{number}")
    return _or_raise(_come_in(user, right, subject, f"tablet:{tablet.pk}", door=Door.TABLET, tablet=tablet))


def sign_in_online(*, name: str, password: str, browser: Browser) -> SignIn:
    """A participant with a claimed account. Raises `SignInFailed`, `SignInPaused`, `OtherDoor`."""
    name = name.strip().casefold()
    user = User.objects.filter(sign_in=name, person__isnull=False).select_related("person").first()
    right = proves(password, user.password if user else "")
    subject = attempts.subject_of(user, f"online:{name}")
    return _or_raise(_come_in(user, right, subject, browser.place_for(user), door=Door.ONLINE))


def check_staff(*, name: str, password: str) -> User:
    """The first step of staff: name and password. Raises `SignInFailed`, which also stands for a locked account."""
    name = name.strip().casefold()
    user = User.objects.filter(sign_in=name).exclude(name="").first()
    right = proves(password, user.password if user else "")
    return _or_raise(_password_of_staff(user, right, attempts.subject_of(user, f"staff:{name}")))


def sign_in_staff(*, user: User, code: str) -> SignIn:
    """The second step: the one-time code, which works once. Raises `SignInFailed`."""
    return _or_raise(_code_of_staff(user, code))


def proves(typed: str, encoded: str) -> bool:
    """Whether this is the secret. Where there is none to compare with, the same work is done for nothing, so that
    an answer takes as long for an unknown name as for a wrong secret."""
    right = check_password(typed, encoded or _nobodys())
    return right and bool(encoded)


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return make_password("nobody has this one")


def _or_raise(outcome: T | RuleError) -> T:
    """Refusals come back as values until their unit has ended: a failed try must be committed, not rolled back."""
    if isinstance(outcome, RuleError):
        raise outcome
    return outcome


@unit()
def _come_in(
    user: User | None, right: bool, subject: str, place: str, *, door: Door, tablet: Tablet | None = None
) -> SignIn | RuleError:
    """Participants: too many failures pause this account on this device, and touch nobody else."""
    now = clock.now()
    row = attempts.locked(subject=subject, place=place, at=now)
    if seconds := attempts.seconds_paused(row, at=now):
        return SignInPaused(seconds=seconds)
    if user is None or not right or user.state != User.State.ACTIVE:
        return _failed_here(row, door=door, at=now)
    assert user.person is not None
    if why := custody_says(door, tablet, status_of(user.person)):
        record(kinds.SIGN_IN_FAILED, by=user, subject=subject, at=now, door=door, why=why)
        return OtherDoor()
    attempts.clear(row)
    return _begin(user, door=door, tablet=tablet, at=now)


def _failed_here(row: Attempts, *, door: Door, at: datetime) -> RuleError:
    failures = attempts.add_failure(row, at=at)
    record(kinds.SIGN_IN_FAILED, by=None, subject=row.subject, at=at, door=door, place=row.place, failures=failures)
    if attempts.pause_if_too_many(row, at=at):
        record(kinds.PAUSED, by=None, subject=row.subject, at=at, place=row.place, until=row.paused_until)
        return SignInPaused(seconds=attempts.seconds_paused(row, at=at))
    return SignInFailed(left=attempts.LIMIT - failures)


@unit()
def _password_of_staff(user: User | None, right: bool, subject: str) -> User | RuleError:
    now = clock.now()
    row = attempts.locked(subject=subject, place=attempts.ANY, at=now)
    if user is None or not right or not _is_active(user):
        return _failed_staff(row, user, at=now)
    return user


@unit()
def _code_of_staff(user: User, code: str) -> SignIn | RuleError:
    now = clock.now()
    row = attempts.locked(subject=attempts.subject_of(user, ""), place=attempts.ANY, at=now)
    if not _is_active(user) or not _takes_code(user, code):
        return _failed_staff(row, user, at=now)
    attempts.clear(row)
    return _begin(user, door=Door.STAFF, tablet=None, at=now)


def _is_active(user: User) -> bool:
    """Asked anew under the lock: another try may have locked the account a moment ago."""
    return User.objects.filter(pk=user.pk, state=User.State.ACTIVE).exists()


def _takes_code(user: User, code: str) -> bool:
    """Staff without a second factor have no way in."""
    factor = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return factor is not None and bool(TOTP(factor).validate_code(code))


def _failed_staff(row: Attempts, user: User | None, *, at: datetime) -> RuleError:
    """Staff: five failures lock the account. The answer is the same whether there is one, and whether it is."""
    failures = attempts.add_failure(row, at=at)
    record(kinds.SIGN_IN_FAILED, by=None, subject=row.subject, at=at, door=Door.STAFF, failures=failures)
    if user is not None and failures >= attempts.LIMIT:
        _lock(user, at=at)
    return StaffSignInFailed()


def _lock(user: User, *, at: datetime) -> None:
    if User.objects.filter(pk=user.pk, state=User.State.ACTIVE).update(state=User.State.LOCKED):
        record(kinds.LOCKED, by=None, subject=f"user:{user.pk}", at=at)
        end_all_sign_ins(user=user, because="locked", by=None)
        changes.note("user.changed", user.pk)


def _begin(user: User, *, door: Door, tablet: Tablet | None, at: datetime) -> SignIn:
    if tablet is not None:  # one person at a time on a shared device
        _end(SignIn.objects.filter(tablet=tablet), because="next_person", by=user, at=at)
        Tablet.objects.filter(pk=tablet.pk).update(last_seen_at=at)
    _keep_or_change_seal(user, at=at)
    sign_in = SignIn.objects.create(user=user, door=door, tablet=tablet, started_at=at, active_at=at)
    place = {"tablet": tablet.pk} if tablet else {}
    record(kinds.SIGNED_IN, by=user, subject=f"user:{user.pk}", at=at, door=door, sign_in=sign_in.pk, **place)
    return sign_in


def _keep_or_change_seal(user: User, *, at: datetime) -> None:
    """Whoever was here within a day keeps the key of their sealed outbox; after that it is lost for good."""
    last = SignIn.objects.filter(user=user).order_by("-active_at").first()
    kept = user.sealed_since is not None and last is not None and at - last.active_at < LIVES
    User.objects.filter(pk=user.pk).update(last_login=at, **({} if kept else {"sealed_since": at}))


def begin_sign_in(*, request: DoorRequest, user: User, door: Door) -> SignIn:
    """Let somebody in who has just proved who they are in another way (a claim card). Raises `OtherDoor`."""
    sign_in = _or_raise(_let_in(user, door))
    sessions.begin(request, sign_in)
    return sign_in


@unit()
def _let_in(user: User, door: Door) -> SignIn | RuleError:
    now = clock.now()
    if not _is_active(user) or user.person is None or custody_says(door, None, status_of(user.person)):
        return OtherDoor()
    return _begin(user, door=door, tablet=None, at=now)


# Going out


def end_sign_in(*, sign_in: SignIn, because: str, by: object) -> bool:
    """End one sign-in; what it opened closes within a second. False: it had ended already."""
    return end_some(SignIn.objects.filter(pk=sign_in.pk), because=because, by=by) > 0


def end_all_sign_ins(*, user: User, because: str, by: object, door: str | None = None) -> int:
    """End every sign-in of `user` (at this door); answers how many there were."""
    standing = SignIn.objects.filter(user=user)
    return end_some(standing.filter(door=door) if door else standing, because=because, by=by)


@unit()
def end_some(sign_ins: Iterable[SignIn], *, because: str, by: object) -> int:
    return _end(sign_ins, because=because, by=by, at=clock.now())


def _end(sign_ins: Iterable[SignIn], *, because: str, by: object, at: datetime) -> int:
    ended = 0
    for sign_in in list(sign_ins):
        if sign_in.ended_at is not None:
            continue
        mine = SignIn.objects.filter(pk=sign_in.pk, ended_at=None)
        if mine.update(ended_at=at, ended_because=because):
            changes.note("sign_in.ended", sign_in.pk)
            subject = f"sign_in:{sign_in.pk}"
            record(kinds.SIGN_IN_ENDED, by=by, subject=subject, at=at, because=because, user=sign_in.user_id)
            ended += 1
    return ended


# Pauses and locks


@unit()
def lift_pause(*, pause: Attempts, by: object) -> None:
    """Let this account try again on that device, before its pause is over. `NotThere` outside the actor's scope."""
    if not may_lift(pause, by):
        raise NotThere
    row = Attempts.objects.select_for_update().filter(pk=pause.pk).first()
    if row is None or row.paused_until is None:
        return
    attempts.clear(row)
    record(kinds.PAUSE_LIFTED, by=by, subject=row.subject, place=row.place)


def may_lift(pause: Attempts, by: object) -> bool:
    """Pauses on a tablet belong to its facility, all others to whoever administers a programme."""
    if not isinstance(by, User):
        return True
    kind, _, tablet_id = pause.place.partition(":")
    if kind != "tablet":
        return permissions.holds(by, Role.PROGRAMME_ADMIN)
    return permissions.facilities_in_scope(by, *ADMINISTRATORS).filter(tablets__pk=tablet_id).exists()


@unit()
def unlock_staff(*, user: User, by: object) -> bool:
    """Release a locked account. False: it was not locked (any more). `NotThere` outside the actor's scope."""
    if not may_unlock(user, by):
        raise NotThere
    now = clock.now()
    if not User.objects.filter(pk=user.pk, state=User.State.LOCKED).update(state=User.State.ACTIVE):
        return False
    row = attempts.locked(subject=attempts.subject_of(user, ""), place=attempts.ANY, at=now)
    attempts.clear(row)
    record(kinds.UNLOCKED, by=by, subject=f"user:{user.pk}", at=now)
    changes.note("user.changed", user.pk)
    return True


def may_unlock(user: User, by: object) -> bool:
    """An administrator of a place where this member of staff works; for the whole installation, of anybody."""
    if not isinstance(by, User):
        return True
    programmes = permissions.programmes_in_scope(by, *ADMINISTRATORS)
    if programmes is None:
        return True
    facilities = {str(pk) for pk in permissions.facilities_in_scope(by, *ADMINISTRATORS).values_list("pk", flat=True)}
    works = set(RoleGrant.objects.filter(user=user, ended_at=None).values_list("scope_id", flat=True))
    return user.pk != by.pk and bool(works & (facilities | programmes))


# Accounts


@unit()
def create_participant_user(*, person: Person, language: str, pin: str, by: object) -> User:
    """The sign-in of somebody who holds a seat. `PinRefused` in its kinds."""
    rules.check_pin(pin, numbers=person.numbers.values_list("number", flat=True))
    user = User.objects.create(person=person, language=language, pin=make_password(pin), created_at=clock.now())
    record(kinds.USER_CREATED, by=by, subject=f"user:{user.pk}", person=person.pk)
    return user


@unit()
def create_participants_without_pin(*, persons: Iterable[Person]) -> None:
    """Sign-ins of people who can't come in yet: no door opens until staff give them a PIN. Whoever admits them puts it
    on the record."""
    now = clock.now()
    User.objects.bulk_create(User(person=person, language=person.language, created_at=now) for person in persons)


@unit()
def create_staff(*, name: str, sign_in: str, password: str, totp_secret: str | None = None, by: object) -> User:
    """A member of staff, with a second factor from the start. `NameRefused`, `PasswordWeak` in their kinds."""
    rules.check_password(password)
    user = User(name=name, sign_in=rules.clean_name(sign_in), created_at=clock.now())
    user.set_password(password)
    with _name_is_free():
        user.save(force_insert=True)
    TOTP.activate(user, totp_secret or generate_totp_secret())
    record(kinds.USER_CREATED, by=by, subject=f"user:{user.pk}")
    return user


def totp_secret_of(user: User) -> str:
    """The shared secret of a member of staff: for the command that made them, and for the demo's start page."""
    factor = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    return str(decrypt(factor.data["secret"]))


@unit()
def set_pin(*, user: User, pin: str, by: object) -> None:
    """`PinRefused` in its kinds. Whoever came in with the old one is signed out."""
    numbers = user.person.numbers.values_list("number", flat=True) if user.person else ()
    rules.check_pin(pin, numbers=numbers)
    User.objects.filter(pk=user.pk).update(pin=make_password(pin))
    end_all_sign_ins(user=user, because="secret_changed", by=by, door=Door.TABLET)
    record(kinds.PIN_SET, by=by, subject=f"user:{user.pk}")


@unit()
def set_sign_in(*, user: User, name: str, by: object) -> None:
    """The name of the online door (or of staff). `NameRefused` in its kinds."""
    clean = rules.clean_name(name, alias=user.person.alias if user.person else "")
    with _name_is_free():
        User.objects.filter(pk=user.pk).update(sign_in=clean)
    record(kinds.NAME_SET, by=by, subject=f"user:{user.pk}")


@unit()
def set_password(*, user: User, password: str, by: object) -> None:
    """`PasswordWeak` says what is missing. Whoever came in with the old one is signed out."""
    rules.check_password(password)
    User.objects.filter(pk=user.pk).update(password=make_password(password))
    door = Door.ONLINE if user.person_id else Door.STAFF
    end_all_sign_ins(user=user, because="secret_changed", by=by, door=door)
    record(kinds.PASSWORD_SET, by=by, subject=f"user:{user.pk}")


@unit()
def set_online_way_in(*, user: User, sign_in: str, password: str, by: object) -> None:
    """Name and password of the online door at once: both are right, or nothing is stored."""
    rules.check_password(password)
    set_sign_in(user=user, name=sign_in, by=by)
    set_password(user=user, password=password, by=by)


@contextmanager
def _name_is_free() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise NameTaken from None


@unit()
def set_language(*, user: User, language: str) -> None:
    User.objects.filter(pk=user.pk).update(language=language)


# Roles


@unit()
def grant_role(
    *, user: User, role: str, scope: str, scope_id: object = "", until: datetime | None = None, by: object
) -> RoleGrant:
    """Give a role within a scope; the one that stands is answered where there is one already."""
    if role not in Role or scope not in Scope or (scope == Scope.INSTALLATION) == bool(scope_id):
        raise RoleUnknown
    if user == by:
        raise NotAllowed
    now = clock.now()
    same = RoleGrant.objects.filter(user=user, role=role, scope=scope, scope_id=str(scope_id), ended_at=None)
    same.filter(until__lte=now).update(ended_at=now)
    values = {"given_by": actor(by), "given_at": now, "until": until}
    grant, is_new = RoleGrant.objects.get_or_create(
        user=user, role=role, scope=scope, scope_id=str(scope_id), ended_at=None, defaults=values
    )
    if is_new:
        where = f"{scope}:{scope_id}" if scope_id else scope
        record(kinds.ROLE_GRANTED, by=by, subject=f"user:{user.pk}", at=now, role=role, scope=where, until=until)
        changes.note("user.changed", user.pk)
    return grant


@unit()
def end_role(*, grant: RoleGrant, by: object) -> bool:
    """Take a role back. False: it had ended already."""
    now = clock.now()
    if not RoleGrant.objects.filter(pk=grant.pk, ended_at=None).update(ended_at=now):
        return False
    record(kinds.ROLE_ENDED, by=by, subject=f"user:{grant.user_id}", at=now, role=grant.role, grant=grant.pk)
    changes.note("user.changed", grant.user_id)
    return True
