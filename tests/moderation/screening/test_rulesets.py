"""Sets of rules: the kinds of rules, where they hold, what can't run, and how one set takes the place of another."""

import random
import threading
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.ports import Finding, Outcome, Span, TooLate
from moderation.screening import VERSION, detectors, rulesets, screen
from moderation.screening.checks import LONGEST_PATTERN, MOST_UNGATED
from moderation.screening.rules import BEFORE, RULES, Guard, Rule, Scope
from moderation.screening.rulesets import RuleBroken, RuleSet, current, use

from .fuzz import ended
from .texts import Patience, draft

WRITER, ROOM = UUID(int=11), UUID(int=12)
EXAMPLES = [text for rule in RULES for text in rule.must_match]


def rule(code="own.one", **fields) -> Rule:
    given = {"category": "gang", "tier": "recruiting", "purpose": "For a test.", "must_match": (), "must_not_match": ()}
    return Rule(code=code, **(given | fields))


def found(rules, body, **where):
    ruleset = rules if isinstance(rules, RuleSet) else RuleSet.of(rules)
    return ruleset.find(replace(draft(body), **where), deadline=Patience())


def marked(rules, body):
    return [body[f.span.start : f.span.end] for f in found(rules, body).findings]


@pytest.fixture
def exchange():
    before = current()
    yield use
    use(before)


# --- Kinds -------------------------------------------------------------------------------------------------


def test_literals_are_whole_words_in_the_normal_form():
    words = rule(kind="literals", literals=("Zorro Azul", "plonk"))
    assert marked([words], "el ZORRO  azul, Plonk! plonked zorro-azul") == ["ZORRO  azul", "Plonk"]


def test_literals_may_begin_and_end_with_signs():
    assert marked([rule(kind="literals", literals=("c++", "#crew"))], "we are #crew with c++") == ["#crew", "c++"]


def test_a_pattern_runs_behind_its_words():
    assert marked([rule(pattern=r"\bmeet the (?:boss|jefe)\b", words=("meet",))], "Meet the jefe") == ["Meet the jefe"]


def test_a_pattern_without_words_runs_too():
    assert marked([rule(pattern=r"\bx\d{3}\b")], "ask x123") == ["x123"]


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("join the crew", True),
        ("join, friend, our crew", True),
        ("joining crew", False),
        ("come and join my very own dear crew", False),
        ("crew, join", False),
        ("join. The crew", False),
        ("únete al barrio", True),
    ],
)
def test_a_phrase_is_its_steps_in_order_with_few_words_between(body, is_found):
    phrase = rule(kind="phrase", steps=(("join", "únete"), ("crew", "barrio")), gap=2)
    assert bool(found([phrase], body).findings) is is_found


def test_a_phrase_without_a_gap_allows_no_word_between():
    phrase = rule(kind="phrase", steps=(("join",), ("us", "up with us")))
    assert marked([phrase], "join us; join up with us; join with us") == ["join us", "join up with us"]


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("never ever join the crew", False),
        ("I said never. Join the crew", True),
        ("join the crew of the kitchen", False),
        ("join the crew! The kitchen is open", True),
        ("nevertheless join the crew", True),
    ],
)
def test_words_before_or_after_in_the_sentence_stop_a_phrase(body, is_found):
    phrase = rule(
        kind="phrase", steps=(("join",), ("crew",)), gap=2, not_before=("never",), not_after=("kitchen", "choir")
    )
    assert bool(found([phrase], body).findings) is is_found


@pytest.mark.parametrize("kind", [{"kind": "literals", "literals": ("crew",)}, {"pattern": r"\bcrew\b"}])
def test_words_before_or_after_in_the_sentence_stop_words_and_patterns_too(kind):
    guarded = rule(**kind, not_before=("never",), not_after=("kitchen",))
    assert marked([guarded], "the crew") == ["crew"]
    assert not marked([guarded], "never with the crew")
    assert not marked([guarded], "the crew of the kitchen")


def test_a_disguise_is_undone_for_every_kind_and_for_words_that_only_a_new_rule_knows():
    words = rule(kind="literals", literals=("zorroplonk",))
    assert marked([words], "ask the z0rr0pl0nk") == ["z0rr0pl0nk"]
    assert marked([words], "ask the z o r r o p l o n k") == ["z o r r o p l o n k"]


def test_a_detector_is_called_by_name_with_the_draft(monkeypatch):
    def echo(views, draft):
        if views.body in draft.recent:
            yield Finding("spam", "flood", "test.echo", 1, Span(0, len(views.body)), 1.0, "raw")

    monkeypatch.setattr(detectors, "DETECTORS", detectors.DETECTORS)
    monkeypatch.setitem(detectors.DETECTORS, "test.echo", echo)
    ruleset = RuleSet.of([rule(kind="detector", detector="test.echo", version=4, score=1.0)])
    told = found(ruleset, "hi", recent=("hi", "you")).findings
    assert told == (Finding("gang", "recruiting", "own.one", 4, Span(0, 2), 1.0, "raw"),)
    assert not found(ruleset, "hi", recent=("you",)).findings


# --- Where and how -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "id", "where"),
    [
        ("facility", "F1", {"facility_id": "F1"}),
        ("unit", "U7", {"unit_id": "U7"}),
        ("room", str(ROOM), {"room_id": ROOM}),
        ("person", str(WRITER), {"author_id": WRITER}),
    ],
)
def test_a_rule_holds_only_in_its_scope(kind, id, where):
    scoped = rule(kind="literals", literals=("plonk",), scope=Scope(kind, id))
    assert found([scoped], "plonk", **where).findings
    assert not found([scoped], "plonk").findings


def test_a_rule_in_shadow_is_told_apart_and_decides_nothing(exchange):
    exchange(RuleSet.of([rule(kind="literals", literals=("plonk",), is_shadow=True)]))
    answer = found(current(), "plonk")
    assert not answer.findings
    assert [f.rule for f in answer.shadow] == ["own.one"]
    assert screen(draft("plonk"), deadline=Patience()).outcome is Outcome.DELIVER


def test_a_set_names_the_rules_that_may_only_flag():
    assert RuleSet.of([rule(kind="literals", literals=("x y",), flag_only=True)]).flag_only == {("own.one", 1)}


def test_weak_signals_speak_only_together():
    weak = [rule(f"own.{word}", kind="literals", literals=(word,), score=0.5) for word in ("plonk", "blem")]
    assert not found(weak, "plonk plonk").findings
    assert len(found(weak, "plonk blem").findings) == 2


def test_excuses_run_out_and_a_heap_of_harmless_matches_hides_nothing():
    guarded = rule(pattern=r"\bplonk\b", words=("plonk",), guards=(Guard("no", BEFORE, r"\bno "),))
    assert not found([guarded], "no plonk. " * 6).findings
    assert marked([guarded], "no plonk. " * 6 + "plonk") == ["plonk"]
    assert found([guarded], "no plonk. " * 500 + "plonk").findings


def test_a_guard_does_not_read_the_sentence_that_a_match_begins_with_the_end_of():
    guarded = rule(pattern=r"(?:^|[.!?] )plonk\b", words=("plonk",), guards=(Guard("no", BEFORE, r"\bno \w+"),))
    assert marked([guarded], "no thanks. plonk") == ["plonk"]


def test_an_excused_match_does_not_swallow_the_next_sentence():
    guarded = rule(pattern=r"\bblem\b.{0,9}plonk|\bplonk\b", words=("plonk",), guards=(Guard("no", BEFORE, "no "),))
    assert marked([guarded], "no blem. plonk") == ["plonk"]


def test_a_deadline_is_kept_between_patterns():
    class Passed:
        def check(self):
            raise TooLate

    with pytest.raises(TooLate):
        RuleSet.of([rule(kind="literals", literals=("plonk",))]).find(draft("plonk"), deadline=Passed())


# --- What can't run ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"pattern": "a(b"}, "rule.pattern_refused"),
        ({"pattern": r"(a)\1"}, "rule.pattern_refused"),
        ({"pattern": "x*"}, "rule.matches_nothing"),
        ({"pattern": r"\b"}, "rule.matches_nothing"),
        ({"pattern": "x" * (LONGEST_PATTERN + 1)}, "rule.pattern_long"),
        ({"pattern": "[^a]{900}"}, "rule.pattern_large"),
        ({}, "rule.no_pattern"),
        ({"pattern": "x", "view": "dream"}, "rule.unknown_view"),
        ({"kind": "literals"}, "rule.no_words"),
        ({"kind": "literals", "literals": ("a", " \u200b")}, "rule.empty_word"),
        ({"kind": "phrase"}, "rule.no_words"),
        ({"kind": "phrase", "steps": (("a",), ())}, "rule.no_words"),
        ({"kind": "phrase", "steps": (("a",),), "gap": 6}, "rule.gap"),
        ({"kind": "phrase", "steps": (("a",),), "gap": -1}, "rule.gap"),
        ({"kind": "detector", "detector": "nobody"}, "rule.unknown_detector"),
        ({"kind": "poem"}, "rule.unknown_kind"),
        ({"pattern": "x", "category": "weather"}, "rule.unknown_category"),
        ({"pattern": "x", "tier": "intent"}, "rule.unknown_tier"),
        ({"pattern": "x", "scope": Scope("planet", "3")}, "rule.unknown_scope"),
        ({"pattern": "x", "scope": Scope("unit")}, "rule.empty_scope"),
    ],
)
def test_a_broken_rule_is_refused_with_its_reason(fields, code):
    with pytest.raises(RuleBroken) as refused:
        RuleSet.of([rule(**fields)])
    assert refused.value.code == code
    assert refused.value.why.endswith(".")


def test_patterns_that_run_on_every_text_are_few():
    many = [rule(f"own.{number}", pattern=rf"\d{{{number + 1}}}x") for number in range(MOST_UNGATED + 1)]
    RuleSet.of(many[:-1])
    with pytest.raises(RuleBroken) as refused:
        RuleSet.of(many)
    assert refused.value.code == "rules.too_many_ungated"


# --- Sets --------------------------------------------------------------------------------------------------


def test_the_built_in_rules_are_the_set_to_begin_with():
    assert current().rules == RULES
    assert current().version == VERSION


def test_the_version_tells_the_rules_apart_and_not_their_order():
    one, other = rule(kind="literals", literals=("plonk",)), rule("own.two", kind="literals", literals=("blem",))
    assert RuleSet.of([one, other]).version == RuleSet.of([other, one]).version
    assert RuleSet.of([one]).version != RuleSet.of([replace(one, version=2)]).version
    assert RuleSet.of([*RULES, one]).version != VERSION


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_rules_and_detectors_is_irrelevant(texts, rng):
    rules = list(RULES)
    rng.shuffle(rules)
    body = " ".join(texts)
    assert found(rules, body) == found(current(), body)


def test_a_text_in_work_keeps_the_set_with_which_it_began(exchange):
    old = RuleSet.of([rule(kind="literals", literals=("plonk",))])
    new = RuleSet.of([rule("own.two", kind="literals", literals=("plonk",))])

    class Exchanging:
        def check(self):
            use(new)

    exchange(old)
    verdict = screen(draft("plonk"), deadline=Exchanging())
    assert ([f.rule for f in verdict.findings], verdict.screener) == (["own.one"], old.version)
    assert current() is new


def test_exchanging_sets_never_gives_a_mixed_answer(exchange):
    words = ("plonk", "blem", "zark")
    sets = [
        RuleSet.of([rule(f"own.{name}.{word}", kind="literals", literals=(word,)) for word in words])
        for name in ("one", "two")
    ]
    wanted = {each.version: {r.code for r in each.rules} for each in sets}
    mixed: list[object] = []
    exchange(sets[0])

    def read():
        for _ in range(200):
            verdict = screen(draft("plonk blem zark"), deadline=Patience())
            if {f.rule for f in verdict.findings} != wanted[verdict.screener]:
                mixed.append(verdict)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    rng = random.Random(5)
    while any(reader.is_alive() for reader in readers):
        rulesets.use(rng.choice(sets))
    for reader in readers:
        reader.join()
    assert not mixed


# --- Harmless text -----------------------------------------------------------------------------------------

HARMLESS = ["Good evening.", "Hola a todos.", "The food was fine today.", "Gracias por escuchar.", "Count was at noon."]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(EXAMPLES),
    st.lists(st.sampled_from(HARMLESS), max_size=8),
    st.lists(st.sampled_from(HARMLESS), max_size=8),
    st.sampled_from([" ", "\n"]),
)
def test_harmless_sentences_before_and_after_hide_nothing(text, before, after, between):
    sentence = ended(text)
    alone = found(current(), sentence).findings
    there = found(current(), between.join([*before, sentence, *after])).findings
    shift = len(between.join([*before, ""]))
    for one in alone:
        assert any(
            (other.rule, other.tier) == (one.rule, one.tier)
            and other.span.start <= one.span.start + shift
            and other.span.end >= one.span.end + shift
            for other in there
        ), one
