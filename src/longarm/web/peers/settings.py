"""Django's settings of the port for other nodes, read from the environment that `longarm exchange request serve` prepares
(LONGARM_DATA, LONGARM_KEYS, LONGARM_PEERS_HOSTS). No sessions, no templates, no cookies: letters are signed by themselves."""

from __future__ import annotations

import os
import secrets
from typing import Any

from longarm.store.folder import folder_of
from longarm.store.start import settings_of

globals().update(settings_of(folder_of()))

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(48)  # signs nothing; Django wants one
ALLOWED_HOSTS = os.environ.get("LONGARM_PEERS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
LONGARM_INTAKE = os.environ.get("LONGARM_INTAKE", "")
ROOT_URLCONF = "longarm.web.peers.urls"
WSGI_APPLICATION = "longarm.web.peers.wsgi.application"
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
