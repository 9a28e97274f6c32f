"""The desk's screens, all under `/desk/`."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk import (
    case,
    case_file,
    cases,
    demo,
    downloads,
    draft,
    exhibit,
    language,
    new_case,
    record,
    seal,
    set_up,
    sign_in,
    start,
    upload,
)

urlpatterns = [
    path("", start.start),
    path("language/", language.choose),
    path("set-up/", set_up.set_up),
    path("demo/", demo.demo),
    path("sign-in/", sign_in.enter),
    path("sign-out/", sign_in.leave),
    path("cases/", cases.cases),
    path("cases/new/", new_case.new_case),
    path("cases/<uuid:case_id>/", case.case),
    path("cases/<uuid:case_id>/file/", case_file.case_file),
    path("cases/<uuid:case_id>/exhibits/", upload.upload),
    path("cases/<uuid:case_id>/seal/", seal.seal),
    path("cases/<uuid:case_id>/draft/<slug:document>/", draft.draft),
    path("exhibits/<uuid:exhibit_id>/", exhibit.exhibit),
    path("exhibits/<uuid:exhibit_id>/progress/", exhibit.progress),
    path("bundles/<uuid:bundle_id>/", downloads.bundle),
    path("record/", record.record),
]
