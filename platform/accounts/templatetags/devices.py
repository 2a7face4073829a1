"""Which device a sign-in came from, in words."""

from django import template
from django.template.context import Context
from django.utils.translation import gettext as _

from accounts.colleagues import services
from accounts.models import SignIn, User

register = template.Library()


@register.simple_tag(takes_context=True)
def may_stop(context: Context, user: User | None) -> bool:
    """Whether the reader of this page may stop this account, and let it in again."""
    return user is not None and services.may_stop(context["request"].caller.user, user)


@register.simple_tag
def device(sign_in: SignIn) -> str:
    """As "Firefox on Android", in the reader's language; what is not known is a browser."""
    if sign_in.tablet is not None:
        return _("Tablet %(label)s") % {"label": sign_in.tablet.label}
    browser, joined, system = sign_in.device.partition(" on ")
    if joined:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or _("A browser")
