"""The shells stand by themselves: without a request, without the other apps, in both languages."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import trans_real

from core import navigation

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = ROOT / "platform" / "config" / "static" / "config"
ERRORS = ["400", "403", "403_csrf", "404", "500"]
SHELLS = ["page", "participant", "gate", "room", "staff", "error"]


@pytest.fixture(autouse=True)
def _without_links_of_other_apps(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", {})


def page(shell, door=None, **more):
    request = RequestFactory().get("/groups/home/")
    request.caller = SimpleNamespace(door=door, user="Wren" if door else None, person=None, language="en", **more)
    request.resolver_match = SimpleNamespace(view_name="groups:home")
    source = f'{{% extends "base/{shell}.html" %}}'
    return engines["django"].from_string(source).render({}, request)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.urls("tests.design.urls")
def test_a_shell_has_language_title_skip_link_and_one_main(shell):
    drawn = page(shell, "tablet")
    assert '<html lang="en"' in drawn
    assert re.search(r"<title>[^<]*Same Circle</title>", drawn)
    assert 'href="#main"' in drawn
    assert drawn.count('id="main"') == (0 if shell == "page" else 1)


@pytest.mark.parametrize("shell", ["participant", "gate", "room", "error"])
@pytest.mark.urls("tests.design.urls")
def test_help_is_on_every_page_of_participants_as_a_plain_link(shell):
    assert 'href="/moderation/help/"' in page(shell, "online")


@pytest.mark.urls("tests.design.urls")
def test_not_me_is_only_on_shared_tablets():
    assert 'action="/accounts/not_me/"' in page("participant", "tablet")
    assert 'action="/accounts/not_me/"' not in page("participant", "online")
    assert 'action="/accounts/not_me/"' not in page("participant")


@pytest.mark.urls("tests.design.urls")
def test_the_place_one_is_in_is_marked():
    assert '<a href="/groups/home/" aria-current="page">' in page("participant", "online")


@pytest.mark.urls("tests.design.urls")
def test_the_idle_lock_is_on_pages_that_lock_and_an_open_room_only_asks():
    assert 'data-idle="300"' in page("participant", "tablet", idle_seconds=300)
    assert "data-idle=" not in page("participant", "online", idle_seconds=None)
    assert 'data-idle-mode="ask"' in page("room", "tablet", idle_seconds=300)
    assert 'data-idle-mode="lock"' in page("staff", "staff", idle_seconds=1800)


@pytest.mark.urls("tests.design.nowhere")
@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_stands_before_the_pages_it_leads_to_are_written(shell):
    assert "</html>" in page(shell, "tablet")


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_no_request_and_is_no_dead_end(name):
    drawn = render_to_string(f"{name}.html")
    assert re.search(r"<h1>[^<]{5,}</h1>", drawn)
    assert '<a class="btn btn--main" href="/">' in drawn


def test_error_pages_speak_spanish():
    from django.core.management import call_command

    call_command("compile_catalogues", verbosity=0)
    trans_real._translations.clear()
    with translation.override("es"):
        assert "No tenemos esta página" in render_to_string("404.html")


def test_a_rule_that_said_no_is_told_in_its_own_words():
    drawn = render_to_string("rule.html", {"error": SimpleNamespace(text="The room is <full>.")})
    assert "The room is &lt;full&gt;." in drawn


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_has_no_inline_style_script_or_handler(path):
    source = path.read_text()
    assert not re.search(r"\sstyle\s*=", re.sub(r"{%.*?%}", "", source))
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", source)
    assert "<style" not in source
    for tag in re.findall(r"<script\b[^>]*>", source):
        assert "src=" in tag
        assert "{% nonce %}" in tag


def _icons_used():
    for path in TEMPLATES:
        for name in re.findall(r"""{% icon ["']([\w-]+)["']|\bicon=["']([\w-]+)["']""", path.read_text()):
            yield path.name, "".join(name)
    for path in [*ROOT.glob("*/static/**/*.js"), *STATIC.rglob("*.js")]:
        for name in re.findall(r"""\bicon\(["']([\w-]+)["']""", path.read_text()):
            yield path.name, name


def test_every_icon_that_is_used_is_drawn():
    drawn = set(re.findall(r'id="i-([\w-]+)"', (STATIC / "icons.svg").read_text()))
    assert not [(page, name) for page, name in _icons_used() if name not in drawn]


def test_dark_by_the_system_and_dark_by_choice_are_the_same():
    css = (STATIC / "css" / "tokens.css").read_text()
    bodies = re.findall(r'data-theme="(?:light"\]\)|dark"\]) \{(.*?)\}', css, re.S)
    system, chosen = (re.findall(r"(--[\w-]+):\s*([^;]+);", body) for body in bodies)
    assert system == chosen
    assert len(chosen) > 30


def test_compiling_twice_writes_once(capsys):
    from django.core.management import call_command

    call_command("compile_catalogues", force=True)
    assert "platform/config/locale/es/LC_MESSAGES/django.po" in capsys.readouterr().out
    call_command("compile_catalogues")
    assert capsys.readouterr().out == ""
    assert (Path(settings.ROOT) / "platform/config/locale/es/LC_MESSAGES/django.mo").exists()
