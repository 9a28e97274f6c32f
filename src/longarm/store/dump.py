"""Every row of the database, read in one moment, for a backup. What ends by itself stays behind: visits, counts, half files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from django.utils import timezone

from longarm.store.frames import FORMAT, Digests, End, Frame, Head, Rows
from longarm.store.tables_at import steps_done, tables_at

if TYPE_CHECKING:
    from django.db.models import Model

# A visit that is restored would come back to life; a count of knocks is of its day.
PASSING: Final = frozenset({"session", "return", "tries"})
# A file that is still on its way is in no backup; it begins again.
_PASSING_ROWS: Final = {"upload": {"state": "arriving"}}
_ROWS: Final = 500
_BYTES: Final = 1 << 20


class Tables(NamedTuple):
    """The tables as the database has them, and the newest steps that made them so."""

    steps: tuple[str, ...]
    models: tuple[type[Model], ...]


def tables() -> Tables:
    """Raises BadInput when a newer longarm has changed the database."""
    steps = steps_done()
    return Tables(steps, tables_at(steps))


def dump(of: Tables) -> Iterator[Frame]:
    """Call it inside `snapshot.one_moment`, and `tables` before: that takes longer than small databases do."""
    yield Head(format=FORMAT, at=timezone.now(), steps=of.steps)
    digests = Digests()
    for model in of.models:
        if model._meta.model_name not in PASSING:
            for frame in _rows(model):
                digests.add(frame)
                yield frame
    yield End(digests=digests.found())


def _rows(model: type[Model]) -> Iterator[Rows]:
    """In the order of their ids, so that the same rows give the same bytes on both engines."""
    columns = tuple(field.attname for field in model._meta.concrete_fields)
    table = str(model._meta.model_name)
    found = model._default_manager.exclude(**_PASSING_ROWS.get(table, {"pk": None})).order_by("pk").values_list(*columns)
    batch: list[list[Any]] = []
    size = 0
    for row in found.iterator(chunk_size=_ROWS):
        values = [_portable(value) for value in row]
        batch.append(values)
        size += sum(len(value) for value in values if isinstance(value, bytes))
        if len(batch) >= _ROWS or size >= _BYTES:
            yield Rows(table=table, columns=columns, rows=batch)
            batch, size = [], 0
    if batch:
        yield Rows(table=table, columns=columns, rows=batch)


def _portable(value: Any) -> Any:
    """PostgreSQL gives bytes as a view; ids and days, of which MessagePack has no kind, become text."""
    if isinstance(value, memoryview):
        return bytes(value)
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value
