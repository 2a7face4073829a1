"""Who may open what: gates, in a table."""

import json
import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from accounts import gates
from accounts.doors import Caller, Door
from accounts.models import RoleGrant
from core.errors import NotThere
from custody.models import Person
from tests import factories as make
from tests.browsing import browser

Role = RoleGrant.Role


def page(request):
    return HttpResponse("in")


PAGES = {
    "everybody": gates.everybody(page),
    "signed_in": gates.signed_in(page),
    "participant": gates.participant(page),
    "no_alias": gates.participant(alias=False)(page),
    "staff": gates.staff(page),
    "moderator": gates.staff(Role.MODERATOR)(page),
    "either": gates.staff(Role.MODERATOR, Role.FACILITY_ADMIN)(page),
}
#: 303 to the sign-in page, 404 as if there were no such page.
MAY = {
    "nobody, bare": {"everybody": 200},
    "nobody, tablet": {"everybody": 200, "signed_in": 303, "participant": 303, "no_alias": 303},
    "nobody, online": {"everybody": 200, "signed_in": 303, "participant": 303, "no_alias": 303},
    "nobody, staff": {"everybody": 200, "signed_in": 303, "staff": 303, "moderator": 303, "either": 303},
    "ana": {"everybody": 200, "signed_in": 200, "participant": 200, "no_alias": 200},
    "ben": {"everybody": 200, "signed_in": 200, "participant": 200, "no_alias": 200},
    "mo": {"everybody": 200, "signed_in": 200, "staff": 200, "moderator": 200, "either": 200},
    "ada": {"everybody": 200, "signed_in": 200, "staff": 200, "either": 200},
    "rue": {"everybody": 200, "signed_in": 200, "staff": 200},
}
TABLE = [(who, name, opens.get(name, 404)) for who, opens in MAY.items() for name in PAGES]


def ask(view, caller, **headers):
    request = RequestFactory().get("/rooms/", headers=headers)
    request.caller = caller
    try:
        return view(request)
    except NotThere:
        return HttpResponse(status=404)


def caller_of(cast, who):
    name, _, door = who.partition(", ")
    if name == "nobody":
        return Caller(door=None if door == "bare" else Door(door))
    return cast.caller(name)


@pytest.mark.parametrize(("who", "name", "status"), TABLE)
def test_who_may_open_what(cast, who, name, status):
    assert ask(PAGES[name], caller_of(cast, who)).status_code == status


def test_every_gate_leaves_its_name_on_the_view():
    names = {name: view.gate for name, view in PAGES.items()}
    assert names["moderator"] == "staff:moderator"
    assert names["no_alias"] == names["participant"] == "participant"
    assert all(names.values())


def test_who_has_no_alias_yet_is_welcomed_first(cast):
    new = make.person(at=cast.alder)
    Person.objects.filter(pk=new.pk).update(alias="")
    new.refresh_from_db()
    caller = make.caller(make.user(new))
    answer = ask(PAGES["participant"], caller)
    assert (answer.status_code, answer["Location"]) == (303, "/welcome/")
    assert ask(PAGES["no_alias"], caller).status_code == 200


def test_after_signing_in_one_comes_back_to_the_page(db):
    answer = ask(PAGES["participant"], Caller(door=Door.ONLINE))
    assert answer["Location"] == "/sign-in/?next=%2Frooms%2F"


def test_scripts_get_a_code_instead_of_a_page(db):
    answer = ask(PAGES["participant"], Caller(door=Door.ONLINE), Accept="application/json")
    assert (answer.status_code, json.loads(answer.content)["code"]) == (401, "sign_in.needed")


def test_htmx_is_sent_to_the_sign_in_page_so_that_nothing_stays_on_the_screen(db):
    answer = ask(PAGES["staff"], Caller(door=Door.STAFF), **{"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/sign-in/")


def test_on_a_single_host_a_stranger_is_asked_to_sign_in_for_any_page(db, settings):
    settings.SINGLE_HOST = True
    assert ask(PAGES["participant"], Caller(door=None)).status_code == 303
    assert ask(PAGES["staff"], Caller(door=None)).status_code == 303


def test_a_page_that_is_not_theirs_looks_like_no_page_at_all(cast):
    ana = browser(cast, "ana")
    hidden, missing = ana.get("/desk/"), ana.get("/no-such-page/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert without_tokens(hidden) == without_tokens(missing)


def without_tokens(response):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", response.text)
