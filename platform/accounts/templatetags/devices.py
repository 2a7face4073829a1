"""Which device a sign-in came from, in words."""

from django import template
from django.utils.translation import gettext as _

from accounts.models import SignIn

register = template.Library()


@register.simple_tag
def device(sign_in: SignIn) -> str:
    """As "Firefox on Android", in the reader's language; what is not known is a browser."""
    if sign_in.tablet is not None:
        return _("Tablet %(label)s") % {"label": sign_in.tablet.label}
    browser, joined, system = sign_in.device.partition(" on ")
    if joined:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or _("A browser")
