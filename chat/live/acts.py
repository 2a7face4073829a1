"""Which service answers which frame: for sockets and for frames that come by POST."""

from chat import services, wire
from chat.live.guests import Guest
from core.errors import NotAllowed
from groups.seats import Seat
from groups.sessions import services as sessions
from groups.sessions import turns


def act(guest: Guest, frame: wire.Asking) -> wire.Outbound | None:
    """One frame, one service, its answer. None: the event that it makes is the answer."""
    seat = guest.seat
    match frame:
        case wire.Post():
            return services.say(seat=seat, post=frame)
        case wire.Withdraw():
            return services.withdraw(seat=seat, message_id=frame.message)
        case wire.React():
            services.react(seat=seat, react=frame)
        case wire.Hand() | wire.Pass():
            _take_part(seat, frame)
        case wire.Read():
            services.mark_read(seat=seat, room_id=guest.room_id, seq=frame.seq)
        case wire.Report():
            return services.report(seat=seat, report=frame)
        case wire.Help():
            return _help(guest, frame)
        case _:
            _lead(seat, frame)
    return None


def _take_part(seat: Seat, frame: wire.Hand | wire.Pass) -> None:
    match frame:
        case wire.Hand(up=True):
            turns.raise_hand(seat=seat)
        case wire.Hand():
            turns.take_hand_down(seat=seat)
        case wire.Pass():
            turns.pass_turn(seat=seat)


def _lead(seat: Seat, frame: wire.Leading) -> None:
    match frame:
        case wire.OpenSession():
            sessions.open_session(seat=seat)
        case wire.Pause():
            sessions.pause(seat=seat)
        case wire.Resume():
            sessions.resume(seat=seat)
        case wire.CloseSession():
            sessions.close_session(seat=seat)
        case wire.SetPhase():
            sessions.set_phase(seat=seat, phase=frame.phase)
        case wire.GiveTurn():
            turns.give_turn(seat=seat, member_id=frame.member)
        case wire.LowerHand():
            turns.lower_hand(seat=seat, member_id=frame.member)
        case wire.ListenOnly():
            sessions.set_listen_only(seat=seat, on=frame.on)


def _help(guest: Guest, frame: wire.Help) -> wire.Done:
    if guest.seat.person_id is None:
        raise NotAllowed  # staff have the duty pages
    return services.ask_help(person_id=guest.seat.person_id, client_id=frame.client_id, room_id=guest.room_id)
