"""What must be right before this serves anybody (`manage.py check --deploy`)."""

import stat
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured

from accounts.ports import alarm
from core.keyring import ring


@register(Tags.security, deploy=True)
def production_is_meant(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.PRODUCTION:
        return []
    return [Error(f"SAMECIRCLE_MODE is {settings.MODE!r}: deployed is only production", id="accounts.E001")]


@register(Tags.security, deploy=True)
def secrets_are_our_own(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.SECRET_KEY.startswith("only-for-development"):
        return [Error("SECRET_KEY is the one that everybody can read in the source", id="accounts.E002")]
    return []


@register(Tags.security, deploy=True)
def the_site_has_a_name(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.SITE_HOST == "localhost" or settings.SITE_HOST.endswith(".localhost"):
        return [Error(f"SITE is {settings.SITE!r}: nobody else can reach that", id="accounts.E003")]
    return []


@register(Tags.security, deploy=True)
def the_key_ring_can_be_read(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        ring()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="accounts.E004")]
    if Path(settings.KEY_FILE).stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return [Warning("KEY_FILE can be read by others than its owner", id="accounts.W001")]
    return []


@register(Tags.security, deploy=True)
def cookies_travel_encrypted(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE:
        return []
    return [Error("Cookies would be sent over plain http", id="accounts.E005")]


@register()
def the_alarm_can_be_imported(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        alarm()
    except (AttributeError, ImportError) as error:
        return [Error(f"ACCOUNTS_ALARM: {error}", id="accounts.E006")]
    return []
