"""A false page under the complainant's name: as a screenshot, and as it was saved from the network (WARC 1.1, ISO 28500)."""

from __future__ import annotations

import html
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from PIL import Image, ImageDraw
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from longarm.casework.demo.drawing import footer, png, silhouette
from longarm.casework.demo.lettering import Ink, draw, wrapped

_WIDTH: Final = 540


@dataclass(frozen=True, slots=True)
class FalsePage:
    """What the page shows. `posts`: when and what; `saved_at`: UTC, when it was saved."""

    url: str
    account: str
    name: str
    about: str
    posts: tuple[tuple[str, str], ...]
    saved_at: str


def page_screenshot(page: FalsePage) -> bytes:
    """The page on a phone, its address visible. PNG."""
    picture = Image.new("RGB", (_WIDTH, 1080), "#f0f2f5")
    canvas = ImageDraw.Draw(picture)
    canvas.rectangle((0, 0, _WIDTH, 56), fill="#ffffff")
    draw(canvas, page.url.removeprefix("https://www."), Ink(14, "#444444"), left=16, top=18)
    canvas.rectangle((0, 56, _WIDTH, 250), fill="#b7c4d6")
    silhouette(picture, 360, 150, 150)
    draw(canvas, page.name, Ink(30, bold=True), right=_WIDTH - 24, top=310)
    draw(canvas, page.about, Ink(18, "#65676b"), right=_WIDTH - 24, top=362)
    top = 420
    for when, text in page.posts:
        lines = wrapped(text, Ink(21), _WIDTH - 80)
        bottom = top + 70 + 36 * len(lines) + 130
        if bottom > 1040:
            break
        canvas.rectangle((12, top, _WIDTH - 12, bottom), fill="#ffffff")
        draw(canvas, page.name, Ink(19, bold=True), right=_WIDTH - 28, top=top + 8)
        draw(canvas, when, Ink(14, "#65676b"), left=28, top=top + 14)
        for number, line in enumerate(lines):
            draw(canvas, line, Ink(21), right=_WIDTH - 28, top=top + 50 + 36 * number)
        silhouette(picture, 28, bottom - 118, 100)
        top = bottom + 14
    footer(picture)
    return png(picture)


def warc(page: FalsePage) -> bytes:
    """The page as a WARC file: warcinfo, request, response; record ids made of the address, so the bytes never change."""
    held = BytesIO()
    writer = WARCWriter(held, gzip=False, warc_version="1.1")
    fixed = {"WARC-Date": page.saved_at}
    info = {"software": "a browser's saving function (invented)", "format": "WARC File Format 1.1"}
    record = writer.create_warcinfo_record("page.warc", info)
    record.rec_headers.replace_header("WARC-Record-ID", _id(page, "warcinfo"))
    record.rec_headers.replace_header("WARC-Date", page.saved_at)
    writer.write_record(record)
    asked = StatusAndHeaders(
        "GET " + page.url.partition("facebook.com")[2] + " HTTP/1.1", [("Host", "www.facebook.com")], is_http_request=True
    )
    got = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Date", "Sun, 02 Jan 2022 19:40:11 GMT")], protocol="HTTP/1.1"
    )
    response = writer.create_warc_record(
        page.url,
        "response",
        payload=BytesIO(_html(page)),
        http_headers=got,
        warc_headers_dict={**fixed, "WARC-Record-ID": _id(page, "response")},
    )
    request = writer.create_warc_record(
        page.url,
        "request",
        http_headers=asked,
        warc_headers_dict={**fixed, "WARC-Record-ID": _id(page, "request"), "WARC-Concurrent-To": _id(page, "response")},
    )
    writer.write_record(response)
    writer.write_record(request)
    return held.getvalue()


def _id(page: FalsePage, part: str) -> str:
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{page.url}#{part}')}>"


def _html(page: FalsePage) -> bytes:
    name, about = html.escape(page.name), html.escape(page.about)
    posts = "".join(f"<article><time>{when}</time><p>{html.escape(text)}</p></article>" for when, text in page.posts)
    return "\n".join(
        [
            '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">',
            f"<title>{name}</title>",
            f'<meta property="al:android:url" content="fb://profile/{page.account}">',
            f'<link rel="canonical" href="{html.escape(page.url)}">',
            f"</head><body><h1>{name}</h1><p>{about}</p>{posts}",
            f'<script type="application/json">{{"userID":"{page.account}"}}</script></body></html>',
            "",
        ]
    ).encode()
