"""What the demo world does not have of itself: circles in every state, people with none and with many of everything,
and a signed-in browser for each guest. Runs in a process of its own (`manage.py shell`), before the servers start.
"""

import json
import os
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.sessions.models import Session
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import translation

from accounts import tablets
from accounts.cards import services as cards
from accounts.colleagues import services as colleagues
from accounts.doors import DEVICE_COOKIE, Caller
from accounts.factors import services as factors
from accounts.machines import services as machines
from accounts.machines.telling import CHANNEL
from accounts.models import Attempts, SignIn, User
from accounts.ports import alarm
from accounts.sessions import cookie_for
from chat import services as chat
from chat import wire
from chat.models import Message
from config.demo import people as demo
from config.demo import rules
from core import clock
from core.ids import new_id
from core.models import OutboxMessage
from core.transactions import unit
from custody.models import CustodyEvent, Facility, KeepApartOrder, Person, Programme, Tablet
from custody.roster.facts import Field
from groups.agreements.services import publish_wording
from groups.apart.services import end_order
from groups.models import Membership, SupportGroup, Wording
from groups.presence import services as presence
from groups.roster import running
from groups.roster import services as rosters
from groups.seats import seat_of
from groups.sessions import services as sessions
from groups.windows.services import Place, add_windows
from moderation.alerts import services as alerts
from moderation.cases.services import Decision, decide
from moderation.models import Alert, Case, CaseClaim, RuleNotice
from moderation.rules import publication, services
from moderation.rules.backtests.services import ask_back_test, cancel_back_test
from moderation.rules.content import Content
from moderation.rules.models import BackTest, StaffRule
from moderation.rules.outcomes import set_outcome
from moderation.screening.rules import Scope
from records.holds import ask_release, place_hold
from records.purge import purge
from tests import factories as make

FILE = "tour.json"
LONG = timedelta(hours=3)
#: An agreement that one circle has of its own.
OWN = (
    "We take our time: Grief has no clock. Nobody is told to feel better.\n"
    "We name them: You may say the name of whom you miss.",
    "Nos damos tiempo: El duelo no tiene reloj. A nadie se le dice que se sienta mejor.\n"
    "Los nombramos: Puede decir el nombre de quien le falta.",
)
#: 24 letters, as long as a name may be.
LONGEST_NAME = "Wandering Albatross Wing"
LEGAL_NAMES = ("Sam", "Ruth", "Abel", "Joy", "Iván", "Bea", "Cole", "Wilhelmina Anastasia")
#: Home with one circle, by what that circle is doing.
ONE_CIRCLE = {
    "paused": ("Birdsong", "Sunday Morning Circle"),
    "soon": ("Marigold", "Writing Circle"),
    "planned": ("Lanternlight", "Recovery Circle for People Who Are New Here"),
    "unplanned": ("Driftwood", "Grief Circle"),
    "kept": ("Thistledown", "Work and Housing Circle"),
    "closed": ("Nightjar", "Early Birds Circle"),
}


def main() -> None:
    world = _World()
    # Django dates them by its own clock, and ours is ahead: the worker would sweep them.
    Session.objects.update(expire_date=clock.now() + timedelta(days=30))
    file = Path(os.environ["DATA_DIR"]) / FILE
    file.write_text(json.dumps({"guests": world.guests, "things": world.things}, default=str))


class _World:
    """`guests`: the cookies of each. `things`: what stands in addresses, by name."""

    def __init__(self) -> None:
        self.guests: dict[str, dict[str, Any]] = {}
        self.things: dict[str, Any] = {}
        self.callers: dict[str, Caller] = {}
        self.now = clock.now()
        self.programme = Programme.objects.get(name=demo.PROGRAMME)
        self.alder, self.birch = (Facility.objects.get(code=code) for code in ("alder", "birch"))
        self.groups = {group.name: group for group in SupportGroup.objects.all()}
        self.monday, self.fathers = self.groups[demo.MONDAY], self.groups[demo.FATHERS]
        self._devices()
        self._demo_people()
        self._circles()
        self._people()
        self._inputs()
        self._own_words()
        self._calls_for_help()
        self._at_the_tablets()
        self._cards()
        self._cases()
        self._rules()
        self._records()
        self._orders()
        self._tablets()
        self._ways_in()
        self._systems()
        self._rosters()
        self._where_nothing_is()
        self._things()

    # Who

    def _device(self, label: str, *, at: Facility | None = None) -> tuple[Tablet, str]:
        added = tablets.add_tablet(facility=at or self.alder, label=label, by="system")
        tablet, secret = tablets.enrol(code=tablets.issue_code(tablet=added, by="system"), at=self.now)
        return tablet, tablets.cookie_of(tablet, secret)

    def _devices(self) -> None:
        self.tablet, cookie = self._device("East 2, tablet 07")
        off, cookie_of_off = self._device("East 2, tablet 08")
        tablets.suspend(tablet=off, by="system")
        self.guests |= {
            "tablet": {"door": "tablet", "cookies": {DEVICE_COOKIE: cookie}},
            "tablet_off": {"door": "tablet", "cookies": {DEVICE_COOKIE: cookie_of_off}},
            "tablet_new": {"door": "tablet", "cookies": {}},
            "online": {"door": "online", "cookies": {}},
            "staff": {"door": "staff", "cookies": {}},
            "bare": {"door": "", "cookies": {}},
        }
        self.device = cookie
        for facility in (self.alder, self.birch):
            self.things[facility.code] = facility.pk

    def _comes(self, key: str, user: User) -> Caller:
        """A guest of this name, signed in as this user."""
        at_tablet = user.person is not None and make.status_of(user.person).in_custody
        inside = make.status_of(user.person).facility if at_tablet and user.person else None
        tablet = (self.tablet if inside == self.alder else make.tablet(inside)) if inside else None
        caller = make.caller(user, on=tablet)
        assert caller.sign_in is not None
        name, value = cookie_for(caller.sign_in)
        cookies = {name: value, **({DEVICE_COOKIE: self.device} if tablet == self.tablet else {})}
        self.guests[key] = {"door": str(caller.door), "cookies": cookies}
        self.callers[key] = caller
        return caller

    def _demo_people(self) -> None:
        for someone in demo.PEOPLE:
            user = User.objects.select_related("person").get(person__alias=someone.alias)
            self._comes(someone.key, user)
        for member in demo.STAFF:
            self._comes(member.key, User.objects.get(sign_in=member.key))

    def _person(self, key: str, alias: str, **values: Any) -> Person:
        person = make.person(alias, at=self.alder, legal_name=f"{LEGAL_NAMES[len(self.guests) % 8]} Hollis", **values)
        if not alias:
            Person.objects.filter(pk=person.pk).update(alias="")
            person.refresh_from_db()
        self._comes(key, make.user(person))
        return person

    # What

    def _circle(self, name: str, *, approved: bool = True) -> SupportGroup:
        group = make.group(self.programme, *((self.alder,) if approved else ()), name=name)
        make.facilitator(group, self._of("harbor"))
        return group

    def _of(self, key: str) -> Person:
        person = self.callers[key].person
        assert person is not None
        return person

    def _circles(self) -> None:
        for state, (_alias, name) in ONE_CIRCLE.items():
            self.groups[name] = group = self._circle(name)
            if state == "paused":
                make.open_session(group)
                sessions.pause(seat=seat_of(self.callers["harbor"], group.pk))
            starts = {"soon": timedelta(minutes=25), "planned": timedelta(days=3)}.get(state)
            if starts:
                at = self.now + starts
                sessions.schedule(group=group, starts_at=at, ends_at=at + timedelta(minutes=90), by="system")

    def _people(self) -> None:
        self._person("newcomer", "")
        self._person("alone", "Willow")
        crowd = self._person("crowd", LONGEST_NAME)
        make.member(self.monday, crowd)
        for state, (alias, name) in ONE_CIRCLE.items():
            group = self.groups[name]
            make.member(group, self._person(state, alias))
            make.member(group, crowd)
        kept = self.groups[ONE_CIRCLE["kept"][1]]
        kept.approvals.update(until=self.now)
        Membership.objects.filter(group=kept, person__alias__in=(LONGEST_NAME, "Thistledown")).update(
            state=Membership.State.AWAY, why_away="custody"
        )
        make.crowd(self.groups["Grief Circle"], 14, at=self.alder)

    def _inputs(self) -> None:
        """Who has still to read and agree, and who is under supervision, in each state of their officer's yes."""
        for key, alias, *kinds in (
            ("asked", "Slow Tide", "monitoring", "agreement", "consent"),
            ("agreeing", "Wild Clover", "agreement", "consent"),
            ("agreeing_twice", "Grey Plover", "agreement", "consent"),
        ):
            who = self._person(key, alias)
            self._sits(self.groups["Grief Circle"] if key == "agreeing_twice" else self.fathers, who)
            make.take_back(who, *kinds)
        publish_wording(kind="agreement", group=self.groups["Grief Circle"], en=OWN[0], es=OWN[1], by="system")
        for person in Person.objects.filter(memberships__group=self.groups["Grief Circle"]).exclude(
            alias="Grey Plover"
        ):
            make.agree(person, Wording.objects.get(group=self.groups["Grief Circle"]))
        for state, days in {"asked": None, "ends": 9, "ended": -2, "waits": -9}.items():
            person = make.person(f"Cove {state.capitalize()}", legal_name="Noel Hollis")
            self._sits(self.fathers, person)
            make.supervision(person, officer="P. Marsh, Cook County", no_association=True)
            until = None if days is None else self.now + timedelta(days=days)
            asked = self.now - timedelta(days=40)
            make.officer(person, self.fathers, until=until, asked_at=asked, document="Letter of 3 October")
            self._comes(f"officer_{state}", make.user(person))
            self.things["supervised" if state == "asked" else f"officer_{state}"] = person.pk
        self.things["not_adult"] = make.person("Young Alder", at=self.alder, adult=False).pk

    def _sits(self, group: SupportGroup, who: Person) -> None:
        """In a circle that is as full after it as it was before."""
        SupportGroup.objects.filter(pk=group.pk).update(capacity=F("capacity") + 1)
        group.refresh_from_db()
        make.member(group, who)

    def _says(self, key: str, words: str, *, group: SupportGroup | None = None) -> Message:
        seat = seat_of(self.callers[key], (group or self.monday).pk)
        post = wire.Post(client_id=new_id(), body=words, lang="en", anyway=True)
        return Message.objects.get(pk=chat.say(seat=seat, post=post).message)

    def _own_words(self) -> None:
        """River has words in every state; Foxglove has one that waits."""
        watching = presence.take(seat=seat_of(self.callers["harbor"], self.monday.pk), tab="tour").connection
        wren = self.callers["wren"].user
        self.fine = self._says("river", "I wrote to my brother. It took me three evenings.")
        back = self._says("river", "Write me at quiet.river@example.org when you can. I read it on Sundays.")
        note = "An address stays out of the room. The rest is fine."
        case = Case.objects.filter(message=back).latest("number")
        decide(case=case, version=case.version, decision=Decision.RETURN, by=wren, code="contact", note=note)
        self.things |= {"returned": back.pk, "decided": case.number}
        self.held = self._says("river", "Juniper, you can reach my sister at 312 555 0187.")
        self.down = self._says("river", "Nobody here knows what they are talking about.")
        chat.remove(message_id=self.down.pk, by=wren, revision=self.down.revision, code="unkind", note="")
        masked = self._says("river", "My cell is East 2, number 14, and the food is cold there.")
        chat.mask(message_id=masked.pk, by=wren, revision=masked.revision, spans=[[11, 28]], code="contact")
        self.things["fine"] = self._says("juniper", "It is good that you wrote it, River.").pk
        make.member(self.monday, self._person("one", "Foxglove"))
        self._says("one", "My new number is 312 555 0199.")
        presence.release(connection=watching)

    def _ways_in(self) -> None:
        """Somebody with everything that one can sign in with, a locked screen, one that waits for a second factor, and
        colleagues whose accounts are off or unused. Proofs last for as long as the tour."""
        outside = make.user(make.person("Moonrise"))
        self._comes("holder", outside)
        self._comes("holder", outside)
        for user in (outside, self.callers["lark"].user):
            for name in ("My phone", "The blue key on my ring of keys, 40 lett"):
                Authenticator.objects.create(user=user, type="webauthn", data={"id": name, "name": name})
        TOTP.activate(outside, make.TOTP_SECRET)
        factors.make_recovery_codes(user=outside, by="system")
        for key in ("locked", "setting_up"):
            caller = self._comes(key, make.staff(f"Robin {key.title()}", "moderator", scope=self.alder))
            SignIn.objects.filter(pk=caller.sign_in.pk).update(locked_at=self.now)
        TOTP.activate(self.callers["locked"].user, make.TOTP_SECRET)
        stopped = make.staff("Sable Wilhelmina Northcote", "moderator", scope=self.alder, last_login=self.now)
        colleagues.kill(user=stopped, by="system")
        unused = make.staff("Plover", "duty_officer", scope=self.alder, last_login=self.now - timedelta(days=80))
        make.caller(unused)
        self.things |= {"stopped": stopped.pk, "unused": unused.pk, "wren_user": self.callers["wren"].user.pk}
        self.things["holder_name"] = outside.sign_in
        SignIn.objects.filter(door__in=("online", "staff")).update(
            proved_at=self.now + LONG, device="Firefox on Android"
        )

    def _systems(self) -> None:
        """A facility's system, and an address that has taken nothing for a day."""
        machines.add_machine(facility=self.alder, name="Jail records", scopes=["custody", "places"], by="system")
        url = "https://records.alder-ridge.example/hooks/same-circle"
        hook, _ = machines.add_webhook(facility=self.alder, url=url, told=[], by="system")
        OutboxMessage.objects.create(
            channel=CHANNEL,
            target=str(hook.pk),
            kind="custody.recorded",
            payload={},
            state=OutboxMessage.State.DEAD,
            last_error="status_503",
            made_at=self.now - timedelta(hours=23),
            due_at=self.now,
            ended_at=self.now,
        )
        self.things["hook"] = hook.pk

    def _calls_for_help(self) -> None:
        for key, alias in {"called": "Cloudberry", "answered": "Meadowlark"}.items():
            person = self._person(key, alias)
            make.member(self.fathers, person)
            chat.ask_help(person_id=person.pk, client_id=new_id(), room_id=self.fathers.room.pk)
        alerts.acknowledge(alert=Alert.objects.get(person__alias="Meadowlark"), by=self.callers["heath"].user)

    def _at_the_tablets(self) -> None:
        """A PIN of staff, a page that was found open, a first PIN that is lacking, and a silent call."""
        starting = self._person("temporary", "Morning Rain").user
        until = self.now + timedelta(hours=24)
        User.objects.filter(pk=starting.pk).update(pin_is_temporary=True, pin_until=until)
        east = self.alder.units.get(name="East 2")
        for pin in ("", "over"):
            user = make.user(
                make.person(at=self.alder, in_unit=east, legal_name="Wilhelmina Anastasia Hollis"), pin=pin
            )
            User.objects.filter(pk=user.pk, pin="over").update(pin_is_temporary=True, pin_until=self.now)
        times = {"started_at": self.now, "active_at": self.now, "ended_at": self.now}
        found = {"ended_because": "not_me", "found_open_at": self.now}
        SignIn.objects.create(user=self.callers["river"].user, door="tablet", tablet=self.tablet, **times, **found)
        self._person("silent", "Low Meadow")
        with unit():
            alarm()(sign_in=self.callers["silent"].sign_in)

    def _cards(self) -> None:
        inside = self._person("card", "Copper Kettle")
        cards.print_card(user=inside.user, by="system")
        for key in ("claim", "claim_wrong"):
            person = make.person(f"Grey Wolf{' Song' if key == 'claim_wrong' else ''}", at=self.alder)
            user = make.user(person)
            make.member(self.fathers, person)
            cards.choose_secret(user=user, secret=demo.SECRET)
            self.things[key] = cards.print_card(user=user, by="system").words
            make.custody_event(person, CustodyEvent.Kind.RELEASED, occurred_at=self.now)
        for pauses in range(2):
            pause = {"since": self.now, "failures": 0, "pauses": pauses, "paused_until": self.now + LONG}
            user = self.callers["oak" if pauses else "card"].user
            Attempts.objects.create(subject=f"user:{user.pk}", place=f"tablet:{self.tablet.pk}", **pause)
        make.staff("Lou", "moderator", scope=self.alder, state=User.State.LOCKED)

    # Staff

    def _cases(self) -> None:
        open_ones = Case.objects.filter(state=Case.State.OPEN).order_by("number")
        crisis = open_ones.filter(severity=Case.Severity.CRISIS).first()
        held = list(open_ones.filter(message__state=Message.State.HELD))
        flagged = open_ones.exclude(message__state=Message.State.HELD).exclude(pk=getattr(crisis, "pk", None)).first()
        self.things |= {
            "held": held[0].number,
            "mine": held[1].number,
            "others": held[2].number,
            "stale": held[3].number,
        }
        self.things |= {"crisis": getattr(crisis, "number", None), "flagged": getattr(flagged, "number", None)}
        finch = self.callers["finch"].user
        CaseClaim.objects.create(case=held[2], user=finch, since=self.now, until=self.now + LONG)
        report = wire.Report(client_id=new_id(), message=self.things["fine"], reason="worried", note="He sounds low.")
        chat.report(seat=seat_of(self.callers["oak"], self.monday.pk), report=report)
        self.things["reported"] = Case.objects.get(message=self.things["fine"]).number

    def _rules(self) -> None:
        for rule in StaffRule.objects.select_related("draft", "shadow", "live"):
            self.things[{"live": "rule_live", "shadow": "rule_shadow", "draft": "rule_draft"}[rule.state]] = rule.pk
        self.things["rule_tripped"] = self._rule("contact.see_you_at", "moss", "fern").pk
        StaffRule.objects.filter(pk=self.things["rule_tripped"]).update(tripped_at=self.now - timedelta(minutes=8))
        retired = self._rule("contraband.old_word", "moss", "fern")
        services.retire_rule(rule=retired, version=1, by=self.callers["moss"].user)
        self.things["rule_retired"] = retired.pk
        wren, lark = self.callers["wren"].user, self.callers["lark"].user
        RuleNotice.objects.create(
            user=wren, kind="tripped", rule="staff.contact.see_you_at", version=1, seen=100, hits=50, at=self.now
        )
        self.things["back_test"] = BackTest.objects.latest("asked_at").pk
        live = StaffRule.objects.select_related("live").get(pk=self.things["rule_live"])
        cancelled = ask_back_test(version=live.live, by=lark)
        cancel_back_test(test=cancelled, by=lark)
        self.things["back_test_cancelled"] = cancelled.pk
        scope = Scope("facility", str(self.alder.pk))
        set_outcome(category="contact_info", tier="email", outcome="flag", by=lark, scope=scope, why="On trial.")
        publication.refresh()

    def _rule(self, code: str, writer: str, second: str) -> StaffRule:
        by, other = self.callers[writer].user, self.callers[second].user
        content = Content(
            kind="literals",
            category="contact_info",
            tier="phone",
            purpose="Somebody says where they can be met on the day that they are out.",
            literals=(code.rpartition(".")[2].replace("_", " "),),
            must_match=(code.rpartition(".")[2].replace("_", " "),),
            must_not_match=("See you on Monday",),
        )
        rule = services.draft_rule(code=code, content=content, by=by)
        services.approve_purpose(rule=rule, version=1, by=other)
        services.publish_rule(rule=rule, version=1, by=by)
        return StaffRule.objects.get(pk=rule.pk)

    def _records(self) -> None:
        quill, ember = (self.callers[who].user for who in ("quill", "ember"))
        person, room = self._of("cedar"), self.monday.room
        place_hold(target=f"message:{self.fine.pk}", reason="Asked for by the court.", reference="24-1187", by=quill)
        asked = place_hold(target=f"person:{person.pk}", reason="An inquiry that is over.", reference="", by=ember)
        ask_release(hold=asked, by=ember)
        place_hold(target=f"room:{room.pk}", reason="A complaint about a leader.", reference="C-20-11", by=quill)
        self.things |= {"certificate": purge(by="system").pk, "hold_target": f"message:{self.things['fine']}"}

    def _orders(self) -> None:
        """The demo world has one that stands and has prevented something; here is one that was ended."""
        over = make.order(self._of("heron"), self._of("still"), facility=self.alder, kind="pair", reference="K-19")
        end_order(order=over, because="not_needed", by=self.callers["lark"].user)
        self.things |= {"order": KeepApartOrder.objects.get(source="demo").pk, "order_ended": over.pk}

    def _tablets(self) -> None:
        """A tablet that was copied, a kiosk, one that is closed; and hours at Birch, which never close it."""
        copied, _ = self._device("East 2, tablet 09")
        Tablet.objects.filter(pk=copied.pk).update(
            state="suspended", why_suspended="clone", last_seen_at=self.now, engine="Chromium 92"
        )
        copied.credentials.update(
            state="spent", spent_at=self.now, copied_at=self.now - timedelta(minutes=9), copied_by="Firefox 140"
        )
        kiosk = tablets.add_tablet(facility=self.alder, label="Library kiosk", kind="kiosk", by="system")
        self.things |= {"tablet_copied": copied.pk, "tablet_in_use": self.tablet.pk, "kiosk": kiosk.pk}
        shut = make.facility(self.programme, code="mossbank", name="Moss Bank")
        add_windows(place=Place(shut), days=[self._far()], opens=time(8), closes=time(20), by="system")
        added = tablets.add_tablet(facility=shut, label="Day room 1", by="system")
        at_shut, secret = tablets.enrol(code=tablets.issue_code(tablet=added, by="system"), at=self.now)
        cookie = tablets.cookie_of(at_shut, secret)
        self.guests["tablet_closed"] = {"door": "tablet", "cookies": {DEVICE_COOKIE: cookie}}
        unit = self.birch.units.order_by("name").first()
        for place in (Place(self.birch), Place(self.birch, unit=unit), Place(self.birch, group=self.monday)):
            # In one piece: whoever is outside of the first of several would be out for good.
            add_windows(place=place, days=range(7), opens=time(0), closes=time(0), by="system")
        early = Place(self.alder, group=self.groups[ONE_CIRCLE["closed"][1]])
        add_windows(place=early, days=[self._far()], opens=time(6), closes=time(8), by="system")

    def _far(self) -> int:
        """A day of the week that is some days away."""
        return (self.now + timedelta(days=3)).weekday()

    def _rosters(self) -> None:
        """A list that was applied, one that was checked, and one whose columns nobody has named yet."""
        lark = self.callers["lark"].user
        held = "".join(f'71{n:04d},"Hollis, {LEGAL_NAMES[n % 8]}",West {n % 3 + 1},{n}\n' for n in range(60))
        head, columns = "Number,Name,Unit,Bed\n", {"number": "Number", "name": "Name", "unit": "Unit", "housing": "Bed"}
        wrong = '7.1E+05,Sam Hollis,West 1,3\n,"Hollis, Ruth",West 1,4\n710900,=1+1,East 2,\x07\n'
        for name, rows in {"roster_done": held[:600], "roster_checked": held + wrong}.items():
            run = rosters.upload_roster(facility=self.alder, chunks=[(head + rows).encode()], by=lark)
            said = {Field(of): column for of, column in columns.items()}
            rosters.check_roster(run=run, columns=said, dates="mdy", is_complete=True, by=lark)
            while running.batch():
                run.refresh_from_db()
            if name == "roster_done":
                rosters.apply_roster(run=run, fingerprint=run.fingerprint, by=lark)
                while running.batch():
                    pass
            self.things[name] = run.pk
        new = "Número;Apellido;Nombre;Fecha de nacimiento;Unit\n" + "70;Hollis;Iñigo;3/4/1990;Norte\n" * 3
        chunks = [new.encode("cp1252")]
        self.things["roster_new"] = rosters.upload_roster(facility=self.birch, chunks=chunks, by=lark).pk

    def _where_nothing_is(self) -> None:
        """A programme and a facility that have begun today."""
        programme = make.programme("Quiet Programme")
        facility = make.facility(programme, code="coldcreek", name="Cold Creek")
        roles = {"pip": "moderator", "dot": "duty_officer", "ash": "facility_administrator"}
        for key, role in roles.items():
            self._comes(f"new_{key}", make.staff(key.capitalize(), role, scope=facility))
        self._comes("new_sky", make.staff("Sky", "records_officer", scope=programme))
        self.things["coldcreek"] = facility.pk
        Facility.objects.filter(pk=facility.pk).update(asks_printed_secret=True)
        self._comes("new_una", make.staff("Una", "unit_staff", scope=make.unit(facility, "North 1")))
        _, cookie = self._device("North 1, tablet 01", at=facility)
        self.guests["tablet_cards"] = {"door": "tablet", "cookies": {DEVICE_COOKIE: cookie}}

    def _things(self) -> None:
        spare = tablets.add_tablet(facility=self.alder, label="West 1, tablet 03", by="system")
        self.things |= {
            "room": self.monday.room.pk,
            "room_soon": self.groups[ONE_CIRCLE["soon"][1]].room.pk,
            "room_kept": self.groups[ONE_CIRCLE["kept"][1]].room.pk,
            "group": self.monday.pk,
            "grief": self.groups["Grief Circle"].pk,
            "river": self._of("river").pk,
            "wren_account": User.objects.get(sign_in="wren").pk,
            "released": self._of("juniper").pk,
            "oak": self._of("oak").pk,
            "tablet": spare.pk,
            "everywhere": "everywhere",
            "built_in": "contact.phone",
            "built_in_overridden": rules.NOT_THERE,
            "facility": "facility",
            "first": 1,
            "troubles": {name: _trouble(name) for name in ("400.html", "500.html")},
        }


def _trouble(template: str) -> dict[str, str]:
    """A page that nobody can bring about by asking for it."""
    rendered = {}
    for language in ("en", "es"):
        with translation.override(language):
            rendered[language] = render_to_string(template)
    return rendered
