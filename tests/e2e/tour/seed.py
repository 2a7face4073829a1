"""What the demo world does not have of itself: circles in every state, people with none and with many of everything,
and a signed-in browser for each guest. Runs in a process of its own (`manage.py shell`), before the servers start.
"""

import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.template.loader import render_to_string
from django.utils import translation

from accounts import tablets
from accounts.cards import services as cards
from accounts.doors import DEVICE_COOKIE, Caller
from accounts.models import Attempts, User
from accounts.sessions import cookie_for
from chat import services as chat
from chat import wire
from chat.models import Message
from config.demo import people as demo
from config.demo import rules
from core import clock
from core.ids import new_id
from custody.models import CustodyEvent, Facility, Person, Programme, Tablet
from groups.models import Membership, SupportGroup
from groups.presence import services as presence
from groups.seats import seat_of
from groups.sessions import services as sessions
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
        self._own_words()
        self._calls_for_help()
        self._cards()
        self._cases()
        self._rules()
        self._records()
        self._where_nothing_is()
        self._things()

    # Who

    def _device(self, label: str) -> tuple[Tablet, str]:
        added = tablets.add_tablet(facility=self.alder, label=label, by="system")
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

    def _calls_for_help(self) -> None:
        for key, alias in {"called": "Cloudberry", "answered": "Meadowlark"}.items():
            person = self._person(key, alias)
            make.member(self.fathers, person)
            chat.ask_help(person_id=person.pk, client_id=new_id(), room_id=self.fathers.room.pk)
        alerts.acknowledge(alert=Alert.objects.get(person__alias="Meadowlark"), by=self.callers["heath"].user)

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

    def _where_nothing_is(self) -> None:
        """A programme and a facility that have begun today."""
        programme = make.programme("Quiet Programme")
        facility = make.facility(programme, code="coldcreek", name="Cold Creek")
        roles = {"pip": "moderator", "dot": "duty_officer", "ash": "facility_administrator"}
        for key, role in roles.items():
            self._comes(f"new_{key}", make.staff(key.capitalize(), role, scope=facility))
        self._comes("new_sky", make.staff("Sky", "records_officer", scope=programme))
        self.things["coldcreek"] = facility.pk

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
