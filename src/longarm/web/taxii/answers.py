"""The answers of the TAXII server. One collection for each organisation that has told anything to everybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.casework.exchange.advisories import published
from longarm.errors import BadInput
from longarm.exchange.feeds import taxii
from longarm.texts import say
from longarm.web.network import network_of
from longarm.web.taxii.pace import Pace

View = Callable[..., HttpResponse]
_pace = Pace()
_ACCEPTED = ("application/taxii+json", "application/*", "*/*")


def _taxii(view: View) -> View:
    @wraps(view)
    @require_safe
    def answering(request: HttpRequest, **asked: Any) -> HttpResponse:
        accept = [part.split(";")[0].strip() for part in request.headers.get("Accept", "*/*").split(",")]
        if not any(kind in _ACCEPTED for kind in accept):
            return _error(406, "Not Acceptable")
        with _pace.turn(network_of(request)) as wait:
            if wait:
                answer = _error(429, "Too Many Requests")
                answer.headers["Retry-After"] = str(wait)
                return answer
            try:
                return view(request, **asked)
            except BadInput as fault:
                return _error(400, str(fault))

    return answering


@_taxii
def discovery(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri("/taxii2/all/")
    return _answer({"title": say("advisory-taxii", "en"), "default": address, "api_roots": [address]})


@_taxii
def root(_request: HttpRequest) -> HttpResponse:
    return _answer({"title": say("advisory-taxii", "en"), "versions": [taxii.MEDIA_TYPE], "max_content_length": 0})


@_taxii
def collections(_request: HttpRequest) -> HttpResponse:
    found = [_collection(id_, name) for id_, (_, name) in published.collections().items()]
    return _answer({"collections": found} if found else {})


@_taxii
def collection(_request: HttpRequest, collection_id: UUID) -> HttpResponse:
    found = published.collections().get(collection_id)
    return _answer(_collection(collection_id, found[1])) if found else _error(404, "Not Found")


@_taxii
def objects(request: HttpRequest, collection_id: UUID) -> HttpResponse:
    return _paged(request, collection_id, taxii.envelope)


@_taxii
def manifest(request: HttpRequest, collection_id: UUID) -> HttpResponse:
    return _paged(request, collection_id, taxii.manifest)


@_taxii
def one_object(request: HttpRequest, collection_id: UUID, object_id: str) -> HttpResponse:
    return _paged(request, collection_id, taxii.envelope, object_id)


@_taxii
def versions(request: HttpRequest, collection_id: UUID, object_id: str) -> HttpResponse:
    return _paged(request, collection_id, taxii.versions, object_id, {"match[version]": "all"})


def _paged(
    request: HttpRequest,
    collection_id: UUID,
    shape: Callable[[taxii.Page], dict[str, Any]],
    object_id: str = "",
    always: dict[str, str] | None = None,
) -> HttpResponse:
    found = published.collections().get(collection_id)
    if found is None:
        return _error(404, "Not Found")
    query = taxii.asked({**request.GET.dict(), **(always or {}), **({"match[id]": object_id} if object_id else {})})
    page = taxii.page(published.told(found[0], query.since, query.reports), query)
    if object_id and not page.stored and not page.next:
        return _error(404, "Not Found")
    answer = _answer(shape(page))
    if page.first and page.last:
        answer.headers["X-TAXII-Date-Added-First"], answer.headers["X-TAXII-Date-Added-Last"] = page.first, page.last
    return answer


def _collection(id_: UUID, name: str) -> dict[str, Any]:
    return {
        "id": str(id_),
        "title": name,
        "can_read": True,
        "can_write": False,
        "media_types": ["application/stix+json;version=2.1"],
    }


def _answer(body: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(body), content_type=taxii.MEDIA_TYPE, status=status)


def _error(status: int, title: str) -> HttpResponse:
    return _answer({"title": title, "http_status": str(status)}, status)
