"""Kiosks wipe their storage every night: each morning their manager opens the start address, which holds a secret that
stays the same. It is managed by staff: shown once, ended by a new one, and it never rotates, so it finds no copies."""

import secrets
from datetime import datetime

from accounts import attempts, kinds
from accounts.errors import KioskSecretUnknown, SignInPaused, TabletCantDoThat, TabletNotActive
from accounts.tablets.states import State, device_changed, digest, require
from audit.services import record
from core.errors import RuleError
from core.transactions import unit
from custody.models import Tablet

KIOSK = "kiosk"  # what wrong secrets are counted for


@unit()
def issue_managed(*, tablet: Tablet, by: object) -> str:
    """The secret of this kiosk, shown once. The one before stops working, and whoever sits there is signed out.
    `NotThere` outside the actor's scope, `TabletCantDoThat` for what is no kiosk, or out of use."""
    require(by, tablet.facility_id)
    secret = secrets.token_urlsafe(32)
    kiosks = Tablet.objects.filter(pk=tablet.pk, kind=Tablet.Kind.KIOSK, state__in=(State.ENROLLING, State.ACTIVE))
    if not kiosks.update(managed=digest("tablet.managed", secret)):
        raise TabletCantDoThat
    device_changed(tablet, because="tablet_enrolled", by=by)
    record(kinds.KIOSK_ISSUED, by=by, subject=f"tablet:{tablet.pk}")
    return secret


def start_kiosk(*, secret: str, at: datetime, place: str = attempts.UNKNOWN) -> Tablet:
    """The device that sent this is the kiosk from now on, as often as it asks. `place` is what wrong ones are counted
    for. Raises `KioskSecretUnknown`, `TabletNotActive`, `SignInPaused`."""
    outcome = _start(secret.strip(), at=at, place=place)
    if isinstance(outcome, RuleError):
        raise outcome
    return outcome


@unit()
def _start(secret: str, *, at: datetime, place: str) -> Tablet | RuleError:
    row = attempts.locked(subject=KIOSK, place=place, at=at)
    if seconds := attempts.seconds_paused(row, at=at):
        return SignInPaused(seconds=seconds)
    kiosk = Tablet.objects.filter(managed=digest("tablet.managed", secret)).first()
    if kiosk is None:
        attempts.count_wrong(row, at=at)
        return KioskSecretUnknown()
    if Tablet.objects.filter(pk=kiosk.pk, state=State.ENROLLING).update(state=State.ACTIVE, enrolled_at=at):
        record(kinds.TABLET_ENROLLED, by=None, subject=f"tablet:{kiosk.pk}", at=at, again=False)
        kiosk.refresh_from_db()
    return kiosk if kiosk.state == State.ACTIVE else TabletNotActive()
