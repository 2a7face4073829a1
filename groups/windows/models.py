"""When a facility lets its people sit in one particular group."""

from django.db import models

from custody.models import Facility
from custody.windows.models import WeeklyWindow
from groups.models import SupportGroup


class GroupWindow(WeeklyWindow):
    """This facility's people may be in this group's room then, and at no other time. Without any: whenever the tablet
    door is open to them."""

    no_personal_data = "opening hours"

    group = models.ForeignKey(SupportGroup, on_delete=models.PROTECT, related_name="windows")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="group_windows")

    class Meta(WeeklyWindow.Meta):
        abstract = False
        constraints = [
            *WeeklyWindow.Meta.constraints,
            models.UniqueConstraint(fields=["group", "facility", "day", "opens"], name="groups_window_once"),
        ]
