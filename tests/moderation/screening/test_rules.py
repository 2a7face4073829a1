"""Each rule keeps its word: what it must match, what it must not, and the literals in front of it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderation.screening.decide import TABLE
from moderation.screening.gate import Gate
from moderation.screening.patterns import Running
from moderation.screening.rules import RULES
from moderation.screening.rules.groups import LETTERS
from moderation.screening.views import Views
from moderation.screening.views.vocabulary import words_of_pattern

from .texts import findings

PATTERNS = [rule for rule in RULES if rule.pattern]


NAMES = str.maketrans({letter: name for name, letter in LETTERS.items()})


def _is_found(rule, text):
    return any(f.rule == rule.code and f.tier == rule.tier for f in findings(text))


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in RULES for t in r.must_match], ids=lambda x: getattr(x, "code", None)
)
def test_a_rule_sees_what_it_must_match(rule, text):
    assert _is_found(rule, text), text


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in RULES for t in r.must_not_match], ids=lambda x: getattr(x, "code", None)
)
def test_a_rule_leaves_alone_what_it_must_not_match(rule, text):
    assert not _is_found(rule, text), text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_purpose_examples_and_a_row_in_the_table(rule):
    assert rule.purpose
    assert rule.must_match
    assert rule.must_not_match
    assert rule.tier in TABLE[rule.category]


def test_every_tier_that_a_guard_lowers_to_is_in_the_table():
    for rule in RULES:
        lowered = {guard.lowers_to for guard in rule.guards if guard.lowers_to}
        assert lowered <= TABLE[rule.category].keys(), rule.code


def test_codes_are_unique():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", PATTERNS, ids=lambda rule: rule.code)
def test_no_match_of_a_pattern_is_without_one_of_its_literals(rule):
    """Otherwise the first pass would hide the text from the rule."""
    gate, running = Gate([rule]), Running(rule)

    @settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.from_regex(re.compile(rule.pattern, re.ASCII), fullmatch=True))
    def holds(text):
        text = text.translate(NAMES) if rule.view == "groups" else text
        normal = Views(text).normal
        assert any(word in text or word in normal.text for word in rule.words), text
        assert gate.possible(normal.text) or not running.is_met(normal), text

    holds()


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.view == "groups"], ids=lambda rule: rule.code)
def test_no_pattern_spells_a_name_that_it_reads_as_a_letter(rule):
    assert LETTERS.keys().isdisjoint(words_of_pattern(rule.pattern))
