"""The screening keeps its promises on texts that nobody thought of."""

import random

from . import fuzz


def test_no_text_breaks_a_promise():
    seed = random.SystemRandom().randrange(10**6)
    tried, why = fuzz.run(fuzz.seconds_in_the_suite(), seed)
    assert not why, f"seed {seed}: {why}"
    assert tried
