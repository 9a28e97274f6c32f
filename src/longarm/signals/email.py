"""E-mail addresses as the provider delivers them: `Shorouk.Amal+x@GoogleMail.com` is `shoroukamal@gmail.com`.

Proves: which mailbox was named. Does not prove that a message came from it: the sender's line of a mail is typed by the
sender (see the mail's own headers). Capitals in the local part could matter by RFC 5321; no large provider lets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import msgspec

from longarm import strict_yaml, typed_yaml
from longarm.signals.digits import plain
from longarm.signals.domain import to_ascii
from longarm.signals.likeness import Likeness, Weaker, compared
from longarm.signals.skeleton import skeleton

EXAMPLES: Final = {
    "Sawt.Alhaqiqa@Example.COM": "sawt.alhaqiqa@example.com",
    "sho.rouk+bank@googlemail.com": "shorouk@gmail.com",
    "shorouk+x@outlook.com": "shorouk@outlook.com",
    "mailto:amal@مثال.إختبار": "amal@xn--mgbh0fb.xn--kgbechtv",
    "amal [at] example [dot] org": "amal@example.org",
}
_DOT: Final = r"(?:\.| ?\[\.\] ?| ?\(\.\) ?| ?\[dot\] ?| ?\(dot\) ?)"
_SIGN: Final = re.compile(r"@|[\[(][Aa][Tt][\])]")
_LOCAL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._%+'-]{0,62}[A-Za-z0-9_+-])?"
_ASCII: Final = rf"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?{_DOT}){{1,8}}[A-Za-z][A-Za-z0-9-]{{1,30}}"
_ANY: Final = rf"(?:[\w-]{{1,63}}{_DOT}){{1,8}}[^\W\d_][\w-]{{1,30}}"
_SEVERAL_DOTS: Final = re.compile(_DOT, re.IGNORECASE)
# Local part and domain, an ASCII pair first, so that a letter of the sentence glued to it (`إلىamal@example.comثم`) stays
# outside. Both are sought from the @ on: most of a text has none.
_SHAPES: Final = (
    (
        re.compile(rf"(?<![A-Za-z0-9._%+-]){_LOCAL}\Z"),
        re.compile(rf"{_ASCII}(?![A-Za-z0-9@-]|\.[A-Za-z0-9])", re.IGNORECASE),
    ),
    (re.compile(r"(?<![\w.%+-])\w(?:[\w.+-]{0,62}\w)?\Z"), re.compile(rf"{_ANY}(?![\w@-])", re.IGNORECASE)),
)


class Provider(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A provider's rules: `ignored` letters, the letter that begins a `tag`, the domain all of its domains stand for."""

    id: str
    domains: tuple[str, ...]
    as_domain: str | None = None
    ignored: str = ""
    tag: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    providers: tuple[Provider, ...]


class Email(NamedTuple):
    start: int
    end: int
    normal: str


def clean(value: str) -> str | None:
    """The address as it is delivered, or None when it is none. Harmless spellings (`[at]`, `[.]`) are understood."""
    text = re.sub(r"^mailto:", "", plain(value), flags=re.IGNORECASE).strip("<>").partition("?")[0]
    whole = next(scan(text), None)
    return whole.normal if whole and (whole.start, whole.end) == (0, len(text)) else None


def weaker(normal: str) -> tuple[Weaker, ...]:
    """What the address looks like."""
    return (Weaker("alike", skeleton(normal)),)


def compare(one: str, other: str) -> Likeness | None:
    """`same`, or `alike`: addresses that the eye takes for each other."""
    return compared(one, other, weaker(one), weaker(other))


def scan(text: str) -> Iterator[Email]:
    """Every address in folded text."""
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        for before, after in _SHAPES:
            spaced = sign[0] != "@"  # `amal [at] example.com`
            domain = after.match(text, sign.end() + (spaced and text[sign.end() : sign.end() + 1] == " "))
            last = sign.start() - (spaced and text[sign.start() - 1 : sign.start()] == " ")
            first = max(done, last - 66)
            local = before.search(text[first:last]) if domain else None
            if domain and local and (normal := _delivered(local[0], _SEVERAL_DOTS.sub(".", domain[0]))):
                yield Email(first + local.start(), domain.end(), normal)
                done = domain.end()
                break


def _delivered(local: str, domain: str) -> str | None:
    ascii_domain = to_ascii(domain)
    if ascii_domain is None or ".." in local or len(local) > 64:
        return None
    local = local.lower()
    if (provider := _providers().get(ascii_domain)) is not None:
        if provider.tag:
            local = local.partition(provider.tag)[0] or local
        kept = "".join(c for c in local if c not in provider.ignored)
        local, ascii_domain = kept or local, provider.as_domain or ascii_domain
    return f"{local}@{ascii_domain}"


@cache
def _providers() -> dict[str, Provider]:
    source = files("longarm.signals") / "mail_providers.yaml"
    read = typed_yaml.convert(strict_yaml.load(source.read_bytes(), "mail_providers.yaml"), _File)
    return {domain: provider for provider in read.providers for domain in provider.domains}
