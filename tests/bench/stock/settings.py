"""The room of the Channels tutorial: Django's own sign-in, the Redis layer, PostgreSQL."""

import os
from urllib.parse import parse_qs, urlsplit

_place = urlsplit(os.environ["DATABASE_URL"])
_more = parse_qs(_place.query)

SECRET_KEY = "only-for-benchmarks"
DEBUG = False
ROOT_URLCONF = "tests.bench.stock.urls"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "daphne",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "channels",
    "tests.bench.stock",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _place.path.lstrip("/"),
        "HOST": _more["host"][0],
        "USER": _more["user"][0],
        "CONN_MAX_AGE": 60,
    }
}
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [{"address": os.environ["REDIS_URL"]}]},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
