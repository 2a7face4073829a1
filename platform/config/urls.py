"""All pages. Which door may open one is said by the gate on its view."""

from django.urls import include, path

from config import views

urlpatterns = [
    path("", views.front, name="front"),
    path("", include("accounts.urls")),
    path("", include("groups.urls")),
]
handler400 = "django.views.defaults.bad_request"
