import os

from django.core.asgi import get_asgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.stock.settings"
pages = get_asgi_application()

from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.urls import path  # noqa: E402

from tests.bench.stock.consumers import Room  # noqa: E402

sockets = AuthMiddlewareStack(URLRouter([path("ws/chat/<str:room>/", Room.as_asgi())]))
application = ProtocolTypeRouter({"http": pages, "websocket": sockets})
