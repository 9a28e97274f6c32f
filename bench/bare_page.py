"""The bare page: `/` answers one line. `/fifty/` asks the node's database for fifty rows of three columns and writes them through
a plain template: what a page of Django costs that does anything at all."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from longarm.store.models import Case

_TEMPLATE = Engine().from_string(
    "<!doctype html><title>fifty</title><table>{% for id, stage, made_at in rows %}"
    '<tr class="{% if stage == "open" %}open{% endif %}"><td>{{ id }}<td>{{ stage }}<td>{{ made_at }}{% endfor %}</table>'
)


def line(_: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>bare</title><p>bare</p>")


def fifty(_: HttpRequest) -> HttpResponse:
    rows = Case.objects.order_by("id").values_list("id", "stage", "made_at")[:50]
    return HttpResponse(_TEMPLATE.render(Context({"rows": rows})))


urlpatterns = [path("", line), path("fifty/", fifty)]
