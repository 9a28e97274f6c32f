"""What joins nothing, and says why: the attacks of docs/matching.md, each with its test."""

from longarm.matching.explain import why_aside
from longarm.matching.item import Item, Role
from longarm.matching.keyed import keyed
from longarm.matching.links import links
from longarm.matching.series import series
from matching.people_of_matching import item, phone, picture, threat

TEXT = "لو ما دفعتيش المبلغ قبل المغرب صورك كلها هتنزل على جروبات المدينة وكل عيلتك هتشوفها"


def asides(items: list[Item]) -> dict[str, tuple[str, str]]:
    return {one.identifier: (one.why, one.ground) for one in links(items).set_aside}


def test_a_number_on_a_list_joins_nothing() -> None:
    import msgspec

    police = [msgspec.structs.replace(phone(case, "+20122"), official=True) for case in "AB"]
    assert links(police).links == ()
    assert asides(police) == {"+20122": ("official_number", "listed")}


def test_poisoning_a_victims_number_planted_as_the_suspects_does_not_tie_her_to_him() -> None:
    """A false report names a harmed woman's number as the blackmailer's."""
    items = [phone("A", "+1", role="own"), phone("FALSE", "+1"), phone("B", "+1")]
    assert links(items).links == ()
    assert asides(items) == {"+1": ("own_contact", "harmed_side")}


def test_poisoning_with_her_number_as_the_account_to_pay_to_ties_nobody() -> None:
    """Two false reports name it as where the blackmailer wants to be paid."""
    planted = [one for case in ("A", "B") for one in (item(case, "payment_handle", "+1", what="pay"), phone(case, "+1"))]
    items = [phone("HER", "+1", role="own"), *planted]
    assert links(items).links == ()
    assert {(one.facet, one.why) for one in links(items).set_aside} == {
        ("phone", "own_contact"),
        ("payment_handle", "own_contact"),
    }
    assert all({place.case for place in one.because} == {"A", "B", "HER"} for one in links(items).set_aside)


def test_poisoning_with_the_other_code_of_her_palestinian_number_ties_nobody() -> None:
    """She wrote +970, the false reports write +972; also where keys are hashed, as `longarm match --index` keeps them."""

    def line(case: str, number: str, role: Role) -> list[Item]:
        return [item(case, "phone", number, role=role, what="n"), item(case, "phone~alias", "+97059", role=role, what="n")]

    items = [*line("HER", "+97059", "own"), *line("A", "+97259", "suspect"), *line("B", "+97259", "suspect")]
    assert links(items).links == ()
    hashed = [keyed(one, bytes(32)) for one in items]
    assert links(hashed).links == ()
    assert {(one.facet, one.why) for one in links(hashed).set_aside} == {("phone", "own_contact"), ("phone~alias", "own_contact")}


def test_somebody_who_calls_his_own_number_a_victims_is_shown_not_hidden() -> None:
    """The offender reports himself as harmed to have his number left out: it is set aside in sight, with the cases."""
    items = [phone("A", "+1"), phone("B", "+1"), phone("SELF", "+1", role="own")]
    (one,) = links(items).set_aside
    assert {place.case for place in one.because} == {"A", "B", "SELF"}
    assert "until a person has looked" in why_aside(one, "en")


def test_a_bystanders_number_links_nothing_and_is_not_even_set_aside() -> None:
    items = [phone("A", "+1", role="unknown"), phone("B", "+1", role="unknown")]
    assert links(items).links == ()
    assert asides(items) == {}


def test_a_number_given_to_somebody_else_after_six_months_is_weak() -> None:
    (link,) = links([phone("A", "+1", days=(0, 10)), phone("B", "+1", days=(400, 410))]).links
    assert (link.strength, link.level, link.facts["days"]) == ("weak", "phone-apart", 390)
    assert series(links([phone("A", "+1", days=(0, 10)), phone("B", "+1", days=(400, 410))])) == ()


def test_a_gap_of_six_months_still_counts_as_one_use() -> None:
    (link,) = links([phone("A", "+1", days=(0, 10)), phone("B", "+1", days=(190, 200))]).links
    assert link.level == "phone-together"


def test_a_hub_that_groups_of_other_people_use_at_one_time_is_shared() -> None:
    """A money changer's wallet in four groups, each held together by a number of its own on the same days."""
    groups = [[f"{name}{n}" for n in range(3)] for name in "PQRS"]
    items = [phone(case, f"+{number}") for number, group in enumerate(groups) for case in group]
    items += [item(case, "wallet", "bitcoin:changer") for group in groups for case in group]
    assert asides(items) == {"bitcoin:changer": ("shared_by_many", "groups_at_one_time")}
    assert [len(one.cases) for one in series(links(items))] == [3, 3, 3, 3]


def test_one_offender_who_changes_numbers_keeps_his_wallet() -> None:
    """The same, one number after another: that is how one man works."""
    groups = [[f"{name}{n}" for n in range(3)] for name in "PQRS"]
    items = [phone(case, f"+{n}", days=(300 * n, 300 * n + 30)) for n, group in enumerate(groups) for case in group]
    items += [
        item(case, "account", "facebook:1", days=(300 * n, 300 * n + 30)) for n, group in enumerate(groups) for case in group
    ]
    assert asides(items) == {}
    assert [len(one.cases) for one in series(links(items))] == [12]


def test_flooding_a_number_in_fifty_one_reports_joins_none_of_them() -> None:
    items = [phone(f"F{n:02}", "+1") for n in range(51)]
    assert asides(items) == {"+1": ("shared_by_many", "degree")}
    assert links(items).links == ()


def test_a_hub_still_stands_beside_another_reason() -> None:
    items = [phone(f"F{n:02}", "+1") for n in range(51)] + [item("F00", "account", "f:1"), item("F01", "account", "f:1")]
    found = links(items).links
    assert [(link.reason, link.strength) for link in found] == [("same_account", "strong"), ("same_phone", "weak")]
    assert [one.cases for one in series(links(items))] == [("F00", "F01")]


def test_a_colliding_picture_alone_makes_no_series() -> None:
    """Two pictures with one hash can be made on purpose (arXiv 2011.09473): a lead until somebody looked."""
    (link,) = links([picture("A", 12345), picture("B", 12345)]).links
    assert link.strength != "strong"
    assert series(links([picture("A", 12345), picture("B", 12345)])) == ()


def test_a_blank_picture_links_nothing() -> None:
    import msgspec

    blank = [
        msgspec.structs.replace(one, picture=msgspec.structs.replace(one.picture, quality=49))
        for one in (picture("A", 0), picture("B", 0))
    ]
    assert links(blank).links == ()


def test_a_threat_that_goes_round_loses_its_weight() -> None:
    two = links([threat("A", TEXT), threat("B", TEXT)]).links[0]
    many = links([threat(f"T{n:02}", TEXT) for n in range(20)]).links[0]
    assert many.bits < two.bits - 3
    assert links([threat(f"T{n:02}", TEXT) for n in range(40)]).links == ()


def test_a_second_key_is_never_shown() -> None:
    """A skeleton is no identifier: what is set aside is called as its case calls it (UTS 39)."""
    from longarm.matching.explain import shown

    alike = [item(f"C{n:02}", "handle~alike", "telegram:rnona", what="acct-1") for n in range(30)]
    (one,) = links(alike).set_aside
    assert shown(one) == "acct-1"
    assert "rnona" not in why_aside(one, "ar")


def test_a_name_alone_is_weak_and_makes_no_series() -> None:
    twins = [item("A", "name", "mhmd sd"), item("B", "name", "mhmd sd")]
    (link,) = links(twins).links
    assert link.strength == "weak"
    assert series(links(twins)) == ()


def test_an_intermediary_is_weak() -> None:
    (link,) = links([item("A", "iban", "EG1", role="intermediary"), item("B", "iban", "EG1", role="intermediary")]).links
    assert (link.strength, link.stable) == ("weak", False)


def test_ten_thousand_identifiers_in_one_case_are_answered() -> None:
    flood = [phone("A", f"+{n}") for n in range(10_000)] + [phone("B", "+77")]
    (link,) = links(flood).links
    assert link.between == ("A", "B")
