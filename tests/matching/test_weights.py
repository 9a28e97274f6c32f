"""The table of weights: readable, complete, and what a person is shown adds up."""

from typing import get_args

import pytest

from longarm.matching.explain import explain, sentence
from longarm.matching.features import FEATURES
from longarm.matching.item import Facet
from longarm.matching.link import Link
from longarm.matching.links import links
from longarm.matching.pair import independent
from longarm.matching.weights import weights
from longarm.texts import LANGUAGES, Language
from matching.people_of_matching import item, phone, picture, threat

TEXT = "لو ما دفعتيش المبلغ قبل المغرب صورك كلها هتنزل على جروبات المدينة وكل عيلتك هتشوفها"


def many() -> tuple[Link, ...]:
    """Two cases tied by everything that can tie them."""
    return links(
        one for case in "AB" for one in (phone(case, "+1"), threat(case, TEXT), picture(case, 77), item(case, "name", "mhmd"))
    ).links


def test_every_kind_has_a_feature_and_says_how_it_is_compared() -> None:
    assert set(FEATURES) == set(get_args(Facet))
    assert all((feature.__doc__ or "").strip().endswith(".") for feature in FEATURES.values())


@pytest.mark.parametrize("name", weights().levels)
def test_every_level_weighs_for_a_link_has_an_origin_and_a_sentence(name: str) -> None:
    level = weights().levels[name]
    assert 0 < level.u < level.m <= 1
    assert level.origin.startswith(("estimated", "assumed", "u estimated"))
    for language in LANGUAGES:
        (link,) = (one for one in many() if one.level == "phone-together")
        import msgspec

        assert sentence(msgspec.structs.replace(link, level=name), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_waterfall_adds_up(language: Language) -> None:
    steps = explain(many(), language)
    total = sum(step.bits for step in steps)
    assert total == pytest.approx(weights().prior + sum(link.bits for link in independent(many())), abs=0.1)
    assert steps[-1].score == pytest.approx(1 / (1 + 2**-total), abs=1e-3)
    assert steps[0].bits == weights().prior


def test_one_number_called_and_paid_to_is_one_reason() -> None:
    items = [one for case in "AB" for one in (phone(case, "+1"), item(case, "payment_handle", "+1"))]
    assert len(independent(links(items).links)) == 1


def test_an_account_and_a_wallet_of_one_changer_are_not_two_reasons_for_a_series() -> None:
    from longarm.matching.series import series

    items = [one for case in "AB" for one in (item(case, "payment_handle", "+1", days=None), item(case, "wallet", "bitcoin:1"))]
    assert len(links(items).links) == 2
    assert series(links(items)) == ()


def test_a_number_with_five_months_between_joins_only_with_a_second_reason() -> None:
    from longarm.matching.series import series

    late = [phone("A", "+1", days=(0, 1)), phone("B", "+1", days=(150, 151))]
    assert links(late).links[0].strength == "strong"
    assert series(links(late)) == ()
    assert len(series(links([*late, threat("A", TEXT), threat("B", TEXT)]))) == 1
