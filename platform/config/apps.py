from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Settings, urls and the commands that know every app."""

    name = "config"
