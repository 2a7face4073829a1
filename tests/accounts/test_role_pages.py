"""Roles on pages: listed in scope, given, ended; what waits for a second person."""

import pytest
from django.urls import reverse

from accounts.models import GrantProposal, RoleGrant
from tests import factories as make
from tests.browsing import browser

Role = RoleGrant.Role
pytestmark = pytest.mark.django_db
GIVE, LIST = "/staff/roles/give/", "/staff/roles/"


@pytest.fixture
def new(cast):
    return make.staff("New")


def said(cast, new, **other) -> dict[str, object]:
    return {"user": new.pk, "role": "moderator", "place": f"facility:{cast.alder.pk}", "until": "", **other}


def test_at_a_facility_a_role_is_in_force_at_once(cast, new):
    answer = browser(cast, "ada").post(GIVE, said(cast, new), follow=True)
    assert "in force now" in answer.content.decode()
    assert new.grants.get().given_by == f"user:{cast.ada.pk}"


def test_across_facilities_it_waits_and_a_second_person_finds_it_on_the_first_page(cast, new):
    make.staff("Ned", Role.PROGRAMME_ADMIN, scope=cast.programme)
    ned = RoleGrant.objects.get(user__name="Ned").user
    cast.staff["ned"] = ned
    place = f"programme:{cast.programme.pk}"
    answer = browser(cast, "pat").post(GIVE, said(cast, new, place=place), follow=True).content.decode()
    assert "second person agrees" in answer
    assert "Take it back" in answer
    assert "Agree" not in answer.replace("agrees", "")
    second = browser(cast, "ned")
    assert "Moderator for New" in second.get("/now/").content.decode()
    proposal = GrantProposal.objects.get()
    second.post(reverse("accounts:move_proposal", args=[proposal.pk, "agree"]))
    assert new.grants.get().agreed_by == f"user:{ned.pk}"


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"until": "2001-01-01"}, "later than today"),
        ({"role": ""}, "Choose a role"),
        ({"role": "clinician"}, "no such role or place"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(cast, new, other, words):
    answer = browser(cast, "pat").post(GIVE, said(cast, new, **other))
    assert answer.status_code == 400
    page = answer.content.decode()
    assert words in page
    assert f'value="{new.pk}" selected' in page
    assert not new.grants.exists()


def test_a_facilitys_administrator_is_offered_neither_other_places_nor_other_roles(cast, new):
    page = browser(cast, "ada").get(GIVE).content.decode()
    assert f"facility:{cast.alder.pk}" in page
    assert f"facility:{cast.birch.pk}" not in page
    assert f"programme:{cast.programme.pk}" not in page
    assert "records_officer" not in page
    assert browser(cast, "ada").post(GIVE, said(cast, new, place=f"facility:{cast.birch.pk}")).status_code == 400


def test_the_list_shows_what_is_in_scope_with_who_gave_it(cast):
    page = browser(cast, "ada").get(LIST).content.decode()
    assert "Dov" in page
    assert "by the command line" in page
    assert "Mia" not in page
    assert "Rue" not in page


def test_a_role_ends_by_a_button_and_only_in_scope(cast):
    theirs, mine = cast.mia.grants.get(), cast.mo.grants.get()
    ada = browser(cast, "ada")
    assert ada.post(reverse("accounts:end_role", args=[theirs.pk])).status_code == 404
    ada.post(reverse("accounts:end_role", args=[mine.pk]))
    assert browser(cast, "mo").get("/desk/").status_code == 404
    assert RoleGrant.objects.get(pk=theirs.pk).ended_at is None


def test_everybody_of_staff_sees_their_own_roles_on_their_first_page(cast):
    make.staff("Pam", Role.PARTNER_MENTOR, scope=cast.programme)
    cast.staff["pam"] = RoleGrant.objects.get(user__name="Pam").user
    page = browser(cast, "pam").get("/now/").content.decode()
    assert "Partner mentor" in page
    assert cast.programme.name in page
