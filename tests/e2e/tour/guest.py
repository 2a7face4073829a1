"""Whoever goes through a scene: a browser of their own, signed in already."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, expect

from tests.e2e.people import Member
from tests.e2e.tour.scene import Scene
from tests.e2e.tour.site import Toured

TOLD = '[role="alert"], [aria-invalid="true"]'


class Guest(Member):
    def __init__(self, browser: Browser, toured: Toured, scene: Scene, *, language: str = "en") -> None:
        self.toured, self.scene, self.language = toured, scene, language
        known = toured.guests[scene.who]
        self.door = known["door"]
        viewport = {"width": 1440, "height": 900}
        super().__init__(browser, toured, scene.who, viewport=viewport, locale=language, reduced_motion="reduce")
        cookies = {"language": language, **known["cookies"]}
        here = toured.url(self.door, "/")
        self.context.add_cookies([{"name": name, "value": value, "url": here} for name, value in cookies.items()])

    @property
    def path(self) -> str:
        return self.scene.path(self.toured.things)

    def words(self, en: str, es: str) -> str:
        """In this guest's language."""
        return es if self.language == "es" else en

    def open(self, path: str) -> int:
        came = self.page.goto(self.toured.url(self.door, path))
        return came.status if came else 0

    def opens(self) -> None:
        status = self.open(self.path)
        came = (status, urlsplit(self.page.url).path)
        assert came == (self.scene.status, urlsplit(self.path).path), (
            f"{came} for {self.path}, asked by {self.scene.who}"
        )

    def sends(self, *, by: str = "main form[method=post] [type=submit]", **typed: str) -> None:
        """Fill what is named, and send it: in any language."""
        for name, text in typed.items():
            self.page.locator(f'main [name="{name}"]').fill(text)
        with self.page.expect_navigation():
            self.page.locator(by).first.click()

    def is_told(self) -> None:  # type: ignore[override]
        """That something of it was wrong."""
        expect(self.page.locator(TOLD).first).to_be_visible()


@contextmanager
def at(browser: Browser, toured: Toured, scene: Scene, **options: Any) -> Iterator[Guest]:
    """The guest of this scene, there."""
    guest = Guest(browser, toured, scene, **options)
    try:
        scene.comes(guest)
        guest.page.wait_for_load_state()
        yield guest
    finally:
        guest.close()
