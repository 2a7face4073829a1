from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who comes in, through which door, and what for."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each registers what it holds.
        from accounts import checks, erasers, kinds, permissions, staff_home, staff_places, tasks  # noqa: F401
        from accounts.colleagues import staff_home as colleagues_of_staff  # noqa: F401
        from accounts.machines import sending  # noqa: F401
        from accounts.pins import staff_home as pins_of_staff  # noqa: F401
        from accounts.tablets import staff_home as tablets_of_staff  # noqa: F401
