"""Coming in: one sign-in page per door, and the page where a device becomes a tablet."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlencode

from django import forms as django_forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from accounts import attempts, browsers, forms, services, sessions, tablets
from accounts.browsers import Browser
from accounts.doors import DEVICE_COOKIE, Door, DoorRequest, cookie_name, door_opens
from accounts.errors import CodeNeeded, DoorClosed, TabletUnknown
from accounts.factors import codes, passkeys
from accounts.gates import SeeOther, everybody
from accounts.models import SignIn, User
from accounts.tablets.engines import engine_of
from core import clock
from core.errors import NotThere, RuleError
from custody.models import Tablet

#: Between the password and the code.
HALF_LIVES = timedelta(minutes=5)
#: What the sign-in page says when a sign-in has just ended; other reasons need no words.
SAYS = ("locked", "not_me", "signed_out", "told")
#: In the session of nobody, after "not me": whose page it was, so that staff can be told.
LEFT_OPEN = "left_open"


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def sign_in(request: DoorRequest) -> HttpResponse:
    """The sign-in page of this door."""
    if request.caller.door is None:
        return _which_door(request)
    if request.caller.signed_in and request.method != "POST":
        return SeeOther(onwards(request))
    if request.caller.locked is not None and request.method != "POST":
        return SeeOther(f"{reverse('accounts:locked')}?{urlencode({'next': onwards(request)})}")
    pages = {Door.TABLET: _at_a_tablet, Door.ONLINE: _online, Door.STAFF: _staff}
    return pages[request.caller.door](request)


def _which_door(request: DoorRequest) -> HttpResponse:
    """On a single host nobody knows the door before it is chosen; elsewhere the bare site has none."""
    if not settings.SINGLE_HOST:
        raise NotThere
    return render(request, "accounts/which_door.html")


def _at_a_tablet(request: DoorRequest) -> HttpResponse:
    engine = engine_of(request.headers.get("User-Agent", ""))
    tablet = tablets.present(request.COOKIES.get(DEVICE_COOKIE), at=clock.now(), engine=engine)
    asks_card = tablet is not None and tablet.facility.asks_printed_secret
    form = (forms.TabletCardSignInForm if asks_card else forms.TabletSignInForm)(request.POST or None)

    def come_in(number: str, pin: str, printed: str = "") -> SignIn:
        if tablet is None:
            raise TabletUnknown
        return services.sign_in_tablet(tablet=tablet, number=number, pin=pin, printed=printed)

    is_in_use = tablet is not None and tablet.state == Tablet.State.ACTIVE
    opens = door_opens(
        tablet, None, at=clock.now()
    )  # of who is not known yet: as for anybody who lives where it stands
    context = {"tablet": tablet, "is_in_use": is_in_use, "closed": opens and DoorClosed(opens)}
    return _sign_in_page(request, form, "accounts/sign_in_tablet.html", come_in, context)


def _online(request: DoorRequest) -> HttpResponse:
    """Name and password, then a code where the account has one; or a passkey alone."""
    browser = browsers.read_or_new(request.COOKIES.get(browsers.COOKIE))
    user = half_way(request)
    if user is not None and "again" not in request.GET:
        return _second_step(request, user, partial(services.finish_online, user=user, browser=browser))
    if request.method == "POST" and request.POST.get("credential"):
        return _online_with_passkey(request, browser)
    return _password_step(
        request,
        forms.OnlineSignInForm(request.POST or None),
        "accounts/sign_in_online.html",
        lambda said: services.sign_in_online(**said, browser=browser),
    )


def _online_with_passkey(request: DoorRequest, browser: Browser) -> HttpResponse:
    form = forms.without_own_errors(forms.OnlineSignInForm(request.POST))
    try:
        passkey = passkeys.shown(request, request.POST["credential"], purpose="sign_in")
        return _welcome(request, services.finish_online(user=passkey.user, passkey=passkey, browser=browser))
    except RuleError as refused:
        return _show(request, form, "accounts/sign_in_online.html", refused)


def _staff(request: DoorRequest) -> HttpResponse:
    """Two steps, the second only after the first; a stray code is a wrong one."""
    user = half_way(request)
    if user is not None and "again" not in request.GET:
        return _second_step(request, user, partial(services.sign_in_staff, user=user))
    return _password_step(
        request, forms.StaffSignInForm(request.POST or None), "accounts/staff/sign_in.html", _staff_still_to_show
    )


def _staff_still_to_show(said: dict[str, str]) -> SignIn:
    raise CodeNeeded(services.check_staff(**said))


def _password_step(
    request: DoorRequest,
    form: django_forms.Form,
    template: str,
    come_in: Callable[[dict[str, str]], SignIn],
) -> HttpResponse:
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            return _welcome(request, come_in(form.cleaned_data))
        except CodeNeeded as second:
            _go_half_way(request, second.user)
            back = request.GET.get("next")
            return SeeOther(f"{request.path}?{urlencode({'next': back})}" if back else request.path)
        except RuleError as error:
            refused = error
    return _show(request, form, template, refused)


def _second_step(request: DoorRequest, user: User, come_in: Callable[..., SignIn]) -> HttpResponse:
    is_staff = request.caller.door == Door.STAFF
    template = "accounts/staff/sign_in_code.html" if is_staff else "accounts/sign_in_code.html"
    context = {"has_passkey": codes.has(user, [codes.Type.WEBAUTHN])}
    form = (forms.StaffCodeForm if is_staff else forms.CodeForm)(request.POST or None)
    refused = None
    try:
        if request.method == "POST" and request.POST.get("credential"):
            passkey = passkeys.shown(request, request.POST["credential"], purpose="second")
            return _welcome(request, come_in(passkey=passkey))
        if request.method == "POST" and form.is_valid():
            return _welcome(request, come_in(code=form.cleaned_data["code"]))
    except RuleError as error:
        refused = error
        if request.POST.get("credential"):
            forms.without_own_errors(form)
    return _show(request, form, template, refused, context)


def _go_half_way(request: DoorRequest, user: User) -> None:
    request.session.flush()
    request.session[sessions.HALF] = [str(user.pk), clock.now().isoformat(), str(request.caller.door)]


def half_way(request: DoorRequest) -> User | None:
    """Whoever has shown the password in this session at this door, a few minutes ago at most."""
    pk, at, door = request.session.get(sessions.HALF) or (None, "", "")
    if pk is None or door != request.caller.door or clock.now() - datetime.fromisoformat(at) > HALF_LIVES:
        return None
    return User.objects.filter(pk=pk).first()


def _sign_in_page(
    request: DoorRequest,
    form: django_forms.Form,
    template: str,
    come_in: Callable[..., SignIn],
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            return _welcome(request, come_in(**form.cleaned_data))
        except RuleError as error:
            refused = error
    return _show(request, form, template, refused, context)


def _show(
    request: DoorRequest,
    form: django_forms.Form,
    template: str,
    refused: RuleError | None,
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    """The page, with what was refused and all that was typed but secrets."""
    if refused is not None:
        form.add_error(None, str(refused.text))
    says = request.GET.get("because")
    because = says if says in SAYS and request.method != "POST" else ""
    shown = {
        "form": form,
        "because": because,
        "may_tell": because == "not_me" and LEFT_OPEN in request.session,
        "code": refused.code if refused else "",
        **(context or {}),
    }
    response = render(request, template, shown, status=refused.status if refused else 400 if form.errors else 200)
    if refused is not None and refused.retry_after is not None:
        response["Retry-After"] = str(refused.retry_after)
    return response


def _welcome(request: DoorRequest, come: SignIn) -> HttpResponse:
    """In. Whoever was signed in on this browser before is signed out."""
    before = request.caller.sign_in or request.caller.locked
    if before is not None:
        services.end_sign_in(sign_in=before, because="next_person", by=before.user)
    sessions.begin(request, come)
    response = SeeOther(onwards(request))
    for door in Door:  # on a single host: one door at a time
        if door != come.door and cookie_name(door) in request.COOKIES:
            response.delete_cookie(cookie_name(door), samesite="Strict")
    if come.tablet is not None:
        _keep_device(response, come.tablet, request.COOKIES[DEVICE_COOKIE])
    return response


def _keep_device(response: HttpResponse, tablet: Tablet, shown: str) -> None:
    """What this device shows from now on: a new secret; a kiosk the one that it was started with."""
    secret = tablets.propose(tablet=tablet, shown=shown, at=clock.now())
    cookie = tablets.cookie_of(tablet, secret) if secret else shown
    browsers.set_cookie(response, DEVICE_COOKIE, cookie, seconds=browsers.SECONDS)


def onwards(request: DoorRequest) -> str:
    """To the page that asked to sign in first, if it is one of ours; else to the front of this door."""
    wanted = request.GET.get("next", "")
    return wanted if is_ours(wanted) else "/"


def is_ours(url: str) -> bool:
    """A path on this very host."""
    return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def enrol(request: DoorRequest) -> HttpResponse:
    """A device becomes the tablet that a code was issued for. `?code=` fills it in."""
    if request.caller.door != Door.TABLET:
        raise NotThere
    form = forms.EnrolForm(request.POST or None, initial={"code": request.GET.get("code", "")[:20]})

    def become(place: str) -> tuple[Tablet, str]:
        return tablets.enrol(code=form.cleaned_data["code"], at=clock.now(), place=place)

    return _become(request, form, "accounts/enrol.html", become)


@require_http_methods(["GET", "HEAD", "POST"])
@everybody
def kiosk(request: DoorRequest) -> HttpResponse:
    """A device becomes the kiosk whose start address it opened. The secret stands after the '#', which no server gets:
    the page's script sends it, or it is pasted."""
    if request.caller.door != Door.TABLET:
        raise NotThere
    form = forms.KioskForm(request.POST or None)

    def become(place: str) -> tuple[Tablet, str]:
        secret = form.cleaned_data["secret"].strip()
        return tablets.start_kiosk(secret=secret, at=clock.now(), place=place), secret

    return _become(request, form, "accounts/kiosk.html", become)


def _become(
    request: DoorRequest, form: django_forms.Form, template: str, become: Callable[[str], tuple[Tablet, str]]
) -> HttpResponse:
    """The page on which a device shows what staff gave it. Wrong ones are counted for this browser."""
    browser = browsers.read_or_new(request.COOKIES.get(browsers.COOKIE))
    refused = None
    if request.method == "POST" and form.is_valid():
        is_known = browsers.read(request.COOKIES.get(browsers.COOKIE)) is not None
        try:
            return _enrolled(*become(f"browser:{browser.id}" if is_known else attempts.UNKNOWN))
        except RuleError as error:
            refused = error
    response = _show(request, form, template, refused)
    browsers.remember(response, browser)
    return response


def _enrolled(tablet: Tablet, secret: str) -> HttpResponse:
    response = SeeOther(reverse("accounts:sign_in"))
    browsers.set_cookie(response, DEVICE_COOKIE, tablets.cookie_of(tablet, secret), seconds=browsers.SECONDS)
    return response
