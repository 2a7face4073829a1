"""Periodic steps of the doors."""

from datetime import timedelta

from django.contrib.sessions.models import Session

from accounts import attempts, doors, services
from accounts.colleagues import services as colleagues
from accounts.factors import services as factors
from accounts.grants.services import end_one_lapsed
from accounts.models import SignIn
from accounts.pins import alarms
from accounts.tablets.credentials import forget_spent
from core import clock
from core.steps import step
from custody.timeline import statuses


@step(every=timedelta(seconds=30), name="accounts.end_lapsed_sign_ins")
def end_lapsed_sign_ins() -> bool:
    """Write down the end of sign-ins that are over by age, idleness or door, and which of staff's are locked: that
    closes what they opened."""
    now = clock.now()
    standing = list(doors.with_hours(SignIn.objects.filter(ended_at=None).select_related("user__person")))
    custody = statuses(person for sign_in in standing if (person := sign_in.user.person_id))
    for sign_in in standing:
        person = sign_in.user.person_id
        why = doors.lapsed(sign_in, custody[person] if person else None, at=now)
        if why:
            services.end_sign_in(sign_in=sign_in, because=why, by=None)
        elif sign_in.locked_at is None and doors.is_locked(sign_in, at=now):
            factors.lock(sign_in=sign_in, at=now, idle_since=sign_in.active_at)
    return False


@step(every=timedelta(seconds=30), name="accounts.end_lapsed_roles")
def end_lapsed_roles() -> bool:
    return end_one_lapsed()


@step(every=timedelta(seconds=2), name="accounts.raise_silent_calls")
def raise_silent_calls() -> bool:
    """What could not be raised with its sign-in. A safety floor: somebody knows within a minute."""
    alarms.raise_waiting()
    return False


@step(every=timedelta(hours=1), name="accounts.sweep")
def sweep() -> bool:
    """Forget old counts of failed tries, and sessions that no cookie can use."""
    attempts.forget_old(at=clock.now())
    forget_spent(at=clock.now())
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    return False


@step(every=timedelta(hours=1), name="accounts.disable_unused")
def disable_unused() -> bool:
    """Switch off accounts of staff that nobody has used for 90 days."""
    return bool(colleagues.disable_unused(at=clock.now()))
