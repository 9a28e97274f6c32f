"""Puts the rows of a backup into an empty database, of either engine, and proves that they are the rows that were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from longarm.errors import BadInput, Unsound
from longarm.store.dump import dump, tables
from longarm.store.frames import FORMAT, Digests, End, Frame, Head, Rows
from longarm.store.tables_at import points_to, tables_at
from longarm.store.upgrade import migrate

if TYPE_CHECKING:
    from django.db.models import Model

# What stays of a deleted case: that it was there, what was done with it, and the certificate.
_STAYS: Final = frozenset({"case", "record", "deletion"})


class Loaded(NamedTuple):
    rows: int
    left_out: int  # rows of cases that were deleted since
    without: frozenset[str]  # names of vault files that only rows left out name


def load(frames: Iterable[Frame], deleted: frozenset[UUID] = frozenset()) -> Loaded:
    """Makes the tables as they were, fills them, compares, and brings them to this version.

    `deleted`: cases whose rows, and whatever points to them, are left out. On PostgreSQL all of it happens or nothing; on
    SQLite the caller throws the file away when this raises. Raises BadInput when the database is not empty or the rows are
    of a newer longarm, Unsound when they do not read back as they were written.
    """
    if connection.introspection.table_names():
        raise BadInput("store-not-empty")
    source = iter(frames)
    head = next(source, None)
    if not isinstance(head, Head) or head.format != FORMAT:
        raise Unsound("store-rows-unreadable")
    models = {str(model._meta.model_name): model for model in tables_at(head.steps)}
    # SQLite refuses to change tables inside a transaction while it checks foreign keys.
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        MigrationExecutor(connection).migrate([("store", step) for step in head.steps])
        filled = _fill(source, models, deleted)
        _compare(filled.digests)
        migrate()
    return Loaded(filled.digests.count, filled.left_out, frozenset(filled.without))


class _Filled:
    def __init__(self) -> None:
        self.digests = Digests()
        self.left_out = 0
        self.without: set[str] = set()


def _fill(source: Iterator[Frame], models: dict[str, type[Model]], deleted: frozenset[UUID]) -> _Filled:
    filled, whole, gone = _Filled(), Digests(), {str(model): set[str]() for model in models}
    ended: End | None = None
    with transaction.atomic():
        for frame in source:
            if isinstance(frame, End):
                ended = frame
            elif not isinstance(frame, Rows) or ended is not None or frame.table not in models:
                raise Unsound("store-rows-unreadable")
            else:
                whole.add(frame)
                kept = _kept(frame, models[frame.table], deleted, gone, filled)
                filled.digests.add(kept)
                _insert(models[frame.table], kept)
        if ended is None or ended.digests != whole.found():
            raise Unsound("store-rows-unreadable")
        connection.check_constraints()
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
                cursor.execute(statement)
    return filled


def _kept(frame: Rows, model: type[Model], deleted: frozenset[UUID], gone: dict[str, set[str]], filled: _Filled) -> Rows:
    """`frame` without rows that belong to a deleted case, or to a row that was left out. Tables come after what they point to."""
    if not deleted or frame.table in _STAYS:
        return frame
    pointing = [(frame.columns.index(column), str(target._meta.model_name)) for column, target in points_to(model).items()]
    own = frame.columns.index(model._meta.pk.attname)
    names = [at for at, column in enumerate(frame.columns) if column.endswith("vault_name")]
    cases = {str(case) for case in deleted}
    rows = []
    for row in frame.rows:
        if any(str(row[at]) in (cases if table == "case" else gone[table]) for at, table in pointing):
            gone[frame.table].add(str(row[own]))
            filled.left_out += 1
            filled.without |= {row[at] for at in names if row[at]}
        else:
            rows.append(row)
    return Rows(table=frame.table, columns=frame.columns, rows=rows)


def _insert(model: type[Model], frame: Rows) -> None:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if set(frame.columns) != set(fields):
        raise Unsound("store-rows-unreadable")
    ordered = [fields[column] for column in frame.columns]
    model._default_manager.bulk_create(
        model(**{field.attname: field.to_python(value) for field, value in zip(ordered, row, strict=True)}) for row in frame.rows
    )


def _compare(put_in: Digests) -> None:
    """Reads everything back."""
    ends: list[Any] = [frame for frame in dump(tables()) if isinstance(frame, End)]
    if ends[0].digests != put_in.found():
        raise Unsound("store-rows-differ")
