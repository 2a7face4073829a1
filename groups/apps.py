from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Groups, seats, sessions, presence and continuity."""

    name = "groups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from groups import first_checks, kinds, staff_home, staff_places, tasks  # noqa: F401  (register what they hold)
