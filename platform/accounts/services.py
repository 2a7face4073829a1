"""What can happen at the doors: coming in, going out, and the accounts of those who do."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from accounts import attempts, kinds, permissions, proofs, rules, sessions
from accounts.browsers import Browser
from accounts.doors import Door, DoorRequest, custody_of, custody_says, door_opens, lapsed, persons_of, window_says
from accounts.errors import (
    CodeNeeded,
    DoorClosed,
    NameTaken,
    OtherDoor,
    PinTooOld,
    SignInFailed,
    SignInPaused,
    StaffSignInFailed,
    TabletNotActive,
)
from accounts.factors import codes
from accounts.models import Attempts, RoleGrant, SignIn, User
from accounts.pins import alarms
from accounts.proofs import Proof, proves
from accounts.sealing import LIVES
from audit.services import record
from core import changes, clock
from core.errors import NotThere, RuleError
from core.scoping import whole
from core.transactions import unit
from custody.merging import ROOT_OF_ROW, numbers_of
from custody.models import FacilityNumber, Person, Tablet
from custody.timeline import Status, status_of, statuses

Role, Scope = RoleGrant.Role, RoleGrant.Scope
T = TypeVar("T")
ADMINISTRATORS = (Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN)


# Coming in


def sign_in_tablet(*, tablet: Tablet, number: str, pin: str, printed: str = "") -> SignIn:
    """A participant at an enrolled tablet; `printed`: the letters of a card, where the facility asks for them. Raises
    `SignInFailed`, `SignInPaused`, `OtherDoor`, `PinTooOld`, `TabletNotActive`."""
    if tablet.state != Tablet.State.ACTIVE:
        raise TabletNotActive
    number = number.strip()
    known = FacilityNumber.objects.filter(facility=tablet.facility_id, number=number)
    of_human = known.annotate(root=ROOT_OF_ROW).values("root")
    user = User.objects.filter(person__in=of_human).select_related("person").first()
    proof = proofs.at_tablet(user, facility=tablet.facility, pin=pin, printed=printed)
    subject = attempts.subject_of(user, f"{tablet.facility_id}:{number}")
    return _or_raise(_come_in(user, proof, subject, f"tablet:{tablet.pk}", door=Door.TABLET, tablet=tablet))


def sign_in_online(*, name: str, password: str, browser: Browser) -> SignIn:
    """A participant with a claimed account. Raises `SignInFailed`, `SignInPaused`, `OtherDoor`; `CodeNeeded` where the
    password was right, and `finish_online` is the next step."""
    name = name.strip().casefold()
    user = User.objects.filter(sign_in=name, person__isnull=False).select_related("person").first()
    proof = Proof(proves(password, user.password if user else ""))
    subject = attempts.subject_of(user, f"online:{name}")
    return _or_raise(_come_in(user, proof, subject, browser.place_for(user), door=Door.ONLINE))


def finish_online(*, user: User, browser: Browser, code: str = "", passkey: Authenticator | None = None) -> SignIn:
    """With a code after the password, or with a passkey that was checked, which needs no password. Raises as above."""
    return _or_raise(_second_online(user, code, passkey, browser.place_for(user)))


def check_staff(*, name: str, password: str) -> User:
    """The first step of staff: name and password. Raises `SignInFailed`, which also stands for a locked account."""
    name = name.strip().casefold()
    user = User.objects.filter(sign_in=name).exclude(name="").first()
    right = proves(password, user.password if user else "")
    return _or_raise(_password_of_staff(user, right, attempts.subject_of(user, f"staff:{name}")))


def sign_in_staff(*, user: User, code: str = "", passkey: Authenticator | None = None) -> SignIn:
    """The second step: a code, which works once, or a passkey that was checked. Raises `SignInFailed`. Whoever has no
    second factor yet, and came with a code to set one up, finds the screen locked until there is one."""
    return _or_raise(_code_of_staff(user, code, passkey))


def _or_raise(outcome: T | RuleError) -> T:
    """Refusals come back as values until their unit has ended: a failed try must be committed, not rolled back."""
    if isinstance(outcome, RuleError):
        raise outcome
    return outcome


@unit()
def _come_in(
    user: User | None, proof: Proof, subject: str, place: str, *, door: Door, tablet: Tablet | None = None
) -> SignIn | RuleError:
    """Participants: too many failures pause this account on this device, and touch nobody else."""
    now = clock.now()
    row = attempts.locked(subject=subject, place=place, at=now)
    if seconds := attempts.seconds_paused(row, at=now):
        return SignInPaused(seconds=seconds)
    if user is None or not proof.right or not still_proves(user):
        return failed_here(row, door=door, at=now)
    if door == Door.ONLINE and codes.has(user, [codes.Type.TOTP]):
        return CodeNeeded(user)
    return _let_through(user, row, proof, door=door, tablet=tablet, at=now)


@unit()
def _second_online(user: User, code: str, passkey: Authenticator | None, place: str) -> SignIn | RuleError:
    now = clock.now()
    row = attempts.locked(subject=attempts.subject_of(user, ""), place=place, at=now)
    if passkey is None and (seconds := attempts.seconds_paused(row, at=now)):  # a passkey can't be guessed
        return SignInPaused(seconds=seconds)
    if user.person is None or not is_active(user) or not codes.takes(user, code=code, passkey=passkey, at=now):
        return failed_here(row, door=Door.ONLINE, at=now)
    return _let_through(user, row, Proof(right=True), door=Door.ONLINE, tablet=None, at=now)


def _let_through(
    user: User, row: Attempts, proof: Proof, *, door: Door, tablet: Tablet | None, at: datetime
) -> SignIn | RuleError:
    """Who they are is shown; custody, and the hour, say whether this door is theirs."""
    if refused := _closed_to(user, proof, door, tablet, at=at):
        return refused
    attempts.clear(row)
    sign_in = _begin(user, door=door, tablet=tablet, at=at)
    if proof.silent:
        alarms.call(sign_in)
    return sign_in


def failed_try(row: Attempts, user: User, *, door: Door, at: datetime) -> RuleError:
    """One more wrong try of somebody who stands at this door, or has come through it."""
    return _failed_staff(row, user, at=at) if door == Door.STAFF else failed_here(row, door=door, at=at)


def still_proves(user: User) -> bool:
    """Asked anew under the lock: since the secret was compared, the account may have been switched off, or staff may
    have made another PIN. Inside the caller's unit; the user's row is locked until its end."""
    same = {name: getattr(user, name) for name in ("pin", "duress_pin", "printed_secret", "password")}
    found = User.objects.select_for_update(of=("self",)).filter(pk=user.pk, state=User.State.ACTIVE, **same)
    return found.first() is not None


def _closed_to(user: User, proof: Proof, door: Door, tablet: Tablet | None, *, at: datetime) -> RuleError | None:
    """Why somebody does not come in who has proved who they are."""
    assert user.person is not None
    refused, why = _refusal(user, proof, door, tablet, status_of(user.person), at=at)
    if refused is not None:
        record(kinds.SIGN_IN_FAILED, by=user, subject=f"user:{user.pk}", at=at, door=door, why=why)
    return refused


def _refusal(
    user: User, proof: Proof, door: Door, tablet: Tablet | None, custody: Status, *, at: datetime
) -> tuple[RuleError | None, str]:
    """The refusal, and the code of what it rests on."""
    if why := custody_says(door, tablet, custody):
        return OtherDoor(), why
    if door == Door.TABLET and proof.is_too_old(user, at=at):
        return PinTooOld(), "pin_too_old"
    if window_says(tablet, custody, at=at):
        return DoorClosed(door_opens(tablet, custody, at=at)), "window"
    return None, ""


def failed_here(row: Attempts, *, door: Door, at: datetime) -> RuleError:
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
    if user is None or not right or not is_active(user):
        return _failed_staff(row, user, at=now)
    return user


@unit()
def _code_of_staff(user: User, code: str, passkey: Authenticator | None) -> SignIn | RuleError:
    now = clock.now()
    row = attempts.locked(subject=attempts.subject_of(user, ""), place=attempts.ANY, at=now)
    takes = user.person_id is None and is_active(user) and codes.takes(user, code=code, passkey=passkey, at=now)
    if not takes:
        return _failed_staff(row, user, at=now)
    attempts.clear(row)
    return _begin(user, door=Door.STAFF, tablet=None, at=now, locked=not codes.has(user))


def is_active(user: User) -> bool:
    """Asked anew under the lock: another try may have locked the account a moment ago."""
    return User.objects.filter(pk=user.pk, state=User.State.ACTIVE).exists()


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


def _begin(user: User, *, door: Door, tablet: Tablet | None, at: datetime, locked: bool = False) -> SignIn:
    """Coming in proves who somebody is for a while, except with a PIN that others may have seen."""
    if tablet is not None:  # one person at a time on a shared device
        _end(SignIn.objects.filter(tablet=tablet), because="next_person", by=user, at=at)
        Tablet.objects.filter(pk=tablet.pk).update(last_seen_at=at)
    _keep_or_change_seal(user, at=at)
    sign_in = SignIn.objects.create(
        user=user,
        door=door,
        tablet=tablet,
        started_at=at,
        active_at=at,
        proved_at=None if door == Door.TABLET else at,
        locked_at=at if locked else None,
    )
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
    if not is_active(user) or user.person is None or custody_says(door, None, status_of(user.person)):
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


@unit()
def tell_found_open(*, sign_in_id: UUID | str) -> bool:
    """Somebody else found this page open, has ended it, and says so to staff. False: it was said already."""
    now = clock.now()
    found = SignIn.objects.filter(pk=sign_in_id, ended_because="not_me", found_open_at=None)
    if not found.update(found_open_at=now):
        return False
    record(kinds.FOUND_OPEN, by=None, subject=f"sign_in:{sign_in_id}", at=now)
    return True


def still_standing(sign_ins: Iterable[SignIn]) -> list[SignIn]:
    """Those of these that are not over by themselves, as the list of a person's devices shows them."""
    rows, now = list(sign_ins), clock.now()
    custody = statuses(persons_of(rows))
    return [row for row in rows if not lapsed(row, custody_of(row, custody), at=now)]


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
    if user.pk == by.pk or programmes is None:
        return user.pk != by.pk
    facilities = {str(pk) for pk in permissions.facilities_in_scope(by, *ADMINISTRATORS).values_list("pk", flat=True)}
    units = {str(pk) for pk in permissions.units_in_scope(by, *ADMINISTRATORS).values_list("pk", flat=True)}
    works = set(RoleGrant.objects.filter(user=user, ended_at=None).values_list("scope_id", flat=True))
    return bool(works & (facilities | programmes | units))


# Accounts


@unit()
@whole("a PIN is none of the numbers by which any facility knows them")
def create_participant_user(*, person: Person, language: str, pin: str, by: object) -> User:
    """The sign-in of somebody who holds a seat. A PIN that staff have chosen is one to begin with. `PinRefused` in its
    kinds."""
    rules.check_pin(pin, numbers=numbers_of(person).values_list("number", flat=True))
    now, by_staff = clock.now(), isinstance(by, User)
    until = now + rules.TEMPORARY_PIN if by_staff else None
    user = User.objects.create(
        person=person,
        language=language,
        pin=make_password(pin),
        pin_is_temporary=by_staff,
        pin_until=until,
        created_at=now,
    )
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
@whole("a PIN is none of the numbers by which any facility knows them")
def set_pin(*, user: User, pin: str, by: object) -> None:
    """`PinRefused` in its kinds. Whoever came in with the old one is signed out."""
    numbers = numbers_of(user.person).values_list("number", flat=True) if user.person else ()
    rules.check_pin(pin, numbers=numbers)
    User.objects.filter(pk=user.pk).update(pin=make_password(pin), pin_is_temporary=False, pin_until=None)
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
