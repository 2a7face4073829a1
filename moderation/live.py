"""The live figures in the bar of every staff page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.doors import DoorRequest
from accounts.gates import quiet, staff
from accounts.models import User
from accounts.permissions import holds
from moderation.alerts.selectors import waiting_count
from moderation.cases.queue import crisis_count, free_count, many, overdue_count, soon_count
from moderation.permissions import MODERATING, ON_DUTY, ROTA
from moderation.requests import staff_of

#: What the band over every page says of a cry for help that those on duty may have answered.
AT_THE_DESK = "Its case is open at the desk. A cry for help is not an offence."


@dataclass(frozen=True, slots=True)
class Figure:
    """One count. `kind`: by which a page knows it again; `tone`: its colour."""

    kind: str
    count: int
    words: str
    url: str
    tone: str = ""

    @property
    def text(self) -> str:
        return f"{many(self.count)} {self.words}"


@require_GET
@quiet
@staff
def live(request: DoorRequest) -> HttpResponse:
    """The same again, for the page that shows it: 204 while nothing has changed."""
    figures = figures_of(staff_of(request))
    tag = "".join(f"{figure.count}{figure.url}" for figure in figures)
    if request.GET.get("tag") == tag:
        return HttpResponse(status=204)
    context = {
        "figures": [figure for figure in figures if figure.count],
        "counts": " ".join(str(figure.count) for figure in figures),
        "tag": tag,
        "title": _title(figures),
        "crisis_words": "Nobody has answered yet." if figures[0].url == reverse("moderation:duty") else AT_THE_DESK,
        "crisis": next((figure for figure in figures if figure.kind == "crisis" and figure.count), None),
    }
    return render(request, "moderation/staff/_live.html", context)


def figures_of(user: User) -> list[Figure]:
    """Calls that nobody has answered, for those on duty; for moderators cries for help, and what waits at the desk."""
    called = waiting_count(user) if holds(user, *ON_DUTY, *ROTA) else 0
    on_the_desk = holds(user, *MODERATING)
    desk, duty = reverse("moderation:desk"), reverse("moderation:duty")
    cries = crisis_count(user) if on_the_desk and not called else 0
    figures = [Figure("crisis", called or cries, "crisis", duty if called else desk, "berry")]
    if not on_the_desk:
        return figures
    return [
        *figures,
        Figure("overdue", overdue_count(user), "overdue", desk, "clay"),
        Figure("soon", soon_count(user), "due soon", desk),
        Figure("free", free_count(user), "to claim", desk),
    ]


def _title(figures: list[Figure]) -> str:
    """What the title of the tab says first: a crisis in words, else how many wait to be claimed; empty: nothing."""
    counts: Mapping[str, int] = {figure.kind: figure.count for figure in figures}
    if counts["crisis"]:
        return f"{counts['crisis']} crisis"
    return many(counts["free"]) if counts.get("free") else ""
