"""The door of other systems: which key opens what, at which host, how often; and signed webhooks in."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from standardwebhooks.webhooks import Webhook as Signer

from accounts.machines import services as machines
from accounts.models import Machine, MachineUse
from groups.api.urls import api
from tests.groups.api.helpers import ALL, System, ask, event, number_of

pytestmark = pytest.mark.django_db

#: What each operation asks for; None: any key of the facility. An operation that is not here fails.
SCOPES = {
    "tell_event": "custody",
    "tell_events": "custody",
    "take_event_back": "custody",
    "heartbeat": "custody",
    "hand_in": "roster",
    "roster": "roster",
    "tell_merge": "custody",
    "tell_merge_undone": "custody",
    "tell_order": "orders",
    "tell_order_ended": "orders",
    "hook": "custody",
    "facilities": None,
    "units": None,
    "new_unit": "places",
}
BODIES = {
    "tell_event": event(number="nobody"),
    "tell_events": {"events": [event(number="nobody")]},
    "take_event_back": {},
    "tell_merge": {"id": "1", "kept": "1", "merged": "2", "occurred_at": "2025-03-01T08:00:00Z"},
    "tell_order": {
        "id": "1",
        "one": {"number": "1"},
        "other": {"number": "2"},
        "reason": "threat",
        "authorised_by": "Captain Ruiz",
    },
    "tell_order_ended": {"because": "lifted"},
    "new_unit": {"name": "West 1"},
}
ADDRESSES = {
    "roster": {"roster_id": "01a2163d-9c1c-72ff-b901-6a52475a2499"},
    "take_event_back": {"event_id": "1"},
    "tell_merge_undone": {"merge_id": "1"},
    "tell_order_ended": {"order_id": "1"},
}
SIGNED = ("hook",)


def operations() -> dict[str, str]:
    """Name -> method of everything that the interface can do."""
    found = {}
    for _, router in api._routers:
        for view in router.path_operations.values():
            for operation in view.operations:
                found[operation.view_func.__name__] = operation.methods[0].lower()
    return found


OPERATIONS = operations()
WITH_KEY = [name for name in OPERATIONS if name not in SIGNED]


def test_every_operation_says_which_scope_it_asks_for():
    assert set(OPERATIONS) == set(SCOPES)


@pytest.mark.parametrize("name", WITH_KEY)
@pytest.mark.parametrize("key", ["", "sck_unknown"])
def test_without_a_key_nothing_is_answered(name, key):
    answer = ask(OPERATIONS[name], name, BODIES.get(name), key=key, **ADDRESSES.get(name, {}))
    assert (answer.status_code, answer.json()["code"]) == (401, "machine.unknown")
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("name", WITH_KEY)
@pytest.mark.parametrize("door", ["tablet", "online", "staff"])
def test_at_a_persons_door_there_is_no_interface(cast, name, door):
    system = System(cast.alder)
    answer = ask(
        OPERATIONS[name],
        name,
        BODIES.get(name),
        key=system.key,
        host=settings.DOOR_HOSTS[door],
        **ADDRESSES.get(name, {}),
    )
    assert answer.status_code == 404


@pytest.mark.parametrize("name", WITH_KEY)
@pytest.mark.parametrize("scope", ALL)
def test_a_key_opens_what_its_scopes_say(cast, name, scope):
    system = System(cast.alder, scope)
    answer = system.ask(OPERATIONS[name], name, BODIES.get(name), **ADDRESSES.get(name, {}))
    refused = answer.status_code == 403 and answer.json()["code"] == "machine.scope"
    assert refused is (SCOPES[name] not in (None, scope))


def test_units_are_those_of_ones_own_facility(cast):
    assert [unit["name"] for unit in System(cast.alder).ask("get", "units").json()] == ["East 2"]
    assert System(cast.birch).ask("get", "units").json() == []


def test_a_unit_is_added_once(cast):
    system = System(cast.alder)
    first, again = (system.ask("post", "new_unit", {"name": "West 1"}) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert cast.alder.units.filter(name="West 1").count() == 1
    assert not cast.birch.units.exists()


def test_facilities_are_those_of_ones_own_programmes(cast, db):
    from tests import factories as make

    make.facility(code="far")
    answer = System(cast.birch).ask("get", "facilities").json()
    assert [(each["code"], each["is_yours"]) for each in answer] == [("alder", False), ("birch", True)]


def test_too_many_requests_are_told_how_long_to_wait(cast):
    system = System(cast.alder)
    system.ask("get", "units")
    MachineUse.objects.update(requests=machines.A_MINUTE)
    answer = system.ask("get", "units")
    assert (answer.status_code, answer.json()["code"]) == (429, "machine.too_fast")
    assert 1 <= int(answer["Retry-After"]) <= 60


def test_what_is_refused_counts_too(cast):
    system = System(cast.alder, "places")
    system.tells(number="1")
    assert MachineUse.objects.get().requests == 1


def test_a_browser_that_is_signed_in_gains_nothing_by_its_cookie(cast):
    from django.test import Client

    from accounts.sessions import cookie_for

    name, value = cookie_for(cast.caller("ada").sign_in)
    client = Client(HTTP_HOST="localhost:8000")
    client.cookies[name] = value
    assert client.get("/api/v1/units").status_code == 401


# Signed webhooks in


class Signed:
    """A system that signs instead of showing a key."""

    def __init__(self, system: System) -> None:
        self.machine = system.machine
        self.secret = machines.hook_secret_of(system.machine)

    def posts(self, said, *, at=None, secret=None, machine=None, change=None):
        from django.test import Client
        from django.urls import reverse

        body, at = json.dumps(said), at or datetime.now(UTC)
        headers = {
            "HTTP_WEBHOOK_ID": "msg_1",
            "HTTP_WEBHOOK_TIMESTAMP": str(int(at.timestamp())),
            "HTTP_WEBHOOK_SIGNATURE": Signer(secret or self.secret).sign("msg_1", at, body),
            **(change or {}),
        }
        url = reverse("api:hook", kwargs={"machine_id": machine or self.machine.pk})
        client = Client(HTTP_HOST="localhost:8000", raise_request_exception=False)
        return client.post(url, data=body, content_type="application/json", **headers)


@pytest.fixture
def signed(cast):
    return Signed(System(cast.alder))


def test_a_signed_event_is_recorded_once(cast, signed):
    said = event(number=number_of(cast.persons.ana))
    assert [signed.posts(said).status_code for _ in range(2)] == [201, 200]


def test_a_signature_grows_old_what_it_speaks_of_does_not(cast, signed):
    said = event(number=number_of(cast.persons.ana), kind="admitted", occurred_at="2019-03-01T08:00:00Z")
    old = datetime.now(UTC) - timedelta(minutes=5, seconds=2)
    answer = signed.posts(said, at=old)
    assert (answer.status_code, answer.json()["code"]) == (401, "hook.not_signed")
    assert signed.posts(said).status_code == 201


@pytest.mark.parametrize(
    "change",
    [
        {"HTTP_WEBHOOK_SIGNATURE": ""},
        {"HTTP_WEBHOOK_SIGNATURE": "v1,AAAA"},
        {"HTTP_WEBHOOK_SIGNATURE": "nonsense"},
        {"HTTP_WEBHOOK_SIGNATURE": "v1,!"},
        {"HTTP_WEBHOOK_ID": "msg_2"},
        {"HTTP_WEBHOOK_TIMESTAMP": "yesterday"},
        {"HTTP_WEBHOOK_TIMESTAMP": "nan"},
    ],
)
def test_a_wrong_signature_is_refused(cast, signed, change):
    answer = signed.posts(event(number=number_of(cast.persons.ana)), change=change)
    assert (answer.status_code, answer.json()["code"]) == (401, "hook.not_signed")


def test_a_system_that_is_not_there_is_answered_like_a_wrong_signature(signed):
    answer = signed.posts(event(number="1"), machine=uuid4())
    assert (answer.status_code, answer.json()["code"]) == (401, "hook.not_signed")


def test_one_facilitys_signature_is_worthless_at_another(cast, signed):
    other = System(cast.birch)
    answer = signed.posts(event(number="1"), machine=other.machine.pk)
    assert answer.status_code == 401


def test_a_system_that_was_cut_off_signs_in_vain(cast, signed):
    machines.end_machine(machine=signed.machine, by=cast.ada)
    assert signed.posts(event(number="1")).status_code == 401


def test_a_signed_system_needs_the_scope_all_the_same(cast):
    signed = Signed(System(cast.alder, Machine.Scope.PLACES))
    assert signed.posts(event(number="1")).json()["code"] == "machine.scope"


def test_a_signed_body_of_another_shape_is_refused_with_its_place(signed):
    answer = signed.posts({"id": "1"})
    assert (answer.status_code, answer.json()["code"]) == (400, "api.not_understood")
    assert {problem["at"] for problem in answer.json()["problems"]} == {"kind", "number", "occurred_at"}
