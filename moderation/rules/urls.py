"""Pages of the screening rules, under /rules/."""

from django.urls import path

from moderation.rules.backtests import views as back_tests
from moderation.rules.views import built_in, editor, listing, outcomes, rule, trying

app_name = "rules"
urlpatterns = [
    path("", listing.rule_list, name="list"),
    path("notices/<int:notice_id>/aside/", listing.dismiss, name="dismiss"),
    path("try/", trying.try_text, name="try"),
    path("outcomes/", outcomes.what_follows, name="outcomes"),
    path("outcomes/<uuid:row_id>/end/", outcomes.end, name="end_outcome"),
    path("new/", editor.new_rule, name="new"),
    path("built-in/<str:code>/", built_in.built_in_rule, name="built_in"),
    path("built-in/<str:code>/override/", built_in.override, name="override"),
    path("overrides/<uuid:override_id>/end/", built_in.bring_back, name="end_override"),
    path("back-tests/<uuid:test_id>/", back_tests.back_test, name="back_test"),
    path("back-tests/<uuid:test_id>/progress/", back_tests.progress, name="back_test_progress"),
    path("back-tests/<uuid:test_id>/cancel/", back_tests.cancel, name="cancel_back_test"),
    path("back-tests/<uuid:test_id>/messages/", back_tests.read, name="read_back_test"),
    path("<uuid:rule_id>/", rule.rule_page, name="rule"),
    path("<uuid:rule_id>/edit/", editor.edit_rule, name="edit"),
    path("<uuid:rule_id>/versions/<int:number>/", rule.version_page, name="version"),
    path("<uuid:rule_id>/versions/<int:number>/back-test/", back_tests.ask, name="ask_back_test"),
    path("<uuid:rule_id>/<slug:act>/", rule.act, name="act"),
]
