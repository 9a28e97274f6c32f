"""What the identifiers of a case say of themselves; a national number is read by what the case knows of its user."""

import msgspec

from longarm.case.model import Case, Trace
from longarm.law.load import load
from longarm.signals.trace import trace_case

SUSPECT = {"id": "suspect-1", "roles": ["suspect"]}
COMPLAINANT = {"id": "complainant", "roles": ["complainant"], "locations": [{"state": "EG"}]}


def traces(*identifiers: dict[str, str], suspect: dict[str, object] | None = None) -> list[Trace]:
    persons = [COMPLAINANT, SUSPECT | (suspect or {})]
    named = [{"id": f"i{n}", "used_by": "suspect-1"} | identifier for n, identifier in enumerate(identifiers)]
    case = msgspec.convert({"longarm": "case/1", "reference": "X-1", "persons": persons, "identifiers": named}, Case)
    return list(trace_case(case, load()))


def test_the_numbers_of_the_founding_cases() -> None:
    numbers = ["+218910000017", "+491713920017", "+33639980017", "+21620000017", "٠٠٢٠ ١١٠ ٠٠٠ ٠٠١٧"]
    found = traces(*({"type": "phone", "value": number} for number in numbers))
    assert [(t.normal, t.state, t.operator, t.certainty) for t in found] == [
        ("+218910000017", "LY", "al-madar", "high"),
        ("+491713920017", "DE", None, "high"),
        ("+33639980017", "FR", None, "low"),
        ("+21620000017", "TN", "ooredoo-tn", "high"),
        ("+201100000017", "EG", "etisalat-eg", "high"),
    ]


def test_a_payment_handle_is_read_by_the_services_state() -> None:
    one, other = traces(
        {"type": "payment_handle", "platform": "vodafone_cash", "value": "01000000017"},
        {"type": "payment_handle", "platform": "vodafone_cash", "value": "+201000000017"},
        suspect={"locations": [{"state": "LY"}]},
    )
    assert one.normal == other.normal == "+201000000017"
    assert (one.state, one.certainty, other.certainty) == ("EG", "medium", "high")
    (abroad,) = traces(
        {"type": "payment_handle", "service": "stc_pay", "value": "0501234567"}, suspect={"locations": [{"state": "AE"}]}
    )
    assert (abroad.normal, abroad.state) == ("+966501234567", "SA")
    (named,) = traces({"type": "payment_handle", "service": "instapay", "value": "Amal.17@InstaPay"})
    assert named.normal == "amal.17@instapay"


def test_a_national_number_is_read_by_its_users_place_then_nationality_then_the_complainants_place() -> None:
    number = {"type": "phone", "value": "091 000 0017"}
    (placed,) = traces(number, suspect={"locations": [{"state": "LY"}], "nationality": ["EG"]})
    assert (placed.normal, placed.certainty) == ("+218910000017", "medium")
    (national,) = traces(number, suspect={"nationality": ["LY"]})
    assert national.normal == "+218910000017"
    (complainants,) = traces({"type": "phone", "value": "01000000017"})
    assert complainants.normal == "+201000000017"


def test_two_places_that_fit_stay_two_candidates() -> None:
    (found,) = traces({"type": "phone", "value": "0501234567"}, suspect={"locations": [{"state": "SA"}, {"state": "AE"}]})
    assert (found.normal, found.state, found.certainty) == (None, None, "low")
    assert set(found.candidates) == {"+966501234567", "+971501234567"}


def test_what_is_no_identifier_has_no_normal_form_and_is_still_listed() -> None:
    found = traces({"type": "phone", "value": "122"}, {"type": "wallet", "value": "Tabc"}, {"type": "name", "value": "شروق"})
    assert [(t.id, t.normal) for t in found] == [("i0", None), ("i1", None), ("i2", None)]


def test_accounts_links_and_the_rest() -> None:
    found = traces(
        {"type": "account", "platform": "facebook", "value": "100009000000017"},
        {"type": "account", "platform": "skype", "value": "live:example.17"},
        {"type": "url", "value": "https://www.facebook.com/profile.php?id=100009000000038"},
        {"type": "email", "value": "Sawt.Alhaqiqa@example.com"},
        {"type": "ip", "value": "192.0.2.17"},
        {"type": "iban", "value": "eg38 0019 0005 0000 0000 2631 8000 2"},
        {"type": "card", "value": "4111 1111 1111 1111"},
        {"type": "imei", "value": "49-015420-323751-8"},
        {"type": "phone", "value": "+972599000017"},
    )
    assert [(t.normal, t.state) for t in found] == [
        ("facebook:100009000000017", None),
        ("skype:live:example.17", None),
        ("facebook:100009000000038", None),
        ("sawt.alhaqiqa@example.com", None),
        ("192.0.2.17", None),
        ("EG380019000500000000263180002", "EG"),
        ("411111******1111", None),
        ("490154203237518", None),
        ("+972599000017", None),
    ]


def test_an_account_that_is_a_number_is_the_number_however_it_was_put_in() -> None:
    """A caseworker chooses “account”, “WhatsApp” and types the number: else it would meet nothing."""
    found = traces(
        {"type": "account", "platform": "whatsapp", "value": "+218 91 000 0017"},
        {"type": "account", "platform": "WhatsApp", "value": "٠٩١٠٠٠٠٠١٧"},
        {"type": "account", "platform": "whatsapp", "value": "218910000017@s.whatsapp.net"},
        {"type": "account", "platform": "telegram", "value": "+218910000017"},
        {"type": "account", "value": "https://wa.me/218910000017?text=x"},
        {"type": "url", "value": "https://api.whatsapp.com/send?phone=218910000017&text=x"},
        suspect={"locations": [{"state": "LY"}]},
    )
    assert {trace.normal for trace in found} == {"+218910000017"}
    lid, page, nothing = traces(
        {"type": "account", "platform": "whatsapp", "value": "17000000000017@lid"},
        {"type": "url", "value": "https://wa.me/message/ABC17"},
        {"type": "account", "platform": "instagram", "value": "+218910000017"},
    )
    assert (lid.normal, page.normal, nothing.normal) == ("whatsapp-lid:17000000000017", "https://wa.me/message/ABC17", None)


def test_the_page_of_a_wallet_is_the_wallet() -> None:
    (found,) = traces({"type": "url", "value": "https://tronscan.org/#/address/T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"})
    assert found.normal == "tron:T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"
