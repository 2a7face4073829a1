"""The key under which a page seals its outbox."""

import base64
from datetime import timedelta

import time_machine

from accounts import services
from accounts.models import SignIn
from accounts.sealing import ROTATES, seal_key, writer_tag
from core import clock
from tests import factories as make


def _come_in(user, *, tablet):
    user.refresh_from_db()
    return services.sign_in_tablet(tablet=tablet, number=user.person.numbers.get().number, pin=make.PIN)


def _key(user):
    user.refresh_from_db()
    return seal_key(user, clock.now())


def test_the_key_has_32_bytes_and_is_another_for_everybody(cast):
    keys = {_key(user) for user in (cast.users.ana, cast.users.ben, cast.users.fay)}
    assert len(keys) == 3
    assert {len(base64.b64decode(key)) for key in keys} == {32}


def test_who_comes_back_within_a_day_gets_the_same_key_on_any_device(cast):
    with time_machine.travel("2026-11-23T23:50Z", tick=False) as clock_:
        _come_in(cast.users.ana, tablet=make.tablet(cast.alder))
        first = _key(cast.users.ana)
        clock_.shift(timedelta(hours=23))
        _come_in(cast.users.ana, tablet=make.tablet(cast.alder))
        assert _key(cast.users.ana) == first


def test_who_comes_back_later_gets_another_key(cast):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as clock_:
        _come_in(cast.users.ana, tablet=make.tablet(cast.alder))
        first = _key(cast.users.ana)
        clock_.shift(timedelta(hours=25))
        _come_in(cast.users.ana, tablet=make.tablet(cast.alder))
        assert _key(cast.users.ana) != first


def test_what_counts_is_when_somebody_was_last_there_not_when_they_came(cast):
    with time_machine.travel("2026-11-23T08:00Z", tick=False) as clock_:
        sign_in = _come_in(cast.users.ana, tablet=make.tablet(cast.alder))
        first = _key(cast.users.ana)
        SignIn.objects.filter(pk=sign_in.pk).update(active_at=clock.now() + timedelta(hours=6))
        clock_.shift(timedelta(hours=29))
        _come_in(cast.users.ana, tablet=make.tablet(cast.alder))
        assert _key(cast.users.ana) == first


def test_no_key_is_used_for_more_than_a_month(cast):
    ana = cast.users.ana
    early = ana.created_at + timedelta(hours=1)
    assert seal_key(ana, early) != seal_key(ana, early + ROTATES)


def test_the_tag_names_nobody_and_stays_the_same(cast):
    tag = writer_tag(cast.users.ana)
    assert tag == writer_tag(cast.users.ana)
    assert tag != writer_tag(cast.users.ben)
    assert str(cast.persons.ana.pk)[:8] not in tag
