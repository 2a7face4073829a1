"""Why an event is taken back: codes for the record, words for staff."""

from django.db import models


class Reason(models.TextChoices):
    WRONG_PERSON = "wrong_person", "It was about somebody else"
    WRONG_PLACE = "wrong_place", "The place or unit is wrong"
    WRONG_TIME = "wrong_time", "The time is wrong"
    TOLD_TWICE = "told_twice", "Two sources told the same"
    NEVER_HAPPENED = "never_happened", "It did not happen"
