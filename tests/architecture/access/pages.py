"""Every page, and who gets which answer of it.

Whoever a row does not name gets 404, as if there were no such page. Strangers get what the gate of the page says: at
its own door the way to the sign-in (303), elsewhere 404. What a row opens is about Ana: her group, her room, her
message, her case, her call for help, her tablet. Forms are sent with nothing that they ask for, so 400 means: let in,
and nothing was done.
"""

from tests.architecture.access.everybody import DOORS, PARTICIPANTS, STAFF

Answers = dict[int, str]


def row(get: Answers | None = None, post: Answers | None = None) -> dict[str, Answers | None]:
    """Status -> who gets it. A method that a page does not have is None: everybody gets 405."""
    return {"GET": get, "POST": post}


#: Who looks after how they sign in by themselves.
HOLDERS = f"ben fay xan {STAFF}"
#: Monitors, members and who leads; Tam's seat is there, but the room can't take him in.
ROOM: Answers = {200: "ana ben fay mo", 403: "tam"}
ASKED: Answers = {200: "ana ben fay mo", 403: "tam", 401: f"{DOORS} bare"}

PAGES = {
    "front": row(get={303: f"{PARTICIPANTS} {STAFF} {DOORS}", 200: "bare"}),
    "work": row(get={200: STAFF}),
    "find": row(get={200: STAFF}, post={200: STAFF}),
    "become_tablet": row(get={303: "ana oz tam tablet"}),
    "design": row(get={200: "bare"}),
    "design_staff": row(get={200: "bare"}),
    # Doors
    "accounts:sign_in": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:sign_in_tablet": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:sign_in_online": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:sign_in_staff": row(
        get={303: f"{PARTICIPANTS} {STAFF}", 200: DOORS}, post={400: f"{PARTICIPANTS} {STAFF} {DOORS}"}
    ),
    "accounts:enrol": row(get={200: "ana oz tam tablet"}, post={400: "ana oz tam tablet"}),
    "accounts:kiosk": row(get={200: "ana oz tam tablet"}, post={400: "ana oz tam tablet"}),
    "accounts:sign_out": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:not_me": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:lock": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:here": row(post={204: f"{PARTICIPANTS} {STAFF}"}),
    "accounts:language": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:tablets": row(get={200: "ada pat bea zoe"}, post={400: "ada pat bea zoe"}),
    "accounts:issue_code": row(post={200: "ada pat"}),
    "accounts:move_tablet": row(post={303: "ada pat"}),
    "accounts:tablet": row(get={200: "ada pat"}),
    "accounts:issue_address": row(post={200: "ada pat"}),
    "accounts:assign_unit": row(post={303: "ada pat"}),
    "accounts:move_to_facility": row(post={400: "ada pat"}),
    "accounts:deliver": row(get={200: "ada pat bea zoe"}, post={400: "ada pat bea zoe"}),
    "accounts:new_codes": row(post={404: "ada pat"}),  # for no facility
    "accounts:tablet_sheet": row(post={400: "ada pat bea zoe"}),
    "accounts:replace_tablets": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "accounts:tell_staff": row(post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}),
    "accounts:my_pin": row(get={200: "ana oz tam"}, post={400: "ana oz tam"}),
    "accounts:own_pin": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "accounts:people_here": row(get={200: "ada uma bea bud"}, post={200: "ada uma bea bud"}),
    "accounts:new_pin": row(post={400: "ada uma"}),
    "accounts:print_letters": row(post={200: "ada uma"}),
    "accounts:ask_for_cards": row(post={303: "ada"}),
    "accounts:pauses": row(get={200: "ada pat bea zoe"}),
    "accounts:lift_pause": row(post={303: "ada pat"}),
    "accounts:unlock": row(post={303: "ada pat"}),
    # How one signs in, and the accounts of colleagues
    "accounts:ways": row(get={200: HOLDERS}),
    "accounts:add_passkey": row(get={200: HOLDERS}, post={400: HOLDERS}),
    "accounts:code_app": row(get={200: HOLDERS}, post={400: HOLDERS}),
    "accounts:recovery_codes": row(post={303: HOLDERS}),
    "accounts:password": row(get={200: HOLDERS}, post={400: HOLDERS}),
    "accounts:sign_in_name": row(get={200: HOLDERS}, post={400: HOLDERS}),
    "accounts:remove_factor": row(post={}),  # nobody has one yet
    "accounts:devices": row(get={200: HOLDERS}),
    "accounts:end_devices": row(post={303: HOLDERS}),
    "accounts:end_device": row(post={303: "mo"}),
    "accounts:prove": row(get={200: HOLDERS}, post={400: HOLDERS}),
    "accounts:locked": row(get={303: f"{STAFF} staff"}, post={303: f"{STAFF} staff"}),
    "accounts:set_up": row(get={303: f"{STAFF} staff"}, post={303: f"{STAFF} staff"}),
    "accounts:passkey_options": row(post={200: HOLDERS}),
    "accounts:accounts": row(get={200: "ada pat bea zoe"}),
    "accounts:account": row(get={200: "ada pat"}),
    "accounts:stop_account": row(post={303: "ada pat"}),
    "accounts:restore_account": row(post={303: "ada pat"}),
    "accounts:reset_factors": row(post={200: "ada pat"}),
    "accounts:end_their_sign_in": row(post={303: "ada pat"}),
    "accounts:roles": row(get={200: "ada pat bea zoe"}),
    "accounts:give_role": row(get={200: "ada pat bea zoe"}, post={400: "ada pat bea zoe"}),
    "accounts:end_role": row(post={303: "ada pat"}),
    "accounts:move_proposal": row(post={303: "pat"}),
    # Participants
    "groups:home": row(get={200: PARTICIPANTS}),
    "groups:welcome": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:welcome_danger": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:welcome_name": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:who_reads": row(get={200: PARTICIPANTS}),
    "groups:notice": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),  # all of them have read it
    "groups:agreement": row(get={303: PARTICIPANTS}, post={303: PARTICIPANTS}),
    "groups:take_consent_back": row(post={303: "ana"}),
    "groups:path": row(get={200: PARTICIPANTS}, post={400: PARTICIPANTS}),
    "groups:claim": row(get={303: "ben fay xan online"}, post={400: "ben fay xan online"}),
    "groups:claim_before": row(get={200: "ben fay xan online"}, post={303: "ben fay xan online"}),
    "groups:claim_secret": row(get={303: "ben fay xan online"}, post={303: "ben fay xan online"}),
    "groups:claim_way_in": row(get={303: "ben fay xan online"}, post={303: "ben fay xan online"}),
    "moderation:help": row(
        get={200: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}, post={303: f"{PARTICIPANTS} {STAFF} {DOORS} bare"}
    ),
    "moderation:standing": row(
        get={200: "ana", 204: f"ben fay oz tam xan {STAFF} {DOORS} bare"},
        post={200: "ana", 204: f"ben fay oz tam xan {STAFF} {DOORS} bare"},
    ),
    # The room
    "chat:room": row(get=ROOM),
    "chat:say": row(post={400: "ana ben fay mo", 403: "tam"}),
    "chat:frames": row(post=ASKED),
    "chat:messages": row(get=ASKED),
    "chat:read": row(get={204: "ana ben fay", 403: "mo tam", 401: f"{DOORS} bare"}),
    "moderation:report": row(get={200: "ana ben fay", 403: "tam"}, post={200: "ana ben fay", 403: "tam"}),
    "chat:mine": row(get={200: PARTICIPANTS}),
    "chat:change": row(get={200: "ana"}, post={400: "ana"}),
    "chat:withdraw": row(post={303: "ana"}),
    "chat:notice": row(get={200: "ana"}),
    "chat:notice_pdf": row(get={403: "ana"}),  # at a shared tablet no file is made
    "chat:dismiss": row(post={400: PARTICIPANTS}),
    # The desk, and those on duty
    "moderation:desk": row(get={200: "mo mia"}),
    "moderation:queue": row(get={200: "mo mia"}),
    "moderation:next": row(post={303: "mo mia"}),
    "moderation:case": row(get={200: "mo"}),
    "moderation:claim": row(post={303: "mo"}),
    "moderation:renew": row(post={409: "mo"}),
    "moderation:let_go": row(post={303: "mo"}),
    "moderation:decide": row(post={400: "mo"}),
    "moderation:case_notice": row(get={409: "mo"}),  # not decided yet
    "moderation:live": row(get={200: STAFF}),
    "moderation:duty": row(get={200: "dov del_ ada pat bea bo cal zac zoe"}),
    "moderation:board": row(get={200: "dov del_ ada pat bea bo cal zac zoe"}),
    "moderation:answer": row(post={303: "dov del_"}),
    "moderation:close": row(post={303: "dov del_"}),
    "moderation:duty_lists": row(get={200: "ada pat bea zoe"}),
    "moderation:duty_list": row(get={200: "ada pat"}, post={404: "ada pat"}),
    # People and groups
    "groups:people": row(get={200: "ada pat bea zoe"}),
    "groups:admit": row(get={200: "ada pat bea zoe"}, post={400: "ada pat bea zoe"}),
    "groups:person": row(get={200: "ada pat"}),
    "groups:custody_event": row(post={400: "ada pat"}),
    "groups:print_card": row(post={200: "ada pat"}),
    "groups:take_back": row(post={400: "ada pat"}),
    "groups:undo_release": row(post={409: "ada pat"}),  # an admission is not a release
    "groups:merge_find": row(get={200: "ada pat"}),
    "groups:merge": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "groups:undo_merge": row(post={303: "ada pat"}),
    "groups:confirm_adult": row(post={400: "ada pat"}),
    "groups:record_supervision": row(post={400: "ada pat"}),
    "groups:end_supervision": row(post={303: "ada pat"}),
    "groups:ask_approval": row(post={400: "ada pat"}),
    "groups:grant_approval": row(post={400: "ada pat"}),
    "groups:revoke_officer": row(post={303: "ada pat"}),
    "groups:notice_paper": row(get={200: "ada pat"}),
    "groups:facilities": row(get={200: "ada pat bea zoe"}),
    "groups:facility": row(get={200: "ada pat"}),
    "groups:windows": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "groups:remove_window": row(post={404: "ada pat"}),
    "groups:groups": row(get={200: "mo mia ada pat bea zoe"}),
    "groups:group": row(get={200: "mo ada pat"}),
    "groups:give_seat": row(post={400: "pat"}),
    "groups:end_seat": row(post={303: "pat"}),
    "groups:approve": row(post={400: "ada"}),
    "groups:revoke": row(post={303: "ada"}),
    "groups:rosters": row(get={200: "ada pat"}, post={400: "ada pat"}),
    "groups:roster": row(get={200: "ada pat"}),
    "groups:roster_progress": row(get={200: "ada pat"}),
    "groups:roster_report": row(get={200: "ada pat"}),
    "groups:check_roster": row(post={400: "ada pat"}),
    "groups:apply_roster": row(post={303: "ada pat"}),
    "groups:discard_roster": row(post={303: "ada pat"}),
    # Keep apart: an order of Alder's
    "groups:orders": row(get={200: "ada sol bea bas"}),
    "groups:new_order": row(get={200: "ada bea"}, post={400: "ada bea"}),
    "groups:order": row(get={200: "ada sol"}),
    "groups:end_order": row(post={400: "ada"}),
    "groups:readers": row(get={200: "mo ada pat"}),
    "groups:person_sees": row(get={200: "ada pat"}),
    "groups:staff_sees": row(get={200: "ada pat"}),
    # Screening rules: one of Alder's, a built-in one, and an override, a row of what follows and a back-test there
    "rules:list": row(get={200: "mo mia ada pat bea zoe"}),
    "rules:dismiss": row(post={303: "mo"}),
    "rules:try": row(get={200: "mo mia ada pat bea zoe"}, post={200: "mo mia ada pat bea zoe"}),
    "rules:outcomes": row(get={200: "mo mia ada pat bea zoe"}, post={400: "ada pat bea"}),
    "rules:end_outcome": row(post={303: "ada pat", 403: "mo"}),
    "rules:new": row(get={200: "mo mia ada pat bea zoe"}, post={400: "mo mia ada pat bea zoe"}),
    "rules:rule": row(get={200: "mo ada pat"}),
    "rules:edit": row(get={200: "mo ada pat"}, post={400: "mo ada pat"}),
    "rules:version": row(get={200: "mo ada pat"}),
    "rules:act": row(post={400: "mo ada pat"}),
    "rules:built_in": row(get={200: "mo mia ada pat bea zoe"}),
    "rules:override": row(post={400: "ada pat bea"}),
    "rules:end_override": row(post={303: "ada pat", 403: "mo"}),
    "rules:ask_back_test": row(post={303: "mo ada pat"}),
    "rules:back_test": row(get={200: "mo"}),
    "rules:back_test_progress": row(get={200: "mo"}),
    "rules:cancel_back_test": row(post={303: "mo"}),
    "rules:read_back_test": row(post={400: "mo"}),
    # Records
    "records_pages:overview": row(get={200: "pat rue rex aud baz bix zoe"}),
    "records_pages:schedule": row(get={200: "pat rue rex aud"}, post={400: "pat rue rex"}),
    "records_pages:holds": row(get={200: "rue rex bix"}),
    "records_pages:place_hold": row(get={200: "rue rex"}, post={400: "rue rex"}),
    "records_pages:move_hold": row(post={303: "rue rex"}),
    "records_pages:certificates": row(get={200: "rue rex aud"}),
    "records_pages:certificate": row(get={200: "rue rex aud"}),
    "records_pages:run_purge": row(post={303: "rue rex"}),
    # Other systems: what a browser finds there. What their keys open is in `tests/groups/api/test_door.py`.
    "accounts:systems": row(get={200: "ada pat"}),
    "accounts:add_machine": row(post={400: "ada pat"}),
    "accounts:add_webhook": row(post={400: "ada pat"}),
    "accounts:exchange_key": row(post={200: "ada pat"}),
    "accounts:end_machine": row(post={303: "ada pat"}),
    "accounts:end_webhook": row(post={303: "ada pat"}),
    "accounts:dead_letters": row(get={200: "ada pat"}),
    "accounts:send_again": row(post={303: "ada pat"}),
    "api:api-root": row(get={}),
    "api:openapi-json": row(get={200: "bare"}),
    "api:tell_event": row(post={401: "bare"}),
    "api:tell_events": row(post={401: "bare"}),
    "api:take_event_back": row(post={401: "bare"}),
    "api:heartbeat": row(post={401: "bare"}),
    "api:hand_in": row(post={401: "bare"}),
    "api:roster": row(get={401: "bare"}),
    "api:tell_merge": row(post={401: "bare"}),
    "api:tell_merge_undone": row(post={401: "bare"}),
    "api:tell_order": row(post={401: "bare"}),
    "api:tell_order_ended": row(post={401: "bare"}),
    "api:hook": row(post={401: "bare"}),
    "api:facilities": row(get={401: "bare"}),
    "api:units": row(get={401: "bare"}, post={401: "bare"}),
    "records_pages:audit": row(get={200: "rue rex aud"}),
}
