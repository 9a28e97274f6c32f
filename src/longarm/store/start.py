"""Django for the store alone: what the worker, the commands and the tests need; the web adds its own settings."""

from __future__ import annotations

from typing import Any, Final

from longarm.store.database import databases
from longarm.store.folder import Folder, folder_of

INSTALLED_APPS: Final = ("longarm.store",)


def settings_of(folder: Folder) -> dict[str, Any]:
    """The settings that the store needs, for `settings.configure` or to begin a settings module with."""
    return {
        "INSTALLED_APPS": list(INSTALLED_APPS),
        "DATABASES": databases(folder.database),
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LONGARM_FOLDER": folder,
        "LOGGING_CONFIG": None,
    }


def start(folder: Folder | None = None) -> None:
    """Sets Django up for the node in `folder`, unless somebody (the web's settings module) already has."""
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(**settings_of(folder or folder_of()))
    django.setup()
