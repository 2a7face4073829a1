"""What can be seen of a room: by its members, by a message's writer, by the desk."""

from chat.selectors.desk import ContextLine, Written, body_of, context_of, written_by
from chat.selectors.log import Piece, Resets, events_after, events_frame, needs_reset, reset, serve_events
from chat.selectors.own import OwnMessage, own_decided, own_messages, own_states, own_states_each, with_words
from chat.selectors.room import (
    help_notice,
    help_notices,
    me,
    members,
    present,
    retention,
    room_for,
    session_view,
    why_not_notice,
)
from chat.selectors.shown import older, window
from chat.selectors.unread import Unread, unread
from chat.selectors.views import ReadyFrames, RoomView, ready, room_views

__all__ = [
    "ContextLine",
    "OwnMessage",
    "Piece",
    "ReadyFrames",
    "Resets",
    "RoomView",
    "Unread",
    "Written",
    "body_of",
    "context_of",
    "events_after",
    "events_frame",
    "help_notice",
    "help_notices",
    "me",
    "members",
    "needs_reset",
    "older",
    "own_decided",
    "own_messages",
    "own_states",
    "own_states_each",
    "present",
    "ready",
    "reset",
    "retention",
    "room_for",
    "room_views",
    "serve_events",
    "session_view",
    "unread",
    "why_not_notice",
    "window",
    "with_words",
    "written_by",
]
