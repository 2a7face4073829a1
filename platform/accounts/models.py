"""Users (sign-ins), their roles and scopes, sessions, pauses, and claim cards."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from core.ids import new_id
from custody.models import Person, Tablet

DOORS = ("tablet", "online", "staff")


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(sign_in=(username or "").casefold())


class User(AbstractBaseUser):
    """A sign-in. A participant's user has exactly one person; staff may have none. The sign-in name is never the
    alias: peers know that one, and could lock each other out."""

    retention_class = "identity"

    class State(models.TextChoices):
        ACTIVE = "active"
        LOCKED = "locked"  # too many failed sign-ins of staff: an administrator releases it
        DISABLED = "disabled"

    id = models.UUIDField(primary_key=True, default=new_id)
    sign_in = models.TextField(unique=True, null=True, blank=True)  # casefolded; empty until claimed
    name = models.TextField(blank=True, default="")  # staff: what colleagues read; participants: empty
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="user")
    pin = models.TextField(blank=True, default="")  # Argon2
    pin_is_temporary = models.BooleanField(default=False)  # staff made it: the next sign-in asks for one's own
    pin_until = models.DateTimeField(null=True, blank=True)  # until when a temporary one works
    duress_pin = models.TextField(blank=True, default="")  # Argon2; comes in as always, and calls somebody unseen
    printed_secret = models.TextField(
        blank=True, default=""
    )  # Argon2; of a card that a facility may ask for at tablets
    second_secret = models.TextField(blank=True, default="")  # Argon2; chosen inside, asked when claiming
    language = models.TextField(default="en")
    state = models.TextField(choices=State.choices, default=State.ACTIVE)
    disabled_because = models.TextField(blank=True, default="")  # "killed", "unused", "left"; empty unless disabled
    sealed_since = models.DateTimeField(null=True, blank=True)  # since when their page's sealing key is the same
    created_at = models.DateTimeField()

    is_active = True  # Django's own flag: whether somebody may come in is `state`, asked at every request
    USERNAME_FIELD = "sign_in"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="accounts_user_is_somebody", condition=Q(person__isnull=False) | ~Q(name="")),
            models.CheckConstraint(
                name="accounts_user_disabled_has_why",
                condition=Q(state="disabled") & ~Q(disabled_because="") | ~Q(state="disabled") & Q(disabled_because=""),
            ),
            models.CheckConstraint(
                name="accounts_user_temporary_pin_is_a_pin", condition=Q(pin_is_temporary=False) | ~Q(pin="")
            ),
            models.CheckConstraint(
                name="accounts_user_only_a_temporary_pin_ends", condition=Q(pin_until=None) | Q(pin_is_temporary=True)
            ),
            models.CheckConstraint(
                name="accounts_user_silent_pin_beside_a_pin", condition=Q(duress_pin="") | ~Q(pin="")
            ),
        ]

    @property
    def email(self) -> str:
        """Nobody needs one here; libraries ask for it."""
        return ""

    def __str__(self) -> str:
        return self.name or f"user {self.pk}"


class RoleGrant(models.Model):
    """A role within a scope, given by somebody, perhaps until some day."""

    retention_class = "audit"

    class Role(models.TextChoices):
        MODERATOR = "moderator"
        DUTY_OFFICER = "duty_officer"
        CLINICIAN = "clinician"  # on call for those who are released
        FACILITY_ADMIN = "facility_administrator"
        UNIT_STAFF = "unit_staff"  # PINs and tablets where they work
        SECURITY_OFFICER = "security_officer"  # what keep-apart orders prevented
        PROGRAMME_ADMIN = "programme_administrator"
        AUDITOR = "auditor"
        RECORDS_OFFICER = "records_officer"
        PARTNER_MENTOR = "partner_mentor"

    class Scope(models.TextChoices):
        INSTALLATION = "installation"
        PROGRAMME = "programme"
        FACILITY = "facility"
        UNIT = "unit"

    #: The places for which there is each role. Who gives which is in `grants.rules`.
    PLACES: ClassVar[dict[str, tuple[str, ...]]] = {
        Role.MODERATOR: (Scope.FACILITY, Scope.PROGRAMME, Scope.INSTALLATION),
        Role.DUTY_OFFICER: (Scope.FACILITY, Scope.PROGRAMME, Scope.INSTALLATION),
        Role.CLINICIAN: (Scope.PROGRAMME, Scope.INSTALLATION),
        Role.FACILITY_ADMIN: (Scope.FACILITY,),
        Role.UNIT_STAFF: (Scope.UNIT, Scope.FACILITY),
        Role.SECURITY_OFFICER: (Scope.FACILITY, Scope.PROGRAMME),
        Role.PROGRAMME_ADMIN: (Scope.PROGRAMME, Scope.INSTALLATION),
        Role.AUDITOR: (Scope.FACILITY, Scope.PROGRAMME, Scope.INSTALLATION),
        Role.RECORDS_OFFICER: (Scope.FACILITY, Scope.PROGRAMME, Scope.INSTALLATION),
        Role.PARTNER_MENTOR: (Scope.PROGRAMME,),
    }

    id = models.UUIDField(primary_key=True, default=new_id)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.TextField(choices=Role.choices)
    scope = models.TextField(choices=Scope.choices)
    scope_id = models.TextField(blank=True, default="")
    given_by = models.TextField()
    agreed_by = models.TextField(blank=True, default="")  # the second person, where one is needed
    given_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "scope", "scope_id"],
                condition=Q(ended_at=None),
                name="accounts_grant_once",
            ),
            models.CheckConstraint(
                name="accounts_grant_scope_names_its_place",
                condition=Q(scope="installation", scope_id="") | ~Q(scope="installation") & ~Q(scope_id=""),
            ),
        ]


class SignIn(models.Model):
    """One sign-in through one door: what a session cookie stands for, and what ending it ends."""

    retention_class = "attendance"

    id = models.UUIDField(primary_key=True, default=new_id)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="sign_ins")
    door = models.TextField(choices=[(door, door) for door in DOORS])
    tablet = models.ForeignKey(Tablet, on_delete=models.PROTECT, null=True, blank=True, related_name="sign_ins")
    started_at = models.DateTimeField()
    active_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True, default="")
    device = models.TextField(blank=True, default="")  # for their own list, as "Firefox on Android"
    proved_at = models.DateTimeField(null=True, blank=True)  # when a second factor was shown last
    locked_at = models.DateTimeField(null=True, blank=True)  # the screen is locked: nothing opens but the lock
    found_open_at = models.DateTimeField(null=True, blank=True)  # somebody else found it open, and told staff so

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_sign_in_ended_has_when_and_why",
                condition=Q(ended_at=None, ended_because="") | Q(ended_at__isnull=False) & ~Q(ended_because=""),
            ),
            models.CheckConstraint(
                name="accounts_sign_in_found_open_was_not_theirs",
                condition=Q(found_open_at=None) | Q(ended_because="not_me"),
            ),
            models.CheckConstraint(
                name="accounts_sign_in_tablet_at_the_tablet_door",
                condition=Q(door="tablet", tablet__isnull=False) | ~Q(door="tablet") & Q(tablet=None),
            ),
        ]
        indexes = [models.Index(fields=["user"], condition=Q(ended_at=None), name="accounts_sign_in_standing")]


class Attempts(models.Model):
    """Failed tries for one thing from one place. Participants are paused on that device only; staff are locked."""

    retention_class = "attendance"

    id = models.BigAutoField(primary_key=True)
    subject = models.TextField()  # user:<id>, card:<id>
    place = models.TextField()  # tablet:<id>, browser:<id>, unknown, any
    failures = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    pauses = models.PositiveIntegerField(default=0)
    paused_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "place"], name="accounts_attempts_once")]


class ClaimCard(models.Model):
    """Ten words on paper. Three of them find the card (a keyed digest), seven prove it (Argon2), together with the
    secret that the person chose inside. Works once, only after release."""

    retention_class = "identity"

    class State(models.TextChoices):
        PRINTED = "printed"
        USED = "used"
        REPLACED = "replaced"

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.PositiveIntegerField(unique=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="claim_cards")
    finder = models.TextField(unique=True)
    proof = models.TextField()
    state = models.TextField(choices=State.choices, default=State.PRINTED)
    printed_at = models.DateTimeField()
    printed_by = models.TextField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(state="printed"), name="accounts_card_one_valid_per_user"
            ),
            models.CheckConstraint(
                name="accounts_card_used_has_when",
                condition=Q(state="used", used_at__isnull=False) | ~Q(state="used") & Q(used_at=None),
            ),
        ]


from accounts.grants.models import GrantProposal as GrantProposal  # noqa: E402  (this app's other nouns)
from accounts.machines.models import Machine as Machine  # noqa: E402
from accounts.machines.models import MachineKey as MachineKey  # noqa: E402
from accounts.machines.models import MachineUse as MachineUse  # noqa: E402
from accounts.machines.models import Webhook as Webhook  # noqa: E402
from accounts.pins.models import SilentCall as SilentCall  # noqa: E402
