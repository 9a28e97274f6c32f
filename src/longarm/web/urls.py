"""The roots this process serves (`LONGARM_ROOTS`): public pages, the desk under `/desk/`, advisories for machines (TAXII)."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from longarm.web import assets, health

_ROOTS = {
    "intake": path("", include("longarm.web.intake.urls")),
    "desk": path("desk/", include("longarm.web.desk.urls")),
    "taxii": path("taxii2/", include("longarm.web.taxii.urls")),
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("static/<str:digest>/<path:path>", assets.serve),
    path("health/", health.health),
    path("", include("longarm.web.law.urls")),
    *(_ROOTS[name] for name in getattr(settings, "ROOTS", ())),
]
handler400 = "longarm.web.errors.bad_request"
handler403 = "longarm.web.errors.forbidden"
handler404 = "longarm.web.errors.not_found"
handler500 = "longarm.web.errors.broken"
