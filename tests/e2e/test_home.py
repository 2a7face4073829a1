"""The minutes until the next session go on while home is open, by the server's clock, and stop when it is time."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import Online

pytestmark = pytest.mark.looks
IN_HALF_AN_HOUR = """
from datetime import timedelta
from core import clock
from groups.models import GroupSession, Hand, SupportGroup
now = clock.now()
Hand.objects.all().delete()
GroupSession.objects.filter(state__in=GroupSession.LIVE).update(
    state="closed", closed_at=now, phase="", turn=None, listen_only=False, end_told=None)
starts_at = now + timedelta(minutes=30)
monday = SupportGroup.objects.get(name="Monday Evening Circle")
GroupSession.objects.create(group=monday, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
"""


def test_the_minutes_go_on_until_it_is_time(site, come):
    still = come(Online, site, "Stillwater")
    still.sign_in()
    site.home.manage("shell", "-c", IN_HALF_AN_HOUR)
    still.page.clock.install()
    still.open("/home/")
    said, ring = still.page.locator("[data-until]"), still.page.locator(".ring-big")
    before = int(ring.text_content() or 0)
    expect(said).to_have_text(f"In {before} minutes")
    still.page.clock.fast_forward("10:00")
    expect(said).to_have_text(f"In {before - 10} minutes")
    expect(ring).to_have_text(str(before - 10))
    still.page.clock.fast_forward("21:00")
    expect(said).to_have_text("It is time. A leader opens the session.")
    expect(ring).to_have_text("0")
