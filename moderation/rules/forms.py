"""Forms of the rules pages."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from chat.wire import LONGEST_BODY
from core.errors import RuleError
from moderation.errors import OutcomeUnsafe, RuleIncomplete
from moderation.rules import content as contents
from moderation.rules import outcomes, places, words
from moderation.rules.codes import PREFIX, staff_code
from moderation.rules.compiling import detectors
from moderation.rules.content import Content
from moderation.rules.listing import Wanted
from moderation.rules.models import BuiltInOverride, RuleVersion
from moderation.screening import staff_words
from moderation.screening.decide import TIERS

LANGUAGES: Final = (("en", "English"), ("es", "Spanish"))
#: What to do about a field of a rule that is not right.
ADVICE: Final = {
    "code": "Small letters, figures and _ only, with a dot between parts; at most 60 of them in a part.",
    "kind": "Choose how the rule looks for it.",
    "category": "Choose what it is about.",
    "tier": "Choose what it is about.",
    "purpose": f"Say in one sentence what it is for, in at most {contents.LONGEST_PURPOSE} characters.",
    "scope": "Choose a place where you may write rules.",
    "score": "A number above 0 and up to 1.",
    "literals": f"At least one word or phrase, at most {contents.MOST_LITERALS}; each up to "
    f"{contents.LONGEST_LITERAL} characters.",
    "pattern": f"A pattern of at most {contents.LONGEST_PATTERN} characters.",
    "steps": f"At least one step, at most {contents.MOST_STEPS}: one per line, its spellings with commas between.",
    "gap": f"A whole number from 0 to {contents.WIDEST_GAP}.",
    "not_before": f"At most {contents.LONGEST_LITERAL} characters a line.",
    "not_after": f"At most {contents.LONGEST_LITERAL} characters a line.",
    "detector": "Choose one of the detectors.",
    "must_match": f"At most {contents.MOST_EXAMPLES} texts, each up to {contents.LONGEST_EXAMPLE} characters.",
    "must_not_match": f"At most {contents.MOST_EXAMPLES} texts, each up to {contents.LONGEST_EXAMPLE} characters.",
}
#: In which field of the form a field of the content is typed.
TYPED_IN: Final = {"category": "about", "tier": "about"}


def refuse(form: forms.Form, refusal: RuleError) -> None:
    """Mark the field that the service named; what is about no field stands above them all."""
    named = "outcome" if isinstance(refusal, OutcomeUnsafe) else getattr(refusal, "field", "")
    field = TYPED_IN.get(named, named)
    form.add_error(field if field in form.fields else None, str(refusal.text))


def _input(kind: type[forms.Widget] = forms.TextInput, **attrs: str) -> forms.Widget:
    return kind(attrs={"class": "input", "autocomplete": "off", **attrs})


def _lines(label: str, help_text: str = "", *, rows: int = 4, **attrs: str) -> "Lines":
    widget = _input(forms.Textarea, rows=str(rows), spellcheck="false", **attrs)
    return Lines(label=label, help_text=help_text, required=False, widget=widget)


class Lines(forms.CharField):
    """One thing per line; empty lines count for nothing."""

    def to_python(self, value: Any) -> Any:
        return tuple(line.strip() for line in str(value or "").splitlines() if line.strip())


def _about() -> places.Groups:
    by_category = [
        (
            words.category(category),
            [(f"{category}.{tier}", f"{words.category(category)}: {words.tier(category, tier)}") for tier in tiers],
        )
        for category, tiers in TIERS.items()
    ]
    return [("", [("", "Choose")]), *by_category]


def _choices(groups: places.Groups) -> list[Any]:
    """As a select takes them: what is in no group stands alone."""
    found: list[Any] = []
    for name, choices in groups:
        found += [(name, choices)] if name else choices
    return found


class RuleForm(forms.Form):
    """A version of a rule as it is typed. Of the four ways to look for something, the fields of the chosen one count;
    what stands in the others is kept on the page and not in the rule."""

    kind = forms.ChoiceField(label="How it looks for it", choices=list(words.KINDS.items()), widget=forms.RadioSelect)
    about = forms.ChoiceField(label="What it finds", widget=_input(forms.Select))
    purpose = forms.CharField(
        label="Purpose",
        help_text="One sentence. Colleagues read it beside each case, and a second person agrees to it.",
        required=False,
        widget=_input(forms.Textarea, rows="2", maxlength=str(contents.LONGEST_PURPOSE)),
    )
    scope = forms.ChoiceField(label="Where", widget=_input(forms.Select))
    person = forms.CharField(
        label="Who", help_text="Facility number or alias.", required=False, max_length=100, widget=_input()
    )
    score = forms.FloatField(
        label="Weight",
        help_text="1 speaks alone. Less speaks only together with other signals of its category.",
        widget=_input(forms.NumberInput, min="0.1", max="1", step="0.1"),
    )
    literals = _lines("Words or phrases", "One per line. Capitals, accents and apostrophes make no difference.", rows=6)
    steps = _lines(
        "Steps",
        "One step per line, in this order; the spellings of a step with commas between: get, got, score",
        rows=5,
    )
    gap = forms.IntegerField(
        label="Other words between two steps",
        required=False,
        min_value=0,
        max_value=contents.WIDEST_GAP,
        widget=_input(forms.NumberInput, min="0", max=str(contents.WIDEST_GAP)),
    )
    pattern = forms.CharField(
        label="Pattern",
        help_text="RE2, on small letters without accents and apostrophes, one space between words: "
        r"\b(?:need|want) (?:a )?tattoos?\b",
        required=False,
        strip=False,
        widget=_input(forms.Textarea, rows="4", spellcheck="false"),
    )
    detector = forms.ChoiceField(
        label="Detector", help_text="Looks with a program of its own.", required=False, widget=_input(forms.Select)
    )
    not_before = _lines(
        "Unless said before", "One per line. Said anywhere before it in the sentence, they stop the rule.", rows=2
    )
    not_after = _lines(
        "Unless said after", "One per line. Said anywhere after it in the sentence, they stop the rule.", rows=2
    )
    must_match = _lines("It must find", "One text per line. At least one, before it is published.", rows=5)
    must_not_match = _lines("It must leave alone", "One text per line. At least one, before it is published.", rows=5)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._set_choices("about", _choices(_about()))
        groups = places.for_drafts(user)
        self._set_choices("scope", _choices(groups))
        self._set_choices("detector", [("", "None"), *((name, name) for name in sorted(detectors()))])
        if not any(choice == places.A_PERSON for _, choices in groups for choice, _ in choices):
            del self.fields["person"]

    def _set_choices(self, name: str, choices: Iterable[Any]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("scope") == places.A_PERSON:
            said["scope"] = self._person(said.get("person", ""))
        return said

    def _person(self, text: str) -> str:
        found = places.find_persons(text) if text else []
        if len(found) == 1:
            return f"{places.A_PERSON}:{found[0].pk}"
        names = ", ".join(str(person) for person in found)
        several = f"That could be {names}. Give the whole alias, or the facility number."
        self.add_error("person", several if found else "Nobody is found by that. Give an alias or a facility number.")
        return ""

    def content(self) -> Content:
        """What is typed so far, right or not: `contents.check` and the service say whether it is whole."""
        said = getattr(self, "cleaned_data", {})
        category, _, tier = said.get("about", "").partition(".")
        kind = said.get("kind", "")
        return replace(
            Content(
                kind=kind,
                category=category,
                tier=tier,
                purpose=said.get("purpose", ""),
                scope=places.of_value(said.get("scope") or "everywhere"),
                score=said.get("score") or 0.0,
                must_match=said.get("must_match", ()),
                must_not_match=said.get("must_not_match", ()),
            ),
            **_looked_for(kind, said),
        )

    def look_over(self) -> bool:
        """Whether everything is right; also what only the content as a whole can tell is marked."""
        self.is_valid()
        try:
            contents.check(self.content())
        except RuleIncomplete as incomplete:
            if TYPED_IN.get(incomplete.field, incomplete.field) not in self.errors:
                self.refuse(incomplete)
        return not self.errors

    def refuse(self, refusal: RuleIncomplete) -> None:
        """Mark the field that the service named."""
        field = TYPED_IN.get(refusal.field, refusal.field)
        self.add_error(field if field in self.fields else None, ADVICE.get(refusal.field, str(refusal.text)))


class NewRuleForm(RuleForm):
    code = forms.CharField(
        label="Code",
        help_text=f"Its name in lists and on the record, for good. {PREFIX} is put in front.",
        max_length=250,
        widget=_input(spellcheck="false"),
    )
    field_order = ["code"]

    def clean_code(self) -> str:
        try:
            return staff_code(self.cleaned_data["code"].strip().lower())
        except RuleIncomplete:
            raise ValidationError(ADVICE["code"]) from None


def _looked_for(kind: str, said: dict[str, Any]) -> dict[str, Any]:
    """The fields of this kind alone."""
    fields = {
        RuleVersion.Kind.LITERALS: ("literals", "not_before", "not_after"),
        RuleVersion.Kind.PHRASE: ("steps", "gap", "not_before", "not_after"),
        RuleVersion.Kind.PATTERN: ("pattern", "not_before", "not_after"),
        RuleVersion.Kind.DETECTOR: ("detector",),
    }
    typed = {name: said.get(name) for name in fields.get(RuleVersion.Kind(kind), ())} if kind in fields else {}
    if "steps" in typed:
        typed |= {"steps": _spellings(typed["steps"] or ()), "gap": typed["gap"] or 0}
    return {name: value for name, value in typed.items() if value is not None}


def _spellings(steps: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    cut = (tuple(word.strip() for word in step.split(",") if word.strip()) for step in steps)
    return tuple(step for step in cut if step)


def typed(content: Content) -> dict[str, Any]:
    """The form's values that say the same."""
    lines = ("literals", "not_before", "not_after", "must_match", "must_not_match")
    return {
        "kind": content.kind,
        "about": f"{content.category}.{content.tier}",
        "purpose": content.purpose,
        "scope": places.value_of(content.scope),
        "person": places.label(content.scope) if content.scope.kind == places.A_PERSON else "",
        "score": f"{content.score:g}",
        "steps": "\n".join(", ".join(step) for step in content.steps),
        "gap": content.gap,
        "pattern": content.pattern,
        "detector": content.detector,
        **{name: "\n".join(getattr(content, name)) for name in lines},
    }


BLANK: Final = {"kind": "literals", "score": "1", "gap": 0, "lang": "en"}


class TryForm(forms.Form):
    """A text beside the editor."""

    text = forms.CharField(
        label="Try a text",
        required=False,
        max_length=LONGEST_BODY,
        widget=_input(forms.Textarea, rows="3", placeholder="Type what somebody might say"),
    )
    lang = forms.ChoiceField(label="Language", choices=LANGUAGES, required=False, widget=_input(forms.Select))


class ScreeningForm(TryForm):
    """A text for the whole screening, and what is known of whoever writes it."""

    room = forms.ChoiceField(label="In which room", required=False, widget=_input(forms.Select))
    place = forms.ChoiceField(label="Where the writer is", required=False, widget=_input(forms.Select))
    days = forms.ChoiceField(
        label="Days of risk",
        required=False,
        choices=[
            ("", "None"),
            ("first", "First days in custody"),
            ("court", "A day before or after court"),
            ("released", "First days after release"),
        ],
        widget=_input(forms.Select),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = dict(places.for_back_tests(user))
        own_rooms = groups.get("Rooms", [])
        inside = [(name, groups[name]) for name in ("Facilities", "Units") if name in groups]
        self.fields["room"].choices = [("", "Any room"), *own_rooms]  # type: ignore[attr-defined]
        self.fields["place"].choices = [("", "Outside, or not known"), *inside]  # type: ignore[attr-defined]


class FilterForm(forms.Form):
    q = forms.CharField(label="Code or purpose", required=False, max_length=100, widget=_input(type="search"))
    category = forms.ChoiceField(
        label="About",
        required=False,
        choices=[("", "Anything"), *((code, str(name)) for code, name in staff_words.CATEGORIES.items())],
        widget=_input(forms.Select),
    )
    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "Any"), *words.STATES.items()], widget=_input(forms.Select)
    )
    place = forms.ChoiceField(
        label="Where", required=False, choices=[("", "Any place"), *words.SCOPES.items()], widget=_input(forms.Select)
    )
    pack = forms.ChoiceField(
        label="Language",
        required=False,
        choices=[("", "Any"), *words.PACKS.items(), ("all", words.ANY_PACK)],
        widget=_input(forms.Select),
    )
    order = forms.ChoiceField(
        label="Order",
        required=False,
        choices=[("", "By state"), ("hits", "Most hits first")],
        widget=_input(forms.Select),
    )

    def wanted(self, kind: str) -> Wanted:
        """Of a form that is wrong somewhere: what is right of it."""
        said = getattr(self, "cleaned_data", {})
        return Wanted(
            text=said.get("q", ""),
            kind=kind,
            category=said.get("category", ""),
            state=said.get("state", ""),
            place=said.get("place", ""),
            pack=said.get("pack", ""),
            by_hits=said.get("order") == "hits",
        )


class OverrideForm(forms.Form):
    to = forms.ChoiceField(
        label="What it does instead",
        choices=[
            (BuiltInOverride.To.SHADOW, "Shadow: it only looks, and its hits are counted"),
            (BuiltInOverride.To.RETIRED, "Retired: it does not run"),
        ],
        widget=forms.RadioSelect,
    )
    scope = forms.ChoiceField(label="Where", widget=_input(forms.Select))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = _choices(places.for_overrides(user))  # type: ignore[attr-defined]


class OutcomeForm(forms.Form):
    """A row of the table of what follows, as it is typed."""

    about = forms.ChoiceField(
        label="When this is found",
        error_messages={"required": "Choose what is found."},
        widget=_input(forms.Select),
    )
    outcome = forms.ChoiceField(
        label="What follows",
        choices=[("", "Choose"), *words.FOLLOWS.items()],
        error_messages={"required": "Choose what follows."},
        widget=_input(forms.Select),
    )
    scope = forms.ChoiceField(label="Where", widget=_input(forms.Select))
    days = forms.ChoiceField(label="On which days", choices=list(words.DAYS.items()), widget=_input(forms.Select))
    why = forms.CharField(
        label="Why",
        help_text="One sentence. Colleagues read it beside the row.",
        max_length=outcomes.LONGEST_WHY,
        error_messages={"required": "Say in one sentence why."},
        widget=_input(forms.Textarea, rows="2"),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = _choices(_about())  # type: ignore[attr-defined]
        self.fields["scope"].choices = _choices(places.for_outcomes(user))  # type: ignore[attr-defined]

    def may_choose(self) -> bool:
        """Whether there is a place for which this user may change anything."""
        return bool(self.fields["scope"].choices)  # type: ignore[attr-defined]


class BackTestForm(forms.Form):
    days = forms.TypedChoiceField(
        label="Messages of",
        coerce=int,
        choices=[("1", "the last day"), ("7", "the last 7 days"), ("30", "the last 30 days")],
        widget=_input(forms.Select),
    )
    scope = forms.ChoiceField(label="From", widget=_input(forms.Select))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = _choices(places.for_back_tests(user))  # type: ignore[attr-defined]
