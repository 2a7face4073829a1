"""Who gets which answer where: every page, every frame, everybody of the cast, in one table.

Whoever a row does not name gets 404, as if there were no such page. Strangers get what the gate of the page says: at
its own door the way to the sign-in (303), elsewhere 404. What a row opens is about Ana: her group, her room, her
message, her case, her call for help, her tablet. Forms are sent with nothing that they ask for, so 400 means: let in,
and nothing was done.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.doors import Door, cookie_name
from accounts.models import Attempts, User
from accounts.sessions import cookie_for
from chat import services as chat
from chat import wire
from chat.live.guests import Knock, admit
from chat.live.lines import code_of
from core import clock
from core.errors import RuleError
from core.ids import new_id
from groups.models import FacilityApproval, GroupSession, Lease, Membership
from groups.roster.services import upload_roster
from moderation.models import Alert, Case, RuleNotice
from moderation.rules import publication
from moderation.rules.backtests.services import ask_back_test
from moderation.rules.outcomes import set_outcome
from moderation.rules.overrides import override_built_in
from records.holds import place_hold
from records.purge import purge
from tests import factories as make
from tests.casting import people
from tests.moderation.helpers import PHONE, open_room, say
from tests.moderation.rules.helpers import at, drafted, saying

pytestmark = pytest.mark.django_db

PARTICIPANTS = "ana ben fay oz tam xan"
STAFF = "mo mia dov del_ ada pat rue rex"
DOORS = "tablet online staff"
#: Browsers that nobody has signed in with: one at each door, one at the bare site, and two that show a door the
#: session cookie of another.
STRANGERS = (*DOORS.split(), "bare", "ana@staff", "ana@online", "mo@online")
EVERYBODY = (*PARTICIPANTS.split(), *STAFF.split(), *STRANGERS)

Answers = dict[int, str]


def row(get: Answers | None = None, post: Answers | None = None) -> dict[str, Answers | None]:
    """Status -> who gets it. A method that a page does not have is None: everybody gets 405."""
    return {"GET": get, "POST": post}


#: Monitors, members and who leads; Tam's seat is there, but the room can't take him in.
ROOM: Answers = {200: "ana ben fay mo", 403: "tam"}
ASKED: Answers = {200: "ana ben fay mo", 403: "tam", 401: f"{DOORS} bare"}

PAGES = {
    "front": row(get={303: f"{PARTICIPANTS} {STAFF} {DOORS}", 200: "bare"}),
    "work": row(get={200: STAFF}),
    "find": row(get={200: STAFF}, post={200: STAFF}),
    "become_tablet": row(get={303: "ana oz tam tablet"}),
    "design": row(get={200: "bare"}),
    "design_staff": row(get={200: "bare"}),
    # Doors
    "accounts:sign_in": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:sign_in_tablet": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:sign_in_online": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:sign_in_staff": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:enrol": row(get={200: "ana oz tam tablet"}, post={400: "ana oz tam tablet"}),
    "accounts:sign_out": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:not_me": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:lock": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:here": row(post={204: f"{PARTICIPANTS} {STAFF}"}),
    "accounts:language": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:tablets": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "accounts:issue_code": row(post={200: "ada pat"}),
    "accounts:move_tablet": row(post={303: "ada pat"}),
    "accounts:pauses": row(get={200: "ada pat"}),
    "accounts:lift_pause": row(post={303: "ada pat"}),
    "accounts:unlock": row(post={303: "ada pat"}),
    # Participants
    "groups:home": row(get={200: PARTICIPANTS}),
    "groups:welcome": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:welcome_danger": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:welcome_name": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:who_reads": row(get={200: PARTICIPANTS}),
    "groups:path": row(get={200: PARTICIPANTS}, post={400: PARTICIPANTS}),
    "groups:claim": row(get={303: "ben fay xan online"}, post={400: "ben fay xan online"}),
    "groups:claim_before": row(get={200: "ben fay xan online"}, post={303: "ben fay xan online"}),
    "groups:claim_secret": row(get={303: "ben fay xan online"}, post={303: "ben fay xan online"}),
    "groups:claim_way_in": row(get={303: "ben fay xan online"}, post={303: "ben fay xan online"}),
    "moderation:help": row(
        get={200: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}, post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}
    ),
    "moderation:standing": row(
        get={200: "ana", 204: f"ben fay oz tam xan {STAFF} {DOORS} bare"},
        post={200: "ana", 204: f"ben fay oz tam xan {STAFF} {DOORS} bare"},
    ),
    # The room
    "chat:room": row(get=ROOM),
    "chat:say": row(post={400: "ana ben fay mo", 403: "tam"}),
    "chat:frames": row(post=ASKED),
    "chat:messages": row(get=ASKED),
    "chat:read": row(get={204: "ana ben fay", 403: "mo tam", 401: f"{DOORS} bare"}),
    "moderation:report": row(get={200: "ana ben fay", 403: "tam"}, post={200: "ana ben fay", 403: "tam"}),
    "chat:mine": row(get={200: PARTICIPANTS}),
    "chat:change": row(get={200: "ana"}, post={400: "ana"}),
    "chat:withdraw": row(post={303: "ana"}),
    "chat:notice": row(get={200: "ana"}),
    "chat:notice_pdf": row(get={403: "ana"}),  # at a shared tablet no file is made
    "chat:dismiss": row(post={400: PARTICIPANTS}),
    # The desk, and those on duty
    "moderation:desk": row(get={200: "mo mia"}),
    "moderation:queue": row(get={200: "mo mia"}),
    "moderation:next": row(post={303: "mo mia"}),
    "moderation:case": row(get={200: "mo"}),
    "moderation:claim": row(post={303: "mo"}),
    "moderation:renew": row(post={409: "mo"}),
    "moderation:let_go": row(post={303: "mo"}),
    "moderation:decide": row(post={400: "mo"}),
    "moderation:case_notice": row(get={409: "mo"}),  # not decided yet
    "moderation:live": row(get={200: STAFF}),
    "moderation:duty": row(get={200: "dov del_ ada pat"}),
    "moderation:board": row(get={200: "dov del_ ada pat"}),
    "moderation:answer": row(post={303: "dov del_"}),
    "moderation:close": row(post={303: "dov del_"}),
    "moderation:duty_lists": row(get={200: "ada pat"}),
    "moderation:duty_list": row(get={200: "ada pat"}, post={404: "ada pat"}),
    # People and groups
    "groups:people": row(get={200: "ada pat"}),
    "groups:admit": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "groups:person": row(get={200: "ada pat"}),
    "groups:custody_event": row(post={400: "ada pat"}),
    "groups:print_card": row(post={200: "ada pat"}),
    "groups:facilities": row(get={200: "ada pat"}),
    "groups:facility": row(get={200: "ada pat"}),
    "groups:groups": row(get={200: "mo mia ada pat"}),
    "groups:group": row(get={200: "mo ada pat"}),
    "groups:give_seat": row(post={400: "pat"}),
    "groups:end_seat": row(post={303: "pat"}),
    "groups:approve": row(post={400: "ada"}),
    "groups:revoke": row(post={303: "ada"}),
    "groups:rosters": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "groups:roster": row(get={200: "ada pat"}),
    "groups:roster_progress": row(get={200: "ada pat"}),
    "groups:roster_report": row(get={200: "ada pat"}),
    "groups:check_roster": row(post={400: "ada pat"}),
    "groups:apply_roster": row(post={303: "ada pat"}),
    "groups:discard_roster": row(post={303: "ada pat"}),
    # Screening rules: one of Alder's, a built-in one, and an override, a row of what follows and a back-test there
    "rules:list": row(get={200: "mo mia ada pat"}),
    "rules:dismiss": row(post={303: "mo"}),
    "rules:try": row(get={200: "mo mia ada pat"}, post={200: "mo mia ada pat"}),
    "rules:outcomes": row(get={200: "mo mia ada pat"}, post={400: "ada pat"}),
    "rules:end_outcome": row(post={303: "ada pat", 403: "mo"}),
    "rules:new": row(get={200: "mo mia ada pat"}, post={400: "mo mia ada pat"}),
    "rules:rule": row(get={200: "mo ada pat"}),
    "rules:edit": row(get={200: "mo ada pat"}, post={400: "mo ada pat"}),
    "rules:version": row(get={200: "mo ada pat"}),
    "rules:act": row(post={400: "mo ada pat"}),
    "rules:built_in": row(get={200: "mo mia ada pat"}),
    "rules:override": row(post={400: "ada pat"}),
    "rules:end_override": row(post={303: "ada pat", 403: "mo"}),
    "rules:ask_back_test": row(post={303: "mo ada pat"}),
    "rules:back_test": row(get={200: "mo"}),
    "rules:back_test_progress": row(get={200: "mo"}),
    "rules:cancel_back_test": row(post={303: "mo"}),
    "rules:read_back_test": row(post={400: "mo"}),
    # Records
    "records_pages:overview": row(get={200: "pat rue rex"}),
    "records_pages:schedule": row(get={200: "pat rue rex"}, post={400: "pat rue rex"}),
    "records_pages:holds": row(get={200: "rue rex"}),
    "records_pages:place_hold": row(get={200: "rue rex"}, post={400: "rue rex"}),
    "records_pages:move_hold": row(post={303: "rue rex"}),
    "records_pages:certificates": row(get={200: "rue rex"}),
    "records_pages:certificate": row(get={200: "rue rex"}),
    "records_pages:run_purge": row(post={303: "rue rex"}),
    "records_pages:audit": row(get={200: "rue rex"}),
}
#: Whoever calls by socket or poll is in, or gets the close code; a poll's status is its last three digits.
LINES = {"in": "ana ben fay mo", 4403: "tam", 4401: " ".join(STRANGERS)}
NOT_THERE = 4404

SEATS = ("ana", "fay", "mo", "ben, away", "tam")
OUT = ("403", "403")
#: Frame -> its answer to a member, to who leads, to a monitor. Whoever is away, or Tam, gets no answer but 403.
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


class World:
    """The cast, with something of Ana's behind every address, and a browser of everybody."""

    def __init__(self) -> None:
        self.cast = people()
        open_room(self.cast)
        GroupSession.objects.update(turn=self.cast.seats.ana)
        Lease.objects.update(until=clock.now() + timedelta(hours=1))  # longer than the module takes on a slow machine
        self.said, self.held, self.returned = say(self.cast, "ana", "Hello"), say(self.cast, "ana"), self._returned()
        chat.ask_help(person_id=self.cast.persons.ana.pk, client_id=new_id(), room_id=self.cast.room.pk)
        self.browsers = {who: self._browser(who) for who in (*PARTICIPANTS.split(), *STAFF.split())}
        self.objects = self._objects()

    def _returned(self) -> Any:
        message = say(self.cast, "ana", f"{PHONE}, or later")
        chat.return_to_writer(
            message_id=message.pk, by=self.cast.mo, revision=message.revision, code="contact_info", spans=[]
        )
        return message

    def _browser(self, who: str) -> tuple[str, str, str]:
        caller = self.cast.caller(who)
        return (str(caller.door), *cookie_for(caller.sign_in))

    def _objects(self) -> dict[str, dict[str, Any]]:
        """What stands in an address, by the name of its place; `""` holds for all pages but those that are named."""
        cast, now = self.cast, clock.now()
        tablet = make.tablet(cast.alder)
        pause = Attempts.objects.create(
            subject=f"user:{cast.users.ana.pk}",
            place=f"tablet:{tablet.pk}",
            since=now,
            paused_until=now + timedelta(minutes=15),
        )
        hold = place_hold(target=f"message:{self.said.pk}", reason="asked for", reference="", by="system")
        rule = drafted(cast.mo, saying(scope=at("facility", cast.alder)))
        override = override_built_in(code="contact.phone", to="shadow", by=cast.ada, scope=at("facility", cast.alder))
        changed = set_outcome(
            category="contact_info",
            tier="email",
            outcome="flag",
            by=cast.ada,
            scope=at("facility", cast.alder),
            why="On trial.",
        )
        told = RuleNotice.objects.create(
            user=cast.mo, kind="tripped", rule=rule.code, version=1, seen=100, hits=50, at=now
        )
        locked = make.staff("Lou", "moderator", scope=cast.alder, state=User.State.LOCKED)
        return {
            "": {
                "code": "alder",
                "tablet_id": tablet.pk,
                "pause_id": pause.pk,
                "user_id": locked.pk,
                "move": "suspend",
                "room": cast.room.pk,
                "message": self.returned.pk,
                "number": Case.objects.get(message=self.held).number,
                "alert_id": Alert.objects.get().pk,
                "kind": "facility",
                "place_id": cast.alder.pk,
                "person_id": cast.persons.ana.pk,
                "group_id": cast.group.pk,
                "membership_id": cast.seats.ana.pk,
                "approval_id": FacilityApproval.objects.get(group=cast.group).pk,
                "place": cast.alder.pk,
                "facility_id": cast.alder.pk,
                "hold_id": hold.pk,
                "certificate_id": purge(by="system").pk,
                "rule_id": rule.pk,
                "act": "retire",
                "notice_id": told.pk,
                "override_id": override.pk,
                "row_id": changed.pk,
                "test_id": ask_back_test(version=rule.draft, by=cast.mo).pk,
                "run_id": upload_roster(facility=cast.alder, chunks=[b"Number,Name\n1,Sam\n"], by=cast.ada).pk,
            },
            "rules:built_in": {"code": override.code},
            "rules:override": {"code": override.code},
            "rules:version": {"number": 1},
            "rules:ask_back_test": {"number": 1},
            "moderation:report": {"message": self.said.pk},
            "records_pages:move_hold": {"move": "ask"},
        }

    def address(self, name: str, names: tuple[str, ...]) -> str:
        objects = {**self.objects[""], **self.objects.get(name, {})}
        query = f"?target=message:{self.said.pk}" if name == "records_pages:place_hold" else ""
        return reverse(name, kwargs={place: objects[place] for place in names}) + query

    def knock(self, who: str) -> tuple[str, dict[str, str]]:
        """Host and cookies of this browser."""
        if who in self.browsers:
            door, cookie, value = self.browsers[who]
            return settings.DOOR_HOSTS[door], {cookie: value}
        name, _, door = who.rpartition("@")
        if door == "bare":
            return "localhost:8000", {}
        value = self.browsers[name][2] if name else ""
        return settings.DOOR_HOSTS[door], {cookie_name(Door(door)): value} if name else {}

    def ask(self, who: str, method: str, address: str, body: str | None = None) -> Any:
        """The answer; what it changed is changed back."""
        host, cookies = self.knock(who)
        client = Client(HTTP_HOST=host)
        client.cookies.load(cookies)
        with undone():
            if method == "GET":
                return client.get(address)
            kind = {"content_type": "application/json"} if body else {}
            return client.post(address, body or {"nothing": "asked for"}, **kind)


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for the module: its rows are only read, or changed back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, undone():
        patch.setattr("chat.screening.WALL_LIMIT", 60.0)
        yield World()
        publication.forget()


def pages(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every page, under its whole name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", entry
        else:
            yield from pages(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


ALL = dict(pages(get_resolver()))


def test_every_page_has_its_row():
    assert sorted(ALL) == sorted(PAGES)


def expected(name: str, method: str, who: str) -> int:
    answers = PAGES[name][method]
    if answers is None:
        return 405
    door = who.rpartition("@")[2]
    named = {someone: status for status, them in answers.items() for someone in them.split()}
    if who in STRANGERS:
        return named.get(door, 303 if opens(ALL[name].callback.gate, door) else 404)
    return named.get(who, 404)


def opens(gate: str, door: str) -> bool:
    """Whether a stranger at this door is shown the way in."""
    kind = gate.partition(":")[0]
    return door in {"participant": "tablet online", "staff": "staff", "signed_in": DOORS}.get(kind, "").split()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", PAGES)
def test_who_gets_which_answer(world, name, method):
    address = world.address(name, tuple(ALL[name].pattern.converters))
    should = {who: expected(name, method, who) for who in askers(name, method)}
    body = '{"type":"ping"}' if name == "chat:frames" else None
    answered = {who: world.ask(who, method, address, body).status_code for who in should}
    assert answered == should


@pytest.mark.parametrize("name", PAGES)
def test_no_browser_keeps_a_page_of_somebody_signed_in(world, name):
    """Neither its cache, nor its Back button, nor a worker of ours or of anybody's."""
    address = world.address(name, tuple(ALL[name].pattern.converters))
    for who in ("ana", "mo"):
        answer = world.ask(who, "GET", address)
        assert answer["Cache-Control"] == "no-store"
        assert "worker-src 'none'" in answer["Content-Security-Policy"]


def askers(name: str, method: str) -> tuple[str, ...]:
    """A few are enough for a method that the page does not have."""
    return EVERYBODY if PAGES[name][method] is not None else ("ana", "mo", "online")


def test_who_is_let_in_by_socket_and_poll(world):
    named = {who: answer for answer, them in LINES.items() for who in them.split()}
    assert {who: line(world, who) for who in EVERYBODY} == {who: named.get(who, NOT_THERE) for who in EVERYBODY}


def line(world: World, who: str) -> str | int:
    host, cookies = world.knock(who)
    try:
        admit(Knock(host=host, cookies=cookies, room_id=world.cast.room.pk))
    except RuleError as refusal:
        return code_of(refusal)
    return "in"


def test_every_frame_has_its_row():
    assert set(FRAMES) == wire.KNOWN


@pytest.mark.parametrize("kind", FRAMES)
def test_whose_frames_are_taken(world, kind):
    assert tuple(answer(world, who, kind) for who in SEATS) == (*FRAMES[kind], *OUT)


def answer(world: World, who: str, kind: str) -> str:
    """The type of the frame that answers, the code of an error, or nothing where an event is the answer."""
    name, _, away = who.partition(", ")
    with undone():
        if away:
            Membership.objects.filter(pk=world.cast.seats.ben.pk).update(state="away", why_away="custody")
        said = world.ask(name, "POST", reverse("chat:frames", args=[world.cast.room.pk]), frame(world, kind))
    told = json.loads(said.content) if said["Content-Type"] == "application/json" else {}
    return str(told.get("code") or told.get("type") or ("" if said.status_code == 204 else said.status_code))


def frame(world: World, kind: str) -> str:
    fields: dict[str, dict[str, Any]] = {
        "hello": {"tab": "t", "cursor": None},
        "applied": {"seq": 1},
        "read": {"seq": 1},
        "post": {"client_id": new_id(), "body": "Good evening", "lang": "en"},
        "withdraw": {"message": world.said.pk},
        "report": {"client_id": new_id(), "message": world.said.pk, "reason": "worried"},
        "help": {"client_id": new_id()},
        "react": {"message": world.said.pk, "kind": "thank_you", "on": True},
        "hand": {"up": True},
        "typing": {"on": True},
        "phase": {"phase": "topic"},
        "turn": {"member": world.cast.seats.ben.pk},
        "lower_hand": {"member": world.cast.seats.ben.pk},
        "listen_only": {"on": True},
    }
    return json.dumps({"type": kind, **fields.get(kind, {})}, default=str)
