"""What staff do meanwhile, by the product's own services: ending rights and giving them back, deciding on messages."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

from django.db import connection

from accounts.models import SignIn
from accounts.services import end_sign_in
from chat import services as chat
from chat.models import Message
from core import clock
from core.errors import RuleError
from core.ids import new_id
from custody.models import CustodyEvent, Facility, Person
from groups import services as groups
from groups.continuity.services import record_custody_event
from groups.models import Membership, SupportGroup
from tests import factories
from tests.chaos import world
from tests.chaos.clients import Client
from tests.chaos.history import Act
from tests.chaos.lines import Holder
from tests.chaos.plan import Step

BY = "system"
#: Posts that somebody sends in the moment in which their right ends.
BURST = 12


class Acts:
    """One desk: one act after the other, in one thread. `database` is held while it is at work."""

    def __init__(self, rooms: Sequence[Sequence[Client]], database: asyncio.Lock, seed: int) -> None:
        self.rooms, self.database = rooms, database
        self.dice = Random(f"{seed}:acts")
        self.done: list[Act] = []
        self.out: list[tuple[str, Client]] = []  # whose right has ended, and how
        self.elsewhere = factories.facility()
        self._desk = ThreadPoolExecutor(1)
        self._how: dict[str, Callable[[Step], Awaitable[None]]] = {
            "turn": self._turn,
            "end": self._end,
            "sign_out": self._sign_out,
            "move": self._move,
            "release": self._decide,
            "remove": self._decide,
            "give_back": self._give_back,
        }

    async def do(self, step: Step) -> None:
        await self._how[step.what](step)

    async def everybody_back(self) -> None:
        while self.out:
            await self._give_back_one()

    async def _act(self, act: str, holder: Holder, work: Callable[[], object], *, message: str = "") -> bool:
        """One act of staff. False: the rules did not let it happen."""
        sign_in = holder.sign_in
        async with self.database:
            began = time.monotonic()
            try:
                await asyncio.get_running_loop().run_in_executor(self._desk, lambda: _fresh(work))
            except RuleError:
                return False
        self.done.append(Act(act, began, time.monotonic(), holder.room, holder.person, sign_in, message))
        return True

    # Ending rights

    def _victim(self, room: int, *kinds: str) -> Client | None:
        out = {id(client.holder) for _, client in self.out}
        here = [c for c in self.rooms[room] if c.part.kind in kinds and id(c.holder) not in out]
        return self.dice.choice(here) if here else None

    async def _turn(self, step: Step) -> None:
        """In the middle of what they say."""
        client = self._victim(step.target, "turned", "doubler")
        if client is None:
            await self._give_back_one()
            return
        for _ in range(BURST):
            client.outbox.say()
        await asyncio.sleep(self.dice.uniform(0, 0.5))
        await self._out("away", client, lambda: _turn_away(client.holder.member))

    async def _end(self, step: Step) -> None:
        client = self._victim(step.target, "ordinary", "poller", "turned")
        if client is not None:
            await self._out("end", client, lambda: _end_membership(client.holder.member))

    async def _sign_out(self, step: Step) -> None:
        client = self._victim(step.target, "ordinary", "poller", "resumer", "doubler", "slow")
        if client is not None:
            sign_in = client.holder.sign_in
            await self._out("sign_out", client, lambda: _sign_out(sign_in))

    async def _move(self, step: Step) -> None:
        """Into custody at a place that never approved the group: door and seat at once."""
        client = self._victim(step.target, "ordinary", "resumer", "cutter", "tab_a")
        if client is not None:
            person, place = client.holder.person, self.elsewhere
            await self._out("move", client, lambda: _admit(person, place))

    async def _out(self, act: str, client: Client, work: Callable[[], object]) -> None:
        self.out.append((act, client))
        if not await self._act(act, client.holder, work):
            self.out.remove((act, client))

    # Giving them back

    async def _give_back(self, step: Step) -> None:
        await self._give_back_one()

    async def _give_back_one(self) -> None:
        if not self.out:
            return
        how, client = self.out.pop(0)
        holder = client.holder
        if how == "away":
            await self._act("back", holder, lambda: _come_back(holder.member))
        elif how == "end":
            await self._seat_again(holder)
        else:
            if how == "move":
                await self._act("return_home", holder, lambda: _release_person(holder.person))
            await self._sign_in_again(holder)
        holder.changed()

    async def _seat_again(self, holder: Holder) -> None:
        made: list[str] = []
        await self._act("seat", holder, lambda: made.append(_new_seat(holder.member)))
        holder.member = made[0]

    async def _sign_in_again(self, holder: Holder) -> None:
        """The new cookie is known from one moment of the clients' loop on."""
        made: list[tuple[str, str]] = []
        await self._act("sign_in", holder, lambda: made.append(world.sign_in_again(holder.person)))
        holder.cookie, holder.sign_in = made[0]

    # Deciding on messages

    async def _decide(self, step: Step) -> None:
        """Release what is held, take down what was said, or send it back."""
        holder = self.rooms[step.target][0].holder
        state = Message.State.HELD if step.what == "release" else Message.State.DELIVERED
        found: list[Message] = []
        await self._act("look", holder, lambda: found.extend(_latest(holder.room, state)))
        if found:
            message = self.dice.choice(found)
            act = "return" if step.what == "release" and self.dice.random() < 0.3 else step.what
            await self._act(act, holder, lambda: _decided(act, message), message=str(message.pk))


def _fresh(work: Callable[[], object]) -> None:
    """On a connection of this moment: the last may have ended with the server."""
    connection.close()
    work()


def _turn_away(membership: str) -> None:
    groups.turn_away(membership=_seat(membership), why=Membership.Away.OWN_WISH, by=BY)


def _come_back(membership: str) -> None:
    groups.come_back(membership=_seat(membership), by=BY)


def _end_membership(membership: str) -> None:
    groups.end_membership(membership=_seat(membership), to=Membership.State.REMOVED, by=BY)


def _new_seat(membership: str) -> str:
    seat = _seat(membership)
    group, person = SupportGroup.objects.get(pk=seat.group_id), Person.objects.get(pk=seat.person_id)
    return str(groups.give_seat(group=group, person=person, role=seat.role, by=BY).pk)


def _sign_out(sign_in: str) -> None:
    end_sign_in(sign_in=SignIn.objects.get(pk=sign_in), because="by_staff", by=BY)


def _admit(person: str, place: Facility) -> None:
    _custody(person, CustodyEvent.Kind.ADMITTED, place)


def _release_person(person: str) -> None:
    _custody(person, CustodyEvent.Kind.RELEASED, None)


def _custody(person: str, kind: str, place: Facility | None) -> None:
    record_custody_event(
        person=Person.objects.get(pk=person),
        kind=kind,
        facility=place,
        occurred_at=clock.now(),
        source="chaos",
        source_id=str(new_id()),
        by=BY,
    )


def _latest(room: str, state: str) -> list[Message]:
    return list(Message.objects.filter(room=room, state=state).order_by("-said_at")[:5])


def _decided(act: str, message: Message) -> None:
    values = {"message_id": message.pk, "by": BY, "revision": message.revision}
    if act == "release":
        chat.release(**values)
    elif act == "return":
        chat.return_to_writer(**values, code="contact_info")
    else:
        chat.remove(**values, code="contact_info")


def _seat(membership: str) -> Membership:
    return Membership.objects.get(pk=membership)
