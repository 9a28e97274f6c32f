"""Django's settings of a key holder, read from the environment that `longarm holder serve` prepares (LONGARM_HOLDER,
LONGARM_HOLDER_KEYS, LONGARM_HOLDER_HOSTS). No sessions, no templates, no cookies: letters are signed by themselves."""

from __future__ import annotations

import os
import secrets
from typing import Any

from longarm.holder.start import folder_of, settings_of

globals().update(settings_of(folder_of()))

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(48)  # signs nothing; Django wants one
ALLOWED_HOSTS = os.environ.get("LONGARM_HOLDER_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "longarm.web.holder.urls"
WSGI_APPLICATION = "longarm.web.holder.wsgi.application"
MIDDLEWARE: list[str] = []
USE_I18N = False
APPEND_SLASH = False

# Errors only, and never what a letter held.
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "formatters": {"bare": {"()": "longarm.web.log.Bare"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
