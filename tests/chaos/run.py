"""`python -m tests.chaos.run --seconds N --seed S`: real servers, real faults, and what became of the guarantees.

Ends with 3 when the checker has found something; the logs of that run are then in `build/chaos/<seed>`.
"""

import argparse
import asyncio
import os
import random
import shutil
import sys
from collections.abc import Sequence

from tests.chaos import breaks, checker, figures, history, plan
from tests.chaos.ground import ROOT, ground
from tests.chaos.history import History
from tests.chaos.plan import Plan

SEEDS = 2**32
#: Violations that are printed; the rest is counted.
SHOWN = 20


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    if options.break_it:
        return breaks.run(options.break_it, seconds=options.seconds, seed=options.seed)
    made = plan.make(options.seed, options.seconds, rooms=options.rooms)
    say(f"seed {made.seed}, {made.seconds:g} s, {len(made.parts)} clients in {options.rooms} rooms and a quiet one")
    for step in sorted([*made.faults, *made.acts], key=lambda step: step.at):
        say(f"  {step}")
    found = _happen(made, options.drop)
    say(figures.table(found))
    return _judge(found, made, keep=options.keep)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos.run", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    seed = int(os.environ.get("CHAOS_SEED") or random.SystemRandom().randrange(SEEDS))
    parser.add_argument("--seed", type=int, default=seed, help="replays the plan of that run (also CHAOS_SEED=)")
    parser.add_argument("--rooms", type=int, default=plan.ROOMS)
    parser.add_argument("--break", dest="break_it", metavar="NAME", help="run a copy of the tree with this fault")
    parser.add_argument("--keep", action="store_true", help="keep the logs of a run that went well, too")
    parser.add_argument("--drop", action="append", default=[], metavar="TABLE:CONSTRAINT", help="run without it")
    return parser.parse_args(arguments)


def _happen(made: Plan, drop: Sequence[str]) -> History:
    with ground(drop) as under:
        from tests.chaos import storm  # needs Django, which needs the servers

        with storm.servers(under) as webs:
            found = asyncio.run(storm.Storm(made, under, webs).run())
            storm.logs_of(webs, _folder(made))
    return found


def _folder(made: Plan):
    return ROOT / "build" / "chaos" / str(made.seed)


def _judge(found: History, made: Plan, *, keep: bool) -> int:
    violations = checker.check(found)
    if violations or keep:
        history.save(found, _folder(made))
    else:
        shutil.rmtree(_folder(made), ignore_errors=True)
    if not violations:
        say("Every guarantee held.")
        return 0
    for violation in violations[:SHOWN]:
        say(str(violation))
    say(f"{len(violations)} violations; logs in {_folder(made).relative_to(ROOT)}. The same plan again:")
    say(f"  python -m tests.chaos.run --seconds {made.seconds:g} --seed {made.seed}")
    return breaks.VIOLATED


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
