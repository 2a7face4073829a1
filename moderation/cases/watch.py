"""What must not wait unseen: a message that nothing has screened."""

from datetime import timedelta

from core import clock
from core.transactions import unit
from moderation.alerts.services import raise_alert
from moderation.models import Alert, Case

#: Not screened, and nobody has decided: then somebody on duty is told (a safety floor).
UNSCREENED = timedelta(seconds=60)


@unit()
def alert_unscreened() -> bool:
    """Raise the alert for the one that has waited longest. True: there may be more; False: nothing is due."""
    now = clock.now()
    waiting = Case.objects.filter(
        state=Case.State.OPEN,
        severity=Case.Severity.NOT_SCREENED,
        opened_at__lte=now - UNSCREENED,
        message__isnull=False,
    ).exclude(alerts__cause=Alert.Cause.NOT_SCREENED)
    case = waiting.select_related("group", "message__author").order_by("opened_at").first()
    if case is None or case.message is None:
        return False
    raise_alert(
        cause=Alert.Cause.NOT_SCREENED,
        person=case.message.author,
        client_id=case.pk,
        group=case.group,
        case=case,
        at=now,
    )
    return True
