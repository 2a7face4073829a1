"""The silent call. It is raised in the transaction of the sign-in that it is about, so that there is never the one
without the other. Where it can't be raised the sign-in goes on as always: a refusal would show the person who stands
beside them that something is different. Then a row in that same transaction keeps it, and it is tried again until
somebody knows.
"""

from uuid import UUID

import structlog

from accounts import kinds
from accounts.models import SignIn, SilentCall
from accounts.ports import alarm
from audit.services import record
from core import clock
from core.transactions import unit

logger = structlog.get_logger(__name__)


def call(sign_in: SignIn) -> None:
    """Inside the caller's unit."""
    try:
        with unit():
            alarm()(sign_in=sign_in)
    except Exception:
        logger.exception("a silent call could not be raised; it is tried again", sign_in=str(sign_in.pk))
        _keep(sign_in)


def _keep(sign_in: SignIn) -> None:
    now = clock.now()
    _, is_new = SilentCall.objects.get_or_create(sign_in=sign_in, defaults={"at": now})
    if is_new:
        record(kinds.SILENT_CALL_WAITS, by=None, subject=f"sign_in:{sign_in.pk}", at=now)


def raise_waiting() -> None:
    """Try again what could not be raised. One that fails again doesn't hold up the others."""
    for waiting in SilentCall.objects.order_by("at").values_list("pk", flat=True):
        try:
            _raise(waiting)
        except Exception:
            logger.exception("a silent call still can't be raised", call=str(waiting))


@unit()
def _raise(waiting: UUID) -> None:
    calls = SilentCall.objects.select_for_update(of=("self",)).filter(pk=waiting)
    found = calls.select_related("sign_in__user__person", "sign_in__tablet").first()
    if found is not None:
        alarm()(sign_in=found.sign_in)
        found.delete()
