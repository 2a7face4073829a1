"""All settings. The environment is read through `config.env`; tests override by fixture."""

from pathlib import Path

import structlog
from csp.constants import NONCE, NONE, SELF

from config import env

ROOT = Path(__file__).resolve().parents[2]
MODE = env.mode()
PRODUCTION = MODE == "production"
DEVELOPMENT = MODE == "development"
DATA_DIR = env.data_dir()

DEBUG = False
TESTING = False
SECRET_KEY = env.needed("SECRET_KEY", unless=None if PRODUCTION else "only-for-development-" + "x" * 50)
KEY_FILE = env.needed("KEY_FILE", unless=None if PRODUCTION else str(DATA_DIR / "keys.json"))
#: Tests only: a file with seconds that are added to the clock of every process.
CLOCK_OFFSET_FILE = "" if PRODUCTION else env.text("CLOCK_OFFSET_FILE")

# Doors: each on a host of its own, `tablet.`, `online.` and `staff.` of the site; or all on one host.
SITE = env.needed("SITE", unless=None if PRODUCTION else "localhost:8000")
SITE_HOST = SITE.partition(":")[0]
SINGLE_HOST = env.flag("SINGLE_HOST", default=False)
SCHEME = "https" if PRODUCTION else "http"
DOOR_HOSTS = {door: SITE if SINGLE_HOST else f"{door}.{SITE}" for door in ("tablet", "online", "staff")}
ALLOWED_HOSTS = [SITE_HOST, *(host.partition(":")[0] for host in DOOR_HOSTS.values())]
if not PRODUCTION:
    ALLOWED_HOSTS += ["127.0.0.1", "testserver"]

INSTALLED_APPS = [
    "daphne",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "config.apps.OurStaticFiles",
    "channels",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "config.apps.ConfigConfig",
    "core",
    "audit",
    "records",
    "custody",
    "accounts",
    "groups",
    "chat",
    "moderation",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "accounts.middleware.DoorMiddleware",
    "accounts.middleware.DoorSessionMiddleware",
    "accounts.middleware.CallerMiddleware",
    "accounts.middleware.ScopeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "core.middleware.RuleErrorMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "config.context.shell",
                "moderation.context.help_status",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# Storage
DATABASES = {"default": env.database(env.text("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'same-circle.sqlite3'}")}
EMBEDDED = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.text("REDIS_URL")
REDIS_PREFIX = env.text("REDIS_PREFIX", "samecircle")
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [{"address": REDIS_URL}], "prefix": REDIS_PREFIX},
    }
    if REDIS_URL
    else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}
CACHES = {
    # One-time codes must not be used twice in any process, so they are remembered in the database.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}
WORKER_INSIDE = env.flag("WORKER_INSIDE", default=EMBEDDED)
#: Our server writes frames that are made once (docs/pre-framed.md); False: each by ASGI's `send`, as any server does.
FRAMES_MADE_ONCE = env.flag("FRAMES_MADE_ONCE", default=True)

# Ports: how lower floors call higher ones.
ACCOUNTS_ALARM = "moderation.alerts.silent.call"
CHAT_SCREENER = "moderation.rules.screener.screen"
CHAT_DESK = "moderation.intake.desk"
GROUPS_HERALD = "chat.herald.herald"
GROUPS_SCREENER = "moderation.texts.may_be_shown"

#: Each process looks every two seconds whether other rules are published; tests look when they say so.
RULES_WATCHED = True

# Sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "config.views.csrf_failure"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "accounts.mfa.SealingAdapter"
MFA_TOTP_ISSUER = "Same Circle"

# Other systems
#: Webhooks may also go to private addresses: for a facility's system that stands beside ours.
WEBHOOKS_TO_PRIVATE = env.flag("WEBHOOKS_TO_PRIVATE", default=False)

# Transport
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY", default=PRODUCTION) else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF, *(f"{'wss' if PRODUCTION else 'ws'}://{host}" for host in DOOR_HOSTS.values())],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "worker-src": [NONE],  # nothing may keep pages in the browser
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
#: Files are taken by views that say so (`core.uploads.takes_file`), up to their limit, and by no other.
FILE_UPLOAD_HANDLERS = ["core.uploads.WhereAskedFor"]

# Files
STATIC_URL = "/static/"
STATIC_ROOT = env.text("STATIC_ROOT") or str(DATA_DIR / "static")
#: Compressed once and named by their content, by `collectstatic`; else served as they lie in the source.
STATIC_PACKED = env.flag("STATIC_PACKED", default=PRODUCTION)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "config.storage.StaticFiles"
        if STATIC_PACKED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not STATIC_PACKED
WHITENOISE_AUTOREFRESH = False

# Language and time
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
LANGUAGE_COOKIE_NAME = "language"
#: Where times are shown; the database keeps UTC.
TIME_ZONE = env.text("TIME_ZONE", "America/Chicago")
USE_TZ = True

# Logs: ids and codes, never words of people.
LOG_LEVEL = env.text("LOG_LEVEL", "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
        # While Redis is away it would write a traceback each second; `core.wakeups` and the hub say it once.
        "channels_redis.pubsub": {"level": "CRITICAL"},
    },
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
    ],
    cache_logger_on_first_use=True,
)

#: Load tools only: no pace limits, in a benchmark world.
RATES_LIFTED = MODE == "benchmark"
SILENCED_SYSTEM_CHECKS: list[str] = []
