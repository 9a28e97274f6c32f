"""Served where `LONGARM_ROOTS` names `taxii`. The addresses are the standard's (TAXII 2.1, section 4 and 5)."""

from __future__ import annotations

from django.urls import path

from longarm.web.taxii import answers

_ONE = "all/collections/<uuid:collection_id>/"

urlpatterns = [
    path("", answers.discovery),
    path("all/", answers.root),
    path("all/collections/", answers.collections),
    path(_ONE, answers.collection),
    path(f"{_ONE}objects/", answers.objects),
    path(f"{_ONE}manifest/", answers.manifest),
    path(f"{_ONE}objects/<str:object_id>/", answers.one_object),
    path(f"{_ONE}objects/<str:object_id>/versions/", answers.versions),
]
