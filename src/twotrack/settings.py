"""Django's settings. They hold no secret and no path: the record is attached when it is opened (record/folder.py)."""

import secrets
from typing import Any

SECRET_KEY = secrets.token_hex(32)  # sessions live in this process's memory, so a new key each time loses nothing
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "twotrack.record",
    "twotrack.office",
]
AUTH_USER_MODEL = "record.User"
AUTHENTICATION_BACKENDS = ["twotrack.office.accounts.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_DATABASE: dict[str, Any] = {
    "ENGINE": "twotrack.record.sqlcipher",
    "NAME": "",
    "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
}
DATABASES: dict[str, dict[str, Any]] = {
    "default": {},  # every query says which of the two it means; one that does not fails
    "public": {**_DATABASE},
    "confidential": {**_DATABASE},
}
DATABASE_ROUTERS = ["twotrack.record.confidentiality.Router"]

MIDDLEWARE = [
    "twotrack.office.middleware.SecurityHeaders",
    "twotrack.office.middleware.Locked",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "twotrack.office.middleware.LiveSession",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "twotrack.office.middleware.Clearance",
]
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_AGE = 10 * 60 * 60  # office/sessions.py ends them, sooner where they are not used
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SAMESITE = "Strict"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 10_000}}}

ROOT_URLCONF = "twotrack.office.urls"
LOGIN_URL = "sign-in"
STATIC_URL = "static/"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# An upload stays in memory: a temporary file would hold confidential words in plain.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024

# Messages of exceptions can hold words of entries, so the log names the kind of error and the place alone.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"wordless": {"()": "twotrack.wordless.Formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "wordless"}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
