"""Pages of the records, under /records/."""

from django.urls import path

from moderation.records import views

app_name = "records_pages"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("schedule/<str:place>/", views.set_schedule, name="schedule"),
    path("holds/", views.hold_list, name="holds"),
    path("holds/place/", views.place_hold, name="place_hold"),
    path("holds/<uuid:hold_id>/<slug:move>/", views.move_hold, name="move_hold"),
    path("purges/", views.certificate_list, name="certificates"),
    path("purges/run/", views.run_purge, name="run_purge"),
    path("purges/<uuid:certificate_id>/", views.certificate, name="certificate"),
    path("audit/", views.audit_trail, name="audit"),
]
