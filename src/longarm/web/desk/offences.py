"""The articles that the events of a case meet, by state and law, with the ceiling of each penalty in words."""

from __future__ import annotations

from typing import NamedTuple

from longarm.documents.articles import article
from longarm.law.answer import OffenceLine, PathsAnswer
from longarm.law.load import load
from longarm.texts import Language, say
from longarm.web.dates import state
from longarm.web.path_cards import titled


class ArticleShown(NamedTuple):
    article: str
    events: tuple[str, ...]
    most: str | None
    unsure: bool


class OffencesShown(NamedTuple):
    """The articles of one law of one state that the events meet."""

    state: str
    law: str
    articles: tuple[ArticleShown, ...]


def offences(answer: PathsAnswer, language: Language) -> tuple[OffencesShown, ...]:
    """By state and law, in the order of the engine."""
    laws: dict[tuple[str, str], list[ArticleShown]] = {}
    for line in answer.offences:
        shown = ArticleShown(
            "" if line.article == "unknown" else article(line.article, language, None),
            tuple(line.events),
            _most(line, language),
            line.applies == "unknown",
        )
        laws.setdefault((line.state, line.law), []).append(shown)
    return tuple(
        OffencesShown(state(code, language), titled(law, load(), language), tuple(lines)) for (code, law), lines in laws.items()
    )


def _most(line: OffenceLine, language: Language) -> str | None:
    """The ceiling of the penalty in words; None where it is not known."""
    if line.max_years in ("life", "death"):
        return say(f"desk-most-{line.max_years}", language)
    if line.max_years == 0:
        return say("desk-most-fine", language)
    if not isinstance(line.max_years, (int, float)):
        return None
    if line.max_years != int(line.max_years):
        return say("desk-most-months", language, months=round(line.max_years * 12))
    return say("desk-most-years", language, years=int(line.max_years))
