"""Doing what tests of the desk and of alerts do again and again."""

from types import SimpleNamespace
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from accounts.doors import DOOR, SIGN_IN, Caller, cookie_name
from chat import services as chat
from chat import wire
from chat.models import Message
from chat.ports import Finding, Outcome, Span, Verdict
from core.ids import new_id
from moderation.models import Case
from tests import factories as make

PHONE = "call me at 312 555 0142 on friday"
SPAN = (11, 23)
FINDING = Finding("contact_info", "phone", "contact.phone", 3, Span(*SPAN))


def answers(monkeypatch, verdict: Verdict) -> None:
    """From now on the screening says this of every text."""
    monkeypatch.setattr("chat.screening.screen_all", lambda drafts: [verdict for _ in drafts])


def held(*findings: Finding, **more) -> Verdict:
    return Verdict(outcome=Outcome.HOLD, findings=findings or (FINDING,), screener="test", **more)


def flagged() -> Verdict:
    return Verdict(outcome=Outcome.FLAG, findings=(FINDING,), screener="test")


def crisis(outcome: Outcome = Outcome.DELIVER) -> Verdict:
    finding = Finding("self_harm", "intent", "harm.intent", 1, Span(0, 4))
    return Verdict(outcome=outcome, findings=(finding,), crisis=True, screener="test")


CLEAN = Verdict(outcome=Outcome.DELIVER, screener="test")


def open_room(cast: SimpleNamespace) -> None:
    """A session is open and its leader is there, so that members may post."""
    make.open_session(cast.group, watched_by=cast.seat("fay"))


def say(cast: SimpleNamespace, name: str, body: str = PHONE, **more) -> Message:
    post = wire.Post(client_id=new_id(), body=body, lang="en", **more)
    posted = chat.say(seat=cast.seat(name), post=post)
    assert isinstance(posted.message, UUID)
    return Message.objects.get(pk=posted.message)


def case_of(message: Message) -> Case:
    """The newest case of this message."""
    return Case.objects.filter(message=message).latest("number")


def held_case(cast: SimpleNamespace, monkeypatch, name: str = "ana", body: str = PHONE, verdict=None) -> Case:
    """A message of this member, held, with its case."""
    if not cast.group.sessions.filter(state="open").exists():
        open_room(cast)
    answers(monkeypatch, verdict or held())
    return case_of(say(cast, name, body))


def client_of(caller: Caller) -> Client:
    """A browser that this caller has signed in with, at their own door."""
    assert caller.door
    session = SessionStore()
    session[SIGN_IN], session[DOOR] = str(caller.sign_in.pk), str(caller.door)
    session.save()
    client = Client(HTTP_HOST=settings.DOOR_HOSTS[caller.door])
    client.cookies[cookie_name(caller.door)] = session.session_key
    return client
