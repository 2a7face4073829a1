"""Throws texts at the screening for as long as it is told, and stops at the first that breaks a promise.

`python -m tests.moderation.screening.fuzz --seconds 3600` runs for an hour; `--seed` replays a run. The suite runs it
for FUZZ_SECONDS.
"""

import argparse
import os
import random
import sys
from collections.abc import Sequence
from time import monotonic

from chat.ports import Finding, Outcome
from moderation.screening import screen
from moderation.screening.decide import TABLE
from moderation.screening.rules import RULES
from moderation.screening.rulesets import RuleSet, current
from moderation.screening.views import Views

from . import disguises
from .texts import Patience, draft

_EXAMPLES = [text for rule in RULES for text in (*rule.must_match, *rule.must_not_match)]
_WORDS = [word for rule in RULES for word in rule.words] or ["kill"]
_HARMLESS = ("Good evening.", "Hola a todos.", "The food was fine today.", "Gracias por escuchar.")
_SIGNS = " .,-_~*/|#@!?$%&()[]{}<>:;'\"\n\t\u200b\u00ad\u202e\u0301\u0336\u2800"
_PIECES = ("five", "uno", "double", "oh", "OI", "SS", "l", "3", "12", "555", "-", ".", " ", "+", "@", " at ", " dot ")
_LONGEST = 4_000  # code points; twice what a post may hold


def a_text(rng: random.Random) -> str:
    """One of several sorts, often of more than one."""
    sort = rng.choice((_example, _disguised, _disguised, _salad, _noise, _figures))
    body = sort(rng) if rng.random() < 0.7 else sort(rng) + rng.choice((" ", "\n", "")) + a_text(rng)
    return body[:_LONGEST]


def _example(rng: random.Random) -> str:
    return rng.choice((" ", "\n", ". ")).join(rng.choices(_EXAMPLES, k=rng.randint(1, 4)))


def _disguised(rng: random.Random) -> str:
    body = _example(rng)
    for name in rng.choices(list(disguises.ALL), k=rng.randint(1, 3)):
        body = disguises.ALL[name](body, rng)
    return body


def _salad(rng: random.Random) -> str:
    return "".join(rng.choice(_WORDS) + rng.choice(_SIGNS) * rng.randint(0, 3) for _ in range(rng.randint(1, 80)))


def _noise(rng: random.Random) -> str:
    plane = rng.choice((0x80, 0x250, 0x600, 0x3100, 0xFFFF, 0x1FFFF, 0x10FFFF))
    return "".join(
        rng.choice((chr(rng.randrange(plane)), rng.choice(_SIGNS), "k1 ")) for _ in range(rng.randint(1, 200))
    )


def _figures(rng: random.Random) -> str:
    pieces = (
        "five",
        "uno",
        "double",
        "oh",
        "OI",
        "SS",
        "l",
        "3",
        "12",
        "555",
        "-",
        ".",
        " ",
        "+",
        "@",
        " at ",
        " dot ",
    )
    return "".join(rng.choice(pieces) for _ in range(rng.randint(1, 60)))


def broken(body: str, shuffled: RuleSet) -> str:
    """Which promise this text breaks; empty when it breaks none."""
    verdict = screen(draft(body), deadline=Patience())
    found = verdict.findings
    checks = {
        "is screened": verdict.screened and isinstance(verdict.outcome, Outcome),
        "spans are inside": all(0 <= f.span.start < f.span.end <= len(body) for f in found),
        "findings are in order, each once": [*found] == sorted(set(found), key=_place),
        "tiers are in the table": all(f.tier in TABLE[f.category] for f in found),
        "every finding names its view": all(f.view for f in found),
        "maps go forward and stay inside": _are_maps_sound(body),
        "the order of rules is irrelevant": shuffled.find(draft(body), deadline=Patience()).findings == found,
    }
    return next((promise for promise, is_kept in checks.items() if not is_kept), "")


def hidden_by(example: str, rng: random.Random) -> str:
    """Harmless sentences around a text after which a rule no longer sees it; empty when all do."""
    sentence = ended(example)
    around = [rng.choices(_HARMLESS, k=rng.randint(0, 9)) for _ in range(2)]
    body = rng.choice((" ", "\n")).join([*around[0], sentence, *around[1]])
    seen = {f.rule for f in screen(draft(body), deadline=Patience()).findings}
    return "" if {f.rule for f in screen(draft(sentence), deadline=Patience()).findings} <= seen else body


def ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.span.start, finding.span.end, finding.rule, finding.version, finding.tier, finding.view


def _are_maps_sound(body: str) -> bool:
    views = Views(body, current().vocabulary)
    return all(
        len(view.text) == len(view.starts) == len(view.ends)
        and list(view.starts) == sorted(view.starts)
        and list(view.ends) == sorted(view.ends)
        and all(0 <= start < end <= len(body) for start, end in zip(view.starts, view.ends, strict=True))
        for view in (views.normal, views.digits, views.figures, views.signs, views.undone)
    )


def run(seconds: float, seed: int) -> tuple[int, str]:
    """How many texts were tried, and what the last of them broke."""
    rng = random.Random(seed)
    rules = list(RULES)
    rng.shuffle(rules)
    shuffled, until, tried = RuleSet.of(rules), monotonic() + seconds, 0
    while monotonic() < until:
        body = a_text(rng)
        tried += 1
        if promise := broken(body, shuffled):
            return tried, f"{promise}: {body!r}"
        if hidden := hidden_by(rng.choice(RULES).must_match[0], rng):
            return tried, f"harmless text hides nothing: {hidden!r}"
    return tried, ""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.moderation.screening.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args(arguments)
    tried, why = run(options.seconds, options.seed)
    sys.stdout.write(f"seed {options.seed}: {tried} texts. {why or 'No promise broken.'}\n")
    return 1 if why else 0


#: Of the suite's texts.
SEED = 2026


def seconds_in_the_suite() -> float:
    return float(os.environ.get("FUZZ_SECONDS") or (60 if os.environ.get("CI") else 5))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
