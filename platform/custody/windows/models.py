"""When a facility's tablets are open for this: days and hours by the facility's own clock."""

from django.db import models
from django.db.models import F, Q

from core.ids import new_id
from custody.models import Facility, Unit


class WeeklyWindow(models.Model):
    """From one hour to another on one day of the week (0: Monday), on the facility's clock; past midnight is two."""

    id = models.UUIDField(primary_key=True, default=new_id)
    day = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()  # 23:59:59.999999 is the end of the day
    given_by = models.TextField()
    given_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(name="%(app_label)s_%(class)s_day_of_a_week", condition=Q(day__lte=6)),
            models.CheckConstraint(name="%(app_label)s_%(class)s_closes_later", condition=Q(closes__gt=F("opens"))),
        ]


class DoorWindow(WeeklyWindow):
    """The tablet door of a facility, or of one of its units, is open then. A unit that has windows of its own is under
    these alone; a facility without any is always open."""

    no_personal_data = "opening hours"

    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="windows")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="windows")

    class Meta(WeeklyWindow.Meta):
        abstract = False
        constraints = [
            *WeeklyWindow.Meta.constraints,
            models.UniqueConstraint(
                fields=["facility", "day", "opens"], condition=Q(unit=None), name="custody_window_once_per_facility"
            ),
            models.UniqueConstraint(fields=["unit", "day", "opens"], name="custody_window_once_per_unit"),
        ]
