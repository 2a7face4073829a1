"""What must never be half true of a rule is refused by the database itself."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from core import clock
from moderation.models import (
    BuiltInOverride,
    OutcomeRow,
    PurposeApproval,
    RuleBook,
    RuleNotice,
    RuleTraffic,
    RuleVersion,
    StaffRule,
)
from tests.moderation.rules.helpers import drafted, published, saying

pytestmark = pytest.mark.db_real
SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
OUTCOME = {
    "category": "contact_info",
    "tier": "phone",
    "outcome": "flag",
    "why": "Asked for.",
    "asked_by": "x",
    "at": SIX,
}


def refused(act):
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


@pytest.mark.parametrize(
    "half",
    [
        {"state": "live"},
        {"state": "shadow"},
        {"state": "retired"},
        {"draft": None},
        {"code": "en.threat.kill"},
        {"tripped_at": SIX},
    ],
    ids=str,
)
def test_a_draft_that_points_at_something_else_is_refused(staff, half):
    rule = drafted(staff.moe)
    refused(lambda: StaffRule.objects.filter(pk=rule.pk).update(**half))


@pytest.mark.parametrize("half", [{"state": "draft"}, {"state": "shadow"}, {"state": "retired"}, {"live": None}])
def test_a_live_rule_that_points_at_nothing_is_refused(staff, half):
    rule = published(staff)
    refused(lambda: StaffRule.objects.filter(pk=rule.pk).update(**half))


@pytest.mark.parametrize(
    "half", [{"number": 1}, {"score": 0}, {"score": 1.1}, {"gap": 6}, {"scope_id": "x"}, {"scope_kind": "room"}]
)
def test_half_a_version_is_refused(staff, half):
    rule = drafted(staff.moe)
    values = {"rule": rule, "number": 2, "written_by": staff.moe, "written_at": clock.now(), **saying().values()}
    refused(lambda: RuleVersion.objects.create(**{**values, **half}))


def test_the_rule_book_is_one_row(db):
    refused(lambda: RuleBook.objects.create(id=2))


def test_somebody_agrees_to_a_version_once(staff):
    version = drafted(staff.moe).draft
    PurposeApproval.objects.create(version=version, by=staff.pia, at=clock.now())
    refused(lambda: PurposeApproval.objects.create(version=version, by=staff.pia, at=clock.now()))


@pytest.mark.parametrize("half", [{"state": "ended"}, {"ended_at": clock.now()}, {"scope_id": "x"}])
def test_half_an_override_is_refused(db, half):
    values = {"code": "contact.phone", "to": "shadow", "state": "standing", "asked_by": "x", "asked_at": clock.now()}
    refused(lambda: BuiltInOverride.objects.create(**{**values, **half}))
    BuiltInOverride.objects.create(**values)
    refused(lambda: BuiltInOverride.objects.create(**{**values, "state": "asked"}))


@pytest.mark.parametrize(
    "half",
    [
        {"scope_id": "x"},
        {"scope_kind": "room"},
        {"scope_kind": "unit", "scope_id": "x"},
        {"scope_kind": "person", "scope_id": "x"},
        {"days": "monday"},
        {"outcome": "burn"},
        {"why": ""},
        {"category": "self_harm", "outcome": "hold"},
        {"category": "abuse_report", "outcome": "nudge"},
        {"ended_by": "x"},
        {"ended_at": SIX},
    ],
    ids=str,
)
def test_half_a_row_of_what_follows_is_refused(db, half):
    refused(lambda: OutcomeRow.objects.create(**{**OUTCOME, **half}))


def test_one_row_of_what_follows_stands_for_a_tier_a_place_and_days(db):
    OutcomeRow.objects.create(**OUTCOME, ended_by="x", ended_at=SIX)
    OutcomeRow.objects.create(**OUTCOME)
    OutcomeRow.objects.create(**{**OUTCOME, "days": "risk"})
    refused(lambda: OutcomeRow.objects.create(**{**OUTCOME, "outcome": "nudge"}))


def test_traffic_has_one_row_a_minute(db):
    row = {"minute": clock.now(), "rule": "x", "version": 1, "outcome": "hold"}
    RuleTraffic.objects.create(**row)
    refused(lambda: RuleTraffic.objects.create(**row))


def test_a_notice_stands_once_until_it_is_read(staff):
    row = {"user": staff.moe, "kind": "tripped", "rule": "x", "version": 1, "seen": 1, "hits": 1, "at": clock.now()}
    RuleNotice.objects.create(**row, read_at=clock.now())
    RuleNotice.objects.create(**row)
    refused(lambda: RuleNotice.objects.create(**row))
