"""The rotating secret of a tablet, and how a copy of it is found out.

Each sign-in proposes a new secret with its answer. The old one stays valid until the new one is shown for the first
time, so an answer that never arrives harms nobody. From then on all others of this tablet are spent: a device that
shows a spent one is a copy, or the tablet itself after its copy went on. Nobody can tell which, so both are out.
"""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from accounts import kinds
from accounts.machines.telling import tell, tells
from accounts.tablets.states import CLONE, State, device_changed, digest
from audit.services import record
from core.transactions import unit
from custody.models import Tablet, TabletCredential

COPY_SEEN = tells("tablet.copied", "A copy of a tablet showed itself; both are out")

Credential = TabletCredential.State
#: What was sent before the new secret had arrived may come in after it was used: a page and its parts on a weak line,
#: which browsers give up after some 30 s. For twice as long a secret that was just spent counts as the same device.
GRACE = timedelta(seconds=60)
#: A secret that was spent so long ago is forgotten: who shows it is nobody's device, and not let in either.
REMEMBERED = timedelta(days=90)
SEEN_EVERY = timedelta(minutes=1)


def cookie_of(tablet: Tablet, secret: str) -> str:
    return f"{tablet.pk}.{secret}"


def tablet_of(cookie: str | None) -> Tablet | None:
    """The tablet that this cookie was once given to, whatever the state of both; None for one that is no tablet's (any
    more). Only for what a stranger may be shown: who comes in, `present` says."""
    found = _find(cookie)
    return found.tablet if isinstance(found, TabletCredential) else found


def _find(cookie: str | None) -> TabletCredential | Tablet | None:
    """What was shown: a rotating secret, or (a tablet in its place) a kiosk's managed one."""
    name, _, secret = (cookie or "").partition(".")
    try:
        pk = UUID(name)
    except ValueError:
        return None
    rows = TabletCredential.objects.filter(digest=digest("tablet.secret", secret), tablet=pk)
    kiosks = Tablet.objects.filter(pk=pk, managed=digest("tablet.managed", secret))
    return rows.select_related("tablet__facility").first() or kiosks.select_related("facility").first()


def present(cookie: str | None, *, at: datetime, engine: str = "") -> Tablet | None:
    """The device that shows this, put on the record as seen. A proposed secret becomes the current one; one that was
    spent before suspends its tablet: look at the state of what is answered. None: no tablet's device."""
    found = _find(cookie)
    if not isinstance(found, TabletCredential):
        if found is not None:
            _saw(found, at=at, engine=engine)
        return found
    if found.state == Credential.PROPOSED:
        _take_into_use(found, at=at)
    if _is_copys(found, at=at):
        _copied(found, at=at, engine=engine)
    elif found.tablet.state == State.ACTIVE:
        _saw(found.tablet, at=at, engine=engine)
    return found.tablet


def _is_copys(shown: TabletCredential, *, at: datetime) -> bool:
    return shown.spent_at is not None and at - shown.spent_at >= GRACE


@unit()
def _take_into_use(shown: TabletCredential, *, at: datetime) -> None:
    """The first use of this one. Of two requests at once one spends the others, and both are let in."""
    Tablet.objects.select_for_update().get(pk=shown.tablet_id)
    ours = TabletCredential.objects.filter(tablet=shown.tablet_id)
    if ours.filter(pk=shown.pk, state=Credential.PROPOSED).exists():
        ours.exclude(pk=shown.pk).exclude(state=Credential.SPENT).update(state=Credential.SPENT, spent_at=at)
        ours.filter(pk=shown.pk).update(state=Credential.CURRENT, used_at=at)
    shown.refresh_from_db(fields=["state", "used_at", "spent_at"])


@unit()
def _copied(shown: TabletCredential, *, at: datetime, engine: str) -> None:
    """Both devices are out, and staff are told. Where the tablet was out of use already, or has taken a code in the
    meantime (which makes this nobody's device), nothing more happens."""
    Tablet.objects.select_for_update().get(pk=shown.tablet_id)
    if not TabletCredential.objects.filter(pk=shown.pk).exists():
        return
    suspended = Tablet.objects.filter(pk=shown.tablet_id, state=State.ACTIVE).update(
        state=State.SUSPENDED, why_suspended=CLONE, code="", code_until=None
    )
    if suspended:
        TabletCredential.objects.filter(pk=shown.pk).update(copied_at=at, copied_by=engine)
        device_changed(shown.tablet, because="tablet_clone", by=None)
        record(kinds.TABLET_COPIED, by=None, subject=f"tablet:{shown.tablet_id}", at=at, credential=shown.pk)
        tell(shown.tablet.facility_id, COPY_SEEN, {"tablet": shown.tablet.label})
    shown.tablet.refresh_from_db(fields=["state", "why_suspended"])


@unit()
def propose(*, tablet: Tablet, shown: str, at: datetime) -> str | None:
    """A new secret for the device that signs in now and showed this cookie. Any number may be proposed before one is
    used. None: it is not this tablet any more."""
    Tablet.objects.select_for_update().get(pk=tablet.pk)
    if not isinstance(_find(shown), TabletCredential):
        return None
    secret = secrets.token_urlsafe(32)
    TabletCredential.objects.create(tablet=tablet, digest=digest("tablet.secret", secret), made_at=at)
    return secret


def give_first(tablet: Tablet, *, at: datetime) -> str:
    """The secret of a device that has just become this tablet; nothing else opens for it any more."""
    TabletCredential.objects.filter(tablet=tablet).delete()
    secret = secrets.token_urlsafe(32)
    TabletCredential.objects.create(
        tablet=tablet, digest=digest("tablet.secret", secret), state=Credential.CURRENT, made_at=at, used_at=at
    )
    return secret


def forget_spent(*, at: datetime) -> int:
    """Drop secrets that were spent long ago, but not the trace of a copy that staff still have to deal with."""
    old = TabletCredential.objects.filter(spent_at__lt=at - REMEMBERED)
    deleted, _ = old.exclude(copied_at__isnull=False, tablet__state=State.SUSPENDED).delete()
    return deleted


def _saw(tablet: Tablet, *, at: datetime, engine: str) -> None:
    """Written once a minute at most, unless its browser is another now."""
    engine = engine or tablet.engine
    if engine == tablet.engine and tablet.last_seen_at is not None and at - tablet.last_seen_at < SEEN_EVERY:
        return
    Tablet.objects.filter(pk=tablet.pk).update(engine=engine, last_seen_at=at)
    tablet.engine, tablet.last_seen_at = engine, at
