"""A small service of its own in a folder (a hub, a key holder): its places, Django for its tables alone, and bringing it up."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final, Self

from longarm.errors import BadInput, system_reason
from longarm.store.database import databases

_LAYOUT: Final = "1"


@dataclass(frozen=True)
class ServiceFolder:
    """`data`: the database (unless DATABASE_URL names another). `keys`: who the service is; a copy of the data does not hold it.

    `name`: of the service, its Django app and its variables; `text`: the room of its sentences (`…-newer-folder`, `…-none-here`).
    """

    name: ClassVar[str]
    text: ClassVar[str]
    data: Path
    keys: Path

    @classmethod
    def at(cls, data: Path | str | None = None) -> Self:
        """In `data`, else in LONGARM_<NAME>, else in ./<name>; its keys in LONGARM_<NAME>_KEYS, else beside it (`….keys`)."""
        path = Path(data or os.environ.get(cls.variable()) or cls.name).absolute()
        keys = os.environ.get(f"{cls.variable()}_KEYS")
        return cls(path, Path(keys).absolute() if keys else path.with_name(path.name + ".keys"))

    @classmethod
    def variable(cls) -> str:
        return f"LONGARM_{cls.name.upper()}"

    @property
    def database(self) -> Path:
        return self.data / f"{self.name}.sqlite3"

    @property
    def _mark(self) -> Path:
        return self.data / self.name.upper()

    def settings(self) -> dict[str, Any]:
        """What its tables need, for `settings.configure` or to begin a settings module with."""
        return {
            "INSTALLED_APPS": [f"longarm.{self.name}"],
            "DATABASES": databases(self.database),
            "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
            "USE_TZ": True,
            "TIME_ZONE": "UTC",
            "LOGGING_CONFIG": None,
        }

    def prepare(self) -> None:
        """Makes the two folders (0700). Raises BadInput when they cannot be used, hold something else, or a newer longarm made
        them."""
        try:
            for path in (self.data, self.keys):
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._mark.exists():
                if any(self.data.iterdir()):
                    raise BadInput("store-foreign-folder", folder=str(self.data))
                self._mark.write_text(_LAYOUT + "\n")
            found = self._mark.read_text().strip()
        except OSError as fault:
            raise BadInput("store-folder-unwritable", folder=str(self.data), why=system_reason(fault)) from None
        if found != _LAYOUT:
            raise BadInput(f"{self.text}-newer-folder", folder=str(self.data))

    def bring_up(self, *, make: bool) -> None:
        """Folders, Django, tables. `make`: one that is not there yet is made; else BadInput. Raises as `prepare` does."""
        os.umask(0o077)
        if not make and not self._mark.is_file():
            raise BadInput(f"{self.text}-none-here", folder=str(self.data))
        self.prepare()
        import django
        from django.conf import settings

        if not settings.configured:
            settings.configure(**self.settings())
        django.setup()
        from longarm.store.upgrade import migrate

        migrate()
