"""Which service answers which frame: for sockets and for frames that come by POST."""

from chat import services, wire
from chat.live.guests import Guest
from core.errors import NotAllowed
from groups.sessions import services as sessions


def act(guest: Guest, frame: wire.Asking) -> wire.Outbound | None:
    """One frame, one service, its answer. None: the event that it makes is the answer."""
    seat = guest.seat
    match frame:
        case wire.Post():
            return services.say(seat=seat, post=frame)
        case wire.Withdraw():
            return services.withdraw(seat=seat, message_id=frame.message)
        case wire.Report():
            return services.report(seat=seat, report=frame)
        case wire.Help():
            return _help(guest, frame)
        case wire.OpenSession():
            sessions.open_session(seat=seat)
        case wire.Pause():
            sessions.pause(seat=seat)
        case wire.Resume():
            sessions.resume(seat=seat)
        case wire.CloseSession():
            sessions.close_session(seat=seat)
    return None


def _help(guest: Guest, frame: wire.Help) -> wire.Done:
    if guest.seat.person_id is None:
        raise NotAllowed  # staff have the duty pages
    return services.ask_help(person_id=guest.seat.person_id, client_id=frame.client_id, room_id=guest.room_id)
