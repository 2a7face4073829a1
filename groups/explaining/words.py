"""Why somebody can read, or can't, as staff read it."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localtime

from accounts.grants.selectors import GrantView
from core.clock import ENDLESS
from custody.timeline import Status
from groups.models import Membership
from groups.selectors import MemberView, Seated

#: What staff who work with people's custody may read beside *taking a break*. A keep-apart order has no words: it reads
#: as one's own wish does, to everybody and everywhere.
WHY_AWAY = {
    Membership.Away.CUSTODY: "no door is open to them where they are",
    Membership.Away.SUPERVISION: "an approval of their supervision is missing",
}
BREAK = "Taking a break"


def day(at: datetime | None) -> str:
    return f"{localtime(at):%-d %b %Y}" if at else ""


def of_grant(view: GrantView) -> str:
    """`Moderator for Alder, since 3 May 2026, given by Pat; Rue agreed, until 3 May 2027`."""
    grant = view.grant
    where = view.place if grant.scope == "installation" else f"for {view.place}"
    agreed = f"; {view.agreed_by} agreed" if view.agreed_by else ""
    until = f", until {day(grant.until)}" if grant.until else ""
    return f"{view.role} {where}, since {day(grant.given_at)}, given by {view.given_by}{agreed}{until}"


def of_grants(views: Iterable[GrantView]) -> list[str]:
    return [of_grant(view) for view in views]


def of_seat(membership: Membership, seated: Seated, custody: Status | None) -> str:
    """`custody`: None for who may not know where the person is."""
    leads = "Leads, in seat" if membership.leads else "Seat"
    since = f"{leads} {membership.seat}, since {day(membership.joined_at)}"
    until = f", until {day(seated.until)} at the latest" if seated.until != ENDLESS else ""
    return f"{since}{until}{_place(custody)}"


def _place(custody: Status | None) -> str:
    if custody is None:
        return ""
    if custody.in_custody:
        return f". Held at {custody.facility}, which approved this group"
    return ". In the community; the group welcomes who was released"


def of_away(member: MemberView, why_away: str, *, may_know: bool) -> str:
    why = WHY_AWAY.get(Membership.Away(why_away), "") if may_know and why_away else ""
    refused = "the room can't take them in now" if may_know and not member.away else ""
    return f"{BREAK}: {why or refused}" if why or refused else BREAK


def sentence(parts: Iterable[str]) -> str:
    return "; ".join(parts)
