"""What people read about a finding."""

import pytest
from django.utils import translation

from moderation.screening.decide import TABLE
from moderation.screening.staff_words import CATEGORIES, TIERS
from moderation.screening.words import why

ROWS = [(category, tier) for category, tiers in TABLE.items() for tier in tiers]


@pytest.mark.parametrize(("category", "tier"), ROWS)
def test_each_row_of_the_table_has_words_of_its_own(category, tier):
    assert why(category, tier) != why("unheard", "of")
    assert TIERS[category, tier]
    assert CATEGORIES[category]


def test_what_has_no_words_yet_is_still_explained():
    with translation.override("en"):
        assert "not in trouble" in why("unheard", "of")


def test_the_writer_reads_it_in_their_language():
    with translation.override("es"):
        assert why("contact_info", "phone").startswith("Los números de teléfono")
