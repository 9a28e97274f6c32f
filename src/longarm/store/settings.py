"""The store's settings as a module, for tools that ask for one (`DJANGO_SETTINGS_MODULE`): mypy's plugin, makemigrations."""

from importlib.util import find_spec

from longarm.store.folder import folder_of
from longarm.store.start import settings_of

globals().update(settings_of(folder_of()))
# A hub and a key holder are apps of processes of their own; tools look at all of them.
INSTALLED_APPS = ["longarm.store", *(app for app in ("longarm.hub", "longarm.holder") if find_spec(f"{app}.apps"))]
