"""What is found in the messages of a blackmailer, and what is left alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.law.load import load
from longarm.law.model import Facts
from longarm.signals.digits import fold
from longarm.signals.find import find
from longarm.signals.found import Found


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load()


def only(text: str, facts: Facts, region: str | None = None) -> Found:
    (found,) = find(text, facts, region)
    assert text[found.span[0] : found.span[1]] == found.value
    return found


def normals(text: str, facts: Facts, region: str | None = None) -> list[tuple[str, str | None]]:
    return [(f.type, f.normal) for f in find(text, facts, region)]


def test_shorouks_number_names_its_state_its_operator_and_the_duty_to_identify_the_buyer(facts: Facts) -> None:
    found = only("كان رقمه ٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧ على واتساب", facts)
    assert (found.type, found.value, found.normal) == ("phone", "٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧", "+218910000017")
    assert (found.state, found.operator, found.identity_duty, found.certainty) == ("LY", "al-madar", "yes", "high")
    assert found.span == (9, 26)


def test_a_number_written_by_whatsapp_for_an_unsaved_contact(facts: Facts) -> None:
    text = "30/12/2021, 21:14 - \u202a+218\u00a091\u2011000\u00a00017\u202c: ادفع"
    found = only(text, facts)
    assert (found.value, found.normal) == ("+218\u00a091\u2011000\u00a00017", "+218910000017")


def test_a_national_number_is_read_in_the_region_given_and_guessed_nowhere_else(facts: Facts) -> None:
    assert only("اتصل بي 01000000017", facts, "EG").normal == "+201000000017"
    unread = only("اتصل بي 01000000017", facts)
    assert (unread.normal, unread.why, unread.certainty, unread.state) == (None, "region_unknown", "low", "unknown")
    assert "+201000000017" in unread.candidates


def test_a_number_beside_a_payment_service_stays_a_phone_with_the_service_beside_it(facts: Facts) -> None:
    found = only("حوّل 500 جنيه على فودافون كاش\n01000000017", facts)
    assert (found.type, found.normal, found.service, found.state) == ("phone", "+201000000017", "vodafone_cash", "EG")
    assert only("zain cash 07901234567", facts).service == "zain_cash"
    handle = only("ابعت على amal.17@instapay", facts)
    assert (handle.type, handle.normal, handle.service) == ("payment_handle", "amal.17@instapay", "instapay")


def test_a_word_for_papers_hides_no_number_that_is_written_as_one(facts: Facts) -> None:
    assert only("in case you need me 01000000017", facts, "EG").normal == "+201000000017"
    assert only("رقم القضية؟ لا، كلمني +218910000017", facts).normal == "+218910000017"


def test_two_plans_that_fit_give_two_candidates(facts: Facts) -> None:
    found = only("zain cash: 0791234567", facts)  # JO by length; IQ numbers are longer
    assert found.normal == "+962791234567"


@pytest.mark.parametrize(
    "text",
    [
        "التاريخ 30/12/2021 الساعة 10:30",
        "٣٠/١٢/٢٠٢١، ٩:١٤ م",
        "2021-12-30 21:14:05",
        "30.12.2021",
        "1443/05/26",
        "فاتورة رقم 2021004512",
        "invoice 2021004512",
        "order no 20211230123456",
        "المبلغ 1,500,000 دينار",
        "1.500.000 دينار",
        "دفعت 25000000 دينار",
        "اتصل ب 122 أو 19123",
        "الإصدار 3.14.159.26 من البرنامج؟ لا: 3.14.159",
        "ISBN 978-3-16-148410-0",
        "123456789012345678901234567890",
        "10:30:45 11:12:13",
        "4111 1111 1111 1112",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
        "EG38 0019 0005 0000 0000 2631 8000 3",
        "file.txt and/or e.g. something...else",
        "user@localhost 5@6",
    ],
)
@pytest.mark.parametrize("region", [None, "EG", "LY", "TN"])
def test_dates_times_amounts_invoices_and_failed_checksums_are_text(text: str, region: str | None, facts: Facts) -> None:
    found = [f for f in find(text, facts, region) if f.type != "ip"]
    assert found == []


def test_several_numbers_in_a_row_are_several(facts: Facts) -> None:
    text = "01000000017 / 01100000017 - 0120 000 0017 010 0000 0018"
    assert [n for _, n in normals(text, facts, "EG")] == ["+201000000017", "+201100000017", "+201200000017", "+201000000018"]
    text = "+218910000017,+201000000017/+21620000017"
    assert [n for _, n in normals(text, facts)] == ["+218910000017", "+201000000017", "+21620000017"]


def test_a_number_without_its_plus_is_tried_as_international(facts: Facts) -> None:
    for region in (None, "EG"):
        found = only("رقم الواتس 218910000017", facts, region)
        assert (found.normal, found.state, found.why) == ("+218910000017", "LY", "written_without_plus")


def test_a_number_in_no_range_is_kept_with_low_certainty(facts: Facts) -> None:
    found = only("+33639980017", facts)
    assert (found.normal, found.state, found.operator, found.certainty) == ("+33639980017", "FR", None, "low")


def test_palestinian_numbers_point_to_no_single_state(facts: Facts) -> None:
    israeli, palestinian = find("+972599000017 +970599000017", facts)
    assert (israeli.state, israeli.alias_of) == ("unknown", "+970599000017")
    assert (palestinian.state, palestinian.alias_of) == ("unknown", "+972599000017")
    assert israeli.operator == palestinian.operator == "jawwal"


def test_an_authoritys_number_is_marked(facts: Facts) -> None:
    assert only("+97317108108", facts).why == "official_number"
    assert only("اتصل 0808 2000 247", facts, "GB").why == "official_number"


def test_a_number_in_a_link_is_the_links_unless_the_link_is_the_numbers(facts: Facts) -> None:
    assert normals("https://example.com/call/+218910000017", facts) == [("url", "https://example.com/call/+218910000017")]
    found = only("https://wa.me/218910000017?text=hi", facts)
    assert (found.type, found.normal, found.platform) == ("phone", "+218910000017", "whatsapp")
    assert normals("https://api.whatsapp.com/send?phone=%2B218910000017", facts) == [("phone", "+218910000017")]
    assert normals("viber://chat?number=%2B218910000017 tel:+218910000017", facts) == [("phone", "+218910000017")] * 2
    assert normals("https://t.me/+218910000017", facts) == [("phone", "+218910000017")]


def test_links_accounts_and_handles(facts: Facts) -> None:
    text = (
        "(https://www.facebook.com/profile.php?id=100009000000017&mibextid=x). انستا @some.one_17، سناب: shams17؛ t.me/Example_17"
    )
    assert normals(text, facts) == [
        ("account", "facebook:100009000000017"),
        ("account", "instagram:some.one_17"),
        ("account", "snapchat:shams17"),
        ("account", "telegram:example_17"),
    ]
    assert [f.certainty for f in find(text, facts)] == ["high", "low", "low", "medium"]
    assert find("write to @somebody", facts) == ()


def test_a_post_names_its_owner(facts: Facts) -> None:
    found = only("https://x.com/Example17/status/1?s=20", facts)
    assert (found.type, found.owner, found.platform) == ("url", "x:example17", "x")


def test_harmless_spellings_are_understood(facts: Facts) -> None:
    assert normals("hxxps://evil[.]example/pay and evil[.]example", facts) == [
        ("url", "https://evil.example/pay"),
        ("url", "https://evil.example/"),
    ]
    assert normals("amal[at]example[.]com", facts) == [("email", "amal@example.com")]
    assert normals("192[.]0[.]2[.]17", facts) == [("ip", "192.0.2.17")]


def test_a_card_is_never_shown_whole(facts: Facts) -> None:
    text = "بطاقتي 4111 1111 1111 1111 شكرا"
    (found,) = find(text, facts)
    assert (found.type, found.normal, found.value, found.certainty) == ("card", "411111******1111", "4111 11** **** 1111", "low")
    assert len(found.value) == found.span[1] - found.span[0]


def test_a_chain_explorers_link_is_the_wallets(facts: Facts) -> None:
    address = "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"
    assert normals(f"https://tronscan.org/#/address/{address}", facts) == [("wallet", f"tron:{address}")]


PIECES = st.sampled_from(
    [
        *("+218910000017", "٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧", "01000000017", "amal@example.com", "https://t.me/x_17?a=1", "t.me/abc_de"),
        *("wa.me/218910000017", "@name", "انستا", "فودافون كاش", "EG380019000500000000263180002", "4111111111111111"),
        *("IMEI 490154203237518", "192.0.2.17", "2001:db8::1", "\u202a", "\u202c", "\u200f", " ", "\n", ".", ",", "/", ":", "("),
        *(")", "[.]", "hxxp://", "-", "123", "٠٠", "17@lid", "0x", "%", "?", "&u="),
    ]
)
NOISE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(PIECES, NOISE), max_size=14), st.sampled_from([None, "EG", "LY", "TN", "DE"]))
def test_no_text_crashes_and_every_span_is_what_it_says(parts: list[str], region: str | None) -> None:
    text = "".join(parts)
    last = 0
    for found in find(text, load(), region):
        start, end = found.span
        assert last <= start < end <= len(text)
        last = end
        if found.type == "card":
            assert all(shown in (written, "*") for shown, written in zip(found.value, text[start:end], strict=True))
        else:
            assert found.value == text[start:end]
        assert found.normal is not None or found.candidates or found.why == "region_unknown"


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 30), st.integers(0, 3))
def test_the_same_number_is_found_wherever_it_stands(before: int, marks: int) -> None:
    text = "س" * before + " " + "\u202a" * marks + "+218910000017" + "\u202c" * marks + " ش"
    (found,) = find(text, load())
    assert fold(found.value).text == "+218910000017"
    assert found.span[0] == before + 1 + marks


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1",
        "a.",
        "a@",
        "@",
        "a",
        "+",
        "0x",
        "(",
        "[.]",
        "http://",
        ":",
        "a:",
        "EG38 ",
        "٠",
        "1.1.",
        "01000000017 ",
        "x=",
        "//",
        "%41",
        "انستا",
        "t.me/",
    ],
)
def test_hostile_repetition_takes_no_long_time(piece: str, facts: Facts) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    find(text, facts, "EG")
    assert time.process_time() - start < 5
