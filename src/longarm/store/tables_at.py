"""The tables as the database has them now, which an update may be about to change: a backup is taken before an update too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, cast

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from longarm.errors import BadInput

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.models import Model

_APP: Final = "store"
Step = tuple[str, str]


def steps_done() -> tuple[str, ...]:
    """The newest steps (migrations) the database has made. Raises BadInput when a newer longarm has been here."""
    loader = MigrationLoader(connection)
    done = {step for step in loader.applied_migrations if step[0] == _APP}
    if unknown := sorted(name for app, name in done if (app, name) not in loader.disk_migrations):
        raise BadInput("store-newer-tables", found=unknown[-1])
    return tuple(sorted(name for app, name in done if not _children(loader, (app, name)) & done))


def steps_waiting() -> tuple[str, ...]:
    """Steps this longarm knows and the database has not made."""
    loader = MigrationLoader(connection)
    known = {step for step in loader.disk_migrations if step[0] == _APP}
    return tuple(sorted(name for _, name in known - set(loader.applied_migrations)))


def tables_at(steps: Iterable[str]) -> tuple[type[Model], ...]:
    """The tables after `steps`, each after those its rows point to. Raises BadInput when a step is unknown here."""
    loader = MigrationLoader(connection)
    nodes = [(_APP, step) for step in steps]
    if unknown := [step for _, step in nodes if (_APP, step) not in loader.disk_migrations]:
        raise BadInput("store-newer-tables", found=max(unknown))
    apps: Apps = loader.project_state(nodes).apps if nodes else loader.project_state([]).apps
    models = sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.label_lower)
    return tuple(_ordered([model for model in models if model._meta.app_label == _APP and model._meta.managed]))


def points_to(model: type[Model]) -> dict[str, type[Model]]:
    """Columns of `model` that hold the id of a row of another table (or of its own), and which."""
    pointing = [field for field in model._meta.concrete_fields if field.remote_field]
    return {field.attname: cast("type[Model]", field.related_model) for field in pointing}


def _children(loader: MigrationLoader, step: Step) -> set[Any]:
    return {child.key for child in loader.graph.node_map[step].children}


def _ordered(models: list[type[Model]]) -> Iterator[type[Model]]:
    """Those pointed to first; a table that points to itself stands as it is (its constraints are deferred)."""
    left = dict.fromkeys(models)
    while left:
        free = [model for model in left if not {t for t in points_to(model).values() if t is not model} & left.keys()]
        for model in free or list(left):
            yield model
            del left[model]
