"""A browser of somebody of the cast, signed in at the door that is theirs."""

from types import SimpleNamespace

from django.test import Client

from accounts.doors import Caller
from accounts.sessions import cookie_for
from tests.accounts.helpers import at_door


def browser_of(caller: Caller) -> Client:
    """A browser that is this caller's."""
    assert caller.sign_in is not None
    client = at_door(caller.sign_in.door)
    name, value = cookie_for(caller.sign_in)
    client.cookies[name] = value
    return client


def browser(cast: SimpleNamespace, who: str) -> Client:
    return browser_of(cast.caller(who))
