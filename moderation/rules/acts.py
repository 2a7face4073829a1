"""What somebody can do with a rule as it stands now, and the doing of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from accounts.models import User
from moderation.rules import services
from moderation.rules.compiling import scope_of
from moderation.rules.models import RuleVersion, StaffRule
from moderation.rules.permissions import may_draft, may_publish, publishers_of
from moderation.rules.services import approvals_of, is_new_purpose
from moderation.screening.rules import Scope

State = StaffRule.State
#: Names of colleagues that a page lists at most.
NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class Act:
    """A button. `about`: the version that it moves, or the rule; `version`: what the reader has seen; `told`: what
    comes of it."""

    about: str
    name: str
    label: str
    version: int
    told: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A version that is for something new and that nobody but its reader has agreed to yet; `who` else could."""

    version: int
    who: str
    by_reader: bool
    may_agree: bool


@dataclass(frozen=True, slots=True)
class Acts:
    """`writes`: may change the draft or write a new version."""

    writes: bool
    buttons: list[Act]
    waiting: list[Waiting]

    @property
    def none(self) -> bool:
        return not (self.writes or self.buttons)


DONE: Final[Mapping[str, tuple[Callable[..., object], str]]] = {
    "start-shadow": (
        services.start_shadow,
        "Version {version} runs in shadow within five seconds. It changes nothing.",
    ),
    "end-shadow": (services.end_shadow, "The shadow of version {version} has ended. It is a draft again."),
    "publish": (services.publish_rule, "Version {version} is live. It runs everywhere within five seconds."),
    "agree": (services.approve_purpose, "You agreed to what version {version} is for."),
    "retire": (services.retire_rule, "The rule is retired. Nothing of it runs any more."),
    "discard": (services.discard_draft, "Version {version} is given up. What runs goes on."),
    "bring-back": (lambda *, rule, version, by: services.bring_back(rule=rule, by=by), "The rule is a draft again."),
    "reset": (lambda *, rule, version, by: services.reset_rule(rule=rule, by=by), "The rule works in full again."),
}


def do(name: str, *, rule: StaffRule, version: int, by: User) -> str:
    """Do it, and say what was done. Raises what the service raises; `KeyError` where there is no such act."""
    service, words = DONE[name]
    service(rule=rule, version=version, by=by)
    return words.format(version=version)


def acts_for(user: User, rule: StaffRule, newest: RuleVersion) -> Acts:
    rights = Rights(user)
    if not all(rights.draft(scope_of(version)) for version in (newest, *_running(rule))):
        return Acts(writes=False, buttons=_reset(user, rule, rights), waiting=[])
    waiting = [found for version in pending(rule) if (found := _waits(user, rule, version, rights)) is not None]
    buttons = [
        *_reset(user, rule, rights),
        *(act for version in pending(rule) for act in _acts_of_pending(rule, version, rights, waiting)),
        *_ends(rule, newest, rights),
    ]
    return Acts(writes=rule.state != State.RETIRED, buttons=buttons, waiting=waiting)


class Rights:
    """Asked once per scope."""

    def __init__(self, user: User) -> None:
        self._user = user
        self._known: dict[tuple[str, Scope], bool] = {}

    def draft(self, scope: Scope) -> bool:
        return self._ask("draft", may_draft, scope)

    def publish(self, scope: Scope) -> bool:
        return self._ask("publish", may_publish, scope)

    def publish_over(self, rule: StaffRule, version: RuleVersion) -> bool:
        """This version, in place of the live one."""
        live = rule.live is None or self.publish(scope_of(rule.live))
        return live and self.publish(scope_of(version))

    def _ask(self, name: str, question: Callable[[User, Scope], bool], scope: Scope) -> bool:
        key = (name, scope)
        if key not in self._known:
            self._known[key] = question(self._user, scope)
        return self._known[key]


def _running(rule: StaffRule) -> Iterable[RuleVersion]:
    return [version for version in (rule.draft, rule.shadow, rule.live) if version is not None]


def pending(rule: StaffRule) -> list[RuleVersion]:
    """The versions that may be published next, the newest first."""
    return [version for version in (rule.draft, rule.shadow) if version is not None]


def _acts_of_pending(
    rule: StaffRule, version: RuleVersion, rights: Rights, waiting: Iterable[Waiting]
) -> Iterable[Act]:
    number, is_draft = version.number, version == rule.draft
    about = f"Version {number}, {'draft' if is_draft else 'in shadow'}"
    held_up = next((one for one in waiting if one.version == number), None)
    if held_up is None and rights.publish_over(rule, version):
        instead = f" in place of version {rule.live.number}" if rule.live else ""
        yield Act(about, "publish", "Publish it", number, f"It decides{instead}, at once.", "btn--main")
    if held_up is not None and held_up.may_agree:
        yield Act(about, "agree", "Agree to what it is for", number, "A colleague publishes it then.", "btn--main")
    if is_draft:
        told = f"It runs and is counted, and changes nothing. {_replaces(rule)}".strip()
        yield Act(about, "start-shadow", "Start it in shadow", number, told)
    else:
        yield Act(about, "end-shadow", "End its shadow", number, "It is a draft again.")
    if is_draft and rule.state != State.DRAFT:
        yield Act(about, "discard", "Give it up", number, "What runs goes on as it is.")


def _replaces(rule: StaffRule) -> str:
    return f"Version {rule.shadow.number} leaves the shadow." if rule.shadow else ""


def _waits(user: User, rule: StaffRule, version: RuleVersion, rights: Rights) -> Waiting | None:
    """Whether this reader can't publish it before a colleague has agreed."""
    if not is_new_purpose(rule, version):
        return None
    agreed = {approval.by_id for approval in approvals_of(version)}
    if agreed - {user.pk}:
        return None
    is_own, has_agreed = version.written_by_id == user.pk, user.pk in agreed
    able = [one for one in publishers_of(scope_of(version)) if one.pk not in (user.pk, version.written_by_id)]
    may_agree = not is_own and not has_agreed and rights.publish(scope_of(version))
    return Waiting(version.number, names(able), by_reader=has_agreed, may_agree=may_agree)


def names(users: list[User]) -> str:
    """A few of them."""
    known = [user.name for user in users[:NAMED]]
    return ", ".join(known) + (" and others" if len(users) > NAMED else "")


def _ends(rule: StaffRule, newest: RuleVersion, rights: Rights) -> Iterable[Act]:
    if rule.state == State.RETIRED:
        yield Act(
            "The rule", "bring-back", "Bring it back", newest.number, "It is a draft again, as its newest version says."
        )
    elif rule.live is None or rights.publish(scope_of(rule.live)):
        yield Act(
            "The rule",
            "retire",
            "Retire the rule",
            newest.number,
            "Nothing of it runs any more. It can be brought back.",
        )


def _reset(user: User, rule: StaffRule, rights: Rights) -> list[Act]:
    if rule.live is None or rule.tripped_at is None:
        return []
    if rule.owner_id != user.pk and not rights.publish(scope_of(rule.live)):
        return []
    told = "It hit too much and only flags. After this it holds again what it finds."
    return [Act("The rule", "reset", "Let it work in full again", rule.live.number, told, "btn--main")]
