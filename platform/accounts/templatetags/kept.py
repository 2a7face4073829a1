"""Forms whose words outlive a lock, a reload and a lost sign-in."""

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.translation import gettext as _

from accounts.sealing import seal_key, writer_tag
from core import clock

register = template.Library()


@register.simple_tag(takes_context=True)
def keeps(context: Context, name: str, about: object = "") -> str:
    """Attributes of a form that `config/js/kept.js` keeps sealed on the device, for its writer alone, a day at most.
    `name` and `about` tell one form from another: the page, and the thing it speaks of."""
    user = context["request"].caller.user
    if user is None:
        return ""
    return format_html(
        ' data-keep="{}" data-writer="{}" data-seal-key="{}" data-kept-words="{}"',
        f"form:{name}:{about}",
        writer_tag(user),
        seal_key(user, clock.now()),
        _("Your words are still here. They were not sent yet."),
    )
