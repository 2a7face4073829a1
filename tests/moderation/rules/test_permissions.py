"""Who may write, see and publish rules, and where."""

from types import SimpleNamespace

import pytest

from core import clock
from core.errors import NotAllowed, NotThere
from groups.models import FacilityApproval
from moderation.rules import permissions, services
from tests import factories as make
from tests.moderation.rules.helpers import at, drafted, saying

PLACES = ("everywhere", "alder", "east_2", "birch", "room", "ana")

#: Who drafts, and who publishes, in which scope. Whoever is not named does neither.
DRAFT = {
    "mo": {"alder", "east_2", "room"},
    "mia": {"birch"},
    "ada": {"alder", "east_2"},
    "pat": {"alder", "east_2", "birch", "room"},
    "moe": set(PLACES),
    "pia": set(PLACES),
}
PUBLISH = {
    "ada": {"alder", "east_2"},
    "pat": {"alder", "east_2", "birch", "room"},
    "pia": set(PLACES),
}
EVERYBODY = ("mo", "mia", "dov", "ada", "pat", "rue", "moe", "pia")


@pytest.fixture
def everybody(cast, staff):
    return SimpleNamespace(**{name: getattr(cast, name, None) or getattr(staff, name) for name in EVERYBODY})


@pytest.fixture
def scopes(cast):
    return {
        "everywhere": at("everywhere", ""),
        "alder": at("facility", cast.alder),
        "east_2": at("unit", cast.unit),
        "birch": at("facility", cast.birch),
        "room": at("room", cast.room),
        "ana": at("person", cast.persons.ana),
    }


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_drafts_and_who_publishes_where(everybody, scopes, name):
    user = getattr(everybody, name)
    assert {place for place in PLACES if permissions.may_draft(user, scopes[place])} == DRAFT.get(name, set())
    assert {place for place in PLACES if permissions.may_publish(user, scopes[place])} == PUBLISH.get(name, set())


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_rule_is_seen_by_who_may_draft_there_and_everywhere_by_all_who_work_with_rules(everybody, scopes, name):
    rules = {drafted(everybody.pia, saying(scope=scopes[place]), code=place): place for place in PLACES}
    seen = {rules[rule] for rule in permissions.rules_of(getattr(everybody, name))}
    assert seen == (DRAFT[name] | {"everywhere"} if name in DRAFT else set())


def test_what_is_out_of_sight_is_not_there(everybody, scopes):
    rule = drafted(everybody.pia, saying(scope=scopes["alder"]))
    assert permissions.rule_for(everybody.mo, rule.pk) == rule
    for name in ("mia", "dov"):
        with pytest.raises(NotThere):
            permissions.rule_for(getattr(everybody, name), rule.pk)


def test_what_may_only_be_looked_at_is_not_changed(everybody):
    rule = drafted(everybody.pia)
    with pytest.raises(NotAllowed):
        services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=everybody.mo)
    with pytest.raises(NotAllowed):
        services.start_shadow(rule=rule, version=1, by=everybody.ada)


def test_a_rule_is_not_moved_to_a_place_out_of_reach(everybody, scopes):
    rule = drafted(everybody.mo, saying(scope=scopes["alder"]))
    with pytest.raises(NotThere):
        services.change_draft(rule=rule, based_on=1, content=saying(scope=scopes["birch"]), by=everybody.mo)


def test_a_rule_that_is_live_elsewhere_is_not_pulled_over(everybody, scopes):
    """Its newest version is for Alder; what it would replace runs at Birch."""
    rule = drafted(everybody.pat, saying(scope=scopes["birch"]))
    services.approve_purpose(rule=rule, version=1, by=everybody.pia)
    services.publish_rule(rule=rule, version=1, by=everybody.pat)
    services.change_draft(rule=rule, based_on=1, content=saying(scope=scopes["alder"]), by=everybody.pat)
    with pytest.raises(NotThere):
        services.publish_rule(rule=rule, version=2, by=everybody.ada)


def test_a_facilitys_administrator_publishes_for_it_with_a_second_one(cast, everybody, scopes):
    other = make.staff("Abe", "facility_administrator", scope=cast.alder)
    rule = drafted(everybody.mo, saying(scope=scopes["alder"]))
    services.approve_purpose(rule=rule, version=1, by=other)
    services.publish_rule(rule=rule, version=1, by=everybody.ada)
    rule.refresh_from_db()
    assert rule.state == "live"


@pytest.mark.parametrize(("name", "rooms"), [("mo", 2), ("mia", 0), ("pat", 0), ("dov", 0), ("moe", 2), ("ada", 0)])
def test_words_are_read_by_moderators_of_the_room_alone(everybody, name, rooms):
    assert permissions.readable_rooms(getattr(everybody, name)).count() == rooms


def test_a_rule_that_is_live_elsewhere_is_not_even_written_anew(everybody, scopes):
    rule = drafted(everybody.pat, saying(scope=scopes["birch"]))
    services.approve_purpose(rule=rule, version=1, by=everybody.pia)
    services.publish_rule(rule=rule, version=1, by=everybody.pat)
    services.change_draft(rule=rule, based_on=1, content=saying(scope=scopes["alder"]), by=everybody.pat)
    with pytest.raises(NotThere):
        services.change_draft(rule=rule, based_on=2, content=saying(scope=scopes["alder"], gap=1), by=everybody.mo)


def test_whoever_only_drafts_there_does_not_publish_what_others_agreed_to(everybody, scopes):
    rule = drafted(everybody.pat, saying(scope=scopes["alder"]))
    services.approve_purpose(rule=rule, version=1, by=everybody.ada)
    with pytest.raises(NotAllowed):
        services.publish_rule(rule=rule, version=1, by=everybody.mo)


def test_words_are_not_read_by_a_facility_whose_approval_has_lapsed(cast):
    FacilityApproval.objects.filter(group=cast.group).update(until=clock.now())
    assert [room.group for room in permissions.readable_rooms(cast.mo)] == [cast.next_door]
