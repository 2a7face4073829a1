from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class ConfigConfig(AppConfig):
    """Settings, urls and the commands that know every app."""

    name = "config"

    def ready(self) -> None:
        from core import navigation

        navigation.register("work", "Home", rank=0, may=lambda caller: caller.is_staff)


class OurStaticFiles(StaticFilesConfig):
    """Without htmx's extensions: no page of ours uses one, and they name files that are not there."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "ext"]
