"""Pages of rules, as tests open them and fill them in."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User
from moderation.models import RuleVersion, StaffRule
from moderation.rules import content as contents
from moderation.rules.content import Content
from moderation.rules.forms import typed
from tests import factories as make
from tests.moderation.helpers import client_of
from tests.moderation.rules.helpers import CONTENT


def browser(user: User) -> Client:
    return client_of(make.caller(user))


def text(answer: HttpResponse) -> str:
    """The page in one line, so that a sentence is found whatever the template's line breaks."""
    return " ".join(answer.content.decode().split())


def url_of(rule: StaffRule, name: str = "rule", *more: Any) -> str:
    return reverse(f"rules:{name}", args=[rule.pk, *more])


def shows(user: User, rule: StaffRule) -> str:
    return text(browser(user).get(url_of(rule)))


def act(user: User, rule: StaffRule, name: str, version: int) -> HttpResponse:
    return browser(user).post(url_of(rule, "act", name), {"version": version})


def filled(content: Content = CONTENT, **changes: Any) -> dict[str, Any]:
    """The form of a rule that says this."""
    return {**typed(content), "lang": "en", "text": "", "do": "save", **changes}


def newest(rule: StaffRule) -> RuleVersion:
    return rule.versions.order_by("-number").get(number=rule.versions.count())


def says(rule: StaffRule) -> Content:
    return contents.of(newest(rule))
