"""The notice of a decision on a message, as its writer gets it."""

from chat.notices import Notice


def notice() -> Notice:
    return Notice(
        number="Case 41",
        happened="Staff sent it back to you. No one in the circle saw it.",
        facts=[("Room", "Monday Evening Circle"), ("You wrote it", "Monday, 6:31 pm"), ("Decided", "Monday, 6:44 pm")],
        reason="A phone number stays out of the room.",
        parts=[("My sister is at ", False), ("312 555 0187", True), (" if you want to write her.", False)],
        after=["Your words wait for you until November 23."],
        steps=["Change it and send it again.", "Or throw it away."],
    )
