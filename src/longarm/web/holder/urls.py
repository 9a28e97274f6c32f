"""The one address of a key holder."""

from __future__ import annotations

from django.urls import path

from longarm.web.holder import letters

urlpatterns = [path("", letters.letters)]
