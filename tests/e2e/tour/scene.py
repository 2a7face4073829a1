"""A scene: a page in a state, who is there, and how they get there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from tests.e2e.tour.guest import Guest


def opens(guest: "Guest") -> None:
    """The ordinary way: by its address."""
    guest.opens()


@dataclass(frozen=True)
class Scene:
    """`page`: its name in the URL tables (or a path, where no page answers). `who`: a guest of the seed. `at`: what
    stands in the address -> the name of a thing of the seed. `comes`: how they get there, where the address is not
    enough."""

    page: str
    state: str = ""
    who: str = ""
    at: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    status: int = 200
    comes: Callable[["Guest"], None] = opens

    @property
    def name(self) -> str:
        """As in the names of pictures."""
        page = self.page.strip("/").replace(":", "-").replace("_", "-").replace("/", "-")
        return f"{page}-{self.state}" if self.state else page

    def path(self, things: Mapping[str, Any]) -> str:
        named = {place: things[thing] for place, thing in self.at.items()}
        path = self.page if self.page.startswith("/") else reverse(self.page, kwargs=named)
        return path + self.query.format_map(things)
