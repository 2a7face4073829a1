"""Every model says how long its rows are kept, or why they tell of nobody; and nothing takes evidence with it."""

import pytest
from django.db import models as fields

from records.schedule import KINDS
from tests.architecture.ours import models


@pytest.mark.parametrize("model", models(), ids=lambda model: model._meta.label)
def test_every_model_declares_its_class_or_why_it_has_none(model):
    declared = {name: getattr(model, name, None) for name in ("retention_class", "no_personal_data")}
    said = {name: value for name, value in declared.items() if value is not None}
    assert len(said) == 1, f"{model._meta.label}: say exactly one of retention_class and no_personal_data"
    if "retention_class" in said:
        assert said["retention_class"] in KINDS, f"{said['retention_class']} is no class of records.schedule"
    else:
        assert isinstance(said["no_personal_data"], str)
        assert said["no_personal_data"].strip(), "a reason, in words"


def test_what_hangs_on_a_person_is_personal_data():
    """Without this, `no_personal_data` could stand on a table of people."""
    liars = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        if hasattr(model, "no_personal_data")
        for field in model._meta.get_fields()
        if isinstance(field, fields.ForeignKey) and field.related_model._meta.label == "custody.Person"
    ]
    assert not liars


def test_nothing_is_deleted_along_with_something_else():
    cascades = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.get_fields()
        if isinstance(field, fields.ForeignKey)
        and field.remote_field.on_delete is fields.CASCADE
        and field.related_model in models()
    ]
    assert not cascades


def test_every_constraint_has_a_name_that_says_its_app():
    unnamed = [
        constraint.name
        for model in models()
        for constraint in model._meta.constraints
        if not constraint.name.startswith(f"{model._meta.app_label}_")
    ]
    assert not unnamed
