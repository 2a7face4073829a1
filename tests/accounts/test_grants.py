"""Who gives which role, where; what sees across facilities takes two; and what a role opened ends with it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.grants import services as grants
from accounts.grants.errors import (
    EndsBeforeItBegins,
    LastAdministrator,
    ProposalMoved,
    ProposalStands,
    RoleNeedsTwo,
    RoleNotForThem,
    RoleUnknown,
)
from accounts.grants.rules import LASTS, WARNED
from accounts.grants.selectors import ending_soon
from accounts.models import GrantProposal, RoleGrant, User
from accounts.permissions import has_role
from accounts.tasks import end_lapsed_roles
from audit.models import AuditEvent
from core import clock
from core.errors import NotAllowed, NotThere
from core.models import Change
from groups.authority import reading
from tests import factories as make
from tests.racing import together

Role, State = RoleGrant.Role, GrantProposal.State
pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(cast):
    """A second administrator of the programme, and of the installation two."""
    cast.ned = make.staff("Ned", Role.PROGRAMME_ADMIN, scope=cast.programme)
    cast.ike, cast.ivy = (make.staff(name, Role.PROGRAMME_ADMIN) for name in ("Ike", "Ivy"))
    cast.new = make.staff("New")
    return cast


def where(cast, place) -> dict[str, object]:
    named = {
        "alder": ("facility", cast.alder.pk),
        "birch": ("facility", cast.birch.pk),
        "east": ("unit", cast.unit.pk),
        "programme": ("programme", cast.programme.pk),
        "everywhere": ("installation", ""),
    }
    return dict(zip(("scope", "scope_id"), named[place], strict=True))


def ask(cast, *, by, place="programme", role=Role.MODERATOR, **said) -> GrantProposal:
    return grants.ask_role(user=cast.new, role=role, by=by, **where(cast, place), **said)


@pytest.mark.parametrize(
    ("who", "role", "place", "may"),
    [
        ("ada", Role.MODERATOR, "alder", True),
        ("ada", Role.UNIT_STAFF, "east", True),
        ("ada", Role.SECURITY_OFFICER, "alder", True),
        ("ada", Role.FACILITY_ADMIN, "alder", False),
        ("ada", Role.RECORDS_OFFICER, "alder", False),
        ("ada", Role.MODERATOR, "birch", False),
        ("pat", Role.FACILITY_ADMIN, "birch", True),
        ("pat", Role.RECORDS_OFFICER, "alder", True),
        ("mo", Role.MODERATOR, "alder", False),
        ("rue", Role.MODERATOR, "alder", False),
        ("ike", Role.FACILITY_ADMIN, "birch", True),
    ],
)
def test_who_may_give_which_role_where_it_is_in_force_at_once(colleague, who, role, place, may):
    def give():
        return grants.grant_role(user=colleague.new, role=role, by=getattr(colleague, who), **where(colleague, place))

    if may:
        assert give().until is None
        assert Change.objects.filter(kind="user.changed", subject=colleague.new.pk).exists()
    else:
        with pytest.raises(NotThere):
            give()


@pytest.mark.parametrize(
    ("who", "place", "may"),
    [
        ("pat", "programme", True),
        ("pat", "everywhere", False),
        ("ike", "everywhere", True),
        ("ike", "programme", True),
        ("ada", "programme", False),
    ],
)
def test_who_may_ask_for_what_sees_across_facilities(colleague, who, place, may):
    if may:
        proposal = ask(colleague, by=getattr(colleague, who), place=place)
        assert proposal.state == State.ASKED
        assert not has_role(colleague.new, Role.MODERATOR, programme_id=colleague.programme.pk)
    else:
        with pytest.raises(NotThere):
            ask(colleague, by=getattr(colleague, who), place=place)


def test_one_person_alone_gives_nothing_that_sees_across_facilities(colleague):
    with pytest.raises(RoleNeedsTwo):
        grants.grant_role(user=colleague.new, role=Role.MODERATOR, by=colleague.pat, **where(colleague, "programme"))
    assert not colleague.new.grants.exists()


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.CLINICIAN, "alder"),
        (Role.FACILITY_ADMIN, "programme"),
        (Role.PARTNER_MENTOR, "everywhere"),
        ("x", "alder"),
    ],
)
def test_a_role_is_for_the_places_of_its_row_alone(colleague, role, place):
    with pytest.raises(RoleUnknown):
        grants.grant_role(user=colleague.new, role=role, by="system", **where(colleague, place))


def test_participants_and_who_has_left_get_no_role(colleague):
    gone = make.staff("Gone", state=User.State.DISABLED, disabled_because="left")
    for user in (colleague.users.ben, gone):
        with pytest.raises(RoleNotForThem):
            grants.grant_role(user=user, role=Role.MODERATOR, by=colleague.ada, **where(colleague, "alder"))


def test_a_role_by_two_lasts_a_year_and_another_day_can_be_named(colleague):
    now = clock.now()
    assert ask(colleague, by=colleague.pat).until >= now + LASTS
    with pytest.raises(EndsBeforeItBegins):
        ask(colleague, by=colleague.pat, role=Role.AUDITOR, until=now - timedelta(days=1))


def test_a_second_person_agrees_and_the_role_says_so(colleague):
    grant = grants.agree(proposal=ask(colleague, by=colleague.pat), by=colleague.ned)
    assert has_role(colleague.new, Role.MODERATOR, programme_id=colleague.programme.pk)
    assert (grant.given_by, grant.agreed_by) == (f"user:{colleague.pat.pk}", f"user:{colleague.ned.pk}")
    told = AuditEvent.objects.get(kind="accounts.role_granted")
    assert told.actor == f"user:{colleague.ned.pk}"
    assert told.detail["asked_by"] == f"user:{colleague.pat.pk}"


def test_neither_who_asked_nor_whom_it_is_for_agrees_or_refuses(colleague):
    proposal = ask(colleague, by=colleague.pat, role=Role.AUDITOR)
    make.grant(colleague.new, Role.PROGRAMME_ADMIN, scope=colleague.programme)
    for who in (colleague.pat, colleague.new):
        for act in (grants.agree, grants.refuse):
            with pytest.raises(NotAllowed):
                act(proposal=proposal, by=who)


def test_who_may_not_give_it_can_neither_agree_nor_refuse(colleague):
    for who in (colleague.ada, colleague.mo):
        for act in (grants.agree, grants.refuse):
            with pytest.raises(NotThere):
                act(proposal=ask(colleague, by=colleague.pat), by=who)


def test_only_who_asked_takes_it_back(colleague):
    proposal = ask(colleague, by=colleague.pat)
    with pytest.raises(NotAllowed):
        grants.withdraw(proposal=proposal, by=colleague.ned)
    grants.withdraw(proposal=proposal, by=colleague.pat)
    with pytest.raises(ProposalMoved):
        grants.agree(proposal=proposal, by=colleague.ned)
    assert not colleague.new.grants.exists()


def test_what_was_refused_is_not_given_and_can_be_asked_for_again(colleague):
    proposal = ask(colleague, by=colleague.pat)
    grants.refuse(proposal=proposal, by=colleague.ned)
    with pytest.raises(ProposalMoved):
        grants.agree(proposal=proposal, by=colleague.ike)
    assert ask(colleague, by=colleague.ned) != proposal


def test_asked_twice_is_asked_once_and_agreed_twice_is_given_once(colleague):
    proposal = ask(colleague, by=colleague.pat)
    assert ask(colleague, by=colleague.pat) == proposal
    with pytest.raises(ProposalStands):
        ask(colleague, by=colleague.ned)
    assert grants.agree(proposal=proposal, by=colleague.ned) == grants.agree(proposal=proposal, by=colleague.ned)


def test_who_asked_must_still_be_able_to_give_it_when_it_is_agreed_to(colleague):
    proposal = ask(colleague, by=colleague.pat)
    grants.end_role(grant=colleague.pat.grants.get(), by=colleague.ike)
    with pytest.raises(ProposalMoved):
        grants.agree(proposal=proposal, by=colleague.ned)


def test_whom_it_is_for_may_have_left_meanwhile(colleague):
    proposal = ask(colleague, by=colleague.pat)
    User.objects.filter(pk=colleague.new.pk).update(state=User.State.DISABLED, disabled_because="left")
    with pytest.raises(RoleNotForThem):
        grants.agree(proposal=proposal, by=colleague.ned)


def test_a_role_is_ended_by_who_could_give_it_or_laid_down(colleague):
    grant = colleague.mo.grants.get()
    for stranger in (colleague.mia, colleague.rue):
        with pytest.raises(NotThere):
            grants.end_role(grant=grant, by=stranger)
    assert grants.end_role(grant=grant, by=colleague.ada)
    assert grants.end_role(grant=colleague.mia.grants.get(), by=colleague.mia)


def test_the_last_administrator_of_the_installation_stays(colleague):
    assert grants.end_role(grant=colleague.ivy.grants.get(), by=colleague.ike)
    with pytest.raises(LastAdministrator):
        grants.end_role(grant=colleague.ike.grants.get(), by=colleague.ike)


def test_a_role_opens_nothing_from_the_moment_it_lapses_and_that_is_put_on_the_record(colleague):
    grant, soon = colleague.mo.grants.get(), clock.now() + timedelta(minutes=1)
    RoleGrant.objects.filter(pk=grant.pk).update(until=soon)
    assert reading(colleague.seat("mo"), at=clock.now()).seated_until == soon
    RoleGrant.objects.filter(pk=grant.pk).update(until=clock.now())
    assert not has_role(colleague.mo, Role.MODERATOR, facility_ids=[colleague.alder.pk])
    assert end_lapsed_roles()
    assert not end_lapsed_roles()
    assert AuditEvent.objects.filter(kind="accounts.role_ended", actor="system").count() == 1
    assert Change.objects.filter(kind="user.changed", subject=colleague.mo.pk).exists()


def test_who_looks_after_a_role_is_told_two_weeks_before_it_ends(colleague):
    RoleGrant.objects.filter(user=colleague.mo).update(until=clock.now() + WARNED - timedelta(hours=1))
    for who in (colleague.ada, colleague.mo):
        assert [view.grant.user for view in ending_soon(who)] == [colleague.mo]
    assert not ending_soon(colleague.mia)
    RoleGrant.objects.filter(user=colleague.mo).update(until=clock.now() + WARNED + timedelta(hours=1))
    assert not ending_soon(colleague.ada)


def proposed(**values) -> GrantProposal:
    made = {"role": "moderator", "scope": "programme", "scope_id": "p", "asked_by": "user:1", "asked_at": clock.now()}
    return GrantProposal.objects.create(**{**made, **values})


@pytest.mark.parametrize(
    "wrong",
    [
        {"scope_id": ""},
        {"scope": "installation"},
        {"state": State.AGREED},
        {"decided_by": "user:2"},
        {"state": State.AGREED, "decided_by": "user:1", "decided_at": clock.now()},
    ],
)
def test_a_proposal_names_its_place_and_is_agreed_to_by_another(colleague, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        proposed(user=colleague.new, **wrong)


def test_the_same_is_asked_for_once(colleague):
    proposed(user=colleague.new)
    with pytest.raises(IntegrityError), transaction.atomic():
        proposed(user=colleague.new, asked_by="user:9")


# Races


@pytest.fixture
def live(live_cast):
    cast = live_cast
    cast.ned, cast.nat = (make.staff(name, Role.PROGRAMME_ADMIN, scope=cast.programme) for name in ("Ned", "Nat"))
    cast.new = make.staff("New")
    return cast


def test_two_who_agree_at_once_give_it_once(live):
    proposal = ask(live, by=live.pat)
    first, second = (
        lambda: grants.agree(proposal=proposal, by=live.ned) and "given",
        lambda: grants.agree(proposal=proposal, by=live.nat) and "given",
    )
    assert sorted(together(first, second)) == ["given", "role.decided_already"]
    assert live.new.grants.count() == 1


def test_what_is_taken_back_while_another_agrees_is_either_given_or_not(live):
    proposal = ask(live, by=live.pat)
    done = together(
        lambda: grants.agree(proposal=proposal, by=live.ned) and "given",
        lambda: grants.withdraw(proposal=proposal, by=live.pat) or "back",
    )
    assert sorted(done) in (["given", "role.decided_already"], ["back", "role.decided_already"])
    assert live.new.grants.count() == done.count("given")


def test_two_administrators_of_the_installation_who_end_each_other_leave_one(live):
    ike, ivy = (make.staff(name, Role.PROGRAMME_ADMIN) for name in ("Ike", "Ivy"))
    of_ike, of_ivy = ike.grants.get(), ivy.grants.get()
    together(lambda: grants.end_role(grant=of_ike, by=ivy), lambda: grants.end_role(grant=of_ivy, by=ike))
    standing = RoleGrant.objects.filter(role=Role.PROGRAMME_ADMIN, scope="installation", ended_at=None)
    assert standing.count() == 1
