from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Errors, wake-ups, the change table, ids and the clock. Knows no noun of the product."""

    name = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import tasks  # noqa: F401  (registers its steps)
