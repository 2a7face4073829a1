"""What somebody wants to say, until it is known what became of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

#: After so long without an answer a post is sent again, with the same `client_id`; the second time twice as long, …
AGAIN_S = 4.0
#: Words that the screener stops, so that staff have something to decide on.
FOR_STAFF = "My number is 555 867 5309."


@dataclass
class Draft:
    """A post on its way. `due`: when it is sent (again)."""

    client_id: str
    body: str
    due: float = 0.0
    tries: int = 0

    @property
    def frame(self) -> dict[str, str]:
        return {"type": "post", "client_id": self.client_id, "body": self.body, "lang": "en"}

    def sent(self, *, at: float) -> None:
        self.tries += 1
        self.due = at + AGAIN_S * self.tries


def words_for(client_id: str, *, held: bool = False) -> str:
    """What is said with this id: any reader can tell whether the words belong to it."""
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in client_id.replace("-", ""))
    words = " ".join(letters[start : start + 4] for start in range(0, 16, 4))
    return f"{FOR_STAFF} {words}" if held else f"I want to say {words}"


@dataclass
class Outbox:
    """`changed` is called when there is something new to send. `mine`: own messages that are there for all."""

    dice: Random
    changed: Callable[[], None]
    drafts: dict[str, Draft] = field(default_factory=dict)
    mine: list[str] = field(default_factory=list)

    def say(self, *, held: bool = False) -> None:
        client_id = str(UUID(int=self.dice.getrandbits(128), version=4))
        self.drafts[client_id] = Draft(client_id, words_for(client_id, held=held))
        self.changed()

    def due(self, *, at: float) -> list[Draft]:
        return [draft for draft in self.drafts.values() if draft.due <= at]

    def answered(self, client_id: str | None) -> bool:
        """True: this was still on its way."""
        return client_id is not None and self.drafts.pop(client_id, None) is not None

    def later(self, client_id: str | None, *, at: float) -> None:
        """It was not taken, and may be sent again then."""
        if client_id in self.drafts:
            self.drafts[client_id].due = at
