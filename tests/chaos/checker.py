"""Whether a history keeps what docs/protocol.md promises. Pure: it reads what a run wrote down, and nothing else."""

from collections.abc import Callable, Iterable

from tests.chaos.history import History
from tests.chaos.rules import applied, database, lines, posts, rights
from tests.chaos.violations import Violation

RULES: tuple[Callable[[History], Iterable[Violation]], ...] = (
    database.seq_is_dense,
    database.messages_have_their_place,
    database.one_message_per_client_id,
    database.nothing_is_invented,
    applied.runs_follow_one_another,
    applied.events_are_those_of_the_log,
    applied.resets_show_the_room,
    applied.what_was_taken_down_is_not_shown,
    applied.everybody_is_at_the_end,
    posts.acknowledged_is_stored,
    posts.shown_as_sent_is_acknowledged,
    posts.every_post_is_answered,
    posts.writers_know_the_present_state,
    rights.each_end_is_in_the_log,
    rights.nothing_after_the_end_of_a_right,
    rights.nothing_from_between_two_seats,
    rights.nothing_after_the_end_of_a_sign_in,
    rights.nothing_is_taken_without_a_right,
    rights.nothing_is_logged_without_a_right,
    lines.window_is_kept,
    lines.nobody_is_sent_away_without_cause,
    lines.one_tab_at_a_time,
    lines.a_lost_wake_up_only_delays,
)


def check(history: History) -> list[Violation]:
    return [violation for rule in RULES for violation in rule(history)]
