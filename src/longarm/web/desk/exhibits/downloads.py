"""Files out: always as an attachment, never rendered on our origin, streamed while they are decrypted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.proof.bundles import open_bundle
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in

_BLOCK = 1 << 18


@require_POST
@signed_in
def bundle(request: HttpRequest, actor: Actor, bundle_id: UUID) -> HttpResponseBase:
    """The sealed bundle as a ZIP. What for is asked, and stands in the custody record."""
    purpose = request.POST.get("purpose", "").strip()
    if not purpose:
        raise BadInput("desk-no-purpose")
    handed = open_bundle(actor, bundle_id, purpose[:200])
    response = StreamingHttpResponse(_blocks(handed.source.open()), content_type="application/zip")
    response.headers["Content-Length"] = str(handed.size)
    return attached(response, handed.name)


def pdf(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    attached(response, name)
    return response


def attached(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """Saved, not shown: in a sandbox should a browser show it all the same. `name` is ASCII of ours, never a person's."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while block := file.read(_BLOCK):
            yield block
