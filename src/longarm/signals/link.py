"""An address taken apart (RFC 3986), mended where it was written harmless (hxxp, [.]), and put into one comparable form."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote, urlsplit

import msgspec

from longarm.signals import platforms
from longarm.signals.domain import to_ascii

_DEFANGED_SCHEME: Final = re.compile(r"h(?:xx|tt|\*\*)p(s?)(?:\[:\]|:)(?://|\[//\]|/\[/\])", re.IGNORECASE)
_DEFANGED_DOT: Final = re.compile(r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)", re.IGNORECASE)
_SUBDOMAIN: Final = re.compile(r"(?:www\d?|m|mbasic|mobile|web|touch|free|business|[a-z]{2}(?:-[a-z]{2})?)\.")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TO_QUERY: Final = re.compile(r"[^?#]*")
_PORTS: Final = {"http": 80, "https": 443, "ftp": 21}
_SAFE: Final = "/:@!$&'()*+,;=~-._"
_MAX: Final = 4096


class Link(msgspec.Struct, frozen=True):
    """The parts of an address. `host` is ASCII and lower case; `steps` are the decoded steps of the path."""

    scheme: str
    host: str
    port: int | None
    path: str
    steps: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    raw_query: str
    fragment: str

    @property
    def service_host(self) -> str:
        """The host without `www.`, `m.`, a language: what the platforms are known by."""
        host = self.host
        if host not in platforms.by_host() and (prefix := _SUBDOMAIN.match(host)) and host[prefix.end() :] in platforms.by_host():
            return host[prefix.end() :]
        return host


def refang(text: str) -> str:
    """The address that a harmless spelling stands for."""
    return _DEFANGED_DOT.sub(".", _DEFANGED_SCHEME.sub(lambda m: f"http{m[1].lower()}://", text))


def parse(text: str) -> Link | None:
    """`text` as an address; `https` is assumed where it names no scheme. None when it is no address."""
    if not text or len(text) > _MAX or any(c.isspace() for c in text):
        return None
    # As a browser reads it: `https://example.com\@example.org` leads to the first.
    text = _TO_QUERY.sub(lambda m: m[0].replace("\\", "/"), refang(text), count=1)
    has_scheme = "://" in text or ((m := _SCHEME.match(text)) and m[0][:-1].lower() in platforms.schemes())
    try:
        parts = urlsplit(text if has_scheme else f"https://{text}")
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS and scheme not in platforms.schemes():
        return None
    host = (parts.hostname or "").rstrip(".")
    if scheme in _PORTS:
        dotted = "." in host or not host.isascii() or host.startswith("xn--")
        named = to_ascii(host) if dotted else (host if ":" in host else None)
        if named is None:
            return None
        host = named
    path = parts.path if scheme in _PORTS else f"{parts.netloc}{parts.path}"
    return Link(
        scheme=scheme,
        host=host if scheme in _PORTS else "",
        port=None if port == _PORTS.get(scheme) else port,
        path=path,
        steps=tuple(unquote(step) for step in path.split("/") if step),
        query=tuple(_pairs(parts.query)),
        raw_query=parts.query,
        fragment=parts.fragment,
    )


def normal(link: Link) -> str:
    """One form for all spellings: scheme and host lower case, no default port, no tracking, escapes as RFC 3986 6.2.2 has them.

    The letter case of the path is kept: it can matter. A text fragment (`:~:text=`) goes, another stays.
    """
    host = f"[{link.host}]" if ":" in link.host else link.host
    authority = f"//{host}{f':{link.port}' if link.port else ''}" if link.host else ""
    path = _escape(link.path) or ("/" if link.host else "")
    if not link.host:
        path = f"//{path}" if link.scheme not in ("skype",) else path
    pairs = zip(_raw_pairs(link.raw_query), link.query, strict=True)
    query = "&".join(_escape(raw) for raw, (key, _) in pairs if not is_tracking(key))
    fragment = _escape(link.fragment.partition(":~:")[0])
    return f"{link.scheme}:{authority}{path}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"


def is_tracking(parameter: str) -> bool:
    """Does this parameter only count clicks?"""
    name = parameter.lower()
    return any(name.startswith(t[:-1]) if t.endswith("*") else name == t for t in platforms.load().tracking)


def _raw_pairs(query: str) -> list[str]:
    return [part for part in query.split("&") if part]


def _pairs(query: str) -> list[tuple[str, str]]:
    split = (part.partition("=") for part in _raw_pairs(query))
    return [(unquote(key), unquote(value)) for key, _, value in split]


def _escape(text: str) -> str:
    """Unreserved characters bare, all else escaped once with capital digits."""
    return quote(_unescape(text), safe=_SAFE + "%", errors="replace")


def _unescape(text: str) -> str:
    """Escapes of unreserved characters undone; the others in capitals."""

    def mend(match: re.Match[str]) -> str:
        letter = chr(int(match[1], 16))
        return letter if letter.isascii() and (letter.isalnum() or letter in "-._~") else match[0].upper()

    return re.sub(r"%([0-9a-fA-F]{2})", mend, text)
