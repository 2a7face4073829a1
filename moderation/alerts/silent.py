"""The port through which accounts says that somebody came in under pressure (`ACCOUNTS_ALARM`)."""

from accounts.models import SignIn
from moderation.alerts.services import raise_alert
from moderation.models import Alert


def call(*, sign_in: SignIn) -> None:
    """An alert of its own kind. It names the sign-in, so that the same one is told once, and where that was."""
    assert sign_in.user.person is not None
    raise_alert(cause=Alert.Cause.DURESS, person=sign_in.user.person, client_id=sign_in.pk)
