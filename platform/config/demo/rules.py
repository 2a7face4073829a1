"""Rules that staff of the demo world wrote, each in another part of its life, and what was done to a built-in one."""

from accounts.models import User
from config.demo import people as cast
from custody.models import Facility
from groups.models import SupportGroup
from moderation.rules import publication, services, traffic
from moderation.rules.backtests.services import ask_back_test, run_batch
from moderation.rules.content import Content
from moderation.rules.models import BuiltInOverride, StaffRule
from moderation.rules.overrides import override_built_in
from moderation.screening.rules import Scope

Staff = dict[str, User]
SLANG, MEETING, DEBTS = "contraband.bluebread", "contact.call_me_at", "threats.debts"
#: Offers for a workshop look like adverts to it, in the circle where they are wanted.
NOT_THERE = "en.spam.free"


def make(staff: Staff, facilities: dict[str, Facility], groups: dict[str, SupportGroup]) -> None:
    """Before people talk: what is live holds, what is in shadow counts."""
    _live(staff, Scope("facility", str(facilities["alder"].pk)))
    _in_shadow(staff, Scope("room", str(groups[cast.MONDAY].room.pk)))
    _waiting_for_a_second_person(staff)
    fathers = Scope("room", str(groups[cast.FATHERS].room.pk))
    override_built_in(code=NOT_THERE, to=BuiltInOverride.To.SHADOW, by=staff["vale"], scope=fathers)
    publication.refresh()


def look_back(staff: Staff) -> None:
    """After people talked: their texts are counted, and somebody asks what the rule in shadow would have done."""
    traffic.flush()
    rule = StaffRule.objects.select_related("shadow").exclude(shadow=None).get()
    assert rule.shadow is not None
    ask_back_test(version=rule.shadow, by=staff["wren"])
    while run_batch():
        pass


def _live(staff: Staff, scope: Scope) -> None:
    slang = Content(
        kind="literals",
        category="contraband",
        tier="seeking",
        purpose="“Bluebread” is what people at Alder Ridge call paper that was soaked in a drug.",
        scope=scope,
        literals=("bluebread", "blue bread"),
        not_before=("recipe",),
        must_match=("Who has bluebread left?", "two sheets of blue bread"),
        must_not_match=("Blue cheese on bread", "A recipe for blue bread"),
    )
    rule = services.draft_rule(code=SLANG, content=slang, by=staff["lark"])
    services.approve_purpose(rule=rule, version=1, by=staff["fern"])
    services.publish_rule(rule=rule, version=1, by=staff["lark"])


def _in_shadow(staff: Staff, scope: Scope) -> None:
    call_me = Content(
        kind="phrase",
        category="contact_info",
        tier="phone",
        purpose="Somebody says where they can be called, before the number itself.",
        scope=scope,
        steps=(("call", "text", "ring"), ("me",), ("at", "on")),
        gap=1,
        must_match=("You can call me at home", "text me later on this"),
        must_not_match=("They call me Oak", "Call my sister at noon"),
    )
    rule = services.draft_rule(code=MEETING, content=call_me, by=staff["wren"])
    services.start_shadow(rule=rule, version=1, by=staff["wren"])


def _waiting_for_a_second_person(staff: Staff) -> None:
    debts = Content(
        kind="pattern",
        category="threats_violence",
        tier="reported",
        purpose="Somebody is told what happens when a debt is not paid.",
        pattern=r"\b(?:pay|paid) (?:me |up )?(?:by|before) \w+ or\b",
        must_match=("Pay me by Friday or you will see",),
        must_not_match=("I got paid before Friday",),
    )
    services.draft_rule(code=DEBTS, content=debts, by=staff["moss"])
