"""Style sheets, scripts, icons and fonts, served by the node itself: read once, named by their digest."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

_ROOT: Final = Path(__file__).parent / "static"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


_INNER: Final = re.compile(rb"asset:([\w./-]+)")


class Asset(NamedTuple):
    digest: str
    data: bytes
    type: str


def address(path: str) -> str:
    """Where `path` (under `static/`) is served. Raises KeyError when there is no such file."""
    return _at(_assets()[path].digest, path)


@gzip_page
@require_safe
def serve(request: HttpRequest, digest: str, path: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The file. The desk's may be kept by the browser for ever; the public pages' leave nothing behind."""
    asset = _assets().get(path)
    if asset is None or asset.digest != digest:
        raise Http404
    response = HttpResponse(asset.data, content_type=asset.type)
    if path.startswith("desk/"):
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@cache
def _assets() -> dict[str, Asset]:
    """All files; style sheets last, so that the addresses they hold (`asset:desk/fonts/…`) can carry their digests."""
    found: dict[str, Asset] = {}
    files = [file for file in _ROOT.rglob("*") if file.suffix in _TYPES]
    for file in sorted(files, key=lambda file: (file.suffix == ".css", file)):
        data = file.read_bytes()
        if file.suffix == ".css":
            data = _INNER.sub(lambda match: _at(found[match[1].decode()].digest, match[1].decode()).encode(), data)
        name = file.relative_to(_ROOT).as_posix()
        found[name] = Asset(hashlib.sha256(data).hexdigest()[:12], data, _TYPES[file.suffix])
    return found


def _at(digest: str, path: str) -> str:
    return f"/static/{digest}/{path}"
