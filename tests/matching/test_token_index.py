"""The index of a node: no identifier in the clear, the same candidates as the items themselves."""

import pickle  # noqa: TID251 - only to look for planted words in what the index holds

from longarm.matching.token_index import TokenIndex, token, tokens_of
from matching.people_of_matching import item, phone, threat

SECRET = b"of the node"
TEXT = "لو ما دفعتيش المبلغ قبل المغرب صورك كلها هتنزل على جروبات المدينة وكل عيلتك هتشوفها"


def test_cases_that_share_something_are_found_before_and_after_sorting_in() -> None:
    index = TokenIndex()
    index.add(tokens_of(phone("A", "+218910000017"), SECRET), 0)
    index.add(tokens_of(item("B", "account", "facebook:1"), SECRET), 1)
    index.add(tokens_of(threat("C", TEXT), SECRET), 2)
    for _ in range(2):
        assert index.cases(tokens_of(phone("N", "+218910000017"), SECRET)) == {0: 1}
        assert index.cases(tokens_of(phone("N", "+218910000018"), SECRET)) == {}
        assert 2 in index.cases(tokens_of(threat("N", TEXT.replace("المغرب", "العشاء")), SECRET))
        index.rebuild()
    assert len(index) == 34


def test_a_hub_is_passed_over() -> None:
    index = TokenIndex([7] * 1001, range(1001))
    assert index.cases([7]) == {}
    assert len(index.cases([7], most=2000)) == 1001


def test_the_index_holds_no_identifier_and_another_secret_finds_nothing() -> None:
    index = TokenIndex()
    index.add(tokens_of(phone("A", "+218910000017"), SECRET), 0)
    index.rebuild()
    assert b"218910000017" not in pickle.dumps(index._tokens)
    assert index.cases([token(b"of another", "phone", "+218910000017")]) == {}
