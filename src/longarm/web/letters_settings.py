"""Django's settings of a service that takes letters: no sessions, no templates, no cookies; letters are signed themselves."""

from __future__ import annotations

import os
import secrets
from typing import Any

from longarm.web.log import ERRORS_ONLY


def letters_settings(room: str) -> dict[str, Any]:
    """`room`: of `longarm.web`, with its `urls` and `wsgi`. The names it answers to stand in `LONGARM_<ROOM>_HOSTS`, by comma."""
    return {
        "DEBUG": False,
        "SECRET_KEY": secrets.token_urlsafe(48),  # signs nothing; Django wants one
        "ALLOWED_HOSTS": os.environ.get(f"LONGARM_{room.upper()}_HOSTS", "localhost,127.0.0.1,[::1]").split(","),
        "ROOT_URLCONF": f"longarm.web.{room}.urls",
        "WSGI_APPLICATION": f"longarm.web.{room}.wsgi.application",
        "MIDDLEWARE": [],
        "USE_I18N": False,
        "APPEND_SLASH": False,
        "LOGGING_CONFIG": "logging.config.dictConfig",
        "LOGGING": ERRORS_ONLY,
    }
