"""What the screening of one text costs: 1,000 characters of ordinary talk, and 10,000 that were made to be slow,
beside a tenth of them in the same run."""

import random
from collections.abc import Callable, Iterator
from time import thread_time

from moderation.screening import lines, warm_up
from tests.bench.figures import percentile
from tests.bench.lab import Plan
from tests.bench.table import Row

LONG, SHORT = 10_000, 1_000
_PARTS = (
    "I did my time and I'm trying to stay clean. ",
    "My daughter called and I wanted to cry, she said she is proud of me. ",
    "They told me the hearing is at 9:30 on the 14th in room 3. ",
    "I was so angry I wanted to hit him, but I walked away like we said here. ",
    "Hoy me siento mejor que ayer, gracias a todos por escuchar. ",
    "Mi mamá viene el domingo y no sé qué decirle. ",
    "What helped me was calling my sponsor before chow. ",
    "I got 12 months and some days I can't sleep, but tonight I'm good. ",
)
#: Each makes a text of that many characters.
HOSTILE: dict[str, Callable[[int], str]] = {
    "letters set apart": lambda n: ("k i l l . " * n)[:n],
    "figures for letters": lambda n: ("k1ll y0ur5elf n0w 1'll d0 1t " * n)[:n],
    "look-alikes": lambda n: ("і wіll kіll уоu аnd уоur fаmіlу " * n)[:n],
    "combining marks": lambda n: ("k\u0336i\u0323l\u0301l\u0332 y\u0308o\u0336u " * n)[:n],
    "numbers in words": lambda n: ("three one two five five five zero one four two " * n)[:n],
    "figures": lambda n: ("3 1 2 - 5 5 5 . 0 1 4 2 / " * n)[:n],
    "words of rules": lambda n: ("kill hate meth suicide cash app gang escape @ www. " * n)[:n],
    "one letter": lambda n: "a" * n,
}


def rows(plan: Plan) -> Iterator[Row]:
    warm_up()
    yield from _ordinary(plan)
    for name, made in HOSTILE.items():
        yield _hostile(name, made)


def _ordinary(plan: Plan) -> Iterator[Row]:
    talk = random.Random(1)  # the same texts in each run
    texts = ["".join(talk.choices(_PARTS, k=30))[:SHORT] for _ in range(round(plan.seconds * 100))]
    took = [_ms(text) for text in texts]
    yield Row("screening of 1,000 characters, p50", percentile(took, 50), "ms of CPU")
    yield Row("screening of 1,000 characters, p99", percentile(took, 99), "ms of CPU", reach="≤ 1")


def _hostile(name: str, made: Callable[[int], str]) -> Row:
    """The least of several: what the text costs, without what else the machine did."""
    long, short = (min(_ms(made(length)) for _ in range(5)) for length in (LONG, SHORT))
    return Row(f"screening of 10,000 hostile characters: {name}", long, "ms of CPU", short, "≤ 10")


def _ms(text: str) -> float:
    began = thread_time()
    lines.Screening().line({"text": text, "lang": "en"})
    return (thread_time() - began) * 1000
