"""Silent calls that nobody has been told of yet."""

from typing import ClassVar

from django.db import models

from accounts.models import SignIn
from core.ids import new_id


class SilentCall(models.Model):
    """Somebody came in with their silent PIN, and the alarm could not be raised: it is tried again until it is. The row
    goes with the alarm that it becomes."""

    retention_class = "attendance"

    id = models.UUIDField(primary_key=True, default=new_id)
    sign_in = models.OneToOneField(SignIn, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["SilentCall"]] = models.Manager()
