"""All pages. Which door may open one is said by the gate on its view."""

from django.urls import include, path

from config import views, work
from config.design import views as design
from config.start import become_tablet
from groups.api import urls as interface

urlpatterns = [
    path("", views.front, name="front"),
    path("now/", work.home, name="work"),
    path("now/find/", work.find, name="find"),
    path("start/tablet/<slug:code>/", become_tablet, name="become_tablet"),
    path("design/", design.participants, name="design"),
    path("design/staff/", design.staff, name="design_staff"),
    path("api/v1/", (interface.patterns, interface.app_name, interface.namespace)),
    path("", include("accounts.urls")),
    path("", include("groups.urls")),
    path("", include("chat.urls")),
    path("", include("moderation.urls")),
    path("rules/", include("moderation.rules.urls")),
    path("records/", include("moderation.records.urls")),
]
handler400 = "django.views.defaults.bad_request"
