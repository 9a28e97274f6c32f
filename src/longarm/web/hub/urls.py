"""The one address of a hub."""

from __future__ import annotations

from django.urls import path

from longarm.web.hub import letters

urlpatterns = [path("", letters.letters)]
