"""`manage.py add_staff`: a member of staff with a role, asked for their password, given their second factor."""

import getpass
from argparse import ArgumentParser
from typing import Any

from allauth.mfa.adapter import get_adapter
from django.core.management.base import BaseCommand, CommandError

from accounts import services
from accounts.grants import services as grants
from accounts.models import RoleGrant, User
from core.errors import RuleError
from core.transactions import unit
from custody.models import Facility, Programme


class Command(BaseCommand):
    help = "Add a member of staff with a role: for one facility, one programme, or (neither given) everywhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True, help="what colleagues read")
        parser.add_argument("--sign-in", required=True, help="4 to 40 letters, digits, dots or dashes")
        parser.add_argument("--role", required=True, choices=RoleGrant.Role.values)
        place = parser.add_mutually_exclusive_group()
        place.add_argument("--facility", help="the facility's code")
        place.add_argument("--programme", help="the programme's name")

    def handle(self, *args: Any, **options: Any) -> None:
        scope, scope_id = _place(options["facility"], options["programme"])
        try:
            user = _add(options, _password(), scope=scope, scope_id=scope_id)
        except RuleError as error:
            raise CommandError(f"{error.code}: {error.text}") from error
        secret = services.totp_secret_of(user)
        self.stdout.write(f"{user.name} can sign in as {user.sign_in}.")
        self.stdout.write(f"Put this into their code app; it is not shown again: {secret}")
        self.stdout.write(get_adapter().build_totp_url(user, secret))


@unit()
def _add(options: dict[str, Any], password: str, *, scope: str, scope_id: object) -> User:
    user = services.create_staff(name=options["name"], sign_in=options["sign_in"], password=password, by="system")
    grants.grant_role(user=user, role=options["role"], scope=scope, scope_id=scope_id, by="system")
    return user


def _password() -> str:
    typed = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != typed:
        raise CommandError("The two are not the same.")
    return typed


def _place(facility: str | None, programme: str | None) -> tuple[str, object]:
    try:
        if facility:
            return RoleGrant.Scope.FACILITY, Facility.objects.get(code=facility).pk
        if programme:
            return RoleGrant.Scope.PROGRAMME, Programme.objects.get(name=programme).pk
    except (Facility.DoesNotExist, Programme.DoesNotExist):
        raise CommandError("There is no such place.") from None
    return RoleGrant.Scope.INSTALLATION, ""
