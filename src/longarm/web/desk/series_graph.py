"""A series as a graph: cases by reference, what two of them name in short form, and why each line is there. The table holds it
all; `static/desk/graph.js` draws from the table and adds nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from unicodedata import digit

from longarm.case.model import Case
from longarm.casework.matches.links import SeriesView
from longarm.matching.explain import sentence
from longarm.matching.link import Link
from longarm.texts import Language, say
from longarm.web.desk.happened import word

MOST_LINES: Final = 400  # a drawing with more says nothing to anybody; the weightiest come first
_CONTENT: Final = ("text", "image", "voice")


class Thing(NamedTuple):
    """What several cases name. `name` is short: the whole identifier stands in the cases."""

    id: str
    name: str


class GraphLine(NamedTuple):
    """From the case with this number to a thing, or to another case where a person joined the two (`thing` None, `to` its
    number). `strength`: of the weightiest link that rests on it."""

    case: int
    thing: Thing | None
    to: int
    why: str
    strength: str


def lines_of(view: SeriesView, numbers: dict[str, int], language: Language) -> tuple[GraphLine, ...]:
    """Every line once, those of the weightiest links first."""
    things: dict[str, Thing] = {}
    found: dict[tuple[int, str], GraphLine] = {}
    for held in view.joined:
        if held.judged:
            one, other = sorted(numbers[case] for case in held.between)
            found[one, str(other)] = GraphLine(one, None, other, say("same-by-decision", language), "strong")
    for link in sorted(view.links, key=lambda link: (-link.bits, link.group, link.between)):
        thing = things.setdefault(link.group, Thing(f"t{len(things) + 1}", _name(view, link, language)))
        for place in link.because:
            key = (numbers[place.case], thing.id)
            found.setdefault(key, GraphLine(key[0], thing, 0, sentence(link, language), link.strength))
    return tuple(found.values())[:MOST_LINES]


def _name(view: SeriesView, link: Link, language: Language) -> str:
    """A kind and the last four letters or digits: enough to tell two numbers apart, too little to call one."""
    if link.facet in _CONTENT:
        return say(f"same-thing-{link.facet}", language)
    place = link.because[0]
    found = _identifier(view.files[place.case], place.what)
    kind, value = found or (link.facet, place.what)
    letters = [letter for letter in (value.partition("@")[0] if kind == "email" else value) if letter.isalnum()]
    end = "…" + "".join(str(digit(letter, letter)) for letter in letters[-4:])  # in one isolate with its digits
    return say("same-thing-short", language, kind=word("type", kind, language) or kind, end=end)


def _identifier(file: Case, what: str) -> tuple[str, str] | None:
    return next(((one.type, one.value.strip()) for one in file.identifiers if one.id == what), None)
