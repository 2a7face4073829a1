"""All pages. Which door may open one is said by the gate on its view."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
