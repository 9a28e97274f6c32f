"""Under `/desk/`."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk.advisories import listed, one, writing

urlpatterns = [
    path("advisories/", listed.listed),
    path("advisories/heard/<uuid:heard_id>/", listed.forgetting),
    path("advisories/<uuid:advisory_id>/", one.one),
    path("advisories/<uuid:advisory_id>/<str:form>/", one.file),
    path("cases/<uuid:case_id>/advisory/", writing.writing),
]
