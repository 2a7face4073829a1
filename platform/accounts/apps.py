from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who comes in, through which door, and what for."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each registers what it holds.
        from accounts import checks, erasers, kinds, permissions, staff_places, tasks  # noqa: F401
        from accounts.colleagues import staff_home  # noqa: F401
