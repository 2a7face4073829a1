"""The demo world as people and tools read it. The JSON is stable: outside testers and load tools stand on it."""

from typing import Any

from django.conf import settings

from accounts import tablets
from config.demo import people as cast
from config.demo.people import Someone, Staff
from config.demo.world import World, room_of, tablet_for
from groups.selectors import groups_of


def doors() -> dict[str, str]:
    return {door: f"{settings.SCHEME}://{host}/" for door, host in settings.DOOR_HOSTS.items()}


def connect() -> str:
    """Where tools dial: `*.localhost` is known to browsers, not to resolvers. The door goes into the Host header."""
    _, _, port = settings.SITE.partition(":")
    return f"127.0.0.1:{port or 80}"


def as_json(found: World) -> dict[str, Any]:
    people = [_participant(found, someone) for someone in cast.PEOPLE]
    return {
        "doors": doors(),
        "connect": connect(),
        "people": people + [_staff(member) for member in cast.STAFF],
        "groups": [
            {"id": str(group.pk), "name": name, "room": str(room_of(group))} for name, group in found.groups.items()
        ],
    }


def _participant(found: World, someone: Someone) -> dict[str, Any]:
    return {
        "alias": someone.alias,
        "role": "facilitator" if someone.leads else "participant",
        "door": "tablet" if someone.facility else "online",
        "sign_in": _inside(found, someone) if someone.facility else _outside(someone),
        "groups": [str(seat.group_id) for seat in groups_of(found.persons[someone.key])],
    }


def _inside(found: World, someone: Someone) -> dict[str, str]:
    """With a code that enrols one device within ten minutes, at this person's facility."""
    code = tablets.issue_code(tablet=tablet_for(found, someone), by="system")
    return {"number": someone.number, "pin": cast.PIN, "device_code": code}


def _outside(someone: Someone) -> dict[str, str]:
    return {"name": f"{someone.key}.out", "password": cast.PASSWORD}


def _staff(member: Staff) -> dict[str, Any]:
    return {
        "alias": member.name,
        "role": member.roles[0],
        "door": "staff",
        "sign_in": {"name": member.key, "password": cast.PASSWORD, "totp_secret": member.totp_secret},
        "groups": [],
    }


def as_text(found: World) -> str:
    return "\n".join([*_addresses(), "", *_participants(), "", *_staff_lines(), ""])


def _addresses() -> list[str]:
    start = f"{settings.SCHEME}://{settings.SITE}/"
    lines = ["Same Circle, demo world", f"  start here   {start}  (explains the roles, enrols a tablet, shows codes)"]
    return lines + [f"  {door:<12} {url}" for door, url in doors().items()]


def _participants() -> list[str]:
    inside = [f"  {s.alias:<14} {cast.FACILITIES[s.facility][0]:<14} {s.number}" for s in cast.PEOPLE if s.facility]
    outside = [
        f"  {s.alias:<14} {s.key + '.out':<14} {'leads ' + s.leads[0] if s.leads else ''}".rstrip()
        for s in cast.PEOPLE
        if not s.facility
    ]
    return [
        f"Tablet door: facility number, and PIN {cast.PIN}",
        *inside,
        "",
        f"Online door: sign-in name, and password “{cast.PASSWORD}”",
        *outside,
    ]


def _staff_lines() -> list[str]:
    head = f"Staff door: sign-in name, password “{cast.PASSWORD}”, and a code (the start page shows it)"
    return [head, *(f"  {s.key:<14} {s.does}" for s in cast.STAFF)]
