"""What this app puts on the record."""

from audit.kinds import register

GROUP_CREATED = register("groups.group_created", "A support group was created")
FACILITY_APPROVED = register("groups.facility_approved", "A facility agreed to take part in a group")
APPROVAL_REVOKED = register("groups.approval_revoked", "A facility's approval was taken back")
SEAT_GIVEN = register("groups.seat_given", "A person was given a seat")
SEAT_ENDED = register("groups.seat_ended", "A membership ended")
SEAT_AWAY = register("groups.seat_away", "A seat turned away; it is kept")
SEAT_BACK = register("groups.seat_back", "A person is back in their seat")
SESSION_SCHEDULED = register("groups.session_scheduled", "A session was planned")
SESSION_OPENED = register("groups.session_opened", "A session was opened")
SESSION_PAUSED = register("groups.session_paused", "Posting was paused by a leader")
SESSION_RESUMED = register("groups.session_resumed", "Posting was resumed by a leader")
SESSION_CLOSED = register("groups.session_closed", "A session was closed")
POSTING_UNWATCHED = register(
    "groups.posting_unwatched", "Posting stopped: nobody who leads or monitors is in the room"
)
POSTING_WATCHED = register(
    "groups.posting_watched", "Posting goes on: somebody who leads or monitors is back"
)
