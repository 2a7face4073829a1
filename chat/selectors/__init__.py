"""What can be seen of a room: by its members, by a message's writer, by the desk."""

from chat.selectors.desk import ContextLine, Written, body_of, context_of, written_by
from chat.selectors.log import Piece, events_after, events_frame, needs_reset, reset, serve_events
from chat.selectors.own import OwnMessage, own_messages, own_states
from chat.selectors.room import (
    help_notice,
    me,
    members,
    present,
    ready,
    retention,
    room_for,
    session_view,
    why_not_notice,
)
from chat.selectors.shown import older, window

__all__ = [
    "ContextLine",
    "OwnMessage",
    "Piece",
    "Written",
    "body_of",
    "context_of",
    "events_after",
    "events_frame",
    "help_notice",
    "me",
    "members",
    "needs_reset",
    "older",
    "own_messages",
    "own_states",
    "present",
    "ready",
    "reset",
    "retention",
    "room_for",
    "serve_events",
    "session_view",
    "why_not_notice",
    "window",
    "written_by",
]
