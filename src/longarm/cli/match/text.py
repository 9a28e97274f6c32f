"""The answer of `longarm match` as text for a person."""

from __future__ import annotations

from collections.abc import Iterable

from longarm.matching.answer import AsideLine, LinkLine, MatchAnswer, SeriesLine
from longarm.texts import Language, say


def text_of(answer: MatchAnswer, language: Language) -> list[str]:
    """The whole answer, line by line: series, links with their reasons, what was set aside."""
    lines = [*_part("series", (line for one in answer.series for line in _series(one, language)), language)]
    lines += _part("links", (line for link in answer.links for line in _link(link, language)), language)
    lines += _part("aside", (_aside(one, language) for one in answer.set_aside), language)
    return [*lines, say("matching-judgement", language)]


def _part(name: str, lines: Iterable[str], language: Language) -> list[str]:
    body = [f"  {line}" for line in lines] or [f"  {say('matching-none', language)}"]
    return [say(f"matching-part-{name}", language), *body, ""]


def _series(one: SeriesLine, language: Language) -> list[str]:
    comma = "، " if language == "ar" else ", "
    strength = say(f"matching-strength-{one.strength}", language)
    lines = ["• " + say("matching-series", language, id=one.id, strength=strength, cases=comma.join(one.cases))]
    weakest = one.weakest_link.between
    lines.append("    " + say("matching-weakest", language, one=weakest[0], other=weakest[1]))
    bridges = one.bridges if len(one.cases) > 2 else ()
    return lines + ["    " + say("matching-bridge", language, one=a, other=b) for a, b in bridges]


def _link(link: LinkLine, language: Language) -> list[str]:
    one, other = (f"{place.case} {place.what}" for place in link.because)
    strength = say(f"matching-strength-{link.strength}", language)
    return [
        "• " + say("matching-link", language, one=one, other=other, strength=strength, score=f"{link.score:.3f}"),
        f"    {link.text[language]}",
    ]


def _aside(one: AsideLine, language: Language) -> str:
    places = " ".join(f"{place.case}/{place.what}" for place in one.because[:8])
    return f"• {one.text[language]} [\u2066{places}\u2069]"
