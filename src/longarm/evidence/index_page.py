"""`data/index.html`: what the bundle holds, for a person with a browser. Arabic and English, no script, no outside file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from longarm.evidence.exhibit import Exhibit
from longarm.evidence.received import LeftOut
from longarm.texts import Language, say

_HEAD: Final = """<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{{font:1rem/1.6 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}}
table{{border-collapse:collapse;width:100%}}th,td{{border:1px solid #999;padding:.3rem .5rem;text-align:start;vertical-align:top}}
code{{font-size:.8rem;overflow-wrap:anywhere}}</style></head><body>
"""
# Marks that could turn a file name around on the page (UAX 9) are shown by name.
_MARKS: Final = {
    code: f"[U+{code:04X}]" for code in (*range(0x200E, 0x2010), 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def index_page(
    title: str, sealed_at: str, exhibits: Sequence[Exhibit], left_out: Sequence[LeftOut], beside: Sequence[str] = ()
) -> bytes:
    """The page. `beside`: paths of the payload that is no exhibit.

    The exhibits are named, never linked: a browser must not open a stranger's HTML or SVG from here.
    """
    parts = [_HEAD.format(title=escape(title))]
    parts += [_section(language, title, sealed_at, exhibits, left_out) + _beside(language, beside) for language in ("ar", "en")]
    return ("".join(parts) + "</body></html>\n").encode("utf-8")


def _section(language: Language, title: str, sealed_at: str, exhibits: Sequence[Exhibit], left_out: Sequence[LeftOut]) -> str:
    def words(message: str, **facts: object) -> str:
        return escape(say(message, language, **facts))

    rows = "".join(_row(exhibit) for exhibit in exhibits)
    heads = "".join(f"<th>{words(f'seal-index-{head}')}</th>" for head in ("number", "name", "size", "hash"))
    left = "".join(f"<li>{words(f'seal-left-out-{one.why}', file=_plain(one.path))}</li>" for one in left_out)
    return (
        f'<section lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"><h1><bdi>{escape(title)}</bdi></h1>'
        f"<p>{words('seal-index-sealed', at=sealed_at)} {words('seal-index-verify')}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{f'<ul>{left}</ul>' if left else ''}</section>\n"
    )


def _beside(language: Language, paths: Sequence[str]) -> str:
    if not paths:
        return ""
    rows = "".join(f'<li><code dir="ltr">{escape(path)}</code></li>' for path in paths)
    title = escape(say("seal-index-beside", language))
    return f'<section lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"><h2>{title}</h2><ul>{rows}</ul></section>\n'


def _row(exhibit: Exhibit) -> str:
    name = "/".join(part for part in (exhibit.folder, exhibit.name) if part)
    return (
        f'<tr><td><bdi dir="ltr">{exhibit.id}</bdi></td><td><bdi>{escape(_plain(name))}</bdi><br><code dir="ltr">'
        f'{escape(exhibit.file)}</code></td><td><bdi dir="ltr">{exhibit.size}</bdi></td>'
        f'<td><code dir="ltr">{exhibit.sha256}</code></td></tr>\n'
    )


def _plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode().translate(_MARKS)
