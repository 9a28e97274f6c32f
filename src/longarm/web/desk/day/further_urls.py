"""Beyond the daily work: checklists, refusals, two persons, joining, the same offender, a notice, statements abroad."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk import same, series, series_export
from longarm.web.desk.day import joining, notice, refused, statements, two
from longarm.web.desk.exhibits import steps

urlpatterns = [
    path("refusals/", refused.refusals),
    path("cases/<uuid:case_id>/steps/", steps.steps),
    path("cases/<uuid:case_id>/refusals/", refused.refusing),
    path("cases/<uuid:case_id>/approvals/", two.asking),
    path("cases/<uuid:case_id>/merge/", joining.merging),
    path("cases/<uuid:case_id>/split/", joining.splitting),
    path("channels/<uuid:channel_id>/move/", joining.moving),
    path("cases/<uuid:case_id>/same/ask/", same.asking),
    path("cases/<uuid:case_id>/same/<uuid:other_id>/", same.comparing),
    path("questions/<uuid:question_id>/", same.answering),
    path("series/<uuid:case_id>/", series.series),
    path("series/<uuid:case_id>/export/", series_export.export),
    path("cases/<uuid:case_id>/notice/", notice.gate),
    path("notices/<uuid:notice_id>/", notice.paper),
    path("cases/<uuid:case_id>/statements/", statements.of_case),
    path("channels/<uuid:channel_id>/statement/", statements.of_team),
    path("statements/", statements.mine),
    path("statements/<uuid:channel_id>/", statements.one),
    path("statements/<uuid:channel_id>/files/", statements.files),
    path("approvals/<uuid:approval_id>/", two.answering),
]
