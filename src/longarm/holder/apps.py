"""Registers the tables of a key holder with Django under the label `holder`."""

from __future__ import annotations

from django.apps import AppConfig


class HolderConfig(AppConfig):
    name = "longarm.holder"
    label = "holder"
    default_auto_field = "django.db.models.BigAutoField"
