"""The sentences of a path as a card says them: the few that matter first, persons by what the reader calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from longarm.law.answer import Basis, Obstacle, Path
from longarm.law.change import title_of
from longarm.law.model import Facts
from longarm.texts import Language, say
from longarm.web.dates import days_named

_MOST_WHY: Final = 3
_MOST_OBSTACLES: Final = 3
_MOST_OPENINGS: Final = 3


def title(path: Path, name: str | None, facts: Facts, language: Language) -> str:
    """`File a complaint, Egypt`, `Report to the platform: Facebook`."""
    if name:
        return say("between-step-with", language, action=say(f"paths-action-{path.action}", language), name=name)
    return title_of(path, facts).in_language(language)


def why(path: Path, stated: Sequence[Basis], language: Language) -> list[str]:
    """What the path brings, then what carries it: instruments that bind and fit; failing those, the nearest one."""
    carrying = [basis for basis in stated if basis.binding == "yes" and basis.fits == "yes"] or list(stated[:1])
    return [path.why.in_language(language), *(basis.text.in_language(language) for basis in carrying[: _MOST_WHY - 1])]


def obstacles(path: Path, language: Language) -> list[str]:
    """What stands in the way of the path itself; of its instruments the one or two that matter first: the rest unfolds."""
    own = [one for one in path.obstacles if one.instrument is None]
    others = sorted((one for one in path.obstacles if one.instrument), key=_by_interest)
    return [one.text.in_language(language) for one in own[:_MOST_OBSTACLES] + others[: 1 if own else 2]]


def openings(path: Path, language: Language) -> list[str]:
    """Facts of the case before ratifications by states; an open path needs none."""
    near = sorted(path.opens_if, key=lambda one: one.code.startswith("ratification"))
    return [one.text.in_language(language) for one in near[:_MOST_OPENINGS]] if path.status != "open" else []


def said(sentences: Sequence[str], called: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Each once."""
    return tuple(days_named(with_names(line, called), language) for line in dict.fromkeys(sentences) if line)


def with_names(sentence: str, called: Mapping[str, str]) -> str:
    """The persons of a sentence of the engine by what the reader calls them, by id."""
    for person, name in called.items():
        sentence = sentence.replace(f"\u2068{person}\u2069", f"\u2068{name}\u2069")
    return sentence


def _by_interest(one: Obstacle) -> bool:
    """A signature without ratification is the obstacle of an instrument that a reader asks about first."""
    return one.code != "not_ratified"
