"""What can happen to a PIN: chosen, changed, made anew by staff; and the silent one beside it."""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet

from accounts import attempts, kinds, permissions, proofs, rules
from accounts.doors import Door
from accounts.errors import AccountOff, PinRefused, PinUsed, ReasonMissing, SignInNeeded, SignInPaused
from accounts.models import Attempts, RoleGrant, SignIn, User
from accounts.pins import alarms
from accounts.proofs import Proof
from accounts.services import end_some, failed_here, still_proves
from audit.services import record
from core import clock
from core.errors import NotAllowed, NotThere, RuleError
from core.transactions import unit
from custody.models import Person
from custody.timeline import status_of

#: Who helps people at the doors where they live.
HELPING = (RoleGrant.Role.UNIT_STAFF, RoleGrant.Role.FACILITY_ADMIN)
#: Why staff make a new PIN. The code goes on the record.
REASONS: Mapping[str, str] = {
    "forgot": "They forgot it",
    "seen": "Somebody saw it",
    "locked_out": "They are locked out",
    "staff_error": "Staff made a mistake",
}
DIGITS = 6


def may_help(*, person: Person, by: object) -> bool:
    """Staff of the unit where somebody lives now, or of the whole facility."""
    if not isinstance(by, User):
        return True
    status = status_of(person)
    if status.facility is None:
        return False
    units = [status.unit.pk] if status.unit else []
    return permissions.has_role(by, *HELPING, facility_ids=[status.facility.pk], unit_ids=units)


def require_help(*, person: Person, by: object) -> None:
    if not may_help(person=person, by=by):
        raise NotThere


# By staff


@unit()
def reset_pin(*, person: Person, reason: str, by: object) -> str:
    """A PIN to begin with, shown once. It works for a day, and only until its person has chosen their own; whoever came
    in with the old one is signed out. `NotThere` outside the actor's scope, `ReasonMissing`, `AccountOff`."""
    require_help(person=person, by=by)
    if reason not in REASONS:
        raise ReasonMissing
    now = clock.now()
    lifted = _lift_pauses(person)  # before the user's row is locked, as a sign-in takes them
    user = user_of(person, at=now)
    if user.state != User.State.ACTIVE:
        raise AccountOff
    pin = _fresh_pin(user)
    until = now + rules.TEMPORARY_PIN
    User.objects.filter(pk=user.pk).update(pin=make_password(pin), pin_is_temporary=True, pin_until=until)
    end_some(_at_tablets(user), because="secret_changed", by=by)
    record(kinds.PIN_RESET, by=by, subject=f"user:{user.pk}", at=now, reason=reason, until=until, lifted=lifted)
    return pin


def user_of(person: Person, *, at: datetime) -> User:
    """The sign-in of this person, locked; made where there is none yet."""
    User.objects.get_or_create(person=person, defaults={"language": person.language, "created_at": at})
    return User.objects.select_for_update(of=("self",)).select_related("person").get(person=person)


def _fresh_pin(user: User) -> str:
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        if _is_fit(pin, user) and not _is_one_of(pin, user.pin, user.duress_pin):
            return pin


def _is_fit(pin: str, user: User) -> bool:
    try:
        rules.check_pin(pin, numbers=_numbers(user))
    except PinRefused:
        return False
    return True


def _lift_pauses(person: Person) -> int:
    """On every tablet; answers how many there were."""
    user = User.objects.filter(person=person).first()
    theirs = Attempts.objects.filter(subject=attempts.subject_of(user, ""), place__startswith="tablet:")
    rows = theirs.select_for_update().order_by("pk")
    paused = [row for row in rows if row.failures or row.paused_until]
    for row in paused:
        attempts.clear(row)
    return len(paused)


# By the person


@unit()
def choose_own_pin(*, sign_in: SignIn, pin: str) -> None:
    """Instead of the one that staff made. `PinRefused` in its kinds; `NotAllowed` where there is nothing to replace."""
    user = _locked(sign_in)
    if not user.pin_is_temporary:
        raise NotAllowed
    _check_new(user, pin, user.pin, user.duress_pin)
    _store(user, sign_in, pin=make_password(pin))


def change_pin(*, sign_in: SignIn, old: str, new: str) -> None:
    """`SignInFailed` and `SignInPaused` for the old one, counted as at the door; `PinRefused` in its kinds for the new.

    Whoever shows the silent PIN is shown that it is changed, and so it is: the silent one. Somebody is beside them."""
    _proved(sign_in, old, lambda proof: _change(sign_in, proof, new))


def _change(sign_in: SignIn, proof: Proof, new: str) -> None:
    user = _locked(sign_in)
    _check_new(user, new, user.pin, user.duress_pin)
    if proof.silent:
        _store_silent(user, make_password(new))
    else:
        _store(user, sign_in, pin=make_password(new))


def set_silent_pin(*, sign_in: SignIn, pin: str, silent: str) -> None:
    """The PIN that calls somebody unseen; empty: none any more. The PIN itself is shown with it, because the two may
    not be alike. Refusals as of `change_pin`, and `PinsAlike`. Shown the silent one, this says yes and does nothing."""
    _proved(sign_in, pin, lambda proof: _set_silent(sign_in, proof, pin, silent))


def _set_silent(sign_in: SignIn, proof: Proof, pin: str, silent: str) -> None:
    user = _locked(sign_in)
    if silent:
        rules.check_pin(silent, numbers=_numbers(user))
        rules.check_apart(pin, silent)
    if not proof.silent:
        _store_silent(user, make_password(silent) if silent else "")


def _proved(sign_in: SignIn, pin: str, act: Callable[[Proof], None]) -> None:
    """Do this if the PIN is right; a wrong one is counted, and committed, before it is refused."""
    refused = _after_proof(sign_in, proofs.of_pin(sign_in.user, pin), act)
    if refused is not None:
        raise refused


@unit()
def _after_proof(sign_in: SignIn, proof: Proof, act: Callable[[Proof], None]) -> RuleError | None:
    now = clock.now()
    row = attempts.locked(subject=attempts.subject_of(sign_in.user, ""), place=f"tablet:{sign_in.tablet_id}", at=now)
    if seconds := attempts.seconds_paused(row, at=now):
        return SignInPaused(seconds=seconds)
    if not proof.right or not still_proves(sign_in.user):
        return failed_here(row, door=Door.TABLET, at=now)
    if proof.silent:
        alarms.call(sign_in)
    try:
        with unit():
            act(proof)
    except RuleError as refusal:  # the call stands, whatever is said of the new PIN
        return refusal
    attempts.clear(row)
    return None


def _check_new(user: User, pin: str, *taken: str) -> None:
    rules.check_pin(pin, numbers=_numbers(user))
    if _is_one_of(pin, *taken):
        raise PinUsed


def _is_one_of(pin: str, *encoded: str) -> bool:
    same = [proofs.proves(pin, one) for one in encoded]  # all of them: the same work whichever it is
    same = [proofs.proves(pin, one) for one in encoded]  # all of them: the same work whichever it is
    return any(same)


def _store(user: User, sign_in: SignIn, *, pin: str) -> None:
    """Whoever came in elsewhere with the old one is signed out."""
    User.objects.filter(pk=user.pk).update(pin=pin, pin_is_temporary=False, pin_until=None)
    end_some(_at_tablets(user).exclude(pk=sign_in.pk), because="secret_changed", by=user)
    record(kinds.PIN_SET, by=user, subject=f"user:{user.pk}")


def _store_silent(user: User, encoded: str) -> None:
    User.objects.filter(pk=user.pk).update(duress_pin=encoded)
    record(kinds.PIN_SET, by=user, subject=f"user:{user.pk}")


def _locked(sign_in: SignIn) -> User:
    """Whose sign-in it is, if it has not ended meanwhile."""
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=sign_in.user_id)
    if not _at_tablets(user).filter(pk=sign_in.pk).exists():
        raise SignInNeeded
    return user


def _at_tablets(user: User) -> QuerySet[SignIn]:
    return SignIn.objects.filter(user=user, door=Door.TABLET, ended_at=None)


def _numbers(user: User) -> list[str]:
    return list(user.person.numbers.values_list("number", flat=True)) if user.person else []
