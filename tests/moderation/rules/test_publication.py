"""What is published runs in every process within seconds, whole, and without a restart."""

from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import DatabaseError
from structlog.testing import capture_logs

from audit.models import AuditEvent
from chat.models import Message
from moderation.errors import RuleIsBroken
from moderation.models import RuleBook, RuleVersion, StaffRule
from moderation.rules import publication, screener, services
from moderation.rules.compiling import fitting
from moderation.screening import VERSION
from moderation.screening.lines import Unhurried
from moderation.screening.rules import RULES
from moderation.screening.rulesets import RuleBroken, RuleSet
from tests.moderation.helpers import open_room, say
from tests.moderation.rules.helpers import (
    again,
    at,
    chiefs,
    draft_of,
    drafted,
    numbers,
    published,
    rules_in,
    saying,
    screened,
)
from tests.racing import together

WORDS = "anyone got blue moons?"


def shadows(verdict):
    return {(finding.rule, finding.version) for finding in verdict.shadow}


# What runs


def test_what_is_published_is_found_once_the_process_has_looked(staff):
    assert rules_in(screened(WORDS)) == set()
    published(staff)
    assert rules_in(screener.screen(draft_of(WORDS), deadline=Unhurried())) == set()
    verdict = screened(WORDS)
    assert (verdict.outcome, rules_in(verdict)) == ("hold", {"staff.blue_moon"})
    assert verdict.screener != VERSION


def test_it_is_looked_at_once_per_generation(staff):
    published(staff)
    assert publication.refresh()
    assert not publication.refresh()


def test_the_port_of_chat_is_screened_by_what_is_published(cast, staff):
    assert settings.CHAT_SCREENER == "moderation.rules.screener.screen"
    published(staff)
    publication.refresh()
    open_room(cast)
    assert say(cast, "ana", WORDS).state == Message.State.HELD


def test_in_shadow_it_is_seen_apart_and_decides_nothing(staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    verdict = screened(WORDS)
    assert (verdict.outcome, rules_in(verdict), shadows(verdict)) == ("deliver", set(), {("staff.blue_moon", 1)})


def test_a_new_version_in_shadow_runs_beside_the_live_one(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue", "bluemoon")), by=staff.moe)
    services.start_shadow(rule=rule, version=2, by=staff.moe)
    verdict = screened(WORDS)
    assert (rules_in(verdict), shadows(verdict)) == ({"staff.blue_moon"}, {("staff.blue_moon", 2)})
    assert {finding.version for finding in verdict.findings} == {1}


@pytest.mark.parametrize("end", ["retire", "replace"])
def test_what_is_retired_or_replaced_is_found_no_more(staff, end):
    rule = published(staff)
    assert rules_in(screened(WORDS))
    if end == "retire":
        services.retire_rule(rule=rule, version=1, by=staff.pia)
    else:
        content = saying(literals=("bluemoon",), must_match=("a bluemoon",))
        services.change_draft(rule=rule, based_on=1, content=content, by=staff.moe)
        services.publish_rule(rule=rule, version=2, by=staff.pia)
    assert rules_in(screened(WORDS)) == set()


@pytest.mark.parametrize(
    ("kind", "field"), [("facility", "facility_id"), ("unit", "unit_id"), ("room", "room_id"), ("person", "author_id")]
)
def test_a_rule_runs_in_its_scope_only(cast, staff, kind, field):
    place = {"facility": cast.alder, "unit": cast.unit, "room": cast.room, "person": cast.persons.ana}[kind]
    published(staff, saying(scope=at(kind, place)))
    id_ = place.pk if kind in ("room", "person") else str(place.pk)
    assert rules_in(screened(WORDS, **{field: id_})) == {"staff.blue_moon"}
    assert rules_in(screened(WORDS)) == set()


@pytest.mark.parametrize(
    ("content", "hit", "left"),
    [
        ({"kind": "pattern", "pattern": r"blue ?moo+ns?"}, "blue moooon", "blue sky"),
        ({"kind": "phrase", "steps": (("got", "need"), ("blues",)), "gap": 2}, "got some good blues", "good blues"),
        (
            {"kind": "phrase", "steps": (("blues",),), "not_before": ("sing the",), "not_after": ("music",)},
            "need blues",
            "I sing the blues",
        ),
        ({"kind": "detector", "detector": "contact.phone"}, "312 555 0142", "312"),
    ],
)
def test_each_kind_of_rule_runs(staff, content, hit, left):
    published(staff, saying(**{"literals": (), **content}, must_match=(hit,), must_not_match=(left,)))
    assert "staff.blue_moon" in rules_in(screened(hit))
    assert "staff.blue_moon" not in rules_in(screened(left))


def test_every_built_in_rule_still_runs_when_it_is_overridden():
    for change in ({"is_shadow": True}, {"flag_only": True}):
        assert fitting((), [replace(rule, **change) for rule in RULES])[1] == []


# Whole, or as it was


def test_a_row_that_does_not_run_is_left_out_and_told_by_its_code(staff):
    """It ran when it was published; the engine has changed since."""
    at = published(staff).created_at
    rule = StaffRule(code="staff.broken", owner=staff.pia, state="live", created_at=at)
    version = RuleVersion(rule=rule, number=1, written_by=staff.pia, written_at=at)
    for field, value in saying(kind="pattern", literals=(), pattern="(secret").values().items():
        setattr(version, field, value)
    rule.live = version
    rule.save(force_insert=True)
    version.save(force_insert=True)
    with capture_logs() as logs:
        assert rules_in(screened(WORDS)) == {"staff.blue_moon"}
    assert [line["rule"] for line in logs] == ["staff.broken"]
    assert "secret" not in str(logs)


@pytest.mark.parametrize("fails", ["generation", "_staffs", "_built"])
def test_when_loading_fails_the_last_good_set_goes_on(staff, monkeypatch, fails):
    rule = published(staff)
    publication.refresh()
    services.retire_rule(rule=rule, version=1, by=staff.pia)

    def fail(*args):
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(publication, fails, fail)
        assert not publication.refresh()
        assert rules_in(screener.screen(draft_of(WORDS), deadline=Unhurried())) == {"staff.blue_moon"}
    assert publication.refresh()
    assert rules_in(screened(WORDS)) == set()


@pytest.fixture
def room_for_two(monkeypatch):
    """An engine that can run two rules of staff together, and any one alone."""
    of = RuleSet.of

    def few(rules):
        found = list(rules)
        if sum(rule.code.startswith("staff.") for rule in found) > 2:
            raise RuleBroken("rules.too_many", "Too many rules.")
        return of(found)

    monkeypatch.setattr(RuleSet, "of", few)


@pytest.mark.parametrize("act", ["start_shadow", "publish_rule"])
def test_what_would_stop_the_whole_set_is_not_let_in(staff, room_for_two, act):
    for code in ("one", "two"):
        published(staff, code=code)
    rule = drafted(staff.moe, code="three")
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    with pytest.raises(RuleIsBroken) as refusal:
        getattr(services, act)(rule=rule, version=1, by=staff.pia)
    assert str(refusal.value.text) == "Too many rules."
    assert numbers(rule) == ("draft", 1, None, None)


def test_when_they_can_not_run_together_any_more_as_many_run_as_can(staff, monkeypatch, request):
    """They could when they were published; the engine has changed since."""
    for code in ("one", "two", "three"):
        published(staff, code=code)
    request.getfixturevalue("room_for_two")
    assert rules_in(screened(WORDS)) == {"staff.one", "staff.three"}


def test_that_loading_fails_is_said_once(staff, monkeypatch):
    def fail():
        raise DatabaseError

    monkeypatch.setattr(publication, "generation", fail)
    with capture_logs() as logs:
        for _ in range(3):
            publication.refresh()
    assert len(logs) == 1


def test_a_set_is_never_half_of_one_generation_and_half_of_the_next(staff, monkeypatch):
    """Something is published after the rules were read and before the rest is."""
    rule = published(staff)
    read, publishes = publication._overrides, [lambda: services.retire_rule(rule=rule, version=1, by=staff.pia)]

    def meanwhile():
        if publishes:
            publishes.pop()()
        return read()

    monkeypatch.setattr(publication, "_overrides", meanwhile)
    publication.refresh()
    assert publication.book().generation == RuleBook.objects.get().generation
    assert publication.book().staffs == ()


def test_a_text_in_work_keeps_the_set_that_it_began_with(staff):
    published(staff)
    before = screened("hello").screener

    class Meddling:
        """Between two detectors another process publishes, and this one takes it over."""

        def check(self):
            if again(rule).state != "retired":
                services.retire_rule(rule=rule, version=1, by=staff.pia)
                publication.refresh()

    rule = StaffRule.objects.get()
    verdict = screener.screen(draft_of(WORDS), deadline=Meddling())
    assert (rules_in(verdict), verdict.screener) == ({"staff.blue_moon"}, before)
    assert publication.book().staffs == ()


# The watcher


class Beats:
    """A stop event that waits for nothing: one act per beat, and then it is set."""

    def __init__(self, *acts):
        self.acts = list(acts)

    def wait(self, seconds):
        if self.acts:
            self.acts.pop(0)()
            return False
        return True


def test_the_watcher_takes_over_what_is_published_between_two_beats(live_cast):
    seen = []
    staff = chiefs()
    publish = partial(published, staff)
    publication.watch(Beats(publish, lambda: seen.append([rule.code for rule in publication.book().staffs])))
    assert seen == [["staff.blue_moon"]]


def test_the_watcher_survives_a_database_that_does_not_answer(live_cast, monkeypatch):
    def fail():
        raise DatabaseError

    staff = chiefs()
    with monkeypatch.context() as broken:
        broken.setattr(publication, "generation", fail)
        publication.watch(Beats(broken.undo, lambda: published(staff)))
    assert [rule.code for rule in publication.book().staffs] == ["staff.blue_moon"]


def test_a_process_of_the_tests_watches_only_when_it_is_told_to(staff):
    published(staff)
    screener.screen(draft_of(WORDS), deadline=Unhurried())
    assert publication._process.watcher is None


def test_the_first_text_of_a_process_starts_the_watcher(monkeypatch, settings):
    started = []
    settings.RULES_WATCHED = True
    monkeypatch.setattr(publication, "start", lambda: started.append(True))
    monkeypatch.setattr(publication, "FIRST_LOOK", 0)
    publication.ensure()
    assert started == [True]


# Races


@pytest.fixture
def race(live_cast) -> SimpleNamespace:
    """A rule that is live, with version 2 in shadow and version 3 as the draft."""
    staff = chiefs()
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe)
    services.start_shadow(rule=rule, version=2, by=staff.moe)
    services.change_draft(rule=rule, based_on=2, content=saying(gap=2), by=staff.moe)
    return SimpleNamespace(staff=staff, rule=rule)


def publish(race, version, by):
    return services.publish_rule(rule=race.rule, version=version, by=by)


def publications():
    return AuditEvent.objects.filter(kind="moderation.rule_published").count()


def test_two_publish_the_same_at_once_and_it_is_published_once(race):
    before = publications()
    outcomes = together(partial(publish, race, 3, race.staff.pia), partial(publish, race, 3, race.staff.pol))
    assert outcomes == [None, None]
    assert numbers(race.rule) == ("live", None, None, 3)
    assert publications() == before + 1


def test_two_publish_different_versions_at_once_and_the_newer_one_stays(race):
    outcomes = together(partial(publish, race, 2, race.staff.pia), partial(publish, race, 3, race.staff.pol))
    assert outcomes[1] is None
    assert outcomes[0] in (None, "rule.moved_on")
    assert numbers(race.rule)[3] == 3


def test_published_and_retired_at_once_it_is_retired(race):
    retire = partial(services.retire_rule, rule=race.rule, version=3, by=race.staff.pol)
    outcomes = together(partial(publish, race, 3, race.staff.pia), retire)
    assert outcomes[1] is None
    assert outcomes[0] in (None, "rule.not_fitting")
    assert numbers(race.rule) == ("retired", None, None, None)


def test_a_change_and_a_publication_at_once_lose_nothing(race):
    change = partial(services.change_draft, rule=race.rule, based_on=3, content=saying(gap=3), by=race.staff.moe)
    outcomes = together(change, partial(publish, race, 3, race.staff.pia))
    assert outcomes[1] in (None, "rule.moved_on")
    assert numbers(race.rule)[:2] == ("live", 4)


def test_two_draft_the_same_code_at_once_and_one_has_it(live_cast):
    staff = chiefs()
    outcomes = together(partial(drafted, staff.moe, code="one"), partial(drafted, staff.pia, saying(gap=1), code="one"))
    assert sorted(str(outcome) for outcome in outcomes) == ["rule.code_taken", "staff.one"]


def test_a_look_during_a_publication_sees_all_of_it_or_nothing(race):
    publication.refresh()

    def look():
        publication.refresh()
        return [(rule.version, rule.is_shadow) for rule in publication.book().staffs]

    seen = together(look, partial(publish, race, 3, race.staff.pia))[0]
    assert seen in ([(1, False), (2, True)], [(3, False)])
    publication.refresh()
    assert look() == [(3, False)]
