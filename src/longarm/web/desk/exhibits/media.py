"""Exhibits as bytes: sound and film to the page's player, whole or in part (RFC 9110, section 14); a copy as an attachment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.proof.media import Media, hand_out, open_media
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import attached

_BLOCK: Final = 1 << 16
_RANGE: Final = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
# Should a browser be led to the file itself: no script, no frame, nothing from anywhere.
_POLICY: Final = "sandbox; default-src 'none'; frame-ancestors 'none'; media-src 'self'"


@require_safe
@signed_in
def play(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponseBase:
    media = open_media(actor, exhibit_id)
    wanted = _range(request.headers.get("Range", ""), media.size)
    response = _part(media, wanted) if wanted else _unsatisfiable(media)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Disposition"] = "inline"
    response.headers["Content-Security-Policy"] = _POLICY
    return response


@require_POST
@signed_in
def copy(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponseBase:
    """The exhibit as received, to be saved. What for is asked, and stands in the custody record."""
    purpose = request.POST.get("purpose", "").strip()
    if not purpose:
        raise BadInput("preview-no-purpose")
    handed = hand_out(actor, exhibit_id, purpose[:200])
    response = StreamingHttpResponse(_bytes(handed.source.open(), 0, handed.size), content_type="application/octet-stream")
    response.headers["Content-Length"] = str(handed.size)
    return attached(response, handed.name)


def _part(media: Media, wanted: range) -> HttpResponseBase:
    whole = len(wanted) == media.size
    pieces = _bytes(media.source.open(), wanted.start, len(wanted))
    response = StreamingHttpResponse(pieces, status=200 if whole else 206, content_type=media.type)
    response.headers["Content-Length"] = str(len(wanted))
    if not whole:
        response.headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{media.size}"
    return response


def _unsatisfiable(media: Media) -> HttpResponseBase:
    response = HttpResponse(status=416, content_type="text/plain")
    response.headers["Content-Range"] = f"bytes */{media.size}"
    return response


def _range(asked: str, size: int) -> range | None:
    """The bytes that are asked for; all of them where the request asks for no single range; None beyond the end."""
    found = _RANGE.fullmatch(asked.strip())
    if not found or found[1] == found[2] == "":
        return range(size)
    first, last = found[1], found[2]
    if not first:
        return range(max(0, size - int(last)), size) if int(last) else None
    stop = min(int(last) + 1, size) if last else size
    if last and int(last) < int(first):
        return range(size)  # no valid range at all: as if none had been asked for
    return range(int(first), stop) if int(first) < size else None


def _bytes(file: BinaryIO, start: int, count: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while count and (block := file.read(min(_BLOCK, count))):
            count -= len(block)
            yield block
