"""The work of an import: whole batches or nothing, whole rows or nothing, once."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, OperationalError, transaction

from accounts.models import User
from audit.models import AuditEvent
from core import clock
from core.steps import jobs
from custody.models import CustodyEvent, FacilityNumber, Person
from groups.continuity import roster
from groups.continuity import services as continuity
from groups.roster import running, services
from groups.roster.errors import RosterMovedOn, RosterNotAsChecked, RosterUnderWay
from groups.roster.models import RosterMapping, RosterPiece, RosterRow, RosterRun
from tests.groups.roster.helpers import (
    COLUMNS,
    applied,
    as_known,
    check,
    checked,
    codes,
    confirm,
    everybody,
    line,
    uploaded,
    worked,
    written,
)
from tests.racing import together

pytestmark = pytest.mark.django_db
State = RosterRun.State


@pytest.fixture(autouse=True)
def _nothing_open(monkeypatch):
    """Batches of three, and a process that has read nothing yet."""
    monkeypatch.setattr(running, "BATCH", 3)
    running._open.clear()


def numbers():
    return sorted(FacilityNumber.objects.filter(number__startswith="X").values_list("number", flat=True))


def many(count):
    return [line(f"X{number}", Unit=f"Unit {number}") for number in range(1, count + 1)]


def failing(monkeypatch, module, name, *, at, error):
    """From its call number `at` on it fails, once."""
    real, calls = getattr(module, name), []

    def act(*args, **kwargs):
        calls.append(1)
        if len(calls) == at:
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, act)


class EachItsOwn(dict):
    """What a process keeps, kept by each thread alone: two workers share no memory."""

    def __init__(self):
        super().__init__()
        self.local = threading.local()

    @property
    def mine(self):
        return self.local.__dict__

    def get(self, key):
        return self.mine.get(str(key))

    def pop(self, key, default=None):
        return self.mine.pop(str(key), default)

    def clear(self):
        self.mine.clear()

    def __setitem__(self, key, value):
        self.mine[str(key)] = value

    def __getitem__(self, key):
        return self.mine[str(key)]


# Rows


def test_a_row_that_fails_halfway_leaves_nothing_of_itself_and_the_others_go_on(cast, monkeypatch):
    """The second of two changes of one row fails: its first one is undone with it."""
    run = checked(cast, as_known(cast, "ana", name="Ana H.", Unit="West 1"), as_known(cast, "oz", name="Oz H."), line())
    failing(monkeypatch, continuity, "record_custody_event", at=1, error=ValueError("words of a row"))
    confirm(cast, run)
    before = AuditEvent.objects.filter(subject=f"person:{cast.persons.ana.pk}").count()
    worked(run)
    cast.persons.ana.refresh_from_db()
    cast.persons.oz.refresh_from_db()
    assert cast.persons.ana.legal_name != "Ana H."
    assert cast.persons.oz.legal_name == "Oz H."
    assert AuditEvent.objects.filter(subject=f"person:{cast.persons.ana.pk}").count() == before
    assert codes(run) == {2: "row.failed"}
    assert run.applied == {"new": 1, "changed": 1, "error": 1}
    assert numbers() == ["X1"]


def test_a_unit_that_a_failed_row_had_added_is_not_there_and_the_next_row_adds_it(cast, monkeypatch):
    run = checked(cast, as_known(cast, "ana", Unit="West 1"), as_known(cast, "oz", Unit="West 1"))
    failing(monkeypatch, continuity, "record_custody_event", at=1, error=ValueError())
    confirm(cast, run)
    worked(run)
    assert run.applied == {"changed": 1, "error": 1}
    assert CustodyEvent.objects.get(person=cast.persons.oz, source="roster:alder").unit.name == "West 1"


def test_where_new_people_cannot_come_together_each_comes_alone(cast, monkeypatch):
    """One number was given to somebody else after the plan was made."""
    real = roster.plan

    def planned(facts, of):
        steps = real(facts, of)
        FacilityNumber.objects.get_or_create(facility=cast.alder, number="X2", person=cast.persons.xan)
        return steps

    run = checked(cast, *many(3))
    confirm(cast, run)
    monkeypatch.setattr(roster, "plan", planned)
    worked(run)
    assert codes(run) == {3: "row.number_taken"}
    assert FacilityNumber.objects.get(number="X2").person == cast.persons.xan
    assert Person.objects.filter(legal_name="Sam Hollis").count() == 2
    assert User.objects.filter(person__legal_name="Sam Hollis").count() == 2


def test_bad_rows_are_left_out_and_told_and_good_ones_are_taken(cast):
    huge = '"' + "x" * 1_000_000 + '"'
    run = applied(
        cast,
        line("X1", name="=cmd|' /C calc'!A0"),
        f"X2,{huge},,,,,,,",
        line("X3"),
        line("X3", name="Another"),
        line("", name="No Number"),
        line("X4"),
        line("X4"),
    )
    assert codes(run) == {
        3: "row.too_long",
        4: "row.number_twice",
        5: "row.number_twice",
        6: "row.number_missing",
    }
    assert numbers() == ["X1", "X4"]
    assert Person.objects.filter(legal_name="=cmd|' /C calc'!A0").exists()
    assert run.applied == {"new": 2, "error": 4, "passed": 1}
    assert all(len(row.cell) <= 30 for row in run.lines.all())


# Batches


@pytest.mark.parametrize("at", [1, 2, 5])
def test_a_worker_that_is_killed_leaves_whole_batches_and_the_next_one_goes_on(cast, monkeypatch, at):
    class Killed(BaseException):
        pass

    run = checked(cast, *many(8))
    confirm(cast, run)
    failing(monkeypatch, roster, "_person", at=at, error=Killed())
    with pytest.raises(Killed):
        worked()
    run.refresh_from_db()
    assert run.position == len(numbers()) == (at - 1) // 3 * 3
    assert run.state == State.APPLYING
    running._open.clear()
    worked(run)
    assert (run.state, run.applied, len(numbers())) == (State.DONE, {"new": 8}, 8)
    assert run.lines.filter(phase="apply").count() == 8


def test_a_batch_that_the_database_could_not_take_now_is_done_again(cast, monkeypatch):
    run = checked(cast, *many(4))
    confirm(cast, run)
    failing(monkeypatch, roster, "_admit", at=1, error=OperationalError("deadlock detected"))
    with pytest.raises(OperationalError):
        jobs["groups.work_rosters"].step()
    assert numbers() == []
    assert worked(run).applied == {"new": 4}


def test_a_check_that_is_killed_goes_on_where_it_was(cast, monkeypatch):
    class Killed(BaseException):
        pass

    run = uploaded(cast, *many(8))
    check(cast, run)
    failing(monkeypatch, running, "_report", at=2, error=Killed())
    with pytest.raises(Killed):
        worked()
    running._open.clear()
    assert worked(run).checked == {"new": 8, "missing": None}
    assert run.lines.count() == 8


def test_a_list_whose_length_is_a_number_of_whole_batches_ends(cast):
    assert applied(cast, *many(6)).applied == {"new": 6}


def test_two_workers_at_once_do_each_row_once(live_cast, monkeypatch):
    run = checked(live_cast, *many(30))
    confirm(live_cast, run)

    def work():
        while RosterRun.objects.get(pk=run.pk).state == State.APPLYING:
            try:
                running.batch()
            except OperationalError:
                continue

    monkeypatch.setattr(running, "_open", EachItsOwn())
    together(work, work)
    run.refresh_from_db()
    assert (run.state, run.applied, len(numbers())) == (State.DONE, {"new": 30}, 30)
    assert AuditEvent.objects.filter(kind="groups.roster_admitted").count() == 30


def test_an_apply_that_is_pressed_twice_at_once_counts_once(live_cast):
    run = checked(live_cast, line())
    together(lambda: confirm(live_cast, run), lambda: confirm(live_cast, run))
    assert AuditEvent.objects.filter(kind="groups.roster_applied").count() == 1


def test_of_two_uploads_at_once_one_is_taken(live_cast):
    answers = together(lambda: uploaded(live_cast, line()).state, lambda: uploaded(live_cast, line()).state)
    assert sorted(answers) == ["roster.under_way", "uploaded"]


# From state to state


def test_while_a_list_is_under_way_no_other_is_taken(cast):
    uploaded(cast, line())
    with pytest.raises(RosterUnderWay):
        uploaded(cast, line())
    assert uploaded(cast, line(), at=cast.birch).state == State.UPLOADED


def test_only_what_was_checked_is_applied(cast):
    run = checked(cast, line())
    old = run.fingerprint
    check(cast, run, is_complete=True)
    worked(run)
    with pytest.raises(RosterNotAsChecked):
        services.apply_roster(run=run, fingerprint=old, by=cast.ada)
    with pytest.raises(RosterNotAsChecked):
        services.apply_roster(run=run, fingerprint="", by=cast.ada)
    assert numbers() == []


def test_a_list_that_was_not_checked_is_not_applied(cast):
    run = uploaded(cast, line())
    with pytest.raises(RosterMovedOn):
        services.apply_roster(run=run, fingerprint="", by=cast.ada)
    check(cast, run)
    run.refresh_from_db()
    with pytest.raises(RosterMovedOn):
        confirm(cast, run)


def test_apply_pressed_again_changes_nothing(cast):
    run = applied(cast, line())
    before = everybody()
    confirm(cast, run)
    assert worked(run).state == State.DONE
    assert everybody() == before


def test_what_is_being_checked_is_not_checked_again(cast):
    run = uploaded(cast, line())
    check(cast, run)
    with pytest.raises(RosterMovedOn):
        check(cast, run)


def test_a_file_that_was_altered_is_not_read(cast):
    run = uploaded(cast, line())
    other = uploaded(cast, line("X9"), at=cast.birch)
    RosterPiece.objects.filter(run=run).update(sealed=RosterPiece.objects.get(run=other).sealed)
    check(cast, run)
    assert (worked(run).state, run.why_failed) == (State.FAILED, "roster.unreadable")


def test_a_file_that_lacks_a_piece_is_not_read(cast, monkeypatch):
    monkeypatch.setattr("groups.roster.files.PIECE", 100)
    run = uploaded(cast, *many(20))
    RosterPiece.objects.filter(run=run).order_by("-number").first().delete()
    check(cast, run)
    assert (worked(run).state, run.why_failed) == (State.FAILED, "roster.unreadable")


def test_a_list_with_too_many_rows_fails_in_words(cast, monkeypatch):
    monkeypatch.setattr("custody.roster.reading.MOST_ROWS", 4)
    run = uploaded(cast, *many(5))
    check(cast, run)
    assert (worked(run).state, run.why_failed) == (State.FAILED, "roster.too_many_rows")
    assert numbers() == []


@pytest.mark.parametrize("end", ["done", "discarded", "failed"])
def test_when_an_import_ends_its_file_is_gone(cast, end):
    run = checked(cast, line())
    assert RosterPiece.objects.filter(run=run).exists()
    if end == "done":
        confirm(cast, run)
        worked(run)
    elif end == "discarded":
        services.discard_roster(run=run, by=cast.ada)
        services.discard_roster(run=run, by=cast.ada)
    else:
        check(cast, run)
        services.end(run=run, to=State.FAILED, by="system", why="roster.unreadable")
    run.refresh_from_db()
    assert (run.state, run.head) == (end, [])
    assert not RosterPiece.objects.filter(run=run).exists()


def test_what_is_stored_of_a_file_can_be_read_by_nobody_without_the_keys(cast):
    run = uploaded(cast, line(name="Wilhelmina"))
    assert "Wilhelmina" not in str(list(RosterPiece.objects.values()))
    assert "Wilhelmina" not in str(RosterRun.objects.values().get(pk=run.pk))


def test_what_was_applied_or_is_being_applied_cannot_be_discarded(cast):
    run = checked(cast, line())
    confirm(cast, run)
    with pytest.raises(RosterMovedOn):
        services.discard_roster(run=run, by=cast.ada)
    worked(run)
    with pytest.raises(RosterMovedOn):
        services.discard_roster(run=run, by=cast.ada)


def test_a_list_that_is_discarded_while_it_is_checked_stays_discarded(cast, monkeypatch):
    run = uploaded(cast, *many(8))
    check(cast, run)
    running.batch()
    services.discard_roster(run=run, by=cast.ada)
    worked(run)
    assert (run.state, run.position) == (State.DISCARDED, 3)


@pytest.mark.parametrize(("hours", "state"), [(23, State.CHECKED), (24, State.DISCARDED)])
def test_a_file_to_which_nobody_comes_back_is_forgotten_after_a_day(cast, hours, state):
    run = checked(cast, line())
    services.sweep(at=run.uploaded_at + timedelta(hours=hours))
    run.refresh_from_db()
    assert run.state == state
    assert RosterPiece.objects.filter(run=run).exists() == (state == State.CHECKED)


def test_a_list_that_nobody_went_on_applying_for_a_day_fails(cast):
    run = checked(cast, line())
    confirm(cast, run)
    services.sweep(at=run.uploaded_at + timedelta(days=1))
    run.refresh_from_db()
    assert (run.state, run.why_failed) == (State.FAILED, "roster.too_old")


def test_reports_go_after_a_month(cast):
    run = applied(cast, line())
    services.sweep(at=run.uploaded_at + timedelta(days=30) - timedelta(seconds=1))
    assert RosterRow.objects.filter(run=run).exists()
    with time_machine.travel(run.uploaded_at + timedelta(days=30), tick=False):
        jobs["groups.sweep_rosters"].step()
    assert not RosterRow.objects.filter(run=run).exists()
    assert RosterRun.objects.filter(pk=run.pk).exists()


def test_columns_are_remembered_for_the_facility(cast):
    checked(cast, line(), is_complete=True)
    known = RosterMapping.objects.get(facility=cast.alder)
    assert known.columns == {str(of): name for of, name in COLUMNS.items()}
    assert known.is_complete


def test_each_step_of_an_import_is_on_the_record_without_words(cast):
    applied(cast, line(name="Wilhelmina"))
    links = AuditEvent.objects.filter(subject=f"facility:{cast.alder.pk}", kind__startswith="groups.roster_")
    kinds = ["groups.roster_uploaded", "groups.roster_checked", "groups.roster_applied", "groups.roster_ended"]
    assert list(links.order_by("seq").values_list("kind", flat=True)) == kinds
    assert "Wilhelmina" not in str(list(AuditEvent.objects.values()))


# Constraints


@pytest.mark.parametrize(
    "half",
    [
        {"ended_at": clock.now()},
        {"state": State.DONE},
        {"state": State.CHECKED, "fingerprint": ""},
        {"state": State.APPLYING, "fingerprint": "f"},
        {"state": State.FAILED, "ended_at": clock.now()},
        {"why_failed": "roster.unreadable"},
        {"applied_at": clock.now()},
    ],
)
def test_a_half_import_is_refused_by_the_database(cast, half):
    run = uploaded(cast, line())
    with pytest.raises(IntegrityError), transaction.atomic():
        RosterRun.objects.filter(pk=run.pk).update(**half)


def test_one_facility_has_one_import_at_a_time(cast):
    run = uploaded(cast, line())
    run.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        run.save(force_insert=True)


def test_a_piece_and_a_reported_row_are_there_once(cast):
    run = checked(cast, line())
    piece, row = RosterPiece.objects.get(run=run), RosterRow.objects.get(run=run)
    for again in (piece, row):
        again.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            again.save(force_insert=True)


@pytest.mark.parametrize("half", [{"outcome": "missing"}, {"row": None}])
def test_only_who_is_missing_has_no_row(cast, half):
    run = checked(cast, line())
    with pytest.raises(IntegrityError), transaction.atomic():
        RosterRow.objects.filter(run=run).update(**half)


def test_an_upload_that_cannot_be_put_on_the_record_leaves_nothing(cast, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        services.upload_roster(facility=cast.alder, chunks=[written(line())], by=cast.ada)
    assert not RosterPiece.objects.exists()
    assert not RosterRun.objects.exists()
