"""Names under which somebody is paid: `amal@instapay`, or a telephone number where a service such as Vodafone Cash pays to it.

Proves: where money was asked to be sent. Does not prove who took it: the issuer had to identify the holder, and shows his
name to the payer, but agents and shops hold such accounts for many. In a text a number stays a `phone`, with the service
beside it; in a case file a payment handle may be the number itself, and is then compared as E.164.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import msgspec

from longarm import strict_yaml, typed_yaml
from longarm.signals import words
from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness

EXAMPLES: Final = {"Amal.17@InstaPay": "amal.17@instapay"}
_BEFORE: Final = 60  # code points in which the service's name may stand before the number …
_AFTER: Final = 30  # … or behind it


class Service(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A payment service: the states its numbers belong to, its names, the form of its own handles."""

    id: str
    states: tuple[str, ...]
    names: tuple[str, ...]
    handle: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    services: tuple[Service, ...]


class Handle(NamedTuple):
    start: int
    end: int
    normal: str
    service: str


def clean(value: str) -> str | None:
    """The handle in lower case, without spaces around it. A number is `phone.clean`'s. None when nothing is left."""
    text = plain(value).lower()
    return text if text and not any(c.isspace() for c in text) and len(text) <= 100 else None


def compare(one: str, other: str) -> Likeness | None:
    """`same` or nothing: `@` handles are short, and what looks alike is as a rule another's."""
    return "same" if one == other else None


def scan(text: str) -> Iterator[Handle]:
    """Handles in folded text whose form names their service."""
    for service in services().values():
        if service.handle and "@" in text:
            for match in re.finditer(
                rf"(?<![A-Za-z0-9._@-]){service.handle}(?![A-Za-z0-9_@.-]*[A-Za-z0-9_@])", text, re.IGNORECASE
            ):
                yield Handle(match.start(), match.end(), match[0].lower(), service.id)


def beside(text: str, start: int, end: int) -> Service | None:
    """The service named nearest to the span, on its line or the one before, or None."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    last = max(_names().finditer(before), key=lambda m: m.start(), default=None)
    match = last or _names().search(after)
    return _of(match[0]) if match else None


@cache
def services() -> dict[str, Service]:
    """The services by id."""
    source = files("longarm.signals") / "payment_services.yaml"
    read = typed_yaml.convert(strict_yaml.load(source.read_bytes(), "payment_services.yaml"), _File)
    return {service.id: service for service in read.services}


@cache
def _names() -> re.Pattern[str]:
    return words.any_of(tuple(name for service in services().values() for name in service.names))


def _of(name: str) -> Service | None:
    return next((service for service in services().values() if name.lower() in service.names), None)
