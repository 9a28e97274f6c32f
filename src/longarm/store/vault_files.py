"""Which files the vault holds, and which of them the rows of the database name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from django.apps import apps

from longarm.keys.stream import stored_size

if TYPE_CHECKING:
    from django.db.models import Model

_NAMING: Final = "vault_name"  # a column whose name ends so holds the name of a file in the vault, or nothing
# Rows whose file need not be there: still on its way, or destroyed.
_WITHOUT: Final = frozenset({"arriving", "taken", "destroyed"})
_FACTS: Final = ("size", "state", "case__stage", "channel__case__stage")


class VaultFile(NamedTuple):
    path: Path
    size: int  # bytes as stored
    changed_at: float  # seconds since 1970


def files(root: Path) -> Iterator[VaultFile]:
    """The kept files in the order of their names; those on their way in (`.part-`) are none."""
    for path in sorted(root.glob("??/*")):
        try:
            found = path.stat()
        except FileNotFoundError:  # removed in between
            continue
        yield VaultFile(path, found.st_size, found.st_mtime)


class Named(NamedTuple):
    stored_size: int | None  # None where the row does not say
    must_be_there: bool


def named(models: Iterable[type[Model]] | None = None) -> dict[str, Named]:
    """Every file that a row names. `models`: the tables as the database has them (`tables_at`); None: as we have them."""
    found: dict[str, Named] = {}
    for model in models or apps.get_app_config("store").get_models():
        for column in naming_columns(model):
            facts = [fact for fact in _FACTS if _has(model, fact)]
            for row in model._default_manager.exclude(**{column: ""}).order_by().values(column, *facts).iterator():
                one = _named(row, column)
                before = found.get(row[column], one)
                found[row[column]] = Named(before.stored_size or one.stored_size, before.must_be_there or one.must_be_there)
    return found


def naming_columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.attname.endswith(_NAMING)]


def _named(row: dict[str, Any], column: str) -> Named:
    """Of a case that was deleted the files go too, at once or a little later."""
    deleted = "deleted" in (row.get("case__stage"), row.get("channel__case__stage"))
    there = row.get("state") not in _WITHOUT and not deleted
    return Named(stored_size(row["size"]) if column == _NAMING and there and "size" in row else None, there)


def _has(model: type[Model], fact: str) -> bool:
    """An older database may lack the last of the columns that `fact` goes through."""
    first, _, rest = fact.partition("__")
    field = next((field for field in model._meta.concrete_fields if field.name == first), None)
    if field is None or not rest:
        return field is not None
    return _has(cast("type[Model]", field.related_model), rest)
