"""Aliases: what peers call a person, for life. Unique in the installation by their look-alike form, never given again,
never a real name, never with digits."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from django.db import IntegrityError, transaction

from accounts.models import User
from audit.services import record
from core import clock
from core.transactions import unit
from custody.models import AliasForm, Person
from groups import kinds
from groups.continuity.errors import (
    AliasChosen,
    AliasDigits,
    AliasLength,
    AliasNotChecked,
    AliasRealName,
    AliasRefused,
    AliasTaken,
    AliasUnkind,
)
from groups.ports import NotScreened, may_be_shown

LENGTH = range(3, 25)
#: What staff and leaders are called on our pages, in both languages.
STAFF = (
    "staff monitor moderator admin administrator officer warden facilitator leader"
    " personal moderador moderadora administrador administradora oficial guardia facilitador facilitadora"
)
#: Letters of any script, with single spaces, hyphens or apostrophes between them.
_LETTERS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
#: Letters of other scripts, and groups of letters, that look like a Latin one in small print.
_LOOKS_LIKE = str.maketrans(
    {
        **dict(zip("аеорсухіѕԁјһвнкмтгпԛԝ", "aeopcyxisdjhbhkmtrnqw", strict=True)),
        **dict(zip("αβεικνορτυχγηω", "abeikvoptuxynw", strict=True)),
        **dict(zip("ɑɡɩǀ", "agil", strict=True)),
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "s",
        "æ": "a",
        "œ": "o",
    }
)
#: Letters that nobody sees: a name with one of them looks like the name without it.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0")
_PAIRS = (("rn", "m"), ("w", "v"), ("cl", "d"), ("l", "i"), ("j", "i"))


def look_alike(alias: str) -> str:
    """The form in which two names that look alike are the same."""
    plain = unicodedata.normalize("NFKD", alias).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LOOKS_LIKE)
    plain = "".join(filter(str.isalpha, plain))
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return re.sub(r"(.)\1+", r"\1", plain)


def clean(alias: str) -> str:
    """`alias` with single spaces; raises for what can't be a name in a circle."""
    alias = " ".join(unicodedata.normalize("NFC", alias).split())
    if len(alias) not in LENGTH:
        raise AliasLength
    if not _LETTERS.fullmatch(alias) or not all(map(_is_letter, filter(str.isalnum, alias))) or _is_mixed(alias):
        raise AliasDigits
    return alias


def _is_letter(letter: str) -> bool:
    """A letter that can be seen; not a number in a circle, a Roman one, or a mark that is raised."""
    return letter not in _BLANK and unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo")


def _is_mixed(alias: str) -> bool:
    """Latin letters beside those of a script of which we do not know what they look like."""
    form = look_alike(alias)
    strange = [letter for letter in form if not unicodedata.name(letter, "LATIN").startswith("LATIN")]
    return 0 < len(strange) < len(form)


def choose_alias(*, person: Person, alias: str) -> Person:
    """The person's name in every circle, once and for life. `AliasRefused` in its kinds."""
    alias = clean(alias)
    _let_it_be_screened(alias, person=person)
    return _choose(person=person, alias=alias)


def _let_it_be_screened(alias: str, *, person: Person) -> None:
    try:
        fits = may_be_shown(alias, kind="alias", lang=person.language, author_id=person.pk)
    except NotScreened:
        raise AliasNotChecked from None
    if not fits:
        raise AliasUnkind


@unit()
def _choose(*, person: Person, alias: str) -> Person:
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    person.refresh_from_db()
    if person.alias:
        raise AliasChosen
    if is_real_name(alias, person=person):
        raise AliasRealName
    if speaks_for_staff(alias):
        raise AliasRefused
    _take_form(alias, person=person)
    Person.objects.filter(pk=person.pk).update(alias=alias)
    person.refresh_from_db()
    record(kinds.ALIAS_CHOSEN, by=f"person:{person.pk}", subject=f"person:{person.pk}")
    return person


def is_real_name(alias: str, *, person: Person) -> bool:
    """Does it hold a part of the person's own legal name, or begin like a name that people are given?"""
    words = [look_alike(word) for word in re.split(r"[ '’-]", alias)]
    own = {look_alike(word) for word in re.findall(r"[^\W\d_]{3,}", person.legal_name)}
    return bool(own & set(words)) or words[0] in given_names() or _is_a_sign_in(alias, person)


def speaks_for_staff(alias: str) -> bool:
    """Would peers take it for somebody who watches or leads?"""
    return not {look_alike(word) for word in STAFF.split()}.isdisjoint(map(look_alike, alias.split()))


def _is_a_sign_in(alias: str, person: Person) -> bool:
    """The sign-in name is never the alias: peers know that one."""
    names = User.objects.filter(person=person).exclude(sign_in=None).values_list("sign_in", flat=True)
    return look_alike(alias) in {look_alike(str(name)) for name in names}


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names and surnames, English and Spanish, in their look-alike form."""
    words = (Path(__file__).parent / "given_names.txt").read_text().split()
    return frozenset(look_alike(word) for word in words)


def _take_form(alias: str, *, person: Person) -> None:
    try:
        with transaction.atomic():
            AliasForm.objects.create(form=look_alike(alias), given_at=clock.now())
    except IntegrityError:
        raise AliasTaken from None
