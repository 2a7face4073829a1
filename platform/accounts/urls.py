"""Addresses of the doors."""

from django.urls import path

from accounts.colleagues import views as colleagues
from accounts.factors import views as factors
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
    path("lock/", ways_out.lock, name="lock"),
    path("here/", ways_out.here, name="here"),
    path("language/", ways_out.language, name="language"),
    path("staff/tablets/", staff.tablet_list, name="tablets"),
    path("staff/tablets/<uuid:tablet_id>/code/", staff.issue_code, name="issue_code"),
    path("staff/tablets/<uuid:tablet_id>/<slug:move>/", staff.move_tablet, name="move_tablet"),
    path("staff/sign-ins/", staff.pause_list, name="pauses"),
    path("staff/sign-ins/<int:pause_id>/lift/", staff.lift_pause, name="lift_pause"),
    path("staff/sign-ins/<uuid:user_id>/unlock/", staff.unlock, name="unlock"),
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
