"""No page at all: how it is before the other apps are written."""

urlpatterns: list[object] = []
