"""The screens beyond the organisation."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk.exchange import hits, members

urlpatterns = [
    path("exchange/", hits.exchange),
    path("exchange/members/", members.adding),
    path("exchange/members/cut-off/", members.cutting_off),
    path("cases/<uuid:case_id>/exchange/", hits.choosing),
]
