"""The plan of a run, and the faults that show that the checker bites."""

import shutil

import pytest

from tests.chaos import breaks, plan
from tests.chaos.ground import ROOT


def test_the_same_seed_gives_the_same_plan():
    assert plan.make(7, 60) == plan.make(7, 60)
    assert plan.make(7, 60) != plan.make(8, 60)


def test_a_minute_has_every_kind_of_fault():
    assert {step.what for step in plan.make(7, 60).faults} == set(plan.FAULTS)


def test_nothing_begins_when_the_time_is_nearly_over():
    made = plan.make(7, 60)
    assert all(step.at < 60 - plan.LAST_S and step.at + step.lasts <= 60 for step in made.faults)


@pytest.mark.parametrize("name", breaks.BREAKS)
def test_the_fault_still_has_its_place_in_the_product(name, tmp_path):
    for patch in breaks.BREAKS[name].patches:
        copy = tmp_path / patch.file
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / patch.file, copy)
        breaks.apply(patch, tmp_path)


def test_a_patch_whose_place_is_gone_is_an_error(tmp_path):
    (tmp_path / "moved.py").write_text("something else")
    with pytest.raises(breaks.PatchLost):
        breaks.apply(breaks.Patch("moved.py", "what was there", ""), tmp_path)
