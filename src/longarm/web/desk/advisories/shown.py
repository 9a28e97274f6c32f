"""An advisory in words: each sign with its kind, the states, how far it may go."""

from __future__ import annotations

from typing import NamedTuple

from longarm.exchange.feeds.advisory import Advisory
from longarm.texts import Language, say
from longarm.web import dates


class Shown(NamedTuple):
    """`signs`: kind in words, value. `direction`: of the advisory's own language."""

    title: str
    words: str
    language: str
    direction: str
    organisation: str
    signs: tuple[tuple[str, str], ...]
    states: tuple[str, ...]
    reach: str


def shown(advisory: Advisory, language: Language) -> Shown:
    return Shown(
        advisory.title,
        advisory.words,
        advisory.language,
        "rtl" if advisory.language in ("ar", "fa", "ur", "he", "ckb") else "ltr",
        advisory.organisation,
        tuple((kind_word(one.kind, language), one.value) for one in advisory.signs),
        tuple(dates.state(code, language) for code in advisory.states),
        say(f"advisory-reach-{advisory.reach}", language),
    )


def kind_word(kind: str, language: Language) -> str:
    return say(f"advisory-kind-{kind}", language)
