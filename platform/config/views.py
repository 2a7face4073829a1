"""Pages of the installation itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or not ours. Nothing was done."""
    return render(request, "403_csrf.html", status=403)
