"""Registers the tables of a hub with Django under the label `hub`."""

from __future__ import annotations

from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "longarm.hub"
    label = "hub"
    default_auto_field = "django.db.models.BigAutoField"
