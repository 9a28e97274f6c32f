"""Which database: SQLite in the data folder, or the PostgreSQL that DATABASE_URL names. Django's setting, nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from longarm.errors import BadInput

# IMMEDIATE: a transaction that reads and then writes would else fail at once with "database is locked" (no timeout).
# FULL: a commit that was answered survives a power cut.
_SQLITE: Final[dict[str, Any]] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;PRAGMA secure_delete=ON;",
}
_SCHEMES: Final = ("postgresql://", "postgres://")
_HERE: Final = ("", "localhost", "127.0.0.1", "::1")
_WAIT: Final = "10"  # seconds for a connection, unless the address says otherwise
_KEEP: Final = 60  # seconds a connection may stand idle: making one costs more than most of our queries


def databases(sqlite: Path, url: str | None = None) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: PostgreSQL at `url` (else at DATABASE_URL), else SQLite in the file `sqlite`.

    Raises BadInput when the address is none we know; the sentence never repeats it, for it may hold a password.
    """
    url = url if url is not None else os.environ.get("DATABASE_URL")
    return {
        "default": _postgresql(url)
        if url
        else {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(sqlite),
            "OPTIONS": dict(_SQLITE),
            "CONN_MAX_AGE": _KEEP,
        }
    }


def _postgresql(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name?option=value`, as libpq itself reads it (its manual, 34.1.1.2).

    A socket is `?host=/run/postgresql`; every option of libpq may follow (`sslmode`, `sslrootcert`, `passfile`, `service`).
    A server on another machine must prove by certificate that it is the one named, unless `sslmode` says otherwise: libpq
    itself would go on in the clear where somebody in between says that there is no TLS.
    """
    from psycopg import Error
    from psycopg.conninfo import conninfo_to_dict

    try:
        read = conninfo_to_dict(url) if url.startswith(_SCHEMES) else {}
    except Error:
        raise BadInput("store-database-url") from None
    options = {name: str(value) for name, value in read.items()}
    name, port = options.pop("dbname", ""), options.pop("port", "")
    if not (name or "service" in options) or not all(part.isdecimal() for part in port.split(",") if part):
        raise BadInput("store-database-url")
    hosts = ",".join((options.get("host", ""), options.get("hostaddr", ""))).split(",")
    if "PGSSLMODE" not in os.environ and not all(host in _HERE or host.startswith(("/", "@")) for host in hosts):
        options.setdefault("sslmode", "verify-full")
    return {
        "ENGINE": "longarm.store.postgresql",
        "NAME": name,
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": port,
        "OPTIONS": {"connect_timeout": _WAIT, "application_name": "longarm", **options},
        "CONN_MAX_AGE": _KEEP,
        "CONN_HEALTH_CHECKS": True,
    }
