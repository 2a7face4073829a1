"""Addresses of the doors."""

from django.urls import path

from accounts.colleagues import views as colleagues
from accounts.factors import views as factors
from accounts.machines import views as machines
from accounts.pins.views import own_pins, people_here
from accounts.views import roles, staff, tablets, ways_in, ways_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", ways_in.sign_in, name="sign_in"),
    # On a single host these say the door; with a host for each they are the sign-in page of that host.
    path("tablet/", ways_in.sign_in, name="sign_in_tablet"),
    path("online/", ways_in.sign_in, name="sign_in_online"),
    path("staff/", ways_in.sign_in, name="sign_in_staff"),
    path("enrol/", ways_in.enrol, name="enrol"),
    path("kiosk/", ways_in.kiosk, name="kiosk"),
    path("sign-out/", ways_out.sign_out, name="sign_out"),
    path("not-me/", ways_out.not_me, name="not_me"),
    path("not-me/tell/", ways_out.tell_staff, name="tell_staff"),
    path("lock/", ways_out.lock, name="lock"),
    path("here/", ways_out.here, name="here"),
    path("language/", ways_out.language, name="language"),
    path("staff/tablets/", tablets.tablet_list, name="tablets"),
    path("staff/tablets/delivery/", tablets.deliver, name="deliver"),
    path("staff/tablets/codes/", tablets.new_codes, name="new_codes"),
    path("staff/tablets/sheet/", tablets.sheet, name="tablet_sheet"),
    path("staff/tablets/replace/<uuid:facility_id>/", tablets.replace, name="replace_tablets"),
    path("staff/tablets/<uuid:tablet_id>/", tablets.tablet_page, name="tablet"),
    path("staff/tablets/<uuid:tablet_id>/code/", tablets.issue_code, name="issue_code"),
    path("staff/tablets/<uuid:tablet_id>/address/", tablets.issue_address, name="issue_address"),
    path("staff/tablets/<uuid:tablet_id>/unit/", tablets.assign_unit, name="assign_unit"),
    path("staff/tablets/<uuid:tablet_id>/facility/", tablets.move_to_facility, name="move_to_facility"),
    path("staff/tablets/<uuid:tablet_id>/<slug:move>/", tablets.move_tablet, name="move_tablet"),
    path("facilities/<uuid:facility_id>/systems/", machines.systems, name="systems"),
    path("facilities/<uuid:facility_id>/systems/add/", machines.add_machine, name="add_machine"),
    path("facilities/<uuid:facility_id>/webhooks/add/", machines.add_webhook, name="add_webhook"),
    path("systems/<uuid:machine_id>/key/", machines.exchange_key, name="exchange_key"),
    path("systems/<uuid:machine_id>/end/", machines.end_machine, name="end_machine"),
    path("webhooks/<uuid:hook_id>/end/", machines.end_webhook, name="end_webhook"),
    path("webhooks/<uuid:hook_id>/undelivered/", machines.dead_letters, name="dead_letters"),
    path("webhooks/<uuid:hook_id>/undelivered/<uuid:message_id>/", machines.send_again, name="send_again"),
    path("my-pin/", own_pins.my_pin, name="my_pin"),
    path("own-pin/", own_pins.own_pin, name="own_pin"),
    path("staff/people-here/", people_here.people, name="people_here"),
    path("staff/people-here/<uuid:person_id>/pin/", people_here.new_pin, name="new_pin"),
    path("staff/people-here/<uuid:person_id>/card/", people_here.print_letters, name="print_letters"),
    path("staff/facilities/<uuid:facility_id>/cards/", people_here.ask_for_cards, name="ask_for_cards"),
    path("staff/sign-ins/", staff.pause_list, name="pauses"),
    path("staff/sign-ins/<int:pause_id>/lift/", staff.lift_pause, name="lift_pause"),
    path("staff/sign-ins/<uuid:user_id>/unlock/", staff.unlock, name="unlock"),
    path("staff/roles/", roles.role_list, name="roles"),
    path("staff/roles/give/", roles.give_role, name="give_role"),
    path("staff/roles/<uuid:grant_id>/end/", roles.end_role, name="end_role"),
    path("staff/roles/asked/<uuid:proposal_id>/<slug:move>/", roles.move_proposal, name="move_proposal"),
    # How I sign in
    path("me/sign-in/", factors.ways, name="ways"),
    path("me/sign-in/passkeys/", factors.add_passkey, name="add_passkey"),
    path("me/sign-in/code-app/", factors.code_app, name="code_app"),
    path("me/sign-in/codes/", factors.recovery_codes, name="recovery_codes"),
    path("me/sign-in/password/", factors.password, name="password"),
    path("me/sign-in/name/", factors.name, name="sign_in_name"),
    path("me/sign-in/<int:factor_id>/remove/", factors.remove_factor, name="remove_factor"),
    path("me/devices/", factors.devices, name="devices"),
    path("me/devices/end/", factors.end_devices, name="end_devices"),
    path("me/devices/<uuid:sign_in_id>/end/", factors.end_device, name="end_device"),
    path("me/prove/", factors.prove, name="prove"),
    path("locked/", factors.locked, name="locked"),
    path("set-up/", factors.set_up, name="set_up"),
    path("passkey/<slug:purpose>/", factors.passkey_options, name="passkey_options"),
    # Accounts of colleagues
    path("staff/accounts/", colleagues.account_list, name="accounts"),
    path("staff/accounts/<uuid:user_id>/", colleagues.account, name="account"),
    path("staff/accounts/<uuid:user_id>/stop/<slug:act>/", colleagues.stop_account, name="stop_account"),
    path("staff/accounts/<uuid:user_id>/restore/<slug:act>/", colleagues.restore_account, name="restore_account"),
    path("staff/accounts/<uuid:user_id>/factors/", colleagues.reset_factors, name="reset_factors"),
    path("staff/accounts/<uuid:user_id>/sign-ins/<uuid:sign_in_id>/", colleagues.end_sign_in, name="end_their_sign_in"),
]
