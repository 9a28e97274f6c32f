"""One address for every screen."""

from __future__ import annotations

from django.urls import path

from longarm.web.intake.visit import visit

urlpatterns = [path("", visit)]
