"""A link as sentences: why, in one; and its weights one after another, as a waterfall from the prior to the sum."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from longarm.matching.link import Link, SetAside
from longarm.matching.pair import independent
from longarm.matching.weights import Weights, weights
from longarm.texts import LANGUAGES, Language, say


class Step(msgspec.Struct, frozen=True):
    """One part of a score: what it is, its bits, and the probability when it is added to all before it."""

    text: str
    bits: float
    score: float


def sentence(link: Link, language: Language) -> str:
    """Why the two cases are linked, in one sentence. Names no person and no identifier."""
    return say(f"matching-{link.level}", language, **{"days": 0, "bits": 0, "share": 0} | link.facts)


def why_aside(one: SetAside, language: Language) -> str:
    """Why an identifier joins nothing."""
    return say(f"matching-aside-{one.ground.replace('_', '-')}", language, identifier=shown(one), number=one.number)


def shown(one: SetAside) -> str:
    """The identifier as it may be shown: of a picture, text or recording, and of a second key, what the first case calls it."""
    return one.because[0].what if one.facet in ("image", "text", "voice") or "~" in one.facet else one.identifier


def explain(links: Iterable[Link], language: Language, table: Weights | None = None) -> tuple[Step, ...]:
    """The waterfall of all links of one pair of cases that are independent of each other, weightiest first after the prior."""
    table = table or weights()
    total = 0.0
    steps = [Step(say("matching-prior", language), table.prior, round(table.score(0), 6))]
    for link in independent(links):
        whole = table.levels[link.level].bits
        total += whole
        steps.append(Step(sentence(link, language), round(whole, 2), round(table.score(total), 6)))
        if (common := link.bits - whole) < -0.05:
            total += common
            steps.append(Step(say("matching-common", language), round(common, 2), round(table.score(total), 6)))
    return tuple(steps)


def wording(link: Link) -> dict[str, str]:
    return {language: sentence(link, language) for language in LANGUAGES}
