"""The form at scale has the right shape and names only what exists. Its steps are run, without a Docker engine."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml
from django.core.management import get_commands

from scripts import container_steps
from tests import servers
from tests.house.places import ROOT, environment_names

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"].startswith("same-circle:")}
DOCKERFILE = (ROOT / "Dockerfile").read_text()
VARIABLE = re.compile(r"\$\{[^}]*\}")


def test_the_compose_file_has_the_shape_of_the_specification():
    schema = json.loads((ROOT / "tests" / "house" / "compose_schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(COMPOSE, schema)


def test_the_services_are_two_webs_a_worker_a_migration_and_their_servers():
    assert set(SERVICES) == {"web", "worker", "migrate", "postgres", "redis"}
    assert SERVICES["web"]["deploy"]["replicas"] == 2


def test_every_name_leads_to_something():
    for service in SERVICES.values():
        assert set(service.get("depends_on", {})) <= set(SERVICES)
        assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"])
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            assert (ROOT / source).is_file() if source.startswith(".") else source in COMPOSE["volumes"]


@pytest.mark.parametrize("name", OURS)
def test_our_services_set_only_what_the_settings_read(name):
    environment = OURS[name]["environment"]
    assert set(environment) <= environment_names()
    addresses = [urlsplit(VARIABLE.sub("x", value)) for value in environment.values() if "://" in value]
    assert {address.hostname for address in addresses} == {"postgres", "redis"}


@pytest.mark.parametrize("name", OURS)
def test_our_services_run_commands_that_exist(name):
    commands = re.findall(r"manage\.py (\w+)", " ".join(OURS[name]["command"]))
    assert commands
    assert set(commands) <= set(get_commands())


def test_only_the_migration_has_the_owners_password():
    holders = {name for name in OURS if "OWNER_PASSWORD" in str(OURS[name]["environment"])}
    assert holders == {"migrate"}


def test_the_image_runs_without_root_and_names_its_base():
    words = dict(container_steps.steps(DOCKERFILE))
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", words["USER"])
    assert re.fullmatch(r"python:3\.11[\w.-]*", words["FROM"])
    assert json.loads(words["CMD"]) == SERVICES["web"]["command"]


@pytest.mark.parametrize("name", [".env", "build/keys.json", ".git/config", "tests/servers.py", "chat/a.sqlite3"])
def test_what_is_secret_or_of_no_use_stays_out_of_the_image(name):
    assert container_steps.ignored(Path(name))


def test_every_setting_of_the_compose_file_is_explained():
    page = (ROOT / "docs" / "deployment.md").read_text()
    asked_for = re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text())
    assert not [name for name in {*environment_names(), *asked_for} if f"`{name}`" not in page]


def test_the_roles_get_their_passwords():
    with servers.postgres() as server:
        place = {
            "PGHOST": str(server.home.path),
            "POSTGRES_USER": "postgres",
            "POSTGRES_DB": servers.DATABASE,
        }
        path = f"{servers.postgres_binaries()}{os.pathsep}{os.environ['PATH']}"
        words = {"OWNER_PASSWORD": "o'wner", "APP_PASSWORD": "apple"}
        script = ROOT / "scripts" / "postgres_passwords.sh"
        subprocess.run([script], env={**os.environ, **place, **words, "PATH": path}, check=True)
        with server.connect(servers.SUPERUSER) as session:
            known = session.execute("SELECT rolname FROM pg_authid WHERE rolpassword IS NOT NULL").fetchall()
    assert {name for (name,) in known} == {"owner", "app"}


@pytest.mark.servers
def test_the_steps_of_the_image_run_in_a_clean_folder(tmp_path):
    script = ROOT / "scripts" / "container_steps.py"
    done = subprocess.run(
        [sys.executable, script, tmp_path],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues" in done.stdout
    assert any((tmp_path / "srv" / "static").rglob("*.css"))
    assert any((tmp_path / "srv" / "app").rglob("*.mo"))
    shutil.rmtree(tmp_path / "srv")
