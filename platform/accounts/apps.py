from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who comes in, through which door, and what for."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts import checks, erasers, kinds, permissions, tasks  # noqa: F401  (each registers what it holds)
        from accounts.services import ADMINISTRATORS
        from core import navigation

        def administers(caller: object) -> bool:
            return permissions.holds(getattr(caller, "user", None), *ADMINISTRATORS)

        navigation.register("accounts:tablets", "Tablets", rank=70, may=administers)
        navigation.register("accounts:pauses", "Sign-ins", rank=75, may=administers)
