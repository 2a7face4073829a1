"""From findings to an outcome: what speaks, what weighs, and what is never done to a cry for help."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.ports import Finding, Outcome, Span
from moderation.screening.decide import TABLE, decide, heard
from moderation.screening.policy import Policy, Row

from .texts import draft

ROWS = [(category, tier) for category, tiers in TABLE.items() for tier in tiers]
HERE = draft("x")


def finding(category, tier, rule="a.rule", **values):
    return Finding(category, tier, rule, 1, Span(0, 1), **values)


def outcome(*findings):
    return decide(findings, HERE).outcome


def test_nothing_found_is_delivered():
    ruling = decide([], HERE)
    assert (ruling.outcome, ruling.crisis, ruling.because) == (Outcome.DELIVER, False, None)


@pytest.mark.parametrize(("category", "tier"), ROWS)
def test_one_finding_has_the_outcome_of_its_row(category, tier):
    ruling = decide([finding(category, tier)], HERE)
    row = TABLE[category][tier]
    assert (ruling.outcome, ruling.crisis) == (row.outcome, row.crisis)
    assert (ruling.because.category, ruling.because.tier) == (category, tier)


def test_self_harm_and_reports_of_abuse_are_never_held():
    rows = [*TABLE["self_harm"].values(), *TABLE["abuse_report"].values()]
    assert {row.outcome for row in rows} <= {Outcome.DELIVER, Outcome.FLAG}


def test_the_gravest_tier_speaks_for_its_category():
    ruling = decide([finding("self_harm", "ideation"), finding("self_harm", "intent")], HERE)
    assert (ruling.outcome, ruling.crisis) == (Outcome.DELIVER, True)


def test_the_strictest_category_wins_in_any_order():
    found = [finding("self_harm", "ideation"), finding("contact_info", "phone"), finding("threats_violence", "urge")]
    rulings = [decide(order, HERE) for order in permutations(found)]
    assert {(ruling.outcome, ruling.because.tier) for ruling in rulings} == {(Outcome.HOLD, "phone")}


@pytest.mark.parametrize(("category", "tier"), [("hate_slurs", "slur"), ("spam", "flood")])
def test_a_cry_for_help_is_not_sent_back_for_how_or_how_often_it_was_said(category, tier):
    ruling = decide([finding("self_harm", "intent"), finding(category, tier)], HERE)
    assert (ruling.outcome, ruling.crisis) == (Outcome.FLAG, True)


def test_weak_signals_speak_only_together():
    weak = [finding("spam", "advert", rule=f"r{n}", score=0.4) for n in range(3)]
    assert (outcome(*weak[:2]), outcome(*weak)) == (Outcome.DELIVER, Outcome.HOLD)


def test_a_rule_counts_once_however_often_it_matched():
    again = [finding("spam", "advert", score=0.4, view=f"v{n}") for n in range(5)]
    assert outcome(*again) == Outcome.DELIVER
    assert heard(again) == set()


def test_signals_of_two_categories_are_never_added_up():
    assert outcome(finding("spam", "advert", score=0.9), finding("contraband", "offer", score=0.9)) == Outcome.DELIVER


def test_a_weak_signal_of_a_graver_tier_counts_for_the_milder_one_and_not_the_other_way():
    """0.6 of intent and 0.6 of ideation are ideation; the writer is not taken for somebody about to act."""
    ruling = decide(
        [finding("self_harm", "intent", "r1", score=0.6), finding("self_harm", "ideation", "r2", score=0.6)], HERE
    )
    assert (ruling.crisis, ruling.because.tier) == (False, "ideation")
    mild = [finding("self_harm", "distress", "r1"), finding("self_harm", "intent", "r2", score=0.6)]
    assert decide(mild, HERE).because.tier == "distress"


def test_a_score_has_a_cap_and_names_its_parts():
    many = [finding("threats_violence", "threat", rule=f"r{n}") for n in range(5)]
    because = decide(many, HERE).because
    assert (because.score, sorted(because.parts)) == (2.0, ["r0", "r1", "r2", "r3", "r4"])


def test_a_rule_that_hits_too_much_holds_nothing_and_calls_nobody():
    capped = replace(finding("contact_info", "phone"), capped=True)
    assert outcome(capped) == Outcome.FLAG
    assert decide([replace(finding("self_harm", "intent"), capped=True)], HERE).crisis is False
    assert outcome(capped, finding("contact_info", "email", "another")) == Outcome.HOLD


@given(st.lists(st.sampled_from(ROWS), max_size=5), st.sampled_from(list(Outcome)))
def test_no_row_can_silence_a_cry_for_help(found, wanted):
    rows = [Row("self_harm", tier, wanted) for tier in TABLE["self_harm"]]
    ruling = decide([finding(*row, rule=str(row)) for row in [("self_harm", "intent"), *found]], HERE, Policy(rows))
    assert ruling.crisis
    assert decide([finding("self_harm", "intent")], HERE, Policy(rows)).outcome in (Outcome.DELIVER, Outcome.FLAG)
