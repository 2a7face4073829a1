"""Pages of participants, but for the room. One line is one scene."""

from tests.e2e.tour import ways
from tests.e2e.tour.scene import Scene
from tests.e2e.tour.ways import sending

SCENES = [
    # Doors
    Scene("accounts:sign_in", "tablet", "tablet"),
    Scene("accounts:sign_in", "tablet-nothing-typed", "tablet", comes=sending()),
    Scene("accounts:sign_in", "tablet-wrong", "tablet", comes=sending(number="A49999", pin="000000")),
    Scene("accounts:sign_in", "tablet-too-many-tries", "tablet", comes=sending(number="A40252", pin="000000")),
    Scene("accounts:sign_in", "tablet-locked", "tablet", query="?because=locked"),
    Scene("accounts:sign_in", "tablet-not-me", "tablet", query="?because=not_me"),
    Scene("accounts:sign_in", "tablet-new", "tablet_new"),
    Scene("accounts:sign_in", "tablet-off", "tablet_off"),
    Scene("accounts:sign_in", "online", "online"),
    Scene(
        "accounts:sign_in", "online-wrong", "online", comes=sending(name="nobody.here", password="not the right one")
    ),
    Scene("accounts:sign_in", "tablet-closed", "tablet_closed"),
    Scene("accounts:kiosk", "", "tablet_new"),
    Scene("accounts:kiosk", "wrong", "tablet_new", comes=sending(secret="not the right one")),
    Scene("accounts:enrol", "", "tablet_new"),
    Scene("accounts:enrol", "wrong", "tablet_new", comes=sending(code="ABCDE-FGHJK")),
    Scene("groups:welcome", "", "newcomer"),
    Scene("groups:welcome_danger", "", "newcomer", comes=ways.reading_on),
    Scene("groups:welcome_name", "", "newcomer", comes=ways.reading_on),
    Scene("groups:welcome_name", "refused", "newcomer", comes=ways.with_a_refused_name),
    Scene("groups:claim_before", "", "online"),
    Scene("groups:claim", "", "online", comes=ways.reading_on),
    Scene("groups:claim", "nothing-typed", "online", comes=ways.with_no_words),
    Scene("groups:claim_secret", "", "online", comes=ways.with_words),
    Scene("groups:claim_secret", "wrong", "online", comes=ways.with_wrong_secret),
    Scene("groups:claim_way_in", "", "online", comes=ways.with_secret),
    Scene("groups:claim_way_in", "wrong", "online", comes=ways.with_bad_way_in),
    # Home
    Scene("groups:home", "no-circle", "alone"),
    Scene("groups:home", "open", "river"),
    Scene("groups:home", "two-circles", "oak"),
    Scene("groups:home", "many-circles", "crowd"),
    Scene("groups:home", "paused", "paused"),
    Scene("groups:home", "soon", "soon"),
    Scene("groups:home", "planned", "planned"),
    Scene("groups:home", "none-planned", "unplanned"),
    Scene("groups:home", "kept", "kept"),
    Scene("groups:home", "closed", "closed"),
    Scene("groups:home", "help-called", "called"),
    Scene("groups:home", "leads", "harbor"),
    Scene("groups:home", "online", "juniper"),
    # My messages
    Scene("chat:mine", "none", "alone"),
    Scene("chat:mine", "one", "one"),
    Scene("chat:mine", "many", "river"),
    Scene("chat:notice", "returned", "river", {"message": "returned"}),
    Scene("chat:change", "", "river", {"message": "returned"}),
    Scene("chat:change", "nothing-left", "river", {"message": "returned"}, comes=sending(body=" ")),
    # My path
    Scene("groups:who_reads", "inside", "river"),
    Scene("groups:who_reads", "outside", "juniper"),
    Scene("groups:path", "no-word", "alone"),
    Scene("groups:path", "word", "river"),
    Scene("groups:path", "card", "card"),
    Scene("groups:path", "claimed", "juniper"),
    Scene("groups:path", "word-too-short", "alone", comes=sending(secret="abc")),
    # Help now
    Scene("moderation:help", "", "river"),
    Scene("moderation:help", "called", "called"),
    Scene("moderation:help", "answered", "answered"),
    Scene("moderation:help", "outside", "juniper"),
    Scene("moderation:help", "signed-out", "tablet"),
    Scene("moderation:help", "signed-out-online", "online"),
    Scene("moderation:report", "", "oak", {"room": "room", "message": "fine"}),
    Scene("moderation:report", "nothing-chosen", "oak", {"room": "room", "message": "fine"}, comes=sending()),
    # Trouble
    Scene("/nowhere/", "404", "river", status=404),
    Scene("/nowhere/", "404-signed-out", "tablet", status=404),
    Scene("chat:room", "403", "kept", {"room": "room_kept"}, status=403),
    Scene("accounts:sign_in", "old-form", "tablet", comes=ways.with_an_old_form),
    Scene("/trouble/", "400", "river", comes=ways.shown("400.html")),
    Scene("/trouble/", "500", "river", comes=ways.shown("500.html")),
]
