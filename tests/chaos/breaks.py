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


HUB, SOCKET = "chat/live/hub.py", "chat/live/socket.py"

BREAKS = {
    "beat": Break(
        "heads are not compared with the database: a lost wake-up stays lost",
        (
            Patch(
                HUB,
                "            if state and state != room.state:\n                self.need(room, LOG)",
                "            if state and state != room.state:\n                pass",
            ),
        ),
    ),
    "subscribe": Break(
        "the room is read first and joined afterwards, and nobody looks whether something came in between",
        (
            Patch(SOCKET, "        await self.hub.join(self.line)\n", ""),
            Patch(
                SOCKET,
                "        self.line.lease = entry.lease\n",
                "        await self.hub.join(self.line)\n        self.line.lease = entry.lease\n",
            ),
            Patch(
                HUB,
                "        connection.joined = True\n        self._catch_up(room, connection)\n",
                "        connection.joined = True\n        connection.sent = max(connection.sent, room.head)\n",
            ),
        ),
    ),
    "lock": Break(
        "rooms are numbered without their lock",
        (Patch("chat/log.py", "Room.objects.select_for_update(no_key=True, skip_locked=skip)", "Room.objects"),),
        ("chat_event:chat_event_once_per_seq", "chat_message:chat_message_once_per_seq"),
    ),
    "idempotency": Break(
        "a retry is a second message",
        (Patch("chat/services/retries.py", "    if known is None:\n", "    if known is None or known:\n"),),
        ("chat_message:chat_message_once_per_client_id", "chat_messagebody:chat_body_once_per_client_id"),
    ),
    "authority": Break(
        "whoever was allowed when the post came in is not asked again under the lock",
        (
            Patch(
                "chat/services/committing.py",
                "    except RuleError as refusal:\n        return refusal\n    return None",
                "    except RuleError:\n        return None\n    return None",
            ),
        ),
    ),
    "end": Break(
        "what follows the end of a right goes to that connection as well, and nobody looks at the seats first",
        (
            Patch(
                HUB,
                "                await self._check_room(room)\n                room.authority",
                "                room.authority",
            ),
            Patch(
                "chat/live/connections.py",
                "        until = run.end_of(self.guest.seat.membership_id, after=self.cleared)\n",
                "        until = None\n",
            ),
        ),
    ),
    "early": Break(
        "a post is acknowledged before it is committed, and one in eight is not committed at all",
        (
            Patch(
                "chat/services/posting.py",
                "    (outcome,) = commit_posts([post])\n",
                "    if post.post.client_id.int % 8 == 0:\n        return answers.posted(post.message)\n"
                "    (outcome,) = commit_posts([post])\n",
            ),
        ),
    ),
    "window": Break(
        "slow readers are handed all there is",
        (
            Patch(
                "chat/live/connections.py",
                "        return max(0, wire.WINDOW - (self.sent - self.applied)) if self._bytes < WINDOW_BYTES else 0",
                "        return 100_000",
            ),
        ),
    ),
    "hole": Break(
        "a connection takes runs that don't follow what it was sent",
        (
            Patch(
                "chat/live/connections.py",
                "run.epoch == self.epoch and run.after == self.sent and run.last > run.after",
                "run.epoch == self.epoch and run.last > run.after",
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
    sys.stdout.write(f"{name} ({broken.what}): {'found' if status == VIOLATED else 'NOT FOUND'}\n")
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
