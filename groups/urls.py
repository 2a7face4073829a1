"""Addresses of this floor's pages."""

from django.urls import path

from groups import first_use, home, my_path, staff_views
from groups.continuity import claim
from groups.continuity import views as people
from groups.facilities import views as facilities
from groups.roster import views as rosters

app_name = "groups"
urlpatterns = [
    path("home/", home.home, name="home"),
    path("welcome/", first_use.who_reads_first, name="welcome"),
    path("welcome/danger/", first_use.danger_first, name="welcome_danger"),
    path("welcome/name/", first_use.name, name="welcome_name"),
    path("who-reads/", first_use.who_reads, name="who_reads"),
    path("path/", my_path.path, name="path"),
    path("claim/", claim.words, name="claim"),
    path("claim/before/", claim.before, name="claim_before"),
    path("claim/secret/", claim.secret, name="claim_secret"),
    path("claim/done/", claim.way_in, name="claim_way_in"),
    path("people/", people.people_list, name="people"),
    path("people/admit/", people.admit, name="admit"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("people/<uuid:person_id>/custody/", people.custody_event, name="custody_event"),
    path("people/<uuid:person_id>/card/", people.print_card, name="print_card"),
    path("facilities/", facilities.facility_list, name="facilities"),
    path("facilities/<uuid:facility_id>/", facilities.facility_page, name="facility"),
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
]
