from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """Screening rules, cases and decisions, alerts and duty lists."""

    name = "moderation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each registers what it holds.
        from moderation import erasers, kinds, staff_finders, staff_home, staff_nav, tasks  # noqa: F401
        from moderation.cases import words as decisions
        from moderation.screening import words as findings

        decisions.tell_chat()
        findings.tell_chat()
