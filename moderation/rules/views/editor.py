"""Writing a rule: the form, with its try-out beside it. Complete without script; with it, the try-out follows the
typing. What is typed to try is kept nowhere."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import User
from core.errors import NotThere, RuleError
from core.typed import whole
from moderation.errors import RuleCodeTaken, RuleIncomplete, RuleMovedOn
from moderation.requests import by_script, staff_of
from moderation.rules import content as contents
from moderation.rules import services
from moderation.rules.compiling import scope_of
from moderation.rules.content import Content
from moderation.rules.forms import BLANK, NewRuleForm, RuleForm, TryForm, typed
from moderation.rules.models import RuleVersion, StaffRule
from moderation.rules.permissions import DRAFTING, require_draft, rule_for
from moderation.rules.reading import version_in, versions_for
from moderation.rules.trials import TrialView, view_of
from moderation.rules.trying import Trial, try_content

METHODS = ["GET", "HEAD", "POST"]
#: The code of a rule that has none yet.
NEW = "staff.new"
#: On top of which nothing is written.
NO_VERSION = -1


@require_http_methods(METHODS)
@staff(*DRAFTING)
def new_rule(request: DoorRequest) -> HttpResponse:
    user = staff_of(request)
    if request.method != "POST":
        return _page(request, NewRuleForm(user=user, initial=BLANK))
    form = NewRuleForm(request.POST, user=user)
    if _only_tries(request):
        form.is_valid()
        return _tried(request, form, code=form.cleaned_data.get("code", NEW))
    rule = _drafted(form, user) if form.look_over() else None
    if rule is None:
        return _page(request, form, status=400)
    messages.success(request, f"{rule.code} is a draft. It runs nowhere yet.")
    return SeeOther(reverse("rules:rule", args=[rule.pk]))


@require_http_methods(METHODS)
@staff(*DRAFTING)
def edit_rule(request: DoorRequest, rule_id: UUID) -> HttpResponse:
    """The next version, on top of the newest."""
    user = staff_of(request)
    rule = rule_for(user, rule_id)
    newest = RuleVersion.objects.get(rule=rule, number=rule.newest)
    require_draft(user, scope_of(newest))
    if rule.state == StaffRule.State.RETIRED:
        return SeeOther(reverse("rules:rule", args=[rule.pk]))  # its page says how to bring it back
    if request.method != "POST":
        initial = {**typed(contents.of(newest)), "lang": "en"}
        return _page(request, RuleForm(user=user, initial=initial), rule=rule, based_on=rule.newest)
    return _edited(request, rule, RuleForm(request.POST, user=user))


def _edited(request: DoorRequest, rule: StaffRule, form: RuleForm) -> HttpResponse:
    based_on = whole(request.POST.get("based_on", "")) or NO_VERSION
    if _only_tries(request):
        form.is_valid()
        return _tried(request, form, code=rule.code, rule=rule, based_on=based_on)
    if not form.look_over():
        return _page(request, form, rule=rule, based_on=based_on, status=400)
    user = staff_of(request)
    try:
        version = services.change_draft(rule=rule, based_on=based_on, content=form.content(), by=user)
    except NotThere:
        raise
    except RuleIncomplete as refusal:
        form.refuse(refusal)
        return _page(request, form, rule=rule, based_on=based_on, status=refusal.status)
    except RuleMovedOn as refusal:
        return _moved_on(request, rule_for(user, rule.pk), form, refusal)
    except RuleError as refusal:
        form.add_error(None, str(refusal.text))
        return _page(request, form, rule=rule, based_on=based_on, status=refusal.status)
    messages.success(request, f"Version {version.number} is written. What ran before goes on.")
    return SeeOther(reverse("rules:rule", args=[rule.pk]))


def _moved_on(request: DoorRequest, rule: StaffRule, form: RuleForm, refusal: RuleMovedOn) -> HttpResponse:
    """What was typed stays; saved again, it goes on top of the colleague's version."""
    views = versions_for(staff_of(request), rule)
    moved = {"text": str(refusal.text), "theirs": version_in(views, rule.newest)}
    return _page(request, form, rule=rule, based_on=rule.newest, moved=moved, status=refusal.status)


def _drafted(form: NewRuleForm, user: User) -> StaffRule | None:
    try:
        return services.draft_rule(code=form.cleaned_data["code"], content=form.content(), by=user)
    except NotThere:
        form.refuse(RuleIncomplete("scope"))
    except RuleIncomplete as refusal:
        form.refuse(refusal)
    except RuleCodeTaken as refusal:
        form.add_error("code", str(refusal.text))
    except RuleError as refusal:
        form.add_error(None, str(refusal.text))
    return None


def _only_tries(request: DoorRequest) -> bool:
    return request.POST.get("do") == "try"


def _tried(request: DoorRequest, form: RuleForm, *, code: str, **shown: Any) -> HttpResponse:
    """The try-out alone for a page that asks by script, else the whole page as it was typed."""
    beside = TryForm(request.POST)
    text, lang = (beside.cleaned_data["text"], beside.cleaned_data["lang"]) if beside.is_valid() else ("", "en")
    trial = view_of(_trial(form, code, text, lang), text, staff_of(request))
    if by_script(request):
        return render(request, "moderation/staff/rules/_trial.html", {"trial": trial})
    form.errors.clear()  # nothing was sent, so nothing is wrong yet
    return _page(request, form, trial=trial, **shown)


def _trial(form: RuleForm, code: str, text: str, lang: str) -> Trial:
    """What can't be read of the form (a person who is not found) is for everywhere in the try-out."""
    try:
        content = form.content()
        wrong = [name for name in ("kind", "about", "score", "gap") if name in form.errors]
        if wrong:
            return Trial(code, missing=wrong[0])
        return try_content(_runnable(content), code=code, text=text, lang=lang or "en")
    except RuleIncomplete as incomplete:
        return Trial(code, missing=incomplete.field)


def _runnable(content: Content) -> Content:
    limit = contents.LONGEST_PURPOSE
    return replace(content, purpose=content.purpose[:limit])


def _page(
    request: DoorRequest,
    form: RuleForm,
    *,
    rule: StaffRule | None = None,
    based_on: int = 0,
    moved: dict[str, Any] | None = None,
    trial: TrialView | None = None,
    status: int = 200,
) -> HttpResponse:
    said = request.POST if request.method == "POST" else None
    context = {
        "form": form,
        "try_form": TryForm(said, initial=BLANK),
        "rule": rule,
        "based_on": based_on,
        "moved": moved,
        "trial": trial,
    }
    return render(request, "moderation/staff/rules/editor.html", context, status=status)
