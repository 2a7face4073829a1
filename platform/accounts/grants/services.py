"""Roles are given, asked for, agreed to, and end. What they open closes at once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts import kinds
from accounts.grants.errors import (
    LastAdministrator,
    ProposalMoved,
    ProposalStands,
    RoleNeedsTwo,
    RoleNotForThem,
    RoleUnknown,
)
from accounts.grants.rules import BY_TWO, is_a_place_of, may_give, until_of
from accounts.models import GrantProposal, RoleGrant, User
from accounts.permissions import standing
from audit.services import actor, record
from core import changes, clock
from core.errors import NotAllowed, NotThere
from core.transactions import unit

Role, Scope, State = RoleGrant.Role, RoleGrant.Scope, GrantProposal.State


@unit()
def grant_role(
    *, user: User, role: str, scope: str, scope_id: object = "", until: datetime | None = None, by: object
) -> RoleGrant:
    """Give a role within a scope; the one that stands is answered where there is one already. `RoleUnknown`,
    `RoleNeedsTwo` for what sees across facilities, `NotAllowed` to oneself, `NotThere` where it is not the actor's to
    give."""
    _require_may_give(user, role, scope, str(scope_id), by=by)
    now = clock.now()
    if isinstance(by, User):
        if scope in BY_TWO:
            raise RoleNeedsTwo
        until = until_of(until, scope, at=now)
    return _give(user, role, scope, str(scope_id), until=until, given_by=actor(by), by=by, at=now)


@unit()
def ask_role(
    *, user: User, role: str, scope: str, scope_id: object = "", until: datetime | None = None, by: User
) -> GrantProposal:
    """Ask for a role that sees across facilities: in force when a second person agrees. Asked again by the same, it is
    the same; `ProposalStands` by another. Else as `grant_role`."""
    _require_may_give(user, role, scope, str(scope_id), by=by)
    now = clock.now()
    until = until_of(until, scope, at=now)
    where = {"user": user, "role": role, "scope": scope, "scope_id": str(scope_id), "state": State.ASKED}
    known = GrantProposal.objects.filter(**where).first()
    if known is not None:
        if known.asked_by != actor(by):
            raise ProposalStands
        return known
    proposal = _proposal(where, until=until, asked_by=actor(by), asked_at=now)
    record(kinds.ROLE_ASKED, by=by, subject=f"user:{user.pk}", at=now, until=until, **_named(proposal))
    return proposal


def _proposal(where: dict[str, Any], **values: Any) -> GrantProposal:
    try:
        with transaction.atomic():
            return GrantProposal.objects.create(**where, **values)
    except IntegrityError:
        raise ProposalStands from None


@unit()
def agree(*, proposal: GrantProposal, by: User) -> RoleGrant:
    """The second person agrees, and the role is in force. `NotAllowed` for who asked and for whom it is for; `NotThere`
    for who may not give it; `ProposalMoved` when it is not open any more. The same again answers the same grant."""
    now = clock.now()
    row = _locked(proposal)
    _require_second(row, by=by)
    if row.state == State.AGREED and row.decided_by == actor(by):
        return RoleGrant.objects.get(**_held(row))
    if row.state != State.ASKED or not _asker_may(row):
        raise ProposalMoved
    if row.user.state != User.State.ACTIVE:
        raise RoleNotForThem
    until = until_of(row.until, row.scope, at=now)
    _decide(row, State.AGREED, by=by, at=now)
    given = {"given_by": row.asked_by, "agreed_by": actor(by)}
    return _give(row.user, row.role, row.scope, row.scope_id, until=until, by=by, at=now, **given)


@unit()
def refuse(*, proposal: GrantProposal, by: User) -> None:
    """The second person does not agree. Refusals as in `agree`."""
    row = _locked(proposal)
    _require_second(row, by=by)
    _decide(row, State.REFUSED, by=by, at=clock.now())
    record(kinds.ROLE_REFUSED, by=by, subject=f"user:{row.user_id}", **_named(row))


@unit()
def withdraw(*, proposal: GrantProposal, by: User) -> None:
    """Who asked takes it back. `NotAllowed` for anybody else."""
    row = _locked(proposal)
    if row.asked_by != actor(by):
        raise NotAllowed
    _decide(row, State.WITHDRAWN, by=by, at=clock.now())
    record(kinds.ROLE_WITHDRAWN, by=by, subject=f"user:{row.user_id}", **_named(row))


@unit()
def end_role(*, grant: RoleGrant, by: object) -> bool:
    """Take a role back, or lay down one's own; what it opened closes at once. False: it had ended already. `NotThere`
    where it is not the actor's to give, `LastAdministrator` for the last one of the installation."""
    if isinstance(by, User):
        if grant.user_id != by.pk and not may_give(by, grant.role, grant.scope, grant.scope_id):
            raise NotThere
        _require_another(grant)
    return _end(grant, by=by, at=clock.now())


def end_one_lapsed() -> bool:
    """A role whose day has come opens nothing from that moment on, whoever looks; here it is put on the record, and who
    has something open is told. True: there may be more."""
    now = clock.now()
    due = RoleGrant.objects.filter(until__lte=now, ended_at=None).order_by("until").first()
    return due is not None and _end_lapsed(due, at=now)


@unit()
def _end_lapsed(grant: RoleGrant, *, at: datetime) -> bool:
    return _end(grant, by=None, at=at)


def _end(grant: RoleGrant, *, by: object, at: datetime) -> bool:
    if not RoleGrant.objects.filter(pk=grant.pk, ended_at=None).update(ended_at=at):
        return False
    record(kinds.ROLE_ENDED, by=by, subject=f"user:{grant.user_id}", at=at, role=grant.role, grant=grant.pk)
    changes.note("user.changed", grant.user_id)
    return True


def _give(
    user: User,
    role: str,
    scope: str,
    scope_id: str,
    *,
    until: datetime | None,
    given_by: str,
    agreed_by: str = "",
    by: object,
    at: datetime,
) -> RoleGrant:
    held = {"user": user, "role": role, "scope": scope, "scope_id": scope_id, "ended_at": None}
    RoleGrant.objects.filter(**held, until__lte=at).update(ended_at=at)
    values = {"given_by": given_by, "agreed_by": agreed_by, "given_at": at, "until": until}
    grant, is_new = RoleGrant.objects.get_or_create(**held, defaults=values)
    if is_new:
        where = f"{scope}:{scope_id}" if scope_id else scope
        two = {"asked_by": given_by} if agreed_by else {}
        record(kinds.ROLE_GRANTED, by=by, subject=f"user:{user.pk}", at=at, role=role, scope=where, until=until, **two)
        changes.note("user.changed", user.pk)
    return grant


def _require_may_give(user: User, role: str, scope: str, scope_id: str, *, by: object) -> None:
    if not is_a_place_of(role, scope, scope_id):
        raise RoleUnknown
    if user == by:
        raise NotAllowed
    if not may_give(by, role, scope, scope_id):
        raise NotThere
    if user.person_id is not None or user.state != User.State.ACTIVE:
        raise RoleNotForThem


def _require_second(row: GrantProposal, *, by: User) -> None:
    if not may_give(by, row.role, row.scope, row.scope_id):
        raise NotThere
    if actor(by) == row.asked_by or by.pk == row.user_id:
        raise NotAllowed


def _asker_may(row: GrantProposal) -> bool:
    """Whoever asked must be able to give it at the moment of the agreement, too."""
    kind, _, named = row.asked_by.partition(":")
    asker = User.objects.filter(pk=UUID(named), state=User.State.ACTIVE).first() if kind == "user" else None
    return asker is not None and may_give(asker, row.role, row.scope, row.scope_id)


def _require_another(grant: RoleGrant) -> None:
    mine = {"role": Role.PROGRAMME_ADMIN, "scope": Scope.INSTALLATION}
    if (grant.role, grant.scope) != (mine["role"], mine["scope"]):
        return
    others = RoleGrant.objects.select_for_update().filter(**mine, ended_at=None)
    list(others.order_by("pk").values_list("pk"))  # two who end each other's come one after the other
    if not standing().filter(**mine).exclude(user=grant.user_id).exists():
        raise LastAdministrator


def _locked(proposal: GrantProposal) -> GrantProposal:
    return GrantProposal.objects.select_for_update(of=("self",)).select_related("user").get(pk=proposal.pk)


def _decide(row: GrantProposal, state: GrantProposal.State, *, by: User, at: datetime) -> None:
    """By compare-and-set: of two who decide at once, one does."""
    sources = [source for source, targets in GrantProposal.MOVES.items() if state in targets]
    still = GrantProposal.objects.filter(pk=row.pk, state__in=sources)
    if not still.update(state=state, decided_by=actor(by), decided_at=at):
        raise ProposalMoved


def _named(row: GrantProposal) -> dict[str, Any]:
    return {"role": row.role, "scope": f"{row.scope}:{row.scope_id}" if row.scope_id else row.scope}


def _held(row: GrantProposal) -> dict[str, Any]:
    return {"user": row.user_id, "role": row.role, "scope": row.scope, "scope_id": row.scope_id, "ended_at": None}
