"""One thing that two cases wrote in different ways, as people write: they meet by it. Two things written alike do not."""

import json

import pytest

from longarm.case.file import parse_case
from longarm.law.load import load
from longarm.matching.items import items_of
from longarm.matching.link import Link
from longarm.matching.links import links
from longarm.signals.trace import trace_case

USED = {"used_by": "suspect-1", "from": "2022-01-01", "to": "2022-02-01"}


def tied(one: dict[str, str], other: dict[str, str]) -> tuple[Link, ...]:
    """The links of two cases whose suspects each used one thing, at one time."""
    items = []
    for reference, identifier in (("A", one), ("B", other)):
        persons = [{"id": "suspect-1", "roles": ["suspect"]}]
        identifiers = [USED | {"id": "i1"} | identifier]
        written = {"longarm": "case/1", "reference": reference, "persons": persons, "identifiers": identifiers}
        case = parse_case(json.dumps(written).encode(), reference).case
        items += items_of(case, trace_case(case, load()))
    return links(items).links


def of(type_: str, value: str, platform: str = "") -> dict[str, str]:
    return {"type": type_, "value": value} | ({"platform": platform} if platform else {})


NUMBER = of("phone", "+218910000017")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (NUMBER, of("account", "00218 91 0000017", "whatsapp"), "same_phone"),
        (NUMBER, of("url", "https://wa.me/218910000017"), "same_phone"),
        (NUMBER, of("account", "٢١٨٩١٠٠٠٠٠١٧+", "واتساب"), "same_phone"),
        (of("account", "Haq.Almazloum.17", "Facebook"), of("url", "https://m.facebook.com/haqalmazloum17"), "same_account"),
        (of("account", "@Example_17", "Telegram"), of("url", "https://t.me/example_17?start=1"), "same_account"),
        (
            of("wallet", "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"),
            of("url", "https://tronscan.org/#/address/T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"),
            "same_wallet",
        ),
    ],
)
def test_one_thing_is_met_however_it_was_written(one: dict[str, str], other: dict[str, str], reason: str) -> None:
    (link,) = tied(one, other)
    assert link.reason == reason
    assert link.strength != "weak"


def test_a_name_of_digits_is_not_the_stranger_who_has_that_id() -> None:
    assert tied(of("url", "https://x.com/17000017"), of("url", "https://x.com/i/user/17000017")) == ()


def test_the_memo_tells_customers_of_an_exchange_apart() -> None:
    address = "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"
    (link,) = tied(of("wallet", f"{address}?dt=17"), of("wallet", f"{address}?memo=18"))
    assert (link.reason, link.strength) == ("same_wallet", "weak")
