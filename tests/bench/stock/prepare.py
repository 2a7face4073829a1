"""`python -m tests.bench.stock.prepare ROOMS MEMBERS`: the tables, and one line of room and session per member."""

import os
import sys

import django


def main(rooms: int, members: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.stock.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("migrate", run_syncdb=True, verbosity=0)  # ours refers to theirs, so theirs come first
    for room in range(rooms):
        for place in range(members):
            sys.stdout.write(f"{rooms}x{members}-{room} {_signed_in(f'{rooms}x{members}-{room}-{place}')}\n")


def _signed_in(name: str) -> str:
    """A user with a session, made as Django's own login makes one. Answers the session's key."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    user = User.objects.create(username=name, password="!")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    assert session.session_key
    return session.session_key


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
