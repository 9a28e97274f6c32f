"""One address for every screen. Compressed, for a slow line: nothing that a stranger's page could make a browser ask for holds a
secret here (no cookie; the token stands in forms alone), which is what attacks on compression need."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from longarm.web.intake.visit import visit

urlpatterns = [path("", gzip_page(visit))]
