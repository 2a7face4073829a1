"""Short texts that others will see and that are no posts: names in the circle, goals (`GROUPS_SCREENER`)."""

from typing import Final
from uuid import UUID

from chat.ports import Draft
from chat.screening import screen
from groups.ports import NotScreened

_NO_ROOM: Final = UUID(int=0)


def may_be_shown(text: str, *, kind: str, lang: str, author_id: UUID) -> bool:
    """Nobody looks at such a text again before others read it: so whatever is found in it is too much. Raises
    `NotScreened` when nothing could be looked for."""
    verdict = screen(Draft(body=text, lang=lang, author_id=author_id, room_id=_NO_ROOM, kind=kind))
    if not verdict.screened:
        raise NotScreened
    return not verdict.findings
