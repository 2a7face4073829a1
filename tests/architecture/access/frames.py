"""Every line and every frame, and who gets which answer."""

from tests.architecture.access.everybody import STRANGERS

#: Whoever calls by socket or poll is in, or gets the close code; a poll's status is its last three digits.
LINES = {"in": "ana ben fay mo", 4403: "tam", 4401: " ".join(STRANGERS)}
NOT_THERE = 4404

SEATS = ("ana", "fay", "mo", "ben, away", "tam", "mia")
OUT = ("403", "403", "404")
#: Frame -> its answer to a member, to who leads, to a monitor. Whoever is away, or Tam, gets no answer but 403, and
#: the monitor of another facility is told of no room.
FRAMES: dict[str, tuple[str, str, str]] = {
    "hello": ("", "", ""),
    "applied": ("", "", ""),
    "ping": ("pong", "pong", "pong"),
    "post": ("posted", "posted", "posting.monitor"),
    "withdraw": ("posted", "message.not_there", "message.not_there"),
    "react": ("", "", "posting.monitor"),
    "hand": ("", "not_allowed", "not_allowed"),
    "pass": ("", "turn.not_yours", "turn.not_yours"),
    "typing": ("", "", ""),
    "read": ("", "", "not_allowed"),
    "report": ("done", "done", "not_allowed"),
    "help": ("done", "done", "not_allowed"),
    "open_session": ("session.not_yours", "session.moved_on", "session.not_yours"),
    "pause": ("session.not_yours", "", "session.not_yours"),
    "resume": ("session.not_yours", "session.moved_on", "session.not_yours"),
    "close_session": ("session.not_yours", "", "session.not_yours"),
    "phase": ("session.not_yours", "", "session.not_yours"),
    "turn": ("session.not_yours", "", "session.not_yours"),
    "lower_hand": ("session.not_yours", "", "session.not_yours"),
    "listen_only": ("session.not_yours", "", "session.not_yours"),
}
