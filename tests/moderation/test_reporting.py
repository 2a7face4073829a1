"""Reporting a message where no script runs."""

import pytest
from django.urls import reverse

from core.ids import new_id
from moderation.models import MemberReport
from tests.moderation.helpers import client_of, held_case
from tests.moderation.test_intake import delivered


def url(cast, message, room=None):
    return reverse("moderation:report", args=[room or cast.room.pk, message.pk])


@pytest.fixture
def message(cast, monkeypatch):
    return delivered(cast, monkeypatch)


def test_a_member_reports_and_reads_what_happens_next(cast, message):
    ben = client_of(cast.caller("ben"))
    assert "Quiet River" in ben.get(url(cast, message)).content.decode()
    client_id = str(new_id())
    for _ in range(2):
        answer = ben.post(url(cast, message), {"reason": "unkind", "note": "ouch", "client_id": client_id})
        assert "Thank you. A person will read it by" in answer.content.decode()
    assert MemberReport.objects.get().reporter == cast.persons.ben


@pytest.mark.parametrize("fields", [{}, {"reason": "made_up"}, {"reason": "other", "note": "x" * 1001}])
def test_a_report_that_can_not_be_read_is_asked_for_again(cast, message, fields):
    answer = client_of(cast.caller("ben")).post(url(cast, message), {"client_id": str(new_id()), **fields})
    assert answer.status_code == 200
    assert not MemberReport.objects.exists()


@pytest.mark.parametrize("who", ["oz", "xan", "mia", "dov"])
def test_an_outsider_can_not_tell_a_message_from_none(cast, message, who):
    client = client_of(cast.caller(who))
    assert client.get(url(cast, message)).status_code == 404
    fields = {"reason": "unkind", "client_id": str(new_id())}
    assert client.post(url(cast, message), fields).status_code == 404


def test_what_a_member_can_not_read_can_not_be_reported(cast, monkeypatch):
    held = held_case(cast, monkeypatch).message
    assert client_of(cast.caller("ben")).get(url(cast, held)).status_code == 404


def test_a_message_of_another_room_is_not_there(cast, message):
    assert client_of(cast.caller("ben")).get(url(cast, message, room=new_id())).status_code == 404
