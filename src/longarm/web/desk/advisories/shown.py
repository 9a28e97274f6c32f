"""An advisory in words: each sign with its kind, the states, how far it may go."""

from __future__ import annotations

from typing import NamedTuple

from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.sign import KINDS
from longarm.texts import Language, direction_of, say
from longarm.texts.languages import SPOKEN
from longarm.web import dates


class Shown(NamedTuple):
    """`signs`: kind in words, value. `direction`: of the advisory's own language; `auto` for one that we do not speak."""

    title: str
    words: str
    language: str
    direction: str
    organisation: str
    signs: tuple[tuple[str, str], ...]
    states: tuple[str, ...]
    reach: str


def shown(advisory: Advisory, language: Language) -> Shown:
    kinds = {kind: kind_word(kind, language) for kind in KINDS}
    return Shown(
        advisory.title,
        advisory.words,
        advisory.language,
        direction_of(advisory.language) if advisory.language in SPOKEN else "auto",
        advisory.organisation,
        tuple((kinds[one.kind], one.value) for one in advisory.signs),
        tuple(dates.state(code, language) for code in advisory.states),
        say(f"advisory-reach-{advisory.reach}", language),
    )


def kind_word(kind: str, language: Language) -> str:
    return say(f"advisory-kind-{kind}", language)
