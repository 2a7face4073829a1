"""Pages of the desk, of those on duty, and *Help now*."""

from django.urls import path

from moderation import live, reporting
from moderation.alerts import help as helping
from moderation.alerts import views as alerts
from moderation.cases import views as cases

app_name = "moderation"
urlpatterns = [
    path("desk/", cases.desk, name="desk"),
    path("desk/queue/", cases.queue, name="queue"),
    path("desk/next/", cases.claim_next, name="next"),
    path("desk/<int:number>/", cases.case, name="case"),
    path("desk/<int:number>/claim/", cases.claim, name="claim"),
    path("desk/<int:number>/renew/", cases.renew, name="renew"),
    path("desk/<int:number>/let-go/", cases.let_go, name="let_go"),
    path("desk/<int:number>/decide/", cases.decide, name="decide"),
    path("desk/<int:number>/notice.pdf", cases.notice, name="case_notice"),
    path("duty/", alerts.duty, name="duty"),
    path("duty/board/", alerts.board, name="board"),
    path("duty/<uuid:alert_id>/answer/", alerts.answer, name="answer"),
    path("duty/<uuid:alert_id>/close/", alerts.close, name="close"),
    path("duty/lists/", alerts.lists, name="duty_lists"),
    path("duty/lists/<str:kind>/<uuid:place_id>/", alerts.duty_list, name="duty_list"),
    path("help/", helping.help_now, name="help"),
    path("help/standing/", helping.standing, name="standing"),
    path("rooms/<uuid:room>/report/<uuid:message>/", reporting.report, name="report"),
    path("live/", live.live, name="live"),
]
