"""What the interface takes and gives. Strict: nothing undeclared passes, and no text is taken for a number."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema as NinjaSchema
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

#: An id that the other system gave: it comes back in logs and on the record, so it may hold no words.
SourceId = Annotated[str, Field(pattern=r"^[A-Za-z0-9._:-]{1,100}$", examples=["JMS-2026-000123"])]
Number = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9./-]+$", examples=["700123"])]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]+$")]
Code = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]{1,50}$", examples=["alder"])]


def _moment(value: Any) -> Any:
    """RFC 3339 with its offset: a time without one means another moment to everybody who reads it."""
    if not isinstance(value, str) or "T" not in value.upper():
        raise ValueError("write a time as 2026-11-25T14:30:00Z, with its offset")
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("write a time as 2026-11-25T14:30:00Z, with its offset")
    return moment


Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"}, mode="validation")
]


class Schema(NinjaSchema):
    model_config = ConfigDict(strict=True, extra="forbid", from_attributes=True)


class Problem(Schema):
    """One thing that can't be taken: where it is, and what to do. Never what was sent."""

    at: str
    text: str


class Refusal(Schema):
    code: str
    text: str
    problems: list[Problem] = []


class FacilityOut(Schema):
    code: str
    name: str
    time_zone: str
    is_yours: bool


class UnitIn(Schema):
    name: Name


class UnitOut(Schema):
    name: str


class NewPerson(Schema):
    """Somebody whom nobody here knows yet. `is_adult`: your system has seen that they are 18 or older."""

    legal_name: Name
    language: Literal["en", "es"] = "en"
    is_adult: bool


class Destination(Schema):
    """Another facility, by its code, and the number that it gave."""

    facility: Code
    number: Number | None = None


Kind = Literal[
    "admitted",
    "transferred",
    "to_court",
    "to_hospital",
    "temporary_absence",
    "returned",
    "released",
    "died",
]


class CustodyEventIn(Schema):
    """What happened to somebody whom your facility knows by `number`. The same `id` again is the same event."""

    id: SourceId
    kind: Kind
    number: Number
    occurred_at: Moment
    unit: Name | None = None
    housing: Annotated[str, Field(max_length=40)] = ""
    to: Destination | None = None
    person: NewPerson | None = None


class StatusOut(Schema):
    """Where somebody is after it, as far as it is your facility's affair."""

    state: str
    is_with_you: bool
    unit: str | None = None


class CustodyEventOut(Schema):
    id: str
    is_new: bool
    status: StatusOut


class Outcome(Schema):
    """What became of one event of several: either `event`, or `refusal`."""

    id: str
    event: CustodyEventOut | None = None
    refusal: Refusal | None = None


class EventsIn(Schema):
    events: Annotated[list[CustodyEventIn], Field(min_length=1, max_length=500)]


class EventsOut(Schema):
    outcomes: list[Outcome]


class TakenBackIn(Schema):
    """Why an event was told in error. A release needs no reason, and is undone within the hour or not at all."""

    reason: Literal["wrong_person", "wrong_place", "wrong_time", "told_twice", "never_happened"] = "never_happened"


class MergeIn(Schema):
    """Two numbers that you gave turned out to be one human: `kept` stands for `merged` from now on."""

    id: SourceId
    kept: Number
    merged: Number
    occurred_at: Moment


class MergeOut(Schema):
    id: str
    is_undone: bool


class SomebodyIn(Schema):
    """Somebody by a facility's number; yours, where no facility is named."""

    number: Number
    facility: Code | None = None


class OrderIn(Schema):
    """These two are not let into one room. One of them at least is known to you by your own number."""

    id: SourceId
    kind: Literal["pair", "no_contact"] = "pair"
    one: SomebodyIn
    other: SomebodyIn
    protects: Literal["one", "other"] | None = None
    reason: Literal["victim", "co_defendant", "rival_groups", "threat", "own_request", "other"]
    authorised_by: Name
    reference: Annotated[str, Field(max_length=80)] = ""
    from_at: Moment | None = None
    until: Moment | None = None


class OrderEndIn(Schema):
    because: Literal["lifted", "not_needed", "recorded_in_error", "replaced"]


class OrderOut(Schema):
    id: str
    is_new: bool
    is_ended: bool


class RosterOut(Schema):
    """How far a list has come. `checked` and `applied`: how many rows, by what becomes of them (null: that can't be
    known). Staff of the facility see what would follow, and have it applied."""

    id: str
    state: str
    rows: int | None
    checked: dict[str, int | None]
    applied: dict[str, int | None]
    why_failed: str


class HeardOut(Schema):
    facility: str
    heard_at: datetime


#: Every operation may refuse with one of these, in this form.
REFUSED: dict[frozenset[int], type[Refusal]] = {frozenset({400, 401, 403, 404, 409, 429}): Refusal}
