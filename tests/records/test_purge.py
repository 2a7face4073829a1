"""A purge erases what is due in small batches, says truly what it did, and is stopped by nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from core.transactions import in_unit
from records import certificates, erasers, pins
from records.erasers import Counts
from records.models import Certificate, RetentionRule
from records.purge import purge
from records.tasks import purge_daily

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
DUE, FRESH = NINE - timedelta(days=2), NINE


@dataclass
class Things:
    """An eraser of things a day old. They are rows of a table that is at hand, so that erasing them can fail and be
    undone like erasing real ones."""

    kind: str
    poison: frozenset[str] = frozenset()
    batches: list[int] = field(default_factory=list)
    certificate: UUID | None = None

    def put(self, *names: str, at: datetime = DUE) -> None:
        for name in names:
            RetentionRule.objects.create(kind=self.kind, facility=name, days=1, set_at=at, set_by="test")

    @property
    def there(self) -> set[str]:
        return set(RetentionRule.objects.filter(kind=self.kind).values_list("facility", flat=True))

    def due(self, *, at: datetime, limit: int) -> Sequence[UUID]:
        rows = RetentionRule.objects.filter(kind=self.kind, set_at__lt=at - timedelta(days=1))
        return list(rows.order_by("set_at", "facility").values_list("pk", flat=True)[:limit])

    def erase(self, ids: Sequence[UUID], *, at: datetime, certificate: UUID) -> Counts:
        assert in_unit()
        self.certificate = certificate
        self.batches.append(len(ids))
        rows = RetentionRule.objects.filter(pk__in=ids)
        pinned = pins.standing(f"thing:{row.facility}" for row in rows)
        going = [row for row in rows if f"thing:{row.facility}" not in pinned]
        for row in going:
            row.delete()
            if row.facility in self.poison:
                raise ValueError(f"can't erase {row.facility}: 'secret words'")
        return Counts(removed=len(going), kept=len(ids) - len(going))


@pytest.fixture
def only(monkeypatch):
    """Only these erasers are registered."""

    def use(*these):
        monkeypatch.setattr(erasers, "_erasers", {one.kind: one for one in these})
        return these

    return use


@pytest.fixture(autouse=True)
def _at_nine():
    with time_machine.travel(NINE, tick=False):
        yield


def step(certificate, kind="things"):
    return next(one for one in certificate.steps if one["kind"] == kind)


def test_what_is_due_goes_in_batches_and_what_is_fresh_stays(db, only):
    (things,) = only(Things("things"))
    things.put(*"abcde")
    things.put("new", at=FRESH)
    certificate = purge(by="user:1", batch=2)
    assert things.there == {"new"}
    assert things.batches == [2, 2, 1]
    assert things.certificate == certificate.pk
    assert step(certificate) == {
        "kind": "things",
        "outcome": "removed",
        "removed": 5,
        "kept": 0,
        "failed": 0,
        "errors": [],
    }


def test_nothing_due_is_said_to_be_not_applicable(db, only):
    only(Things("things"))
    assert step(purge(by=None))["outcome"] == "not_applicable"


def test_what_is_pinned_stays_and_the_rest_behind_it_goes(db, only):
    (things,) = only(Things("things"))
    things.put(*"abcdef")
    for name in "abc":
        pins.place(target=f"thing:{name}", because="case:1")
    certificate = purge(by=None, batch=2)
    assert things.there == set("abc")
    assert (step(certificate)["outcome"], step(certificate)["removed"], step(certificate)["kept"]) == ("partial", 3, 3)
    for name in "abc":
        pins.lift(target=f"thing:{name}", because="case:1")
    purge(by=None)
    assert things.there == set()


@pytest.mark.parametrize("batch", [1, 2, 3, 8, 500])
def test_what_cannot_be_erased_stands_alone_and_the_rest_goes(db, only, batch):
    (things,) = only(Things("things", poison=frozenset("cf")))
    things.put(*"abcdefgh")
    certificate = purge(by=None, batch=batch)
    assert things.there == {"c", "f"}
    assert step(certificate) == {
        "kind": "things",
        "outcome": "partial",
        "removed": 6,
        "kept": 0,
        "failed": 2,
        "errors": ["ValueError"],
    }


def test_one_kind_that_fails_does_not_stop_the_others(db, only):
    bad, good = only(Things("bad", poison=frozenset("x")), Things("good"))
    bad.put("x")
    good.put("a")
    certificate = purge(by=None)
    assert (step(certificate, "bad")["outcome"], step(certificate, "good")["outcome"]) == ("failed", "removed")
    assert (bad.there, good.there) == ({"x"}, set())


def test_a_kind_that_cannot_say_what_is_due_is_written_down_as_failed(db, only, monkeypatch):
    (things, other) = only(Things("things"), Things("zebras"))
    other.put("a")

    def refuse(**kwargs: object) -> None:
        raise LookupError

    monkeypatch.setattr(things, "due", refuse)
    certificate = purge(by=None)
    assert (step(certificate)["outcome"], step(certificate)["errors"]) == ("failed", ["LookupError"])
    assert other.there == set()


def test_an_eraser_that_fails_at_everything_is_not_tried_row_by_row_for_ever(db, only):
    names = [f"n{number:03d}" for number in range(300)]
    (things,) = only(Things("things", poison=frozenset(names)))
    things.put(*names)
    certificate = purge(by=None, batch=100)
    assert (step(certificate)["failed"], things.there) == (300, set(names))
    assert len(things.batches) < 60


def test_an_eraser_that_says_removed_and_leaves_it_there_ends_all_the_same(db, only, monkeypatch):
    (things,) = only(Things("things"))
    things.put(*"abc")
    monkeypatch.setattr(things, "erase", lambda ids, **kwargs: Counts(removed=len(ids)))
    assert step(purge(by=None, batch=2))["removed"] == 3


def test_failures_are_written_down_by_name_and_never_with_words(db, only):
    (things,) = only(Things("things", poison=frozenset("a")))
    things.put("a")
    assert "secret" not in str(purge(by=None).steps)


def test_the_certificate_is_stored_and_its_digest_is_in_the_chain(db, only):
    (things,) = only(Things("things"))
    things.put("a")
    certificate = purge(by="user:1")
    stored = Certificate.objects.get()
    assert stored.digest == certificate.digest == certificates.digest(stored)
    link = AuditEvent.objects.get(kind="records.purged")
    assert (link.subject, link.actor, link.detail) == (f"certificate:{stored.pk}", "user:1", {"digest": stored.digest})
    stored.steps[0]["removed"] = 0
    assert certificates.digest(stored) != stored.digest


def test_a_purge_that_breaks_off_leaves_what_it_did_on_its_certificate(db, only):
    class Killed(BaseException):
        pass

    (things,) = only(Things("things"))
    things.put(*"abcd")

    def stop(kind: str, counts: Counts) -> None:
        raise Killed

    with pytest.raises(Killed):
        purge(by=None, batch=2, on_batch=stop)
    certificate = Certificate.objects.get()
    assert (certificate.finished_at, certificate.digest, step(certificate)["removed"]) == (None, "", 2)
    assert things.there == set("cd")


def test_a_batch_whose_certificate_cannot_be_written_erases_nothing(db, only, monkeypatch):
    (things,) = only(Things("things"))
    things.put("a")
    real = certificates.note

    def refuse(**kwargs: object) -> None:
        if kwargs["counts"].removed:
            raise IntegrityError
        real(**kwargs)

    monkeypatch.setattr(certificates, "note", refuse)
    assert step(purge(by=None))["outcome"] == "failed"
    assert things.there == {"a"}


def test_a_purge_can_be_asked_of_another_moment(db, only):
    (things,) = only(Things("things"))
    things.put("a", at=FRESH)
    certificate = purge(by=None, at=NINE + timedelta(days=2))
    assert things.there == set()
    assert certificate.as_of == NINE + timedelta(days=2)


def test_whoever_asks_hears_of_each_batch(db, only):
    (things,) = only(Things("things"))
    things.put(*"abc")
    heard: list[int] = []
    purge(by=None, batch=2, on_batch=lambda kind, counts: heard.append(counts.removed))
    assert heard == [2, 1]


@pytest.mark.parametrize("half", [{"finished_at": NINE}, {"digest": "x"}])
def test_the_database_refuses_a_certificate_that_is_half_finished(db, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.create(started_at=NINE, as_of=NINE, by="system", **half)


def test_the_command_prints_the_certificate_and_stores_it(db, only, capsys):
    (things,) = only(Things("things"))
    things.put(*"ab")
    call_command("purge")
    certificate = Certificate.objects.get()
    printed = capsys.readouterr().out
    assert "things: removed: removed 2, kept 0, failed 0" in printed
    assert str(certificate.pk) in printed
    assert certificate.digest in printed


def test_a_dry_run_says_what_is_due_and_does_nothing(db, only, capsys):
    (things,) = only(Things("things"))
    things.put(*"ab")
    call_command("purge", "--dry-run")
    assert "things: 2 due" in capsys.readouterr().out
    assert things.there == set("ab")
    assert not Certificate.objects.exists()
    call_command("purge")
    capsys.readouterr()
    call_command("purge", "--dry-run")
    assert "Nothing is due." in capsys.readouterr().out


def test_the_worker_purges_once_a_day_and_only_when_something_is_due(db, only):
    (things,) = only(Things("things"))
    assert not purge_daily()
    assert not Certificate.objects.exists()
    things.put("a")
    purge_daily()
    assert (things.there, Certificate.objects.count()) == (set(), 1)
    things.put("b")
    purge_daily()
    assert things.there == {"b"}
    with time_machine.travel(NINE + timedelta(days=1, seconds=1), tick=False):
        purge_daily()
    assert (things.there, Certificate.objects.count()) == (set(), 2)
