"""Something of Ana's behind every address, and a browser of everybody."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.doors import Door, cookie_name
from accounts.machines import services as machines
from accounts.machines.telling import CHANNEL
from accounts.models import Attempts, GrantProposal, User
from accounts.sessions import cookie_for
from chat import services as chat
from core import clock
from core.ids import new_id
from core.models import OutboxMessage
from groups.continuity.merging import merge_records
from groups.models import FacilityApproval, GroupSession, Lease
from groups.roster.services import upload_roster
from moderation.models import Alert, Case, RuleNotice
from moderation.rules import publication
from moderation.rules.backtests.services import ask_back_test
from moderation.rules.outcomes import set_outcome
from moderation.rules.overrides import override_built_in
from records.holds import place_hold
from records.purge import purge
from tests import factories as make
from tests.architecture.access.everybody import PARTICIPANTS, STAFF
from tests.casting import people, with_colleagues
from tests.moderation.helpers import PHONE, open_room, say
from tests.moderation.rules.helpers import at, drafted, saying


class World:
    """The cast, with something of Ana's behind every address, and a browser of everybody."""

    def __init__(self) -> None:
        self.cast = with_colleagues(people())
        open_room(self.cast)
        GroupSession.objects.update(turn=self.cast.seats.ana)
        Lease.objects.update(until=clock.now() + timedelta(hours=1))  # longer than the module takes on a slow machine
        self.said, self.held, self.returned = say(self.cast, "ana", "Hello"), say(self.cast, "ana"), self._returned()
        chat.ask_help(person_id=self.cast.persons.ana.pk, client_id=new_id(), room_id=self.cast.room.pk)
        self.browsers = {who: self._browser(who) for who in (*PARTICIPANTS.split(), *STAFF.split())}
        self.objects = self._objects()

    def _returned(self) -> Any:
        message = say(self.cast, "ana", f"{PHONE}, or later")
        chat.return_to_writer(
            message_id=message.pk, by=self.cast.mo, revision=message.revision, code="contact_info", spans=[]
        )
        return message

    def _merged(self) -> Any:
        second = make.person(at=self.cast.alder)
        said = {"source": "staff", "source_id": "m", "occurred_at": clock.now(), "by": "system"}
        return merge_records(kept=self.cast.persons.ana, merged=second, **said)

    def _browser(self, who: str) -> tuple[str, str, str]:
        caller = self.cast.caller(who)
        return (str(caller.door), *cookie_for(caller.sign_in))

    def _objects(self) -> dict[str, dict[str, Any]]:
        """What stands in an address, by the name of its place; `""` holds for all pages but those that are named."""
        cast, now = self.cast, clock.now()
        tablet = make.tablet(cast.alder)
        pause = Attempts.objects.create(
            subject=f"user:{cast.users.ana.pk}",
            place=f"tablet:{tablet.pk}",
            since=now,
            paused_until=now + timedelta(minutes=15),
        )
        hold = place_hold(target=f"message:{self.said.pk}", reason="asked for", reference="", by="system")
        rule = drafted(cast.mo, saying(scope=at("facility", cast.alder)))
        override = override_built_in(code="contact.phone", to="shadow", by=cast.ada, scope=at("facility", cast.alder))
        changed = set_outcome(
            category="contact_info",
            tier="email",
            outcome="flag",
            by=cast.ada,
            scope=at("facility", cast.alder),
            why="On trial.",
        )
        told = RuleNotice.objects.create(
            user=cast.mo, kind="tripped", rule=rule.code, version=1, seen=100, hits=50, at=now
        )
        machine, _ = machines.add_machine(facility=cast.alder, name="Jail system", scopes=["custody"], by="system")
        hook, _ = machines.add_webhook(facility=cast.alder, url="https://a.example/", told=[], by="system")
        letter = OutboxMessage.objects.create(
            channel=CHANNEL,
            target=str(hook.pk),
            kind="custody.recorded",
            payload={},
            state=OutboxMessage.State.DEAD,
            last_error="status_500",
            made_at=now,
            due_at=now,
            ended_at=now,
        )
        make.supervision(cast.persons.ana)  # it sleeps while she is inside
        approval = make.officer(cast.persons.ana, cast.group)
        locked = make.staff("Lou", "moderator", scope=cast.alder, state=User.State.LOCKED)
        asked = GrantProposal.objects.create(
            user=cast.mo,
            role="moderator",
            scope="programme",
            scope_id=str(cast.programme.pk),
            asked_by="system",
            asked_at=now,
        )
        return {
            "": {
                "code": "alder",
                "tablet_id": tablet.pk,
                "pause_id": pause.pk,
                "user_id": locked.pk,
                "move": "suspend",
                "room": cast.room.pk,
                "message": self.returned.pk,
                "number": Case.objects.get(message=self.held).number,
                "alert_id": Alert.objects.get().pk,
                "kind": "facility",
                "place_id": cast.alder.pk,
                "person_id": cast.persons.ana.pk,
                "event_id": cast.persons.ana.timeline.get().pk,
                "other_id": cast.persons.oz.pk,
                "merge_id": self._merged().pk,
                "order_id": make.order(cast.persons.ana, cast.persons.xan, facility=cast.alder).pk,
                "run_id": upload_roster(facility=cast.alder, chunks=[b"Number,Name\n1,Sam\n"], by=cast.ada).pk,
                "acknowledgement_id": cast.persons.ana.acknowledgements.get(wording__kind="consent").pk,
                "language": "en",
                "group_id": cast.group.pk,
                "membership_id": cast.seats.ana.pk,
                "approval_id": FacilityApproval.objects.get(group=cast.group).pk,
                "place": cast.alder.pk,
                "facility_id": cast.alder.pk,
                "hold_id": hold.pk,
                "certificate_id": purge(by="system").pk,
                "rule_id": rule.pk,
                "act": "retire",
                "notice_id": told.pk,
                "override_id": override.pk,
                "row_id": changed.pk,
                "machine_id": machine.pk,
                "roster_id": machine.pk,  # of no list
                "hook_id": hook.pk,
                "message_id": letter.pk,
                "grant_id": cast.mo.grants.get().pk,
                "proposal_id": asked.pk,
                "test_id": ask_back_test(version=rule.draft, by=cast.mo).pk,
            },
            "accounts:issue_address": {"tablet_id": make.tablet(cast.alder, kind="kiosk", state="enrolling").pk},
            "groups:grant_approval": {"approval_id": approval.pk},
            "groups:revoke_officer": {"approval_id": approval.pk},
            "accounts:passkey_options": {"purpose": "prove"},
            "accounts:remove_factor": {"factor_id": 1},
            "accounts:end_device": {"sign_in_id": self.cast.mo.sign_ins.get().pk},
            **{name: {"user_id": cast.mo.pk} for name in ("accounts:account", "accounts:reset_factors")},
            "accounts:stop_account": {"user_id": cast.mo.pk, "act": "kill"},
            "accounts:restore_account": {"user_id": cast.mo.pk, "act": "enable"},
            "accounts:end_their_sign_in": {"user_id": cast.mo.pk, "sign_in_id": self.cast.mo.sign_ins.get().pk},
            "rules:built_in": {"code": override.code},
            "rules:override": {"code": override.code},
            "rules:version": {"number": 1},
            "rules:ask_back_test": {"number": 1},
            "moderation:report": {"message": self.said.pk},
            "records_pages:move_hold": {"move": "ask"},
            "accounts:move_proposal": {"move": "agree"},
            "groups:staff_sees": {"user_id": cast.mo.pk},
        }

    def address(self, name: str, names: tuple[str, ...]) -> str:
        objects = {**self.objects[""], **self.objects.get(name, {})}
        query = f"?target=message:{self.said.pk}" if name == "records_pages:place_hold" else ""
        return reverse(name, kwargs={place: objects[place] for place in names}) + query

    def knock(self, who: str) -> tuple[str, dict[str, str]]:
        """Host and cookies of this browser."""
        if who in self.browsers:
            door, cookie, value = self.browsers[who]
            return settings.DOOR_HOSTS[door], {cookie: value}
        name, _, door = who.rpartition("@")
        if door == "bare":
            return "localhost:8000", {}
        value = self.browsers[name][2] if name else ""
        return settings.DOOR_HOSTS[door], {cookie_name(Door(door)): value} if name else {}

    def ask(self, who: str, method: str, address: str, body: str | None = None) -> Any:
        """The answer; what it changed is changed back."""
        host, cookies = self.knock(who)
        client = Client(HTTP_HOST=host)
        client.cookies.load(cookies)
        with undone():
            if method == "GET":
                return client.get(address)
            kind = {"content_type": "application/json"} if body else {}
            return client.post(address, body or {"nothing": "asked for"}, **kind)


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for the module: its rows are only read, or changed back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, undone():
        patch.setattr("chat.screening.WALL_LIMIT", 60.0)
        yield World()
        publication.forget()


def pages(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every page, under its whole name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", entry
        else:
            yield from pages(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


ALL = dict(pages(get_resolver()))
