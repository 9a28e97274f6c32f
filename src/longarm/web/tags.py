"""Template tags: every sentence comes from `longarm.texts`, every value keeps its own direction."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from django import template
from django.template import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from longarm.texts import Language, name_of
from longarm.texts import say as said
from longarm.web import assets, dates
from longarm.web.law.worded import worded

register = template.Library()
register.filter(worded)

_MARKS: Final = dict.fromkeys([*range(0x2066, 0x206A), *range(0x202A, 0x202F)])
_NUMBERS: Final = re.compile(r"(https?://[^\s<>\"]+|[\w.+-]+@[\w.-]+\w|\+?[0-9][0-9 ().-]{5,}[0-9])", re.ASCII)
_APART: Final = re.compile(r"(?<=\S) (?=[:;?!»])|(?<=«) ")  # what French sets apart; no other language of ours does
_OPEN, _CLOSE = "\u2068", "\u2069"


@register.simple_tag(takes_context=True)
def say(context: Context, message: str, **facts: Any) -> SafeString:
    """The sentence as HTML. Fluent's isolation marks around each value become `<bdi>`."""
    if not facts:
        return _bare(message, context["language"])
    return _marked(said(message, context["language"], **_clean(facts)), "<bdi>", "</bdi>")


@register.simple_tag(takes_context=True)
def plain(context: Context, message: str, **facts: Any) -> str:
    """The sentence for an attribute or a title, where no element can stand."""
    return said(message, context["language"], **_clean(facts))


@register.filter
def emphasised(text: str) -> SafeString:
    """A sentence of the engine as HTML, the values put into it (the state, the law, the day) in bold."""
    return _marked(text, "<b><bdi>", "</bdi></b>")


@register.filter
def isolated(text: str) -> SafeString:
    """A sentence of another room as HTML, its isolation marks turned into `<bdi>`."""
    return _marked(text, "<bdi>", "</bdi>")


@register.filter
def ltr(value: object) -> SafeString:
    """An identifier: a number, an address, a hash, left to right in the mono face."""
    return format_html('<bdi dir="ltr" class="ltr">{}</bdi>', str(value))


@register.filter
def told(text: str) -> SafeString:
    """What a person wrote, its lines kept; numbers and addresses in it run left to right, whatever stands around them."""
    parts = _NUMBERS.split(str(text))  # every second part is a number or an address
    wrapped = [
        format_html('<bdi dir="ltr">{}</bdi>', part) if at % 2 else conditional_escape(part) for at, part in enumerate(parts)
    ]
    return mark_safe("".join(wrapped).replace("\n", "<br>"))  # noqa: S308 - each part is escaped above


@register.filter
def grouped(value: str) -> SafeString:
    """A long hash in groups of eight, so that it can be read aloud and breaks where there is room."""
    groups = " ".join(value[i : i + 8] for i in range(0, len(value), 8))
    return format_html('<bdi dir="ltr" class="ltr">{}</bdi>', groups)


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | datetime | str | None) -> str:
    """A day as the reader's language writes it: day, month by name, year."""
    return dates.day(value, context["language"])


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime | str | None) -> str:
    """A day and a time of 24 hours with its zone."""
    return dates.moment(value, context["language"])


@register.simple_tag(takes_context=True)
def span(context: Context, minutes: int) -> str:
    """How long: in minutes up to two hours, in hours up to two days, then in days."""
    return dates.span(minutes, context["language"])


@register.simple_tag(takes_context=True)
def state(context: Context, code: str | None) -> str:
    """The short name of a state (ISO 3166-1 alpha-2) in the reader's language."""
    return dates.state(code, context["language"])


@register.simple_tag(takes_context=True)
def size(context: Context, value: int) -> SafeString:
    """Bytes in the largest unit that leaves a whole number, rounded to one place."""
    return format_html("<bdi>{}</bdi>", dates.size(value, context["language"]))


@register.simple_tag(takes_context=True)
def wording(context: Context, value: Any) -> str:
    """A sentence that an answer carries in three languages."""
    return dates.days_named(str(value.in_language(context["language"])), context["language"])


@register.simple_tag
def language_name(language: str) -> str:
    """A language by its own name, in its own letters."""
    return name_of(language)


@register.simple_tag
def asset(path: str) -> str:
    """The address of a file of ours, with its digest in it."""
    return assets.address(path)


@cache
def _bare(message: str, language: Language) -> SafeString:
    """A sentence without a value in it: a page has some two hundred."""
    return _marked(said(message, language), "<bdi>", "</bdi>")


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts without direction marks of their own: a name must not close the isolation that surrounds it."""
    return {name: value.translate(_MARKS) if isinstance(value, str) else value for name, value in facts.items()}


def _marked(text: str, opening: str, closing: str) -> SafeString:
    """Balanced whatever the text holds: a mark without its partner is dropped. French marks stay on the line of their word."""
    escaped, depth = _APART.sub("\u00a0", str(conditional_escape(text))), 0
    if _OPEN not in escaped and _CLOSE not in escaped:
        return mark_safe(escaped)  # noqa: S308 - escaped above
    parts: list[str] = []
    for piece in _pieces(escaped):
        if piece == _OPEN:
            depth += 1
            parts.append(opening)
        elif piece == _CLOSE:
            if depth:
                depth -= 1
                parts.append(closing)
        else:
            parts.append(piece)
    return mark_safe("".join(parts) + closing * depth)  # noqa: S308 - escaped above, only our own marks added


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(f"([{_OPEN}{_CLOSE}])", text) if piece]
