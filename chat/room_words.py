"""The texts that the room's script shows. `{name}` in them is filled by the script."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

#: The parts of a session, in their order.
PHASES = ("opening", "agreement", "check_in", "topic", "check_out")
#: What one can give to a message, each with its icon.
SUPPORT = {"hear_you": "ear", "same_here": "same", "stay_strong": "strong", "thank_you": "thanks"}


def words() -> dict[str, str]:
    """Every text of `chat/static/chat/room/`, in the language of the request."""
    parts = (_people(), _session(), _line(), _composer(), _turns(), _support(), _own_messages(), _dialogs())
    return {key: text for part in parts for key, text in part.items()}


def phase_names() -> dict[str, str]:
    return {
        "opening": pgettext("part of a session", "Opening"),
        "agreement": pgettext("part of a session", "Agreement"),
        "check_in": pgettext("part of a session", "Check-in"),
        "topic": pgettext("part of a session", "Topic"),
        "check_out": pgettext("part of a session", "Check-out"),
    }


def starters() -> list[tuple[str, str]]:
    """Ways to begin a text, each with the part of a session that it is for; what fits always has none."""
    return [
        ("opening", _("Hello, I am")),
        ("agreement", _("I can keep to")),
        ("check_in", _("Today I feel")),
        ("topic", _("What helps me is")),
        ("check_out", _("I take with me")),
        ("", _("I want to say")),
        ("", _("I need help with")),
        ("", _("Thank you for")),
        ("", _("It is hard to")),
    ]


def support_names() -> dict[str, str]:
    return {
        "hear_you": _("I hear you"),
        "same_here": _("Same here"),
        "stay_strong": _("Stay strong"),
        "thank_you": _("Thank you"),
    }


def _people() -> dict[str, str]:
    return {
        "you": _("You"),
        "someone": _("Someone who left"),
        "nobody": _("No one yet"),
        "leads": _("Leads"),
        "is_here": _("Here now"),
        "is_out": _("Not here now"),
        "is_away": _("Taking a break. The seat is kept."),
        "has_turn": _("It is their turn"),
        "asks_turn": _("Hand is up"),
    }


def _session() -> dict[str, str]:
    return {
        "session_until": _("Open until {time}"),
        "session_open": pgettext("session", "Open"),
        "session_paused": _("Writing is paused"),
        "session_closed": _("It is over"),
        "session_scheduled": _("Not open now"),
        "session_none": _("Not open now"),
        "note_opened": _("The session opened at {time}"),
        "note_paused": _("Writing paused at {time}"),
        "note_resumed": _("Writing opened again at {time}"),
        "note_closed": _("The session closed at {time}"),
        "note_listen": _("Listen only since {time}"),
        "note_phase": _("Now: {phase}"),
        "note_passed": _("{name} passed"),
        "phase_now": _("{phase}, part {n} of 5"),
        "phase_next": _("Go to: {phase}"),
        "ends_in": _("{n} minutes are left, until {time}."),
        "ends_in_one": _("1 minute is left. Words that you have not sent stay in the box."),
        "over_kept": _("Words that you have not sent stay in the box."),
        "sound_on": _("Add a soft sound"),
        "sound_off": _("No sound"),
        **{f"phase_{code}": name for code, name in phase_names().items()},
    }


def _line() -> dict[str, str]:
    return {
        "line_lost": _("The line dropped. We try again by ourselves."),
        "line_offline": _("There is no network here now. We try again by ourselves."),
        "line_kept": _("You can go on writing. Your words are kept here and go out when the line is back."),
        "line_open": _("You can go on writing. Keep this page open until the line is back."),
        "line_back": _("The line is back."),
        "line_limited": _("That was too fast. We try again in a moment."),
        "line_down": _("The line is down. Please try again in a moment."),
        "line_broken": _("Something went wrong here. Load the page again. Your words are safe."),
        "line_elsewhere": _("You opened this room in another place. It stopped here."),
        "use_here": _("Use it here"),
        "load_again": _("Load again"),
        "close": _("Close"),
        "new_line": _("New since you looked away"),
        "new_one": _("1 new message"),
        "new_many": _("{n} new messages"),
        "calm_start": _("Pause new words"),
        "calm_start_short": pgettext("new words", "Pause"),
        "calm_off": pgettext("new words", "Go on"),
        "calm_on": _("New words are paused."),
        "calm_waiting": _("New words are waiting."),
        "calm_news": _("New words from {names}."),
        "calm_many": _("New words from several people."),
        "calm_none": _("No new words came."),
    }


def _turns() -> dict[str, str]:
    return {
        "your_turn": _("It is your turn."),
        "turn_of": _("Turn: {name}"),
        "next_is": _("Next: {name}"),
        "hand_up": _("Raise hand"),
        "hand_down": _("Lower hand"),
        "hand_is_up": _("Your hand is up."),
        "hand_first": _("You are next."),
        "give": _("Give turn"),
        "give_to": _("Give {name} the turn"),
        "lower": pgettext("hand", "Lower"),
        "lower_to": _("Lower the hand of {name}"),
        "writing_one": _("{name} is writing …"),
        "writing_many": _("Several people are writing …"),
    }


def _support() -> dict[str, str]:
    return {
        "support": _("Support"),
        "support_from": _("{what}, from {names}"),
        "you_too": pgettext("in a list of names", "you"),
        **{f"support_{kind}": name for kind, name in support_names().items()},
    }


def _composer() -> dict[str, str]:
    return {
        "why_none": _("You can write when the session is open. Your words stay in the box."),
        "why_listen": _("Listen only for now. Your words stay in the box."),
        "why_other": _("You can read, not write now. Your words stay in the box."),
        "left": _("Letters left: {n}"),
        "too_long": _("Letters too many: {n}"),
        "hidden": _("hidden"),
        "more": _("More"),
        "more_about": _("More about this message from {name}"),
        "take_back": _("Take it back"),
        "my_messages": _("My messages"),
        "said_elsewhere": _("You wrote this in another place. You can read it here:"),
        "gone_staff": _("This message was taken down."),
        "gone_writer": _("{name} took this message back."),
        "gone_staff_mine": _("Staff took this message down. The circle can't see it now."),
        "gone_writer_mine": _("You took this back. The circle can't see it now."),
    }


def _own_messages() -> dict[str, str]:
    """Each state says what happened, who saw it, what happens next, and what the writer can do."""
    return {
        "own_sending": _("Sending. It is safe on this device. You can go on."),
        "own_sending_open": _("Sending. Keep this page open until it is sent."),
        "own_cut": _("It waits for the line. It is safe on this device. You can go on."),
        "own_cut_open": _("It waits for the line. Keep this page open until it is sent."),
        "own_waiting": _("No one has seen it. It goes by itself as soon as it can. You can change it."),
        "own_sent": _("Sent. Your circle has it."),
        "own_released": _("A person read it. Your circle has it."),
        "own_masked": _("Part of this is hidden. The circle sees the rest."),
        "own_calm": _("You are not in trouble."),
        "own_held": _("Held. A person will read it."),
        "own_held_by": _("Held. A person will read it by {time}."),
        "own_held_late": _("Held. We are late. A person will still read it."),
        "own_held_more": _(
            "The circle has not seen it. If it is fine, they get it. If not, it comes back to you and we say why."
        ),
        "own_returned": _("Sent back to you. No one in the circle saw it."),
        "own_returned_more": _("You can change it and send it again."),
        "own_removed": _("Staff took this message down."),
        "own_removed_more": _("The circle can't see it now. You can say it in other words."),
        "own_withdrawn": _("You took this back. The circle can't see it now."),
        "own_nudged": _("Look again before you send. No one has seen it."),
        "own_nudged_more": _("You can change it. Or send it as it is. Staff may look at it too."),
        "own_refused": _("This can't be sent in any room. No one has seen it."),
        "own_refused_more": _("You can change it and send it again. Or throw it away."),
        "own_stuck": _("Not sent. No one has seen it."),
        "own_stuck_more": _("It is kept here for one day. You can change it and send it again."),
        "act_again": _("Try again"),
        "act_change": _("Change it and send"),
        "act_anyway": _("Send it as it is"),
        "act_drop": _("Throw it away"),
        "act_withdraw": _("Take it back"),
        "act_withdraw_returned": _("Throw it away"),
    }


def _dialogs() -> dict[str, str]:
    return {
        "report_title": _("Report this message from {name}"),
        "report_sending": _("Sending to staff …"),
        "withdraw": _("Take this message back?"),
        "withdraw_more": _("The circle will not see it any more. You can't undo this."),
        "withdraw_yes": _("Take it back"),
        "drop": _("Throw this text away?"),
        "drop_more": _("No one has seen it. You can't undo this."),
        "drop_yes": _("Throw it away"),
        "close_session": _("Close the session?"),
        "close_session_more": _("No one can write after that. Everyone can still read."),
        "close_session_yes": _("Close it"),
    }
