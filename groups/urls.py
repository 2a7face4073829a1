"""Addresses of this floor's pages."""

from django.urls import path

from groups import first_use, home, my_path, staff_views
from groups.agreements import views as agreements
from groups.apart import views as apart
from groups.continuity import claim, merge_views
from groups.continuity import views as people
from groups.explaining import views as explaining
from groups.facilities import views as facilities
from groups.roster import views as rosters
from groups.supervision import staff_views as supervision
from groups.windows import views as windows

app_name = "groups"
urlpatterns = [
    path("home/", home.home, name="home"),
    path("welcome/", first_use.who_reads_first, name="welcome"),
    path("welcome/danger/", first_use.danger_first, name="welcome_danger"),
    path("welcome/name/", first_use.name, name="welcome_name"),
    path("who-reads/", first_use.who_reads, name="who_reads"),
    path("notice/", agreements.notice, name="notice"),
    path("agreement/", agreements.agreement, name="agreement"),
    path("agreement/<uuid:acknowledgement_id>/take-back/", agreements.take_back, name="take_consent_back"),
    path("path/", my_path.path, name="path"),
    path("claim/", claim.words, name="claim"),
    path("claim/before/", claim.before, name="claim_before"),
    path("claim/secret/", claim.secret, name="claim_secret"),
    path("claim/done/", claim.way_in, name="claim_way_in"),
    path("people/", people.people_list, name="people"),
    path("people/admit/", people.admit, name="admit"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("people/<uuid:person_id>/custody/", people.custody_event, name="custody_event"),
    path("people/<uuid:person_id>/adult/", supervision.adult, name="confirm_adult"),
    path("people/<uuid:person_id>/supervision/", supervision.record, name="record_supervision"),
    path("people/<uuid:person_id>/supervision/end/", supervision.end, name="end_supervision"),
    path("people/<uuid:person_id>/supervision/ask/", supervision.ask, name="ask_approval"),
    path(
        "people/<uuid:person_id>/supervision/<uuid:approval_id>/grant/",
        supervision.grant,
        name="grant_approval",
    ),
    path(
        "people/<uuid:person_id>/supervision/<uuid:approval_id>/revoke/",
        supervision.revoke,
        name="revoke_officer",
    ),
    path("people/<uuid:person_id>/card/", people.print_card, name="print_card"),
    path("people/<uuid:person_id>/custody/<uuid:event_id>/back/", people.take_back_event, name="take_back"),
    path("people/<uuid:person_id>/custody/<uuid:event_id>/undo/", people.undo_release_event, name="undo_release"),
    path("people/<uuid:person_id>/merge/", merge_views.find, name="merge_find"),
    path("people/<uuid:person_id>/merge/<uuid:other_id>/", merge_views.merge, name="merge"),
    path("people/<uuid:person_id>/merge/<uuid:merge_id>/undo/", merge_views.undo, name="undo_merge"),
    path("facilities/", facilities.facility_list, name="facilities"),
    path("facilities/<uuid:facility_id>/", facilities.facility_page, name="facility"),
    path("people/<uuid:person_id>/sees/", explaining.person_sees, name="person_sees"),
    path("staff/accounts/<uuid:user_id>/sees/", explaining.staff_sees, name="staff_sees"),
    path("groups/<uuid:group_id>/readers/", explaining.readers, name="readers"),
    path("facilities/<uuid:facility_id>/notice/<str:language>/", agreements.notice_paper, name="notice_paper"),
    path("facilities/<uuid:facility_id>/windows/", windows.window_list, name="windows"),
    path("facilities/<uuid:facility_id>/windows/remove/", windows.remove, name="remove_window"),
    path("facilities/<uuid:facility_id>/roster/", rosters.rosters, name="rosters"),
    path("facilities/<uuid:facility_id>/roster/<uuid:run_id>/", rosters.roster, name="roster"),
    path("facilities/<uuid:facility_id>/roster/<uuid:run_id>/progress/", rosters.progress, name="roster_progress"),
    path("facilities/<uuid:facility_id>/roster/<uuid:run_id>/check/", rosters.check, name="check_roster"),
    path("facilities/<uuid:facility_id>/roster/<uuid:run_id>/apply/", rosters.apply, name="apply_roster"),
    path("facilities/<uuid:facility_id>/roster/<uuid:run_id>/discard/", rosters.discard, name="discard_roster"),
    path("facilities/<uuid:facility_id>/roster/<uuid:run_id>/report.csv", rosters.report, name="roster_report"),
    path("groups/", staff_views.group_list, name="groups"),
    path("groups/<uuid:group_id>/", staff_views.group_page, name="group"),
    path("groups/<uuid:group_id>/seats/", staff_views.give_seat, name="give_seat"),
    path("groups/<uuid:group_id>/seats/<uuid:membership_id>/end/", staff_views.end_seat, name="end_seat"),
    path("groups/<uuid:group_id>/approvals/", staff_views.approve, name="approve"),
    path("groups/<uuid:group_id>/approvals/<uuid:approval_id>/revoke/", staff_views.revoke, name="revoke"),
    path("keep-apart/", apart.order_list, name="orders"),
    path("keep-apart/new/", apart.new_order, name="new_order"),
    path("keep-apart/<uuid:order_id>/", apart.order_page, name="order"),
    path("keep-apart/<uuid:order_id>/end/", apart.end_order, name="end_order"),
]
