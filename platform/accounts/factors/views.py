"""How somebody signs in, where they are signed in, and how they show once more that it is they: at the online door and
for staff. A shared tablet has none of it: there one signs out."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import browsers, services, sessions
from accounts.doors import Door, DoorRequest
from accounts.factors import codes, forms, passkeys
from accounts.factors import services as factors
from accounts.forms import StaffCodeForm, without_own_errors
from accounts.gates import SeeOther, account_holder, everybody, proved, proved_first, quiet
from accounts.models import SignIn, User
from accounts.views.ways_in import half_way, onwards
from core.errors import NotThere, RuleError
from core.keyring import ring

#: The secret of a code app that is being set up, sealed, in the session: until it has shown a code of it.
PENDING = "code_app"


def _mine(request: DoorRequest) -> SignIn:
    sign_in = request.caller.sign_in
    if sign_in is None or sign_in.door == Door.TABLET:
        raise NotThere
    return sign_in


def _page(request: DoorRequest, name: str, context: dict[str, Any], *, form: Any = None) -> HttpResponse:
    """Staff's pages have the same parts in their own shell."""
    folder = "accounts/staff/factors" if request.caller.door == Door.STAFF else "accounts/factors"
    status = 400 if form is not None and form.errors else 200
    return render(request, f"{folder}/{name}.html", context, status=status)


# The list


@require_safe
@account_holder
def ways(request: DoorRequest) -> HttpResponse:
    user = _mine(request).user
    context = {
        "passkeys": codes.of(user, codes.Type.WEBAUTHN),
        "code_app": next(iter(codes.of(user, codes.Type.TOTP)), None),
        "codes_left": factors.recovery_codes_left(user),
        "may_have_codes": _may_have_codes(user),
        "sign_in_name": user.sign_in,
    }
    return _page(request, "ways", context)


# Passkeys


@require_POST
@quiet
@everybody
def passkey_options(request: DoorRequest, purpose: str) -> HttpResponse:
    """What the browser asks the device for: a challenge for this purpose, in this session."""
    if purpose == "add":
        return JsonResponse(passkeys.ask_to_make(request, _who_adds(request), purpose=purpose))
    return JsonResponse(passkeys.ask_to_show(request, _who_shows(request, purpose), purpose=purpose))


def _who_adds(request: DoorRequest) -> User:
    if request.caller.locked is not None and not codes.has(request.caller.locked.user):
        return request.caller.locked.user
    return _mine(request).user


def _who_shows(request: DoorRequest, purpose: str) -> User | None:
    """None: anybody, at the online door's sign-in page alone."""
    caller = request.caller
    locked = caller.locked.user if caller.locked else None
    known = {"second": half_way(request), "prove": caller.user, "unlock": locked}
    if purpose == "sign_in" and caller.door == Door.ONLINE:
        return None
    user = known.get(purpose)
    if user is None or caller.door not in (Door.ONLINE, Door.STAFF):
        raise NotThere
    return user


@require_http_methods(["GET", "HEAD", "POST"])
@account_holder
@proved_first
def add_passkey(request: DoorRequest) -> HttpResponse:
    user, form = _mine(request).user, forms.PasskeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            credential = passkeys.made(request, request.POST.get("credential", ""), purpose="add")
            factors.add_passkey(user=user, name=form.cleaned_data["name"], credential=credential, by=user)
        except RuleError as refused:
            form.add_error(None, str(refused.text))
        else:
            messages.success(request, _("The passkey is on your list. You can sign in with it now."))
            return SeeOther(reverse("accounts:ways"))
    return _page(request, "passkey", {"form": form}, form=form)


@require_POST
@account_holder
@proved
def remove_factor(request: DoorRequest, factor_id: int) -> HttpResponse:
    user = _mine(request).user
    factor = Authenticator.objects.filter(pk=factor_id, user=user, type__in=codes.FACTORS).first()
    if factor is None:
        raise NotThere
    try:
        factors.remove_factor(factor=factor, by=user)
        messages.success(request, _("It is off your list, and opens nothing any more."))
    except RuleError as refused:
        messages.warning(request, str(refused.text))
    return SeeOther(reverse("accounts:ways"))


# The code app


@dataclass(frozen=True, slots=True)
class NewSecret:
    """A secret as it is shown: to a camera, and in letters of four."""

    qr: SafeString
    letters: str


def _secret(request: DoorRequest) -> str:
    """The secret that is being set up in this session."""
    kept = request.session.get(PENDING)
    if kept is None:
        kept = request.session[PENDING] = ring().seal("mfa", generate_totp_secret().encode())
    return ring().open("mfa", kept).decode()


def _new_secret(request: DoorRequest, user: User) -> NewSecret:
    secret = _secret(request)
    code = segno.make(get_adapter().build_totp_url(user, secret), error="m")
    drawn = code.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
    return NewSecret(
        mark_safe(drawn),  # noqa: S308  (segno draws it, of our own letters)
        " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@account_holder
@proved_first
def code_app(request: DoorRequest) -> HttpResponse:
    """A code app is set up once it has shown that it has the secret."""
    user, form = _mine(request).user, forms.CodeAppForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _set_up_code_app(request, user, form):
        messages.success(request, _("Your code app is set up."))
        return SeeOther(reverse("accounts:ways"))
    return _page(request, "code_app", {"form": form, "secret": _new_secret(request, user)}, form=form)


def _set_up_code_app(request: DoorRequest, user: User, form: django_forms.Form) -> bool:
    try:
        factors.add_totp(user=user, secret=_secret(request), code=form.cleaned_data["code"], by=user)
    except RuleError as refused:
        form.add_error("code", str(refused.text))
        return False
    del request.session[PENDING]
    return True


@require_POST
@account_holder
@proved
def recovery_codes(request: DoorRequest) -> HttpResponse:
    """New codes, this once: they are nowhere else, and this page can't be loaded again."""
    user = _mine(request).user
    if not _may_have_codes(user):
        return SeeOther(reverse("accounts:ways"))
    return _page(request, "recovery_codes", {"codes": factors.make_recovery_codes(user=user, by=user)})


def _may_have_codes(user: User) -> bool:
    """They stand in for a lost code app; of staff also for a lost passkey."""
    return codes.has(user, codes.FACTORS if user.person_id is None else [codes.Type.TOTP])


# Password and name


@require_http_methods(["GET", "HEAD", "POST"])
@account_holder
@proved_first
def password(request: DoorRequest) -> HttpResponse:
    sign_in, form = _mine(request), forms.PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            factors.change_password(sign_in=sign_in, password=form.cleaned_data["password"])
        except RuleError as refused:
            form.add_error("password", str(refused.text))
        else:
            messages.success(request, _("Your password is new. All your other devices are signed out."))
            return SeeOther(reverse("accounts:ways"))
    return _page(request, "password", {"form": form}, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@account_holder
@proved_first
def name(request: DoorRequest) -> HttpResponse:
    user, form = _mine(request).user, forms.NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.set_sign_in(user=user, name=form.cleaned_data["name"], by=user)
        except RuleError as refused:
            form.add_error("name", str(refused.text))
        else:
            messages.success(request, _("Your sign-in name is new. Use it the next time."))
            return SeeOther(reverse("accounts:ways"))
    return _page(request, "name", {"form": form, "now": user.sign_in}, form=form)


# Where somebody is signed in


@require_safe
@account_holder
def devices(request: DoorRequest) -> HttpResponse:
    here = _mine(request)
    rows = SignIn.objects.filter(user=here.user, ended_at=None).select_related("tablet").order_by("-active_at")
    return _page(request, "devices", {"here": here, "rows": services.still_standing(rows)})


@require_POST
@account_holder
def end_device(request: DoorRequest, sign_in_id: UUID) -> HttpResponse:
    """End one of one's own. Ending is always safe: it asks for no proof."""
    here = _mine(request)
    sign_in = SignIn.objects.filter(pk=sign_in_id, user=here.user).first()
    if sign_in is None:
        raise NotThere
    services.end_sign_in(sign_in=sign_in, because="ended_from_list", by=here.user)
    if sign_in == here:
        sessions.end(request)
        return SeeOther(f"{reverse('accounts:sign_in')}?because=signed_out")
    messages.success(request, _("That device is signed out."))
    return SeeOther(reverse("accounts:devices"))


@require_POST
@account_holder
def end_devices(request: DoorRequest) -> HttpResponse:
    """Everywhere but here; this one is offered after that."""
    factors.end_others(sign_in=_mine(request))
    messages.success(request, _("All your other devices are signed out."))
    return SeeOther(reverse("accounts:devices"))


# Showing once more who is there


@require_http_methods(["GET", "HEAD", "POST"])
@account_holder
def prove(request: DoorRequest) -> HttpResponse:
    """Before what changes much: once more, then back to the page that asked for it."""
    sign_in = _mine(request)
    form = (StaffCodeForm if sign_in.door == Door.STAFF else forms.ProveByPasswordForm)(request.POST or None)
    if request.method == "POST" and _has_proved(request, sign_in, form, purpose="prove"):
        return SeeOther(onwards(request))
    return _page(request, "prove", _proof_page(request, sign_in.user, form), form=form)


def _proof_page(request: DoorRequest, user: User, form: django_forms.Form) -> dict[str, Any]:
    return {"form": form, "has_passkey": codes.has(user, [codes.Type.WEBAUTHN]), "back": onwards(request)}


def _has_proved(request: DoorRequest, sign_in: SignIn, form: django_forms.Form, *, purpose: str) -> bool:
    browser = browsers.read_or_new(request.COOKIES.get(browsers.COOKIE))
    answer = request.POST.get("credential")
    if not answer and not form.is_valid():
        return False
    try:
        shown = {"passkey": passkeys.shown(request, answer, purpose=purpose)} if answer else form.cleaned_data
        factors.prove(sign_in=sign_in, browser=browser, **shown)
    except RuleError as refused:
        without_own_errors(form).add_error(None, str(refused.text))
        return False
    return True


# The lock of staff


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def locked(request: DoorRequest) -> HttpResponse:
    """Nothing of the page that was open can be seen. A second factor leads back to it."""
    sign_in = request.caller.locked
    if sign_in is None:
        return _not_locked(request)
    if not codes.has(sign_in.user):
        return SeeOther(reverse("accounts:set_up"))
    form = StaffCodeForm(request.POST or None)
    if request.method == "POST" and _has_proved(request, sign_in, form, purpose="unlock"):
        return SeeOther(onwards(request))
    context = {**_proof_page(request, sign_in.user, form), "name": sign_in.user.name}
    return render(request, "accounts/staff/locked.html", context, status=400 if form.errors else 200)


def _not_locked(request: DoorRequest) -> HttpResponse:
    if request.caller.door != Door.STAFF:
        raise NotThere
    return SeeOther(onwards(request) if request.caller.signed_in else reverse("accounts:sign_in"))


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def set_up(request: DoorRequest) -> HttpResponse:
    """Who came with a code from an administrator has a second factor before anything else."""
    sign_in = request.caller.locked
    if sign_in is None or codes.has(sign_in.user):
        return _not_locked(request) if sign_in is None else SeeOther(reverse("accounts:locked"))
    form = forms.CodeAppForm(request.POST or None)
    if request.method == "POST" and _has_set_up(request, sign_in.user, form):
        factors.finish_set_up(sign_in=sign_in)
        return SeeOther(reverse("accounts:ways"))
    context = {"form": form, "secret": _new_secret(request, sign_in.user)}
    return render(request, "accounts/staff/set_up.html", context, status=400 if form.errors else 200)


def _has_set_up(request: DoorRequest, user: User, form: django_forms.Form) -> bool:
    answer = request.POST.get("credential")
    if not answer:
        return form.is_valid() and _set_up_code_app(request, user, form)
    try:
        credential = passkeys.made(request, answer, purpose="add")
        factors.add_passkey(user=user, name="My first passkey", credential=credential, by=user)
    except RuleError as refused:
        without_own_errors(form).add_error(None, str(refused.text))
        return False
    return True
