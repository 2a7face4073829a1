"""What of somebody's reading stands on pages and goes over lines: on their own, and on nobody else's."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chat import selectors, services, wire
from chat.authority import read
from core import clock
from groups import services as groups
from groups.models import Membership
from tests import factories as make
from tests.browsing import browser
from tests.chat.conftest import Talk

ROOT = Path(__file__).resolve().parents[2]
#: A number that stands nowhere else.
ODD = 7_070_717
#: Who knows of it: the row, what moves it, and what its own person is shown.
KNOW_OF_IT = {
    "groups/models.py",
    "groups/services.py",
    "groups/selectors.py",
    "chat/pages.py",
    "chat/selectors/unread.py",
}
PIXEL = re.compile(r'<noscript>.*?<img class="sr" alt="" src="([^"]+)">', re.S)

Browse = Callable[[str], Client]


@pytest.fixture
def browse(talk: Talk) -> Browse:
    return lambda who: browser(talk.cast, who)


def room(talk: Talk) -> str:
    return reverse("chat:room", args=[talk.room.pk])


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def read_by(talk: Talk, who: str = "ben") -> int:
    return int(Membership.objects.get(pk=talk.seats[who].membership_id).read_seq)


def rows(html: str) -> list[str]:
    """The log as it is read: each message's words, and the line."""
    log = html[html.index("data-log") :]
    return re.findall(r'<li class="(new)">|<div class="msg-text"[^>]*>([^<]+)</div>', log[: log.index("</ol>")])  # type: ignore[return-value]


def lines(html: str) -> list[str]:
    return [line or words for line, words in rows(html)]


# Without script


def test_whoever_opens_the_room_without_script_has_read_what_it_shows(talk: Talk, browse: Browse):
    said = talk.say("ana", "Hello")
    shown = PIXEL.search(page(browse("ben"), room(talk)))
    assert shown
    talk.say("ana", "This came later")
    assert browse("ben").get(shown[1]).status_code == 204
    assert read_by(talk) == said.seq


def test_opening_the_room_alone_marks_nothing(talk: Talk, browse: Browse):
    talk.say("ana", "Hello")
    browse("ben").get(room(talk))
    browse("ben").head(room(talk))
    assert read_by(talk) == 0


def test_whoever_reads_older_words_has_not_read_the_new_ones(talk: Talk, browse: Browse):
    said = talk.say("ana", "Hello")
    assert not PIXEL.search(page(browse("ben"), f"{room(talk)}?before={said.seq}"))


def test_a_monitor_asks_for_no_picture(talk: Talk, browse: Browse):
    assert not PIXEL.search(page(browse("mo"), room(talk)))


@pytest.mark.parametrize("asked", ["?seq=x", "?seq=-1", "?seq=99999999999999999999"])
def test_a_seq_that_is_none_is_refused(talk: Talk, browse: Browse, asked: str):
    answer = browse("ben").get(reverse("chat:read", args=[talk.room.pk]) + asked)
    assert (answer.status_code, read_by(talk)) == (400, 0)


def test_it_is_said_as_a_frame_by_post_too(talk: Talk, browse: Browse):
    said = talk.say("ana", "Hello")
    frame = json.dumps({"type": "read", "seq": said.seq})
    for _ in range(2):
        answer = browse("ben").post(reverse("chat:frames", args=[talk.room.pk]), frame, content_type="application/json")
        assert (answer.status_code, answer.content) == (204, b"")
    assert read_by(talk) == said.seq


# The line


def test_the_line_stands_above_the_first_words_of_others_that_came_after(talk: Talk, browse: Browse):
    first = talk.say("ana", "One")
    services.mark_read(seat=talk.seats["ben"], room_id=talk.room.pk, seq=first.seq or 0)
    talk.say("ben", "Two")
    talk.say("fay", "Three")
    talk.say("ana", "Four")
    html = page(browse("ben"), room(talk))
    assert lines(html) == ["One", "Two", "new", "Three", "Four"]
    assert f'data-read="{first.seq}"' in html


def test_there_is_no_line_where_nothing_is_new(talk: Talk, browse: Browse):
    talk.say("ana", "One")
    services.mark_read(seat=talk.seats["ben"], room_id=talk.room.pk, seq=talk.room.head)
    talk.say("ben", "Two")
    assert lines(page(browse("ben"), room(talk))) == ["One", "Two"]


@pytest.mark.parametrize("who", ["ana", "mo"])
def test_who_never_read_here_and_who_watches_see_no_line(talk: Talk, browse: Browse, who: str):
    talk.say("ben", "One")
    assert lines(page(browse(who), room(talk))) == ["One"]


# Home


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("en", 0, "Nothing new"),
        ("en", 1, "1 new message<"),
        ("en", 2, "2 new messages"),
        ("en", 21, "More than 20 new messages"),
        ("es", 0, "Nada nuevo"),
        ("es", 1, "1 mensaje nuevo<"),
        ("es", 2, "2 mensajes nuevos"),
        ("es", 21, "Más de 20 mensajes nuevos"),
    ],
)
def test_home_says_what_is_new(talk: Talk, browse: Browse, language: str, count: int, words: str):
    services.mark_read(seat=talk.seats["ben"], room_id=talk.room.pk, seq=talk.room.head)
    for number in range(count):
        talk.say("ana" if number % 2 else "fay", f"Number {number}")
    ben = browse("ben")
    talk.cast.users.ben.language = language
    talk.cast.users.ben.save()
    assert words in page(ben, reverse("groups:home"))


def test_home_says_it_for_each_of_ones_circles(talk: Talk, browse: Browse):
    make.member(talk.cast.next_door, talk.cast.persons.ana)
    talk.say("ben", "Hello")
    html = page(browse("ana"), reverse("groups:home"))
    assert html.count("1 new message<") == 1
    assert html.count("Nothing new") == 1


def test_home_does_not_say_what_is_new_where_the_room_takes_nobody_in(talk: Talk, browse: Browse):
    talk.say("ana", "Hello")
    assert "new message" in page(browse("ben"), reverse("groups:home"))
    groups.turn_away(membership=talk.cast.seats.ben, why="custody", by=talk.cast.ada)
    html = page(browse("ben"), reverse("groups:home"))
    assert "new message" not in html
    assert "Nothing new" not in html
    assert "new message" not in page(browse("tam"), reverse("groups:home")), "nor where his place never approved it"


# Nobody else


def test_nobody_else_is_shown_how_far_somebody_has_read(talk: Talk, browse: Browse):
    said = talk.say("ben", "Hello")
    Membership.objects.filter(pk=talk.cast.seats.ana.pk).update(read_seq=ODD)
    cast = talk.cast
    asked = [
        *[(who, room(talk)) for who in ("ben", "fay", "mo")],
        *[(who, reverse("groups:home")) for who in ("ben", "fay")],
        *[("mo", reverse(name)) for name in ("moderation:desk", "groups:groups")],
        *[(who, reverse("groups:group", args=[cast.group.pk])) for who in ("mo", "ada", "pat")],
        *[(who, reverse("groups:person", args=[cast.persons.ana.pk])) for who in ("ada", "pat")],
    ]
    for who, address in asked:
        answer = browse(who).get(address)
        assert answer.status_code == 200, (who, address)
        assert str(ODD) not in answer.content.decode(), (who, address)
    assert str(ODD) in page(browse("ana"), room(talk)), "this number would be found"
    assert said.seq


def test_no_frame_holds_how_far_somebody_has_read(talk: Talk):
    talk.say("ben", "Hello")
    Membership.objects.filter(pk=talk.cast.seats.ana.pk).update(read_seq=ODD)
    at, here = clock.now(), talk.room
    for who, seat in talk.seats.items():
        ready = selectors.ready(here, seat, read(seat, here.pk, at=at), at=at)
        told = [ready, selectors.present(here, at=at), selectors.reset(here, seat, at=at)]
        log = [piece.json for piece in talk.log(leaders=seat.leads)]
        assert str(ODD).encode() not in b"".join([*map(wire.encode, told), *log]), who


def test_nothing_else_in_the_source_knows_of_it():
    """An export, a list or a page that named it would stand here."""
    places = ("chat", "groups", "moderation", "platform", "templates")
    files = [path for place in places for path in (ROOT / place).rglob("*") if path.suffix in (".py", ".html", ".js")]
    knows = {str(path.relative_to(ROOT)) for path in files if "read_seq" in path.read_text()}
    assert {name for name in knows if "/migrations/" not in name} == KNOW_OF_IT


def test_nothing_is_made_of_a_membership_as_a_whole(talk: Talk):
    """Nor does anything that takes every column of a row go out: the wire's member says what it says."""
    fields: tuple[Any, ...] = wire.Member.__struct_fields__
    assert set(fields) == {"id", "alias", "role", "seat", "sign", "colour", "is_lead", "is_away"}
