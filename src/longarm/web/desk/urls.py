"""The desk's screens, all under `/desk/`."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk import case, case_file, draft, life_urls, new_case, team
from longarm.web.desk.administer import colleagues, health, paper, record
from longarm.web.desk.advisories import urls as advisories
from longarm.web.desk.day import cases, further_urls, work_urls
from longarm.web.desk.door import demo, language, passphrase, reset, second_factor, set_up, sign_in, start, visits
from longarm.web.desk.exchange import urls as exchange_urls
from longarm.web.desk.exhibits import downloads, exhibit, media, preview, seal, stamp, upload

urlpatterns = [
    *work_urls.urlpatterns,
    *further_urls.urlpatterns,
    *life_urls.urlpatterns,
    *exchange_urls.urlpatterns,
    *advisories.urlpatterns,
    path("", start.start),
    path("language/", language.choose),
    path("set-up/", set_up.set_up),
    path("demo/", demo.demo),
    path("sign-in/", sign_in.enter),
    path("sign-in/second/", second_factor.asked),
    path("sign-out/", sign_in.leave),
    path("cases/", cases.cases),
    path("cases/new/", new_case.new_case),
    path("cases/<uuid:case_id>/", case.case),
    path("cases/<uuid:case_id>/file/", case_file.case_file),
    path("cases/<uuid:case_id>/exhibits/", upload.upload),
    path("cases/<uuid:case_id>/seal/", seal.seal),
    path("cases/<uuid:case_id>/stamp/", stamp.stamp),
    path("cases/<uuid:case_id>/team/", team.team),
    path("cases/<uuid:case_id>/draft/<slug:document>/", draft.draft),
    path("exhibits/<uuid:exhibit_id>/", exhibit.exhibit),
    path("exhibits/<uuid:exhibit_id>/progress/", exhibit.progress),
    path("exhibits/<uuid:exhibit_id>/preview/", preview.blurred),
    path("exhibits/<uuid:exhibit_id>/preview/clear/", preview.clear),
    path("exhibits/<uuid:exhibit_id>/media/", media.play),
    path("exhibits/<uuid:exhibit_id>/copy/", media.copy),
    path("bundles/<uuid:bundle_id>/", downloads.bundle),
    path("people/", colleagues.people),
    path("people/recovery/", paper.renew),
    path("people/<uuid:user_id>/reset/", reset.reset),
    path("passphrase/", passphrase.passphrase),
    path("visits/", visits.visits),
    path("second-factor/", second_factor.own),
    path("second-factor/drop/", second_factor.drop),
    path("record/", record.record),
    path("health/", health.health),
]
