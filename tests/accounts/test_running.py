"""Around the doors: the command that adds staff, the checks before deployment, the periodic steps."""

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import CommandError, call_command

from accounts import checks, tasks
from accounts.models import SignIn, User
from accounts.permissions import has_role
from config import settings as product
from core import clock
from core.models import Change
from custody.models import CustodyEvent
from tests import factories as make
from tests.accounts.helpers import at_door, code_now


def add_staff(monkeypatch, *typed, **options):
    answers = iter(typed)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))
    out = StringIO()
    call_command("add_staff", stdout=out, **{"name": "Nell Finch", "sign_in": "nell.finch", **options})
    return out.getvalue()


def test_staff_added_by_the_command_come_in_with_what_it_printed(cast, monkeypatch):
    said = add_staff(monkeypatch, make.PASSWORD, make.PASSWORD, role="moderator", facility="alder")
    secret = said.split("not shown again: ")[1].split()[0]
    assert f"otpauth://totp/nell.finch?secret={secret}" in said
    user = User.objects.get(sign_in="nell.finch")
    assert has_role(user, "moderator", facility_ids=[cast.alder.pk])
    assert not has_role(user, "moderator", facility_ids=[cast.birch.pk])
    client = at_door("staff")
    client.post("/sign-in/", {"name": "nell.finch", "password": make.PASSWORD})
    assert client.post("/sign-in/", {"code": code_now(secret)}).status_code == 303


@pytest.mark.parametrize(
    ("typed", "options", "says"),
    [
        (("short", "short"), {"role": "moderator"}, "password.weak"),
        ((make.PASSWORD, "another"), {"role": "moderator"}, "not the same"),
        ((make.PASSWORD, make.PASSWORD), {"role": "moderator", "facility": "nowhere"}, "no such place"),
        ((make.PASSWORD, make.PASSWORD), {"role": "moderator", "sign_in": "ne"}, "name.length"),
        ((make.PASSWORD, make.PASSWORD), {"role": "moderator", "sign_in": "mo.li"}, "name.taken"),
    ],
)
def test_the_command_refuses_in_words_and_leaves_nothing_behind(cast, monkeypatch, typed, options, says):
    User.objects.filter(pk=cast.mo.pk).update(sign_in="mo.li")
    before = User.objects.count()
    with pytest.raises(CommandError, match=says):
        add_staff(monkeypatch, *typed, **options)
    assert User.objects.count() == before


# Checks


@pytest.fixture
def production(settings, tmp_path):
    settings.PRODUCTION = True
    settings.SECRET_KEY = "x" * 60
    settings.SITE_HOST = "samecircle.example"
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    copy = tmp_path / "keys.json"
    copy.write_text(Path(settings.KEY_FILE).read_text())
    copy.chmod(0o600)
    settings.KEY_FILE = str(copy)
    return settings


ALL = (
    checks.production_is_meant,
    checks.secrets_are_our_own,
    checks.the_site_has_a_name,
    checks.the_key_ring_can_be_read,
    checks.cookies_travel_encrypted,
)


def found():
    return [message.id for check in ALL for message in check(None)]


def test_a_right_configuration_passes(production):
    assert found() == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"PRODUCTION": False}, "accounts.E001"),
        ({"SECRET_KEY": "only-for-development-xxx"}, "accounts.E002"),
        ({"SITE_HOST": "localhost"}, "accounts.E003"),
        ({"KEY_FILE": "/nowhere/keys.json"}, "accounts.E004"),
        ({"CSRF_COOKIE_SECURE": False}, "accounts.E005"),
    ],
)
def test_development_settings_are_refused(production, wrong, told):
    for name, value in wrong.items():
        setattr(production, name, value)
    assert found() == [told]


def test_a_key_file_that_others_can_read_is_a_warning(production):
    os.chmod(production.KEY_FILE, 0o644)
    assert found() == ["accounts.W001"]


# Periodic steps


def test_lapsed_sign_ins_are_ended_and_locked_with_their_reason_and_sockets_are_told(cast):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        now = clock.now()

        def come(user, door, **more):
            return SignIn.objects.create(user=user, door=door, started_at=now, active_at=now, **more)

        idle, fresh, moved = come(cast.ada, "staff"), come(cast.users.ben, "online"), come(cast.users.xan, "online")
        half_idle = come(cast.mo, "staff")
        make.custody_event(cast.persons.xan, CustodyEvent.Kind.RETURNED, at=cast.alder, occurred_at=now)
        moment.shift(timedelta(minutes=61))
        SignIn.objects.filter(pk=half_idle.pk).update(active_at=clock.now() - timedelta(minutes=31))
        tasks.end_lapsed_sign_ins()
        tasks.end_lapsed_sign_ins()
    ended = {sign_in.pk: sign_in.ended_because for sign_in in SignIn.objects.all()}
    assert ended == {idle.pk: "idle", fresh.pk: "", moved.pk: "other_door", half_idle.pk: ""}
    assert list(SignIn.objects.exclude(locked_at=None)) == [half_idle]
    told = set(Change.objects.filter(kind="sign_in.ended").values_list("subject", flat=True))
    assert told == {str(idle.pk), str(moved.pk)}
    assert Change.objects.get(kind="sign_in.locked").subject == str(half_idle.pk)


def test_sessions_past_their_day_are_swept(db):
    for _ in range(2):
        session = SessionStore()
        session["door"] = "online"
        session.save()
    Session.objects.filter(pk=session.session_key).update(expire_date=clock.now() - timedelta(days=1))
    tasks.sweep()
    assert Session.objects.count() == 1


def test_used_codes_are_remembered_in_the_database(db):
    assert cache.add("code", "y", timeout=30)
    assert not cache.add("code", "y", timeout=30)


def test_the_product_hashes_with_argon2_at_its_full_cost():
    assert product.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
