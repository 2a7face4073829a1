"""Periodic steps of this floor."""

from datetime import timedelta

from chat.services.ending import expire, rooms_with_old_messages
from chat.services.rescreening import screen_again, unscreened
from core import clock
from core.errors import RuleError
from core.steps import step


@step(every=timedelta(seconds=1), name="chat.expire")
def expire_messages() -> bool:
    """What has had its time leaves live clients. (Nobody is served it from that second, with or without this.)"""
    now = clock.now()
    return sum(expire(room=room, at=now) for room in rooms_with_old_messages(at=now)) > 0


@step(every=timedelta(seconds=5), name="chat.screen_again")
def rescreen_held() -> bool:
    """Messages that nothing has looked at are tried again; those that still fail wait for the next round."""
    now = clock.now()
    for message in unscreened():
        try:
            screen_again(message, at=now)
        except RuleError:
            continue  # a person or the writer was first, or its time is over
    return False
