"""A wrong setting stops the start, in words."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string


@register()
def ports_can_be_imported(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without a screener everything would be held, without a desk nobody would read it."""
    return [
        error
        for name, id_ in (("CHAT_SCREENER", "chat.E001"), ("CHAT_DESK", "chat.E002"))
        for error in _check(name, id_)
    ]


def _check(name: str, id_: str) -> list[CheckMessage]:
    try:
        import_string(getattr(settings, name))
    except (AttributeError, ImportError) as error:
        return [Error(f"{name}: {error}", id=id_)]
    return []
