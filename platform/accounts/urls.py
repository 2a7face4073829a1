"""Addresses of the doors."""

from django.urls import path

from accounts.pins.views import own_pins, people_here
from accounts.views import staff, ways_in, ways_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", ways_in.sign_in, name="sign_in"),
    # On a single host these say the door; with a host for each they are the sign-in page of that host.
    path("tablet/", ways_in.sign_in, name="sign_in_tablet"),
    path("online/", ways_in.sign_in, name="sign_in_online"),
    path("staff/", ways_in.sign_in, name="sign_in_staff"),
    path("enrol/", ways_in.enrol, name="enrol"),
    path("sign-out/", ways_out.sign_out, name="sign_out"),
    path("not-me/", ways_out.not_me, name="not_me"),
    path("not-me/tell/", ways_out.tell_staff, name="tell_staff"),
    path("lock/", ways_out.lock, name="lock"),
    path("here/", ways_out.here, name="here"),
    path("language/", ways_out.language, name="language"),
    path("staff/tablets/", staff.tablet_list, name="tablets"),
    path("staff/tablets/<uuid:tablet_id>/code/", staff.issue_code, name="issue_code"),
    path("staff/tablets/<uuid:tablet_id>/<slug:move>/", staff.move_tablet, name="move_tablet"),
    path("my-pin/", own_pins.my_pin, name="my_pin"),
    path("own-pin/", own_pins.own_pin, name="own_pin"),
    path("staff/people-here/", people_here.people, name="people_here"),
    path("staff/people-here/<uuid:person_id>/pin/", people_here.new_pin, name="new_pin"),
    path("staff/people-here/<uuid:person_id>/card/", people_here.print_letters, name="print_letters"),
    path("staff/facilities/<uuid:facility_id>/cards/", people_here.ask_for_cards, name="ask_for_cards"),
    path("staff/sign-ins/", staff.pause_list, name="pauses"),
    path("staff/sign-ins/<int:pause_id>/lift/", staff.lift_pause, name="lift_pause"),
    path("staff/sign-ins/<uuid:user_id>/unlock/", staff.unlock, name="unlock"),
]
