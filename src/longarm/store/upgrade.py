"""Brings the tables to this version of longarm: whole or not at all, one process at a time, never backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from longarm.errors import BadInput

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.migrations.executor import MigrationExecutor

# The turn that processes take on one PostgreSQL database: any number serves, as long as it is always the same.
_TURN: Final = int.from_bytes(b"longarm", "big")


def migrate() -> int:
    """Applies the steps that the tables lack, in one transaction. Returns how many.

    Killed at any moment, it leaves the tables as they were, and the next start does it again: Django alone would commit
    step by step, and notes some steps as done only after the commit that did them. Who starts meanwhile waits: for
    SQLite's write lock (the transaction is IMMEDIATE), for an advisory lock on PostgreSQL.

    Raises BadInput when the database cannot be reached or used, or a newer longarm has been here.
    """
    from django.db import Error, connection, transaction

    _connect(connection)
    try:
        # SQLite rebuilds tables to change them, and can do so only where foreign keys rest before the transaction begins.
        with connection.constraint_checks_disabled(), transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
            return _apply(connection)
    except Error as fault:
        raise BadInput("store-upgrade-failed", why=_reason(connection, fault)) from fault


def _apply(connection: BaseDatabaseWrapper) -> int:
    from django.db.migrations.executor import MigrationExecutor

    def after(action: str, *_: object) -> None:
        # A step may not change a table whose new rows PostgreSQL has still to check: let it check them between steps.
        if action == "apply_success" and connection.vendor == "postgresql":
            connection.check_constraints()

    executor = MigrationExecutor(connection, progress_callback=after)
    _refuse_newer(executor)
    targets = executor.loader.graph.leaf_nodes()
    plan = executor.migration_plan(targets)
    if plan:
        executor.migrate(targets, plan)
    return len(plan)


def _refuse_newer(executor: MigrationExecutor) -> None:
    known = executor.loader.disk_migrations
    ours = {app for app, _ in known}  # those of this process: the node's, or a hub's, or a key holder's
    unknown = [name for app, name in executor.loader.applied_migrations if app in ours and (app, name) not in known]
    if unknown:
        raise BadInput("store-newer-tables", found=max(unknown))


def _connect(connection: BaseDatabaseWrapper) -> None:
    """Raises BadInput, without the password, when the database does not answer, does not let us in, or is none."""
    from django.db import Error

    try:
        connection.ensure_connection()
    except Error as fault:
        why = _reason(connection, fault)
        if connection.vendor == "sqlite":
            raise BadInput("store-database-broken", file=str(connection.settings_dict["NAME"]), why=why) from fault
        # What libpq knows of its own try; its messages are in the server's language.
        tried: Any = getattr(fault.__cause__, "pgconn", None)
        if tried is not None and (tried.used_password or tried.needs_password):
            raise BadInput("store-database-password") from fault
        raise BadInput("store-database-away", why=why) from fault


def _reason(connection: BaseDatabaseWrapper, fault: BaseException) -> str:
    """The first line of what the database says, without the words around it, and without the password whatever happens."""
    while fault.__cause__:
        fault = fault.__cause__
    first = next(iter(str(fault).strip().splitlines()), type(fault).__name__)
    for before in ("connection failed: ", "connection is bad: "):
        first = first.removeprefix(before)
    password = str(connection.settings_dict.get("PASSWORD") or "")
    return first.replace(password, "…") if password else first
