"""The manual path when pages are down."""

from datetime import timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from core import clock
from custody.models import CustodyEvent
from custody.timeline import status_of


def run(cast, kind, *more, who="ana"):
    named = f"alder:{getattr(cast.persons, who).numbers.get().number}"
    here = clock.now().astimezone(ZoneInfo(cast.alder.time_zone)) - timedelta(minutes=2)
    out = StringIO()
    call_command(
        "record_custody_event", named, kind, "--at", f"{here:%Y-%m-%dT%H:%M:%S}", "--id", "c-1", *more, stdout=out
    )
    return out.getvalue()


def test_an_operator_records_an_event_by_the_facilitys_clock(cast):
    said = run(cast, "to_hospital", "--facility", "alder", "--unit", "East 2", "--housing", "E2-14")
    status = status_of(cast.persons.ana)
    assert (status.reason, status.unit, status.housing) == ("to_hospital", cast.unit, "E2-14")
    assert "Alder, East 2; in hospital" in said
    assert abs(clock.now() - CustodyEvent.objects.get(source="command").occurred_at) < timedelta(minutes=5)


def test_recorded_twice_it_counts_once(cast):
    for _ in range(2):
        at = "2026-01-05T10:00"
        call_command(
            "record_custody_event",
            f"alder:{cast.persons.ana.numbers.get().number}",
            "released",
            "--at",
            at,
            "--id",
            "c-1",
            stdout=StringIO(),
        )
    assert CustodyEvent.objects.filter(source="command").count() == 1


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("admitted", (), "custody.place_missing"),
        ("released", ("--facility", "alder"), "custody.place_not_needed"),
        ("admitted", ("--facility", "nowhere"), "no facility"),
        ("admitted", ("--facility", "birch", "--unit", "East 2"), "no unit"),
        ("admitted", ("--facility", "alder", "--source", "two words"), "custody.source_malformed"),
        ("admitted", ("--facility", "alder", "--at", "yesterday"), "date and time"),
        ("admitted", ("--facility", "alder", "--at", "2999-01-01T10:00"), "custody.in_the_future"),
    ],
)
def test_what_is_refused_says_why_and_records_nothing(cast, kind, more, says):
    with pytest.raises(CommandError, match=says):
        run(cast, kind, *more)
    assert not CustodyEvent.objects.exclude(source="test").exists()


def test_somebody_whom_nobody_knows_is_refused(cast):
    with pytest.raises(CommandError, match="Nobody has the number"):
        call_command("record_custody_event", "alder:000", "released", "--at", "2026-01-05T10:00", "--id", "c-1")
