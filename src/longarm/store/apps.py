"""The one Django app of longarm."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "longarm.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
