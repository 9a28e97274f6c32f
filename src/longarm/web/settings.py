"""Django's settings, read from the environment that `longarm serve` prepares.

The database, the vault and the node's folder are the store's (`longarm.store.start`). Ours: `LONGARM_SECRET` (signs forms;
fresh at each start unless given), `LONGARM_HOSTS` (host names, by comma), `LONGARM_HTTPS` (`1` where browsers reach
the node by https), `LONGARM_ROOTS` (`intake,desk`), `LONGARM_TITLE` and `LONGARM_EXIT` (neutral title of the public pages
and where the quick exit leads), `LONGARM_INTAKE` (the organisation that takes reports, by name or id, where there are several),
`LONGARM_FORWARDED` (`1` where a server in front appends the browser's address to `X-Forwarded-For`).
Values derived from others stand last.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from longarm.store.folder import folder_of
from longarm.store.start import settings_of
from longarm.web.log import ERRORS_ONLY

globals().update(settings_of(folder_of()))

WEB = Path(__file__).parent
HTTPS = os.environ.get("LONGARM_HTTPS") == "1"
ROOTS = tuple(os.environ.get("LONGARM_ROOTS", "intake,desk").split(","))
NEUTRAL_TITLE = os.environ.get("LONGARM_TITLE", "")
EXIT_ADDRESS = os.environ.get("LONGARM_EXIT", "")
FORWARDED = os.environ.get("LONGARM_FORWARDED") == "1"
LONGARM_INTAKE = os.environ.get("LONGARM_INTAKE", "")

DEBUG = False
SECRET_KEY = os.environ.get("LONGARM_SECRET") or secrets.token_urlsafe(48)
ALLOWED_HOSTS = os.environ.get("LONGARM_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "longarm.web.urls"
WSGI_APPLICATION = "longarm.web.wsgi.application"
MIDDLEWARE = [
    "longarm.web.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "longarm.web.forgery.ForgeryMiddleware",
    "longarm.web.refusals.RefusalsMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "builtins": ["longarm.web.tags"],
            "context_processors": ["django.template.context_processors.request"],
            "string_if_invalid": "",
        },
    }
]
USE_I18N = False  # our sentences are Fluent's (longarm.texts)
APPEND_SLASH = False

# Uploads never become a temporary file: each view says where bytes go, encrypted while they arrive; other files are let go.
FILE_UPLOAD_HANDLERS = ["longarm.web.uploads.DroppedUpload"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 20

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 63072000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
CSRF_COOKIE_NAME = "__Secure-form" if HTTPS else "form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # gone with the browser's window
CSRF_COOKIE_PATH = "/desk/"
CSRF_FAILURE_VIEW = "longarm.web.errors.forged"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
    }
}

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = ERRORS_ONLY
