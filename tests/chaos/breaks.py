"""Faults that are put into a copy of the tree, to see that the checker finds them. None of them is in the product.

A patch is (file, old text, new text). When the old text is gone the product has moved on, and the patch has to find
its place again: that is an error, never a run without the fault.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.ground import ROOT

#: The status of a run in which the checker has found something.
VIOLATED = 3

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache")


@dataclass(frozen=True)
class Patch:
    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Break:
    """`drops`: constraints of the database (`table:name`) that would stop it by themselves."""

    what: str
    patches: tuple[Patch, ...]
    drops: tuple[str, ...] = ()


HUB, SOCKET, CONNECTIONS = "chat/live/hub.py", "chat/live/socket.py", "chat/live/connections.py"
STATEMENTS = "chat/postgres.py"

BREAKS = {
    "beat": Break(
        "heads are not compared with the database: a lost wake-up stays lost",
        (
            Patch(
                HUB,
                "            if state and state != room.state:\n                self.delivery.need(room, LOG)\n",
                "            if state and state != room.state:\n                pass\n",
            ),
        ),
    ),
    "subscribe": Break(
        "the room is read first and joined afterwards, and nobody looks whether something came in between",
        (
            Patch(SOCKET, "        self.hub.join(self.line)\n", ""),
            Patch(
                SOCKET,
                "        self.line.lease = entry.lease\n",
                "        self.hub.join(self.line)\n        self.line.lease = entry.lease\n",
            ),
            Patch(
                HUB,
                "        self.delivery.catch_up(room, [connection])\n        if state.authority",
                "        connection.sent = max(connection.sent, room.head)\n        if state.authority",
            ),
        ),
    ),
    "lock": Break(
        "rooms are numbered without their lock",
        (
            Patch("chat/log.py", "Room.objects.select_for_update(no_key=True, skip_locked=skip)", "Room.objects"),
            Patch(STATEMENTS, 'ORDER BY id FOR NO KEY UPDATE"', 'ORDER BY id"'),
            Patch(STATEMENTS, '_HOLD + " SKIP LOCKED"', "_HOLD"),
        ),
        ("chat_event:chat_event_once_per_seq", "chat_message:chat_message_once_per_seq"),
    ),
    "idempotency": Break(
        "a retry is a second message",
        (
            Patch(
                "chat/services/preparing.py",
                "for draft in waiting if draft.facts.said]",
                "for draft in waiting if not draft]",
            ),
        ),
        ("chat_message:chat_message_once_per_client_id", "chat_messagebody:chat_body_once_per_client_id"),
    ),
    "authority": Break(
        "whoever was allowed when the post came in is not asked again under the lock",
        (
            Patch(STATEMENTS, "held.authority = asked.room_version AND ", ""),
            Patch(STATEMENTS, "id = asked.membership) = asked.member_version", "id = asked.membership) > 0"),
        ),
    ),
    "end": Break(
        "what follows the end of a right goes to that connection as well, and nobody looks at the seats first",
        (
            Patch(
                "chat/live/delivery.py",
                "                await self._keeper.check_room(room)\n                room.authority = run.authority\n",
                "                room.authority = run.authority\n",
            ),
            Patch(
                CONNECTIONS,
                "run.end_of(self.guest.seat.membership_id, after=self.cleared) if run.ends else None",
                "None",
            ),
        ),
    ),
    "early": Break(
        "one post in eight is acknowledged and never stored",
        (
            Patch(
                "chat/services/committing.py",
                "    seqs = statements.store([post.row(place) for place, post in enumerate(ready)], now=clock.now())\n",
                "    lost = {place: 1 for place, post in enumerate(ready) if post.post.client_id.int % 8 == 0}\n"
                "    kept = [post.row(place) for place, post in enumerate(ready) if place not in lost]\n"
                "    seqs = lost | statements.store(kept, now=clock.now())\n",
            ),
        ),
    ),
    "window": Break(
        "slow readers are handed all there is",
        (
            Patch(
                CONNECTIONS, "max(0, wire.WINDOW - (self.sent - self.applied)) if self.bytes", "100_000 if self.bytes"
            ),
            Patch(CONNECTIONS, "whole.last - self.applied <= wire.WINDOW", "whole"),
        ),
    ),
    "hole": Break(
        "a connection takes runs that don't follow what it was sent",
        (
            Patch(
                CONNECTIONS,
                "run.after == self.sent and run.epoch == self.epoch and run.last > run.after",
                "run.epoch == self.epoch and run.last > self.sent",
            ),
        ),
    ),
}


class PatchLost(Exception):
    """The text that a patch replaces is not there (once)."""


def run(name: str, *, seconds: float, seed: int) -> int:
    """The same run with this fault in it. 0: the checker went red, as it should."""
    broken = BREAKS[name]
    with tempfile.TemporaryDirectory(prefix="same-circle-broken-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
        for patch in broken.patches:
            apply(patch, tree)
        status = _run(tree, ["--seconds", str(seconds), "--seed", str(seed), *_dropping(broken)])
    outcome = {VIOLATED: "found", 0: "NOT FOUND"}.get(status, "the run itself broke")
    sys.stdout.write(f"{name} ({broken.what}): {outcome}\n")
    return 0 if status == VIOLATED else 1


def apply(patch: Patch, tree: Path) -> None:
    file = tree / patch.file
    text = file.read_text()
    if text.count(patch.old) != 1:
        raise PatchLost(f"{patch.file} has this {text.count(patch.old)} times, not once:\n{patch.old}")
    file.write_text(text.replace(patch.old, patch.new))


def _dropping(broken: Break) -> list[str]:
    return [f"--drop={name}" for name in broken.drops]


def _run(tree: Path, options: Sequence[str]) -> int:
    """Its status."""
    environment = {"PYTHONPATH": f"{tree}/platform:{tree}"}
    command = [sys.executable, "-m", "tests.chaos.run", *options]
    return subprocess.run(command, cwd=tree, env={**os.environ, **environment}, check=False).returncode
