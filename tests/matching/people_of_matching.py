"""Items for tests of matching, written short: `phone("A", "1", days=(0, 10))`."""

from datetime import date, timedelta

from longarm.matching.item import Facet, Item, Picture, Role
from longarm.matching.period import Period
from longarm.matching.text.masked import words_of

START = date(2022, 1, 1)


def item(
    case: str, facet: Facet, key: str, *, days: tuple[int, int] | None = (0, 30), role: Role = "suspect", what: str = ""
) -> Item:
    period = Period(START + timedelta(days=days[0]), START + timedelta(days=days[1])) if days else None
    return Item(case=case, what=what or f"{facet}-{key}", facet=facet, key=key, role=role, person="s", period=period)


def phone(case: str, key: str, *, days: tuple[int, int] | None = (0, 30), role: Role = "suspect") -> Item:
    return item(case, "phone", key, days=days, role=role)


def threat(case: str, text: str) -> Item:
    words = words_of(text)
    assert words is not None
    return Item(case=case, what="x1", facet="text", key=words.normal, role="suspect", person="s", words=words)


def picture(case: str, pdq: int) -> Item:
    seen = Picture(pdq.to_bytes(32), 100)
    return Item(case=case, what="x2", facet="image", key=seen.pdq.hex(), role="suspect", person="s", picture=seen)
