"""What `CHAT_SCREENER` names: the pure screening, with the rules that are published, counted."""

from collections.abc import Mapping
from dataclasses import replace

from chat.ports import Deadline, Draft, Finding, Verdict
from moderation import screening
from moderation.rules import publication, traffic
from moderation.rules.compiling import covers, judged
from moderation.rules.models import BuiltInOverride
from moderation.rules.publication import Book


def screen(draft: Draft, *, deadline: Deadline) -> Verdict:
    """What the rules that are published say of this text. Raises what `deadline.check` raises."""
    publication.ensure()
    book = publication.book()
    verdict = exempted(screening.screen(draft, deadline=deadline), draft, book)
    traffic.count(verdict, staffs=[rule for rule in book.staffs if covers(rule.scope, draft)])
    return verdict


def exempted(verdict: Verdict, draft: Draft, book: Book) -> Verdict:
    """Without built-in rules that are in shadow or retired where this text comes from."""
    exempt = book.exempt(draft) if verdict.findings else {}
    silent = [finding for finding in verdict.findings if finding.rule in exempt]
    if not silent:
        return verdict
    spoken = [finding for finding in verdict.findings if finding.rule not in exempt]
    return replace(
        judged(verdict, spoken, draft),
        shadow=(*verdict.shadow, *_watched(silent, exempt)),
    )


def _watched(silent: list[Finding], exempt: Mapping[str, str]) -> list[Finding]:
    return [finding for finding in silent if exempt[finding.rule] == BuiltInOverride.To.SHADOW]
