"""The store's settings as a module, for tools that ask for one (`DJANGO_SETTINGS_MODULE`): mypy's plugin, makemigrations."""

from longarm.store.folder import folder_of
from longarm.store.start import settings_of

globals().update(settings_of(folder_of()))
