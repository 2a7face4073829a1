"""Addresses of this floor's pages."""

from django.urls import path

from groups import staff_views, views
from groups.continuity import claim
from groups.continuity import views as people

app_name = "groups"
urlpatterns = [
    path("home/", views.home, name="home"),
    path("welcome/", views.welcome, name="welcome"),
    path("path/", views.path, name="path"),
    path("claim/", claim.words, name="claim"),
    path("claim/secret/", claim.secret, name="claim_secret"),
    path("claim/done/", claim.way_in, name="claim_way_in"),
    path("people/", people.people_list, name="people"),
    path("people/admit/", people.admit, name="admit"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("people/<uuid:person_id>/custody/", people.custody_event, name="custody_event"),
    path("people/<uuid:person_id>/card/", people.print_card, name="print_card"),
    path("groups/", staff_views.group_list, name="groups"),
    path("groups/<uuid:group_id>/", staff_views.group_page, name="group"),
    path("groups/<uuid:group_id>/seats/", staff_views.give_seat, name="give_seat"),
    path("groups/<uuid:group_id>/seats/<uuid:membership_id>/end/", staff_views.end_seat, name="end_seat"),
    path("groups/<uuid:group_id>/approvals/", staff_views.approve, name="approve"),
    path("groups/<uuid:group_id>/approvals/<uuid:approval_id>/revoke/", staff_views.revoke, name="revoke"),
]
