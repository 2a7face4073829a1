"""The pages that the shells lead to, without what is behind them."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def pages(app: str, *names: str) -> URLResolver:
    urls: list[URLPattern] = [path(f"{name}/", nothing, name=name) for name in names]
    return path(f"{app}/", include((urls, app)))


urlpatterns = [
    pages("groups", "home", "path"),
    pages("chat", "mine"),
    pages("moderation", "help", "live", "desk"),
    pages("accounts", "language", "not_me", "sign_out", "lock"),
]
