"""The table from findings to an outcome."""

from itertools import permutations

import pytest

from chat.ports import Finding, Outcome, Span
from moderation.screening.decide import TABLE, decide

ROWS = [(category, tier) for category, tiers in TABLE.items() for tier in tiers]


def _finding(category, tier):
    return Finding(category, tier, "a.rule", 1, Span(0, 1))


def test_nothing_found_is_delivered():
    decision = decide([])
    assert (decision.outcome, decision.crisis) == (Outcome.DELIVER, False)


@pytest.mark.parametrize(("category", "tier"), ROWS)
def test_one_finding_has_the_outcome_of_its_row(category, tier):
    assert decide([_finding(category, tier)]) == TABLE[category][tier]


def test_self_harm_by_itself_is_never_held():
    assert {row.outcome for row in TABLE["self_harm"].values()} <= {Outcome.DELIVER, Outcome.FLAG}


def test_the_gravest_tier_speaks_for_its_category():
    decision = decide([_finding("self_harm", "ideation"), _finding("self_harm", "intent")])
    assert (decision.outcome, decision.crisis) == (Outcome.DELIVER, True)


def test_the_strictest_category_wins_in_any_order():
    found = [_finding("self_harm", "ideation"), _finding("contact_info", "phone"), _finding("threats_violence", "urge")]
    assert {decide(order).outcome for order in permutations(found)} == {Outcome.HOLD}
