from django.apps import AppConfig


class ChatConfig(AppConfig):
    """Rooms, their log, messages and what becomes of them."""

    name = "chat"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chat import checks, tasks  # noqa: F401  (register what they hold)
        from chat.services.ending import MessageEraser
        from records import erasers

        erasers.register(MessageEraser())
