from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Groups, seats, sessions, presence and continuity."""

    name = "groups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts.permissions import holds
        from core import navigation
        from groups import kinds, tasks  # noqa: F401  (register what they hold)
        from groups.continuity.selectors import PEOPLE_ROLES
        from groups.staff_views import ROLES

        navigation.register("groups:groups", "Groups", rank=30, may=lambda caller: holds(caller.user, *ROLES))
        navigation.register("groups:people", "People", rank=40, may=lambda caller: holds(caller.user, *PEOPLE_ROLES))
