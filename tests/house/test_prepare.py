"""`manage.py prepare` makes what is missing, replaces nothing, and keeps people's data out of the source."""

import stat
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.house.places import ROOT


@pytest.fixture
def home(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.STATIC_ROOT = str(tmp_path / "data" / "static")
    settings.KEY_FILE = str(tmp_path / "keys" / "keys.json")
    return settings


def test_prepare_makes_a_folder_and_a_key_file_for_their_owner_alone(home):
    call_command("prepare")
    assert stat.S_IMODE(home.DATA_DIR.stat().st_mode) == 0o700
    assert stat.S_IMODE(Path(home.KEY_FILE).stat().st_mode) == 0o600


def test_prepare_again_keeps_the_keys(home):
    call_command("prepare")
    first = Path(home.KEY_FILE).read_bytes()
    call_command("prepare")
    assert Path(home.KEY_FILE).read_bytes() == first


@pytest.mark.parametrize("setting", ["DATA_DIR", "KEY_FILE"])
def test_prepare_refuses_a_place_inside_the_source(home, setting):
    inside = ROOT / "build" / "never-made"
    setattr(home, setting, str(inside))
    with pytest.raises(CommandError, match="inside the source tree"):
        call_command("prepare")
    assert not inside.exists()
