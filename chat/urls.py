"""Addresses of the room. `GET /rooms/<room>/events` and the socket are served beside Django, by `chat.live`."""

from django.urls import path

from chat import notice_views, views

app_name = "chat"
urlpatterns = [
    path("rooms/<uuid:room>/", views.room, name="room"),
    path("rooms/<uuid:room>/say/", views.say, name="say"),
    path("rooms/<uuid:room>/frames", views.frames, name="frames"),
    path("rooms/<uuid:room>/messages", views.older_messages, name="messages"),
    path("rooms/<uuid:room>/read", views.read, name="read"),
    path("mine/", views.mine, name="mine"),
    path("mine/<uuid:message>/change/", views.change, name="change"),
    path("mine/<uuid:message>/withdraw/", views.withdraw, name="withdraw"),
    path("mine/<uuid:message>/dismiss/", views.dismiss, name="dismiss"),
    path("mine/<uuid:message>/notice/", notice_views.notice, name="notice"),
    path("mine/<uuid:message>/notice.pdf", notice_views.notice_pdf, name="notice_pdf"),
]
