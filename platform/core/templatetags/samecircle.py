"""The tags that every page is composed from; docs/design.md shows each with an example."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import cos, pi, radians, sin
from typing import Any

from django import template
from django.forms import BoundField
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import clock as core_clock
from core import modules, navigation
from core.seats import SeatView

register = template.Library()

RUG = 515
"""Length of the rug's edge in user units: time runs along it."""

OUTER = 154
"""Where the back of the furthest chair ends, from the middle of the ring."""

NEAR, SAME_WEEK = timedelta(hours=16), timedelta(days=6)
"""How far away a time may be to need no day, and to need no date."""

NOTICE_ICONS = {"good": "check", "wait": "wait", "fix": "back", "help": "help", "plain": "info"}


def _request(context: Context) -> HttpRequest | None:
    found = context.get("request")
    return found if isinstance(found, HttpRequest) else None


def _caller(context: Context) -> Any:
    return getattr(_request(context), "caller", None)


# Words


@register.filter(expects_localtime=True)
def clock(at: datetime | None) -> str:
    """The time of day as people write it: 6:40 pm, 6:40 p. m. (the room's script writes it alike)."""
    if at is None:
        return ""
    spanish = (get_language() or "").startswith("es")
    am, pm = ("a. m.", "p. m.") if spanish else ("am", "pm")
    return f"{at.hour % 12 or 12}:{at.minute:02d}\N{NO-BREAK SPACE}{am if at.hour < 12 else pm}"


@register.filter(expects_localtime=True)
def day_and_clock(at: datetime) -> str:
    """The time of day; of another day its weekday too, and further away its date (as the room's script does)."""
    away = abs(core_clock.now() - at)
    if away < NEAR:
        return clock(at)
    day = "l" if away < SAME_WEEK else "MONTH_DAY_FORMAT"
    return f"{date_format(at, day)}, {clock(at)}"


# Page


@register.simple_tag(takes_context=True)
def nonce(context: Context) -> str:
    """The attribute that lets a script pass the content security policy; nothing where there is none."""
    value = getattr(_request(context), "csp_nonce", None)
    return "" if value is None else format_html(' nonce="{}"', str(value))


@register.simple_tag(takes_context=True)
def module_script(context: Context, path: str) -> str:
    return format_html('<script type="module" src="{}"{}></script>', static(path), nonce(context))


@register.simple_tag
def module_preload(path: str) -> str:
    """For the head of a page whose module imports others: all of them at once."""
    links = ((static(module),) for module in modules.needed_by(path))
    return format_html_join("\n  ", '<link rel="modulepreload" href="{}">', links)


@register.simple_tag
def style_sheet(path: str, media: str = "all") -> str:
    return format_html('<link rel="stylesheet" href="{}" media="{}">', static(path), media)


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The person's own choice of light or dark, if made. Old engines cannot ask the system."""
    request = _request(context)
    chosen = request.COOKIES.get("theme") if request else None
    return format_html(' data-theme="{}"', chosen) if chosen in ("dark", "light") else ""


@register.simple_tag(takes_context=True)
def here(context: Context, view_name: str, place: str = "") -> str:
    """Marks the link to the page being shown; a view may say its place in the context instead."""
    match = getattr(_request(context), "resolver_match", None)
    is_here = context["place"] == place if "place" in context else getattr(match, "view_name", "") == view_name
    return SafeString(' aria-current="page"') if is_here else ""


@register.simple_tag(takes_context=True)
def staff_links(context: Context) -> list[navigation.Link]:
    """The places in the staff bar, found once for a page."""
    request, caller = _request(context), _caller(context)
    if request is None or getattr(caller, "door", None) != "staff" or getattr(caller, "user", None) is None:
        return []
    found: list[navigation.Link] | None = getattr(request, "staff_links", None)
    if found is None:
        found = navigation.links(caller=caller, here=request.path)
        request.staff_links = found  # type: ignore[attr-defined]
    return found


@register.simple_tag(takes_context=True)
def staff_section(context: Context) -> navigation.Link | None:
    """The place that the page being shown is in, with what else is within it."""
    return next((link for link in staff_links(context) if link.is_here), None)


@register.simple_tag(takes_context=True)
def idle_seconds(context: Context) -> int | None:
    """After how long without a key or a touch this page locks; None: never."""
    seconds: int | None = getattr(_caller(context), "idle_seconds", None)
    return seconds


@register.simple_tag(takes_context=True)
def signed_in_name(context: Context) -> str:
    """Who is signed in, as the bar shows it. Empty: nobody."""
    caller = _caller(context)
    name = getattr(caller, "name", None) or getattr(caller, "user", None) or ""
    return str(name)


# Small parts


@register.simple_tag
def icon(name: str, classes: str = "") -> str:
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#i-{}"></use></svg>',
        f"i {classes}".strip(),
        static("config/icons.svg"),
        name,
    )


@register.simple_block_tag
def notice(content: str, kind: str = "good", *, title: str = "", icon: str = "", role: str = "") -> str:
    """A notice of one of five kinds; the kind says what it means, not how it looks."""
    icon = icon or NOTICE_ICONS[kind]
    parts = {"content": content, "kind": kind, "title": title, "icon": icon, "role": role}
    return render_to_string("parts/notice.html", parts)


@register.simple_block_tag
def nothing(content: str, *, title: str) -> str:
    """The empty state: what would be here, and what one can do."""
    return render_to_string("parts/nothing.html", {"content": content, "title": title})


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, *, show: bool = False, kind: str = "") -> dict[str, Any]:
    """A form field with label, hint and error. `show` adds a button that shows what is typed."""
    kind = kind or _kind(bound)
    attrs: dict[str, str | bool] = {} if kind in ("check", "choices") else {"class": _classes(bound)}
    return {
        "field": bound,
        "kind": kind,
        "show": show,
        "widget": bound.as_widget(attrs=attrs) if kind != "choices" else "",
        "described": bound.aria_describedby,
    }


def _kind(bound: BoundField) -> str:
    kinds = {"checkbox": "check", "radioselect": "choices", "checkboxselectmultiple": "choices"}
    return kinds.get(bound.widget_type, "text")


def _classes(bound: BoundField) -> str:
    return f"input {bound.field.widget.attrs.get('class', '')}".strip()


@register.inclusion_tag("parts/form_errors.html")
def form_errors(form: Any) -> dict[str, Any]:
    return {"errors": form.non_field_errors()}


# Seats


@register.inclusion_tag("parts/face.html")
def face(seat: SeatView, size: str = "") -> dict[str, Any]:
    """A person's picture: their chair, at the place it has in the ring."""
    return {"seat": seat, "size": size, "angle": _number(seat.angle), "state": _state(seat)}


@register.inclusion_tag("parts/ring.html")
def ring(
    seats: Sequence[SeatView],
    *,
    big: str = "",
    mid: str = "",
    small: str = "",
    time: float | None = None,
    label: str = "",
) -> dict[str, Any]:
    """The circle of seats. `time`: the part (0 to 1) of the rug's edge that is lit."""
    return {
        "places": [_place(seat) for seat in seats],
        "big": big,
        "mid": mid,
        "small": small,
        "time": None if time is None else round(RUG * min(max(time, 0), 1)),
        "label": label or _ring_label(seats),
    }


@register.inclusion_tag("parts/ring.html")
def ring_kept(total: int, number: int) -> dict[str, Any]:
    """The circle before anybody signed in: all seats dark, one lit. One that became smaller still has that seat."""
    total = max(total, number)
    seats = [SeatView(number=k, total=total, alias="?", is_me=k == number) for k in range(1, total + 1)]
    places = [{**_place(seat), "state": "is-me is-kept" if seat.is_me else "is-anon"} for seat in seats]
    label = _("A circle of %(total)s seats. One is lit.") % {"total": total}
    return {"places": places, "label": label, "lit": places[number - 1], "kept": True}


def _place(seat: SeatView) -> dict[str, Any]:
    """Where a seat stands in the ring. Beyond twelve, seats shrink so that they do not touch."""
    scale = min(1.0, sin(pi / max(seat.total, 2)) / sin(pi / 12))
    distance, turn = OUTER - 36 * scale, radians(seat.angle)
    return {
        "seat": seat,
        "x": _number(distance * sin(turn)),
        "y": _number(-distance * cos(turn)),
        "scale": "" if scale == 1 else _number(scale),
        "angle": _number(seat.angle),
        "state": _state(seat),
    }


def _number(value: float) -> str:
    """For SVG attributes: a point, never a comma, whatever the language."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _state(seat: SeatView) -> str:
    if seat.is_free:
        return "is-empty"
    signs = {
        "is-me": seat.is_me,
        "is-speaking": seat.is_speaking,
        "is-away": seat.is_away,
        "is-out": not seat.is_here and not seat.is_away,
    }
    return " ".join(name for name, holds in signs.items() if holds)


def _ring_label(seats: Sequence[SeatView]) -> str:
    """The ring in words, for those who cannot see it."""
    told = [_("%(total)s seats.") % {"total": len(seats)}]
    told += [_("Your seat is number %(number)s.") % {"number": seat.number} for seat in seats if seat.is_me]
    told += [_("%(alias)s is speaking.") % {"alias": seat.alias} for seat in seats if seat.is_speaking]
    away = ", ".join(seat.alias for seat in seats if seat.is_away and not seat.is_me)
    told += [_("Taking a break: %(names)s.") % {"names": away}] if away else []
    free = sum(seat.is_free for seat in seats)
    told += [_("Free seats: %(count)s.") % {"count": free}] if free else []
    return " ".join(told)
