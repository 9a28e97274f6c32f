"""How long things live at the desk: holds, copies, deletions and their certificates, withheld exhibits, accounts."""

from __future__ import annotations

from django.urls import path

from longarm.web.desk import keeping
from longarm.web.desk.administer import deletions, person
from longarm.web.desk.exhibits import withholding

urlpatterns = [
    path("cases/<uuid:case_id>/keeping/", keeping.keeping),
    path("cases/<uuid:case_id>/hold/", keeping.hold),
    path("cases/<uuid:case_id>/subject-copy/", keeping.copy),
    path("cases/<uuid:case_id>/delete/", keeping.deleting),
    path("cases/<uuid:case_id>/child/", withholding.road),
    path("uploads/<uuid:upload_id>/withhold/", withholding.given),
    path("exhibits/<uuid:exhibit_id>/withhold/", withholding.withholding),
    path("exhibits/<uuid:exhibit_id>/withheld/", withholding.withheld),
    path("exhibits/<uuid:exhibit_id>/instruction/", withholding.instruction),
    path("exhibits/<uuid:exhibit_id>/destroy/", withholding.destroying),
    path("people/<uuid:user_id>/", person.person),
    path("people/<uuid:user_id>/close/", person.closing),
    path("people/<uuid:user_id>/factor/", person.factor),
    path("people/<uuid:user_id>/visits/", person.visits),
    path("deletions/", deletions.listed),
    path("deletions/<uuid:case_id>/", deletions.certificate),
]
