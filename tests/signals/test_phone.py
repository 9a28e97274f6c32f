"""A telephone number is one number, however it is written; and its state is the number's, not the code's."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from longarm.signals import phone

ARAB_STATES = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split()  # noqa: SIM905
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff\u200b"


def mobile(region: str) -> phonenumbers.PhoneNumber:
    number = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE)
    assert number is not None
    return number


def spellings(region: str) -> dict[str, str]:
    number = mobile(region)
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return {
        "E.164": e164,
        "international": international,
        "00": "00" + e164[1:],
        "00 in Arabic digits": ("00" + international[1:]).translate(ARABIC),
        "00 in Persian digits": ("00" + e164[1:]).translate(PERSIAN),
        "+ in Arabic digits": international.translate(ARABIC),
        "bare": e164[1:],
        "bare in Arabic digits": e164[1:].translate(ARABIC),
        "national": national,
        "national in Arabic digits": national.translate(ARABIC),
        "national in Persian digits": national.translate(PERSIAN),
        "between direction marks": f"\u202a{international}\u202c",
        "with a no-break space and hyphens": international.replace(" ", "\u00a0", 1).replace(" ", "\u2011"),
    }


@pytest.mark.parametrize("region", ARAB_STATES)
def test_the_mobiles_of_the_twenty_two_arab_states_are_one_number_in_every_spelling(region: str) -> None:
    wanted = spellings(region)["E.164"]
    for how, written in spellings(region).items():
        assert phone.clean(written, region) == wanted, how
        if "national" not in how:
            assert phone.clean(written) == wanted, f"{how}, without a region"


@pytest.mark.parametrize("region", ARAB_STATES)
def test_a_number_without_its_code_is_nobodys_without_a_region(region: str) -> None:
    national = spellings(region)["national"]
    assert phone.clean(national) is None


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ARAB_STATES), st.lists(st.tuples(st.integers(0, 30), st.sampled_from(MARKS)), max_size=5), st.data())
def test_marks_nobody_sees_change_nothing(region: str, marks: list[tuple[int, str]], data: st.DataObject) -> None:
    written = data.draw(st.sampled_from(sorted(spellings(region).values())))
    wanted = spellings(region)["E.164"]
    for place, mark in marks:
        written = written[:place] + mark + written[place:]
    assert phone.clean(written, region) == wanted


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789٠١٢٣٤٥٦٧٨٩+-() ./\u202a\u202c", max_size=24), st.sampled_from([None, *ARAB_STATES]))
def test_what_is_clean_stays_as_it_is(written: str, region: str | None) -> None:
    once = phone.clean(written, region)
    if once is not None:
        assert phone.clean(once, region) == once
        assert phone.clean(once) == once


def test_a_sign_behind_the_number_or_apart_from_it_is_its_sign() -> None:
    """Typed in a line that runs from right to left, the plus lands behind."""
    for written in ("218910000017+", "٢١٨ ٩١ ٠٠٠ ٠٠١٧+", "+ 218 91 000 0017"):
        assert phone.clean(written) == "+218910000017"
    assert phone.clean("+218910000017+") is None


def test_the_trunk_zero_is_no_part_of_the_number() -> None:
    for written in ("+218 (0)91 000 0017", "+2180910000017", "002180910000017", "091 000 0017"):
        assert phone.clean(written, "LY") == "+218910000017"
    assert phone.clean("+20 0101 000 0017") == "+201010000017"


def test_the_number_of_the_case_of_shorouk() -> None:
    (reading,) = phone.read("+218910000017")
    assert (reading.e164, reading.state, reading.valid, reading.mobile) == ("+218910000017", "LY", True, True)


@pytest.mark.parametrize(
    ("number", "state"),
    [
        ("+447911123456", "GG"),  # one calling code, several states
        ("+447781123456", "GG"),
        ("+447624123456", "IM"),
        ("+77012345678", "KZ"),
        ("+79161234567", "RU"),
        ("+12424571234", "BS"),
        ("+212528812345", "MA"),
        ("+882160000017", "unknown"),  # of no state
        ("+870773111632", "unknown"),
        ("+972599000017", "unknown"),  # Palestinian, reachable under both codes
        ("+970599000017", "unknown"),
    ],
)
def test_the_state_is_the_numbers_never_the_codes(number: str, state: str) -> None:
    (reading,) = phone.read(number)
    assert reading.state == state


def test_palestinian_numbers_under_both_codes_name_each_other() -> None:
    assert phone.alias("+972599000017") == "+970599000017"
    assert phone.alias("+970599000017") == "+972599000017"
    assert phone.alias("+972521234567") is None


@pytest.mark.parametrize("written", ["122", "١٢٢", "19123", "112", "+20122", "15115", "116 111", "911"])
def test_a_short_code_is_no_identifier(written: str) -> None:
    for region in (None, "EG", "DE", "US"):
        assert phone.clean(written, region) is None


@pytest.mark.parametrize("number", ["+218910000017", "+491713920017", "+33639980017", "+21620000017", "+201100000017"])
def test_no_number_of_the_founding_cases_is_lost(number: str) -> None:
    (reading,) = phone.read(number)
    assert reading.e164 == number


def test_a_range_that_is_not_in_use_is_said_to_be_so() -> None:
    (reading,) = phone.read("+33639980017")
    assert (reading.state, reading.valid) == ("FR", False)


def test_two_valid_readings_stay_two() -> None:
    readings = phone.read("0501234567", ("SA", "AE"))
    assert {r.e164 for r in readings} == {"+966501234567", "+971501234567"}


def test_a_number_rented_for_telegram_is_of_no_state() -> None:
    (reading,) = phone.read("+888 0000 0017")
    assert (reading.e164, reading.state, reading.how) == ("+88800000017", "unknown", "rented")


@pytest.mark.parametrize(
    "written", ["call me", "1-800-FLOWERS", "218 91 000 0017 x", "2021-12-30", "17000000000017@lid", "9" * 400]
)
def test_other_text_is_no_number(written: str) -> None:
    assert phone.clean(written) is None
