"""Which database: SQLite in the data folder, or the PostgreSQL that DATABASE_URL names. Django's setting, nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from longarm.errors import BadInput

# IMMEDIATE: a transaction that reads and then writes would else fail at once with "database is locked" (no timeout).
# FULL: a commit that was answered survives a power cut.
_SQLITE: Final[dict[str, Any]] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;PRAGMA secure_delete=ON;",
}


def databases(sqlite: Path, url: str | None = None) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: PostgreSQL at `url` (else at DATABASE_URL), else SQLite in the file `sqlite`.

    Raises BadInput when the address is none we know.
    """
    url = url if url is not None else os.environ.get("DATABASE_URL")
    return {
        "default": _postgresql(url)
        if url
        else {"ENGINE": "django.db.backends.sqlite3", "NAME": str(sqlite), "OPTIONS": dict(_SQLITE)}
    }


def _postgresql(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name?option=value`; a host that begins with `/` (as `host=` option) is a socket."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise BadInput("store-database-url") from None
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise BadInput("store-database-url")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": options,
    }
