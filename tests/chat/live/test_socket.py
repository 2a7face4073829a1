"""The room's socket: who comes in, what they are told, and when it ends."""

from contextlib import ExitStack
from uuid import uuid4

import pytest
from django.conf import settings as project

from accounts import services as accounts
from chat.live import draining, hub, socket
from chat.live.keeper import Keeper
from chat.live.lines import LINES_OF_A_SIGN_IN
from chat.live.rooms import Waiting
from chat.models import Room
from groups import services as groups
from groups.models import Membership
from groups.sessions import services as sessions
from tests import factories as make
from tests.live_helpers import Closed, at_the_door, cursor_of, in_database, in_room, settle

both_ways = pytest.mark.usefixtures("each_way")

# Coming in


@both_ways
async def test_hello_is_answered_by_ready(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        assert ana.ready["room"]["id"] == str(open_room.room.pk)
        assert ana.ready["me"]["alias"] == "Quiet River"
        assert {"post", "help", "report", "withdraw"} <= set(ana.ready["can"])


@both_ways
async def test_a_first_visit_gets_the_room_as_of_now_and_who_is_here(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        reset, present = await ana.receive("reset"), await ana.receive("present")
    assert reset["seq"] == ana.ready["head"]
    assert {member["alias"] for member in present["members"]} == {"Quiet River", "Harbor"}


async def test_a_room_that_is_not_there_and_one_that_is_not_mine_close_alike(open_room):
    codes = {}
    for room_id in (uuid4(), open_room.next_door.room.pk):
        async with at_the_door(open_room.callers.ana, room_id) as line:
            codes[room_id] = (await line.close_code(), line.seen)
    assert list(codes.values()) == [(4404, []), (4404, [])]


@pytest.mark.parametrize("who", ["oz", "xan", "mia"])
async def test_an_outsider_is_told_that_there_is_no_such_room(open_room, who):
    async with at_the_door(getattr(open_room.callers, who), open_room.room.pk) as line:
        assert await line.close_code() == 4404


async def test_whoever_was_moved_to_a_place_that_never_agreed_is_refused_with_the_reason(open_room):
    async with at_the_door(open_room.callers.tam, open_room.room.pk) as line:
        assert await line.close_code() == 4403
    assert line.seen[-1]["code"] == "room.unavailable"


@both_ways
async def test_staff_who_cover_the_circle_watch_it_and_are_not_members(open_room):
    async with in_room(open_room.callers.mo, open_room.room) as mo:
        assert mo.ready["me"] == {"role": "monitor"}
        assert "post" not in mo.ready["can"]
        assert (await mo.receive("present"))["monitor"] is True


async def test_a_session_of_another_door_is_worth_nothing(open_room):
    online = project.DOOR_HOSTS["online"]
    ana = open_room.callers.ana
    async with at_the_door(ana, open_room.room.pk, host=online, origin=f"http://{online}") as line:
        assert await line.close_code() == 4401


async def test_without_a_session_the_room_says_so(open_room):
    async with at_the_door(open_room.callers.ana, open_room.room.pk, cookie="") as line:
        assert await line.close_code() == 4401


@pytest.mark.parametrize("origin", ["http://online.localhost:8000", "http://evil.example", "null", ""])
async def test_only_a_page_of_the_very_host_may_open_the_socket(open_room, origin):
    async with at_the_door(open_room.callers.ana, open_room.room.pk, origin=origin) as line:
        assert await line.close_code() == 4400


async def test_another_protocol_is_not_spoken_here(open_room):
    async with at_the_door(open_room.callers.ana, open_room.room.pk, protocols=("chat",)) as line:
        assert await line.close_code() == 4400


@both_ways
async def test_whoever_says_nothing_is_not_kept(open_room, monkeypatch):
    monkeypatch.setattr(socket, "HELLO_WITHIN_S", 0.0)
    async with at_the_door(open_room.callers.ana, open_room.room.pk) as line:
        assert await line.close_code() == 4400


@both_ways
async def test_too_many_lines_of_one_sign_in_have_to_wait(open_room):
    live = await hub.current()
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        (line,) = live.rooms.connections()
        room = live.rooms[open_room.room.pk]
        with ExitStack() as stack:
            for _ in range(LINES_OF_A_SIGN_IN - 1):
                stack.enter_context(live.waiting(Waiting(room.id, line.guest)))
            async with at_the_door(open_room.callers.ana, open_room.room.pk) as again:
                assert await again.close_code() == 4429
        assert again.seen[-1]["retry_after"] > 0
        assert await ana.nothing("notice")


# Frames that are not understood


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ('{"type":"fly"}', "frame.unknown"),
        ('{"type":"post","client_id":"1"}', "frame.malformed"),
        ('{"type":"ping","and":1}', "frame.malformed"),
        ("not even json", "frame.malformed"),
        ('{"type":"post","body":"' + "x" * 33_000 + '"}', "frame.too_big"),
        ('{"type":"hello","tab":"again","cursor":null}', "frame.malformed"),
    ],
)
async def test_a_frame_that_is_not_understood_is_refused_with_a_code(open_room, raw, code):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.communicator.send_to(text_data=raw)
        assert (await ana.receive("error"))["code"] == code


async def test_what_comes_before_hello_is_too_early(open_room):
    async with at_the_door(open_room.callers.ana, open_room.room.pk) as line:
        client_id = await line.post("hello?")
        refused = await line.receive("error")
        assert (refused["code"], refused["client_id"]) == ("frame.too_early", client_id)
        assert "post" in (await line.hello())["can"]


@both_ways
async def test_the_third_frame_that_is_not_understood_ends_the_line(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        for _ in range(3):
            await ana.send("fly")
        assert await ana.close_code() == 4400


async def test_bytes_are_no_frame(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.communicator.send_to(bytes_data=b"\x00")
        assert (await ana.receive("error"))["code"] == "frame.malformed"


@both_ways
async def test_ping_is_answered(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.send("ping")
        assert await ana.receive("pong")


@both_ways
async def test_who_is_too_fast_is_told_and_who_goes_on_is_sent_away(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        for _ in range(socket.FRAMES + 1):
            await ana.send("withdraw", message=str(uuid4()))
        assert (await ana.receive("error", where=lambda frame: frame["code"] == "rate.frames"))["retry_after"] > 0
        for _ in range(socket.FRAMES + 1):
            await ana.send("withdraw", message=str(uuid4()))
        assert await ana.close_code() == 4429
        assert ana.seen[-1]["code"] == "rate.frames"


async def test_a_call_for_help_has_no_pace(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        for _ in range(socket.FRAMES + 1):
            await ana.send("withdraw", message=str(uuid4()))
        client_id = str(uuid4())
        await ana.send("help", client_id=client_id)
        assert (await ana.receive("done"))["client_id"] == client_id


# Saying something


@both_ways
@pytest.mark.db_real
async def test_a_post_is_answered_and_reaches_everybody_once_in_order(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        for body in ("One day at a time.", "That helps me."):
            client_id = await ana.post(body)
            posted = await ana.receive("posted")
            assert (posted["client_id"], posted["state"]) == (client_id, "delivered")
        for line in (ana, ben):
            await settle()
            said = [event for event in await line.events(through=posted["seq"]) if event["kind"] == "message"]
            assert [event["message"]["body"] for event in said] == ["One day at a time.", "That helps me."]
            assert [event["seq"] for event in said] == [posted["seq"] - 1, posted["seq"]]
            assert await line.nothing("events")


@both_ways
async def test_a_retry_gets_the_present_state_and_says_nothing_twice(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        client_id = await ana.post("Once only.")
        first = await ana.receive("posted")
        await ana.post("Once only.", client_id=client_id)
        assert await ana.receive("posted") == first
        assert len(await ana.events(through=first["seq"])) == 1
        assert await ana.nothing("events")


@both_ways
@pytest.mark.db_real
async def test_a_held_message_stays_between_its_writer_and_moderation(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await ben.receive("present")
        await ana.post("call me on 312 555 0142")
        assert (await ana.receive("posted"))["state"] == "held"
        assert await ben.nothing("events", "posted")


@both_ways
async def test_what_is_held_is_told_again_after_each_ready(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        client_id = await ana.post("call me on 312 555 0142")
        assert (await ana.receive("posted"))["state"] == "held"
    async with in_room(open_room.callers.ana, open_room.room, cursor=cursor_of(ana.ready)) as ana:
        assert (await ana.receive("posted"))["client_id"] == client_id


# Authority: read for every frame


async def _close_session(cast):
    await in_database(sessions.close_session, seat=await in_database(cast.seat, "fay"))


async def _leave(cast):
    await in_database(groups.end_membership, membership=cast.seats.ana, to=Membership.State.LEFT, by=cast.persons.ana)


@both_ways
async def test_posting_ends_with_the_session_also_for_who_is_connected(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await _close_session(open_room)
        await ana.post("still here?")
        assert (await ana.receive("error"))["code"] == "posting.no_session"


@both_ways
async def test_what_one_may_do_is_told_again_when_it_changes(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await _close_session(open_room)
        again = await ana.receive("ready")
        assert "post" not in again["can"]
        assert (await ana.receive("notice"))["code"] == "posting.no_session"


@both_ways
async def test_a_leader_opens_and_pauses_by_frames_and_gets_the_event(open_room):
    async with in_room(open_room.callers.fay, open_room.room) as fay:
        await fay.send("pause")
        assert (await fay.event("posting_paused"))["why"] == "leader"
        await fay.send("resume")
        assert await fay.event("posting_resumed")


@both_ways
async def test_hands_turns_and_reactions_go_by_frames_and_come_back_as_events(open_room):
    async with (
        in_room(open_room.callers.fay, open_room.room) as fay,
        in_room(open_room.callers.ana, open_room.room) as ana,
    ):
        me = ana.ready["me"]["id"]
        await ana.send("hand", up=True)
        assert (await fay.event("hand"))["session"]["hands"] == [me]
        await fay.send("turn", member=me)
        again = await ana.receive("ready", where=lambda frame: "pass" in frame["can"])
        assert (again["room"]["session"]["turn"], again["room"]["session"]["hands"]) == (me, [])
        assert (await ana.event("turn"))["member_id"] == me
        await ana.send("pass")
        assert (await fay.event("turn"))["member_id"] == me
        assert (await fay.event("turn"))["passed"] == me
        await ana.post("Hello")
        said = (await fay.event("message"))["message"]
        await ana.send("react", message=said["id"], kind="thank_you", on=True)
        assert (await fay.event("reaction"))["reaction"] == "thank_you"


@both_ways
async def test_listening_is_told_to_those_who_may_not_write_now(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await in_database(sessions.set_listen_only, seat=await in_database(open_room.seat, "fay"), on=True)
        again = await ana.receive("ready", where=lambda frame: "post" not in frame["can"])
        assert again["room"]["session"]["listen_only"]
        assert (await ana.receive("notice"))["code"] == "posting.listen_only"
        await ana.post("Hello")
        assert (await ana.receive("error"))["code"] == "posting.listen_only"


@both_ways
async def test_a_member_may_not_lead(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.send("pause")
        assert (await ana.receive("error"))["code"] == "session.not_yours"


@both_ways
@pytest.mark.db_real
async def test_nothing_after_the_event_that_ended_the_right_to_read_reaches_that_connection(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await ana.receive("present")
        await _leave(open_room)
        await ben.post("Goodbye, Quiet River.")
        said = await ben.receive("posted")
        assert await ana.close_code() == 4403
        assert ana.seen[-1]["code"] == "room.unavailable"
        seqs = [event["seq"] for frame in ana.seen if frame["type"] == "events" for event in frame["events"]]
        assert said["seq"] not in seqs


@both_ways
async def test_a_leave_that_was_taken_back_long_ago_does_not_end_a_resume(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        before = cursor_of(ana.ready)
    seat = open_room.seats.ana
    await in_database(groups.turn_away, membership=seat, why="own_wish", by=open_room.persons.ana)
    await in_database(groups.come_back, membership=seat, by=open_room.persons.ana)
    async with in_room(open_room.callers.ana, open_room.room, cursor=before) as ana:
        kinds = [event["kind"] for event in await ana.events(through=ana.ready["head"])]
        assert kinds == ["member_away", "member_joined"]
        assert await ana.nothing("notice")


@both_ways
@pytest.mark.db_real
async def test_sign_out_closes_the_socket_with_the_next_look_at_the_changes(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        sign_in = open_room.callers.ana.sign_in
        await in_database(accounts.end_sign_in, sign_in=sign_in, because="sign_out", by=open_room.users.ana)
        await (await hub.current()).read_changes()
        assert await ana.close_code() == 4401
        await ben.send("ping")
        assert await ben.receive("pong")


@both_ways
async def test_a_frame_of_a_signed_out_person_is_not_taken_whatever_the_hub_has_heard(open_room, monkeypatch):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.post("It is me.")  # what this rests on is believed for the next words
        assert (await ana.receive("posted"))["state"] == "delivered"
        monkeypatch.setattr(Keeper, "read_changes", _hears_nothing)
        sign_in = open_room.callers.ana.sign_in
        await in_database(accounts.end_sign_in, sign_in=sign_in, because="sign_out", by=open_room.users.ana)
        await ana.post("still me?")
        assert await ana.close_code() == 4401


async def _hears_nothing(keeper):
    pass


@both_ways
async def test_an_approval_that_is_taken_back_ends_the_socket_of_that_place_only(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        approval = await in_database(lambda: open_room.group.approvals.get(facility=open_room.alder))
        await in_database(groups.revoke_approval, approval=approval, by=open_room.pat)
        assert await ana.close_code() == 4403
        await ben.send("ping")
        assert await ben.receive("pong")


@both_ways
async def test_an_approval_that_lapses_ends_the_socket_too(open_room, clock):
    await in_database(make.approve, open_room.group, open_room.alder, days=1)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        (line,) = (await hub.current()).rooms.connections()
        approval = await in_database(lambda: open_room.group.approvals.get(revoked_at=None))
        line.check_at = approval.until
        await in_database(lambda: open_room.group.approvals.update(until=open_room.session.starts_at))
        line.check_at = open_room.session.starts_at
        await (await hub.current()).beat()
        assert await ana.close_code() == 4403


# Tabs


@both_ways
@pytest.mark.db_real
async def test_another_tab_takes_the_room_over(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as first,
        in_room(open_room.callers.ana, open_room.room) as second,
    ):
        await (await hub.current()).renew_leases()
        assert await first.close_code() == 4409
        await second.send("ping")
        assert await second.receive("pong")


@both_ways
@pytest.mark.db_real
async def test_the_same_tab_replaces_itself_in_silence(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room, tab="t") as first,
        in_room(open_room.callers.ana, open_room.room, tab="t") as second,
    ):
        await (await hub.current()).renew_leases()
        assert await first.close_code() == 1000
        assert not [frame for frame in first.seen if frame["type"] == "notice"]
        await second.send("ping")
        assert await second.receive("pong")


@both_ways
@pytest.mark.db_real
async def test_others_see_who_comes_and_who_leaves(open_room):
    async with in_room(open_room.callers.ben, open_room.room) as ben:
        async with in_room(open_room.callers.ana, open_room.room):
            await ben.receive("present", where=lambda frame: "Quiet River" in _aliases(frame))
        await ben.receive("present", where=lambda frame: "Quiet River" not in _aliases(frame))


@both_ways
async def test_who_lost_the_line_is_here_until_the_lease_ends(open_room, clock):
    async with in_room(open_room.callers.ben, open_room.room) as ben:
        async with in_room(open_room.callers.ana, open_room.room) as ana:
            await ana.leave(1006)
        await ben.receive("present", where=lambda frame: "Quiet River" in _aliases(frame))
        ben.waiting.clear()
        await (await hub.current()).renew_leases()
        assert await ben.nothing("present")
        clock.forward(seconds=31)
        await (await hub.current()).renew_leases()
        await ben.receive("present", where=lambda frame: "Quiet River" not in _aliases(frame))


def _aliases(present):
    return {member["alias"] for member in present["members"]}


# The process goes


@both_ways
async def test_a_server_that_goes_sends_everybody_to_come_back(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        draining.drain()
        assert await ana.close_code() == 1012
        with pytest.raises(Closed) as refused:
            async with in_room(open_room.callers.ben, open_room.room):
                pass
        assert refused.value.code == 1012


@both_ways
async def test_whoever_posts_while_the_database_is_away_may_send_it_again(open_room, monkeypatch):
    from django.db import OperationalError

    def away(*args, **kwargs):
        raise OperationalError

    async with in_room(open_room.callers.ana, open_room.room) as ana:
        with monkeypatch.context() as patched:
            patched.setattr(Room.objects, "select_related", away)
            client_id = await ana.post("Are you there?")
            refused = await ana.receive("error")
        assert (refused["code"], refused["client_id"]) == ("try_later", client_id)
        await ana.post("Are you there?", client_id=client_id)
        assert (await ana.receive("posted"))["state"] == "delivered"
