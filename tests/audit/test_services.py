"""Putting things on the record: with the act or not at all, in a dense chain, without anybody's words."""

from datetime import UTC, datetime
from threading import Barrier
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from audit import kinds
from audit.models import AuditEvent, AuditHead
from audit.services import NotForTheRecord, record, record_each
from audit.verification import verify
from core.transactions import OutsideUnit, unit
from records import services
from records.models import RetentionRule
from tests.racing import threads

KIND = kinds.register("tests.happened", "Something happened in a test")
ONE = UUID(int=1)


def happen(**detail: object) -> None:
    with unit():
        record(KIND, by=None, subject="thing:1", **detail)


def test_a_link_names_who_what_and_when(db):
    nine = datetime(2026, 11, 23, 9, tzinfo=UTC)
    with unit():
        record(KIND, by="user:7", subject="thing:1", at=nine, thing=ONE, count=3, until=nine, codes=["a", "b"])
    link = AuditEvent.objects.get()
    assert (link.seq, link.kind, link.actor, link.subject, link.at) == (1, KIND, "user:7", "thing:1", nine)
    assert link.detail == {"thing": str(ONE), "count": 3, "until": "2026-11-23T09:00:00.000Z", "codes": ["a", "b"]}


@pytest.mark.parametrize(
    "words",
    ["see you at nine", "día", "x" * 201, {"said": "hello"}, 1.5, b"bytes", ["fine", "not fine"], "line\nbreak"],
)
def test_the_record_takes_no_words(db, words):
    with pytest.raises(NotForTheRecord):
        happen(said=words)
    assert not AuditEvent.objects.exists()


def test_a_subject_is_an_id_too(db):
    with pytest.raises(NotForTheRecord), unit():
        record(KIND, by=None, subject="thing: that one")


def test_an_unregistered_kind_is_refused(db):
    with pytest.raises(kinds.UnknownKind), unit():
        record("tests.never_heard_of", by=None, subject="thing:1")


def test_nothing_is_recorded_outside_a_unit(db):
    with pytest.raises(OutsideUnit):
        record(KIND, by=None, subject="thing:1")


def test_many_subjects_get_a_link_each_in_one_unbroken_chain(db):
    happen()
    with unit():
        record_each(KIND, by="user:7", details={f"thing:{number}": {"count": number} for number in range(3)})
        record_each(KIND, by=None, details={})
        record(KIND, by=None, subject="thing:last")
    links = AuditEvent.objects.order_by("seq")
    assert [link.subject for link in links] == ["thing:1", "thing:0", "thing:1", "thing:2", "thing:last"]
    assert [link.detail for link in links][1:4] == [{"count": 0}, {"count": 1}, {"count": 2}]
    assert verify().broken is None


def test_words_about_one_of_many_keep_all_of_them_off_the_record(db):
    with pytest.raises(NotForTheRecord), unit():
        record_each(KIND, by=None, details={"thing:1": {}, "thing:2": {"said": "see you at nine"}})
    assert not AuditEvent.objects.exists()


def test_an_act_that_was_undone_within_a_unit_is_not_on_the_record(db):
    with unit():
        record(KIND, by=None, subject="thing:stays")
        with pytest.raises(ValueError, match="undone"), unit():  # noqa: PT012  (a unit is not one statement)
            record(KIND, by=None, subject="thing:goes")
            raise ValueError("undone")
    assert [link.subject for link in AuditEvent.objects.all()] == ["thing:stays"]


def test_an_act_whose_link_cannot_be_written_does_not_happen(db, monkeypatch):
    def refuse(*args: object, **kwargs: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        services.set_days(kind="ordinary", facility="", days=30, by="user:1")
    assert not RetentionRule.objects.exists()


def test_many_at_once_make_one_dense_chain(rows):
    together = Barrier(8)

    def one(number: int) -> None:
        try:
            together.wait()
            for turn in range(5):
                happen(number=number, turn=turn)
        finally:
            connection.close()

    with threads(8) as pool:
        list(pool.map(one, range(8)))
    assert list(AuditEvent.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, 41))
    assert AuditHead.objects.get().seq == 40
    assert verify().broken is None
