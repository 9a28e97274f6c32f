"""Pages of a collection: complete, each object once, and no more work than a page is worth, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from longarm.errors import BadInput
from longarm.exchange.feeds import taxii
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.sign import Sign
from longarm.exchange.feeds.stix import objects_of

NOW = datetime(2026, 11, 29, 12, 0, 0, 123456, tzinfo=UTC)


def advisory(number: int, signs: int = 3) -> Advisory:
    return Advisory(
        id=UUID(int=1000 - number), by="a" * 64, organisation="The union", title=f"Number {number}", words="words", language="en",
        signs=tuple(Sign("ip", f"192.0.{number}.{place}") for place in range(signs)), made_at=NOW, changed_at=NOW,
    )  # fmt: skip


class Shelf:
    """Two advisories in each millisecond; counts how many are opened."""

    def __init__(self, many: int, signs: int = 3) -> None:
        self.all = [advisory(number, signs) for number in range(many)]
        self.opened = 0

    def told(self, query: taxii.Query) -> Iterator[taxii.Told]:
        for number, one in enumerate(self.all):
            added = NOW + timedelta(microseconds=500 * number)
            if query.since is None or added >= query.since:
                self.opened += 1
                yield taxii.Told(added, one.id, one, known=number > 0)

    def ask(self, **asked: str) -> taxii.Page:
        query = taxii.asked(asked)
        return taxii.page(self.told(query), query)

    def all_pages(self, **asked: str) -> list[taxii.Page]:
        pages = [self.ask(**asked)]
        while token := pages[-1].next:
            pages.append(self.ask(**asked, next=token))
        return pages


@pytest.mark.parametrize("limit", ["1", "7", "23", "1000"])
def test_pages_of_any_size_hold_everything_once_and_in_order(limit: str) -> None:
    shelf = Shelf(9)
    whole = [one.object["id"] for one in shelf.ask().stored]
    assert sorted(whole) == sorted({made["id"] for one in shelf.all for made in objects_of(one)})
    pages = shelf.all_pages(limit=limit)
    assert [one.object["id"] for page in pages for one in page.stored] == whole
    assert all(len(page.stored) == int(limit) for page in pages[:-1])
    assert pages[-1].stored


def test_a_page_opens_what_it_shows_and_one_more() -> None:
    shelf = Shelf(400)
    first = shelf.ask(limit="10")
    assert (len(first.stored), shelf.opened) == (10, 2)
    assert first.next is not None
    shelf.opened = 0
    shelf.ask(limit="10", next=first.next)
    assert shelf.opened <= 4
    shelf.opened = 0
    assert len(shelf.ask(added_after=(NOW + timedelta(microseconds=500 * 397)).isoformat()).stored) == 2 * 8
    assert shelf.opened == 3


def test_who_looks_for_a_needle_is_given_the_hay_in_pieces() -> None:
    """Nothing matches: each answer looks at so many objects and says that there is more."""
    shelf = Shelf(40, signs=250)  # 503 objects each
    pages = shelf.all_pages(**{"match[type]": "malware"})
    assert (len(pages), sum(len(page.stored) for page in pages)) == (4, 0)
    assert shelf.opened <= 40 + 2 * len(pages)
    needle = objects_of(shelf.all[39])[-1]["id"]
    shelf.opened = 0
    query = taxii.asked({"match[id]": needle})
    assert query.reports == {shelf.all[39].id}
    found = [one for page in shelf.all_pages(**{"match[id]": needle}) for one in page.stored]
    assert [one.object["id"] for one in found] == [needle]


def test_filters_and_versions() -> None:
    shelf = Shelf(3)
    assert {one.object["type"] for one in shelf.ask(**{"match[type]": "report,identity"}).stored} == {"report", "identity"}
    assert shelf.ask(**{"match[version]": "2020-01-01T00:00:00.000Z"}).stored == ()
    everything = shelf.ask()
    assert shelf.ask(**{"match[version]": "all"}) == shelf.ask(**{"match[version]": "first"}) == everything
    assert shelf.ask(added_after=everything.last or "").stored == (), "as it is told, to the millisecond"
    renamed = Shelf(2)
    renamed.all[1] = msgspec.structs.replace(renamed.all[1], organisation="Another name")
    query = taxii.asked({})
    told = [one._replace(known=False) for one in renamed.told(query)]
    assert [one.object["type"] for one in taxii.page(told, query).stored].count("identity") == 2


@pytest.mark.parametrize(
    ("part", "said"),
    [
        *(("limit", said) for said in ("0", "-1", "١")),
        *(("added_after", said) for said in ("2026-01-01", "0001-01-01T00:00:00+14:00", "yesterday")),
        *(("next", said) for said in ("!!!", "AAAA", "A" * 100_000, "MDAwMS0wMS0wMVQwMDowMDowMCsxNDowMHx4fDE")),
    ],
)
def test_what_is_no_query_is_said(part: str, said: str) -> None:
    with pytest.raises(BadInput):
        taxii.asked({part: said})


def test_a_limit_without_end_is_a_thousand() -> None:
    assert taxii.asked({"limit": "9" * 5000}).limit == 1000
