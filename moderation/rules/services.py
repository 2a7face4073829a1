"""What can happen to a rule that staff write: drafted, tried in shadow, published, retired. All of it on the record.

What changes which rules run locks the rule book first, then the rule. Doing the same again is doing it once.
"""

from typing import Any

from django.db import IntegrityError

from accounts.models import User
from audit.services import record
from core import clock
from core.errors import NotThere
from core.transactions import unit
from moderation import kinds
from moderation.errors import (
    NeedsSecond,
    OwnPurpose,
    RuleCodeTaken,
    RuleIncomplete,
    RuleMovedOn,
    RuleNotFitting,
)
from moderation.rules import content as contents
from moderation.rules import permissions
from moderation.rules.book import change_book
from moderation.rules.codes import staff_code
from moderation.rules.compiling import Alone, prove, scope_of
from moderation.rules.content import Content
from moderation.rules.models import PurposeApproval, RuleVersion, StaffRule
from moderation.rules.permissions import may_publish
from moderation.rules.publication import rehearse

State = StaffRule.State


# Writing


@unit()
def draft_rule(*, code: str, content: Content, by: User, owner: User | None = None) -> StaffRule:
    """A new rule, in its first version; it runs nowhere yet. `code` gets `staff.` in front. `owner`: who is told when
    it hits too much (none: who drafts it). Refused: `RuleIncomplete`, `RuleCodeTaken`."""
    _check(content, by=by)
    known = StaffRule.objects.filter(code=staff_code(code)).first()
    if known is not None:
        if _says(_version(known, 1), content, by=by):
            return known
        raise RuleCodeTaken
    try:
        with unit():
            return _create(staff_code(code), content, owner=owner or by, by=by)
    except IntegrityError:  # somebody else has just taken the code
        raise RuleCodeTaken from None


@unit()
def change_draft(*, rule: StaffRule, based_on: int, content: Content, by: User) -> RuleVersion:
    """The next version, written on top of version `based_on`; what runs goes on as it is. Refused: `RuleIncomplete`,
    `RuleMovedOn` when a newer one is there, `RuleNotFitting` for a retired rule."""
    locked = _locked(rule, by=by)
    _check(content, by=by)
    newest = _version(locked, locked.newest)
    if locked.newest == based_on + 1 and _says(newest, content, by=by):
        return newest
    if locked.newest != based_on:
        raise RuleMovedOn
    version = _write(locked, based_on + 1, content, by=by)
    _move(locked, locked.state, draft=version, newest=version.number)
    _record(kinds.RULE_CHANGED, locked, version.number, by=by)
    return version


@unit()
def discard_draft(*, rule: StaffRule, version: int, by: User) -> None:
    """Give up the version that is being written, where another one runs. `RuleNotFitting` where none does: then the
    rule is retired."""
    locked = _locked(rule, by=by)
    if locked.draft is None or locked.draft.number != version:
        raise RuleMovedOn
    if locked.state not in (State.SHADOW, State.LIVE):
        raise RuleNotFitting
    _move(locked, locked.state, draft=None)
    _record(kinds.RULE_DRAFT_DISCARDED, locked, version, by=by)


# Running


@unit()
def start_shadow(*, rule: StaffRule, version: int, by: User) -> None:
    """The draft runs on every text of its scope and changes nothing: its hits are counted. A live version goes on.
    Refused: `RuleIsBroken`, `RuleMovedOn` when `version` is not the draft any more."""
    change_book()
    locked = _locked(rule, by=by)
    if locked.shadow is not None and locked.shadow.number == version:
        return
    draft = _waiting(locked, version)
    Alone(draft)
    state = State.LIVE if locked.live else State.SHADOW
    _move(locked, state, shadow=draft, draft=None)
    rehearse()
    _record(kinds.RULE_SHADOWED, locked, version, by=by)


@unit()
def end_shadow(*, rule: StaffRule, version: int, by: User) -> None:
    """The version in shadow is a draft again; where a newer draft is there, it is given up for that."""
    change_book()
    locked = _locked(rule, by=by)
    if locked.shadow is None or locked.shadow.number != version:
        raise RuleMovedOn
    state = State.LIVE if locked.live else State.DRAFT
    _move(locked, state, shadow=None, draft=locked.draft or locked.shadow)
    _record(kinds.RULE_SHADOW_ENDED, locked, version, by=by)


@unit()
def publish_rule(*, rule: StaffRule, version: int, by: User) -> None:
    """This version (the draft, or the one in shadow) is live, in place of the one that was: in one moment.

    Its examples run first. Refused: `RuleIsBroken`, `ExamplesMissing`, `ExamplesFail` with their numbers;
    `NeedsSecond` while nobody else has agreed to a new purpose; `RuleMovedOn`, `RuleNotFitting`.
    """
    change_book()
    locked = _locked(rule, by=by)
    _require_publishing(locked, by)
    if locked.live is not None and locked.live.number == version:
        return
    going_live, before = _waiting(locked, version), locked.live
    permissions.require_publish(by, scope_of(going_live))
    prove(going_live)
    _require_second(locked, going_live, by=by)
    newer = locked.draft if locked.draft != going_live else None
    _move(locked, State.LIVE, live=going_live, draft=newer, shadow=None, tripped_at=None)
    rehearse()
    _record(kinds.RULE_PUBLISHED, locked, version, by=by, replaced=before.number if before else None)


@unit()
def retire_rule(*, rule: StaffRule, version: int, by: User) -> None:
    """Nothing of it runs any more. `version`: the newest one that the caller has seen, else `RuleMovedOn`. A rule that
    is live is retired by who may publish it; a draft or a rule in shadow by who may draft."""
    change_book()
    locked = _locked(rule, by=by)
    if locked.state == State.RETIRED:
        return
    if locked.live is not None:
        _require_publishing(locked, by)
    if locked.newest != version:
        raise RuleMovedOn
    _move(locked, State.RETIRED, draft=None, shadow=None, live=None, tripped_at=None)
    _record(kinds.RULE_RETIRED, locked, version, by=by)


@unit()
def bring_back(*, rule: StaffRule, by: User) -> None:
    """A retired rule is a draft again, as its newest version says; it is published like any other."""
    locked = _locked(rule, by=by)
    if locked.state != State.RETIRED:
        raise RuleNotFitting
    _move(locked, State.DRAFT, draft=_version(locked, locked.newest))
    _record(kinds.RULE_BROUGHT_BACK, locked, locked.newest, by=by)


@unit()
def approve_purpose(*, rule: StaffRule, version: int, by: User) -> None:
    """Agree to what this version is for: a second person who may publish there, not who wrote it (`OwnPurpose`)."""
    locked = _locked(rule, by=by)
    if PurposeApproval.objects.filter(version__rule=locked, version__number=version, by=by).exists():
        return
    waiting = _waiting(locked, version)
    permissions.require_publish(by, scope_of(waiting))
    if waiting.written_by_id == by.pk:
        raise OwnPurpose
    PurposeApproval.objects.create(version=waiting, by=by, at=clock.now())
    _record(kinds.RULE_PURPOSE_APPROVED, locked, version, by=by)


@unit()
def reset_rule(*, rule: StaffRule, by: User) -> None:
    """A rule that only flagged, because it hit too much, works in full again: by its owner, or who may publish it."""
    change_book()
    locked = _locked(rule, by=by)
    if locked.live is None:
        raise RuleNotFitting
    if locked.owner_id != by.pk:
        _require_publishing(locked, by)
    if locked.tripped_at is None:
        return
    _move(locked, State.LIVE, tripped_at=None, reset_at=clock.now())
    _record(kinds.RULE_RESET, locked, locked.live.number, by=by)


# Questions


def is_new_purpose(rule: StaffRule, version: RuleVersion) -> bool:
    """Whether this version is for something else, leads to something else or is for another place than what is live."""
    return rule.live is None or contents.of(rule.live).purpose_key != contents.of(version).purpose_key


def approvals_of(version: RuleVersion) -> list[PurposeApproval]:
    """Who has agreed to this purpose, on this or another version of the rule, and may publish there still."""
    key, scope = contents.of(version).purpose_key, scope_of(version)
    given = PurposeApproval.objects.filter(version__rule=version.rule_id).select_related("by", "version")
    same = (approval for approval in given.order_by("at") if contents.of(approval.version).purpose_key == key)
    return [approval for approval in same if may_publish(approval.by, scope)]


def _check(content: Content, *, by: User) -> None:
    contents.check(content)
    permissions.require_draft(by, content.scope)
    if not permissions.there_is(content.scope):
        raise RuleIncomplete("scope")


def _create(code: str, content: Content, *, owner: User, by: User) -> StaffRule:
    now = clock.now()
    rule = StaffRule(code=code, owner=owner, created_at=now)
    version = RuleVersion(rule=rule, number=1, written_by=by, written_at=now, **content.values())
    rule.draft = version
    rule.save(force_insert=True)
    version.save(force_insert=True)
    _record(kinds.RULE_DRAFTED, rule, 1, by=by)
    return rule


def _write(rule: StaffRule, number: int, content: Content, *, by: User) -> RuleVersion:
    values = content.values()
    return RuleVersion.objects.create(rule=rule, number=number, written_by=by, written_at=clock.now(), **values)


def _says(version: RuleVersion, content: Content, *, by: User) -> bool:
    """The same words by the same hand: a retry."""
    return version.written_by_id == by.pk and contents.of(version) == content


def _version(rule: StaffRule, number: int) -> RuleVersion:
    return RuleVersion.objects.select_related("rule").get(rule=rule, number=number)


def _locked(rule: StaffRule, *, by: User) -> StaffRule:
    """The row, locked, for somebody who may draft wherever it runs or is to run."""
    rows = StaffRule.objects.select_for_update(of=("self",)).select_related("draft", "shadow", "live")
    locked = rows.filter(pk=rule.pk).first()
    if locked is None:
        raise NotThere
    permissions.require_draft(by, scope_of(_version(locked, locked.newest)))
    for version in (locked.draft, locked.shadow, locked.live):
        if version is not None:
            permissions.require_draft(by, scope_of(version))
    return locked


def _waiting(rule: StaffRule, version: int) -> RuleVersion:
    """The draft or the version in shadow, if it is this one still."""
    if rule.state == State.RETIRED:
        raise RuleNotFitting
    for found in (rule.draft, rule.shadow):
        if found is not None and found.number == version:
            return _version(rule, version)
    raise RuleMovedOn


def _require_publishing(rule: StaffRule, by: User) -> None:
    if rule.live is not None:
        permissions.require_publish(by, scope_of(rule.live))


def _require_second(rule: StaffRule, version: RuleVersion, *, by: User) -> None:
    if is_new_purpose(rule, version) and all(approval.by_id == by.pk for approval in approvals_of(version)):
        raise NeedsSecond


def _move(rule: StaffRule, to: State | str, **values: Any) -> None:
    """Compare-and-set on the state and the newest version."""
    sources = [state for state, targets in StaffRule.MOVES.items() if to in targets]
    if rule.state not in sources:
        raise RuleNotFitting
    same = StaffRule.objects.filter(pk=rule.pk, state=rule.state, newest=rule.newest)
    if not same.update(state=to, **values):
        raise RuleMovedOn


def _record(kind: str, rule: StaffRule, version: int, *, by: User, **detail: Any) -> None:
    record(kind, by=by, subject=f"rule:{rule.pk}", code=rule.code, version=version, **detail)
