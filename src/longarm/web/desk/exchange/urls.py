"""The screens beyond the organisation."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk.exchange import figures, hits, members, operations, requests

urlpatterns = [
    path("exchange/", hits.exchange),
    path("exchange/members/", members.adding),
    path("exchange/members/cut-off/", members.cutting_off),
    path("exchange/members/use-again/", members.using_again),
    path("cases/<uuid:case_id>/exchange/", hits.choosing),
    path("exchange/requests/", requests.requests),
    path("exchange/figures/", figures.figures),
    path("exchange/figures/table.csv", figures.table_file, {"form": "csv"}),
    path("exchange/figures/table.json", figures.table_file, {"form": "json"}),
    path("exchange/figures/signed/", figures.signed_file),
    path("exchange/requests/<uuid:request_id>/", requests.one),
    path("exchange/requests/<uuid:request_id>/graph/", requests.graph),
    path("exchange/requests/<uuid:request_id>/paper/", requests.paper),
    path("exchange/requests/<uuid:request_id>/withhold/", requests.unopened),
    path("exchange/operations/", operations.operations),
    path("exchange/operations/new/", operations.new),
    path("exchange/operations/<uuid:operation_id>/", operations.one),
    path("cases/<uuid:case_id>/exchange/requests/new/", requests.new),
]
