"""The one address for other nodes."""

from __future__ import annotations

from django.urls import path

from longarm.web.peers import letters

urlpatterns = [path("", letters.letters)]
