from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """How long things are kept, what keeps them longer, and proof of what was erased."""

    name = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from records import kinds, tasks  # noqa: F401  (register what they hold)
