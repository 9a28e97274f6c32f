"""Mail, addresses of pages and of the internet, bank accounts, cards, devices: right ones are read, wrong ones are text."""

import pytest

from longarm.signals import card, email, iban, imei, ip, link, url


@pytest.mark.parametrize(
    ("written", "delivered"),
    [
        ("Sho.Rouk+a@Gmail.com", "shorouk@gmail.com"),
        ("shorouk@googlemail.com", "shorouk@gmail.com"),
        ("sho.rouk+a@outlook.com", "sho.rouk@outlook.com"),  # dots count there
        ("sho.rouk+a@icloud.com", "sho.rouk@icloud.com"),
        ("sho.rouk_x-y+a@proton.me", "shoroukxy@proton.me"),
        ("shorouk-a@yahoo.com", "shorouk@yahoo.com"),
        ("Sho.Rouk+a@Example.org", "sho.rouk+a@example.org"),  # an unknown domain: nothing is touched
        ("amal@münchen.example", "amal@xn--mnchen-3ya.example"),
        ("شروق@مثال.إختبار", "شروق@xn--mgbh0fb.xn--kgbechtv"),
    ],
)
def test_mail_is_compared_as_it_is_delivered(written: str, delivered: str) -> None:
    assert email.clean(written) == delivered
    assert email.clean(delivered) == delivered


@pytest.mark.parametrize(
    "written", ["a@b", "@example.com", "a..b@example.com", "a@example..com", "a b@example.com", "a@-example.com-"]
)
def test_what_is_no_mail_address(written: str) -> None:
    assert email.clean(written) is None


def test_a_letter_of_the_sentence_stays_outside_the_address() -> None:
    (found,) = email.scan("راسلني علىamal@example.comشكرا")
    assert found.normal == "amal@example.com"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTP://EXAMPLE.com:80/A%7eb/%d8%b4?b=2&a=1&fbclid=x&utm_campaign=y", "http://example.com/A~b/%D8%B4?b=2&a=1"),
        ("https://example.com/?q=a+b%26c", "https://example.com/?q=a+b%26c"),
        ("https://example.com/page#:~:text=x", "https://example.com/page"),
        ("https://[2001:db8::17]:8443/x", "https://[2001:db8::17]:8443/x"),
        ("https://example。com/a", "https://example.com/a"),
        ("https://example.com\\@example.org/", "https://example.com/@example.org/"),  # a browser goes to the first
        ("https://www.youtube.com/watch?v=aaaaaaaaa17&si=xyz", "https://www.youtube.com/watch?v=aaaaaaaaa17"),
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fx&sa=D", "https://example.com/x"),
    ],
)
def test_one_page_has_one_form(written: str, normal: str) -> None:
    assert url.clean(written) == normal
    assert url.clean(normal) == normal


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "file:///etc/passwd", "http://", "http://a b", "http://[::", "https://..", "x" * 9000]
)
def test_what_is_no_address_of_a_page(written: str) -> None:
    assert url.clean(written) is None
    assert link.parse(written) is None


@pytest.mark.parametrize(
    "written", ["EG380019000500000000263180003", "EG38001900050000000026318000", "XX380019000500000000263180002"]
)
def test_an_iban_with_a_wrong_digit_is_text(written: str) -> None:
    assert iban.clean(written) is None


def test_what_follows_an_iban_is_not_part_of_it() -> None:
    (found,) = iban.scan("to EG38 0019 0005 0000 0000 2631 8000 2 by Sunday")
    assert (found.normal, found.state) == ("EG380019000500000000263180002", "EG")


def test_of_a_card_ten_digits_are_kept() -> None:
    assert card.clean("4111-1111-1111-1111") == "411111******1111"
    assert card.clean("4111 1111 1111 1112") is None
    assert card.masked("٤١١١ 1111 1111 1111") == "٤١١١ 11** **** 1111"


def test_a_device_is_named_only_beside_its_word() -> None:
    assert [f.normal for f in imei.scan("IMEI: 490154203237518")] == ["490154203237518"]
    assert list(imei.scan("id=490154203237518 or 490154203237518")) == []
    assert imei.clean("490154203237519") is None


@pytest.mark.parametrize(
    ("written", "normal", "remark"),
    [
        ("192.0.2.17", "192.0.2.17", None),
        ("١٩٢.٠.٢.١٧", "192.0.2.17", None),
        ("192.0.2.17:443", "192.0.2.17", None),
        ("10.1.2.3", "10.1.2.3", "private_address"),
        ("100.64.1.1", "100.64.1.1", "shared_address"),
        ("FE80::1%eth0", "fe80::1", "private_address"),
    ],
)
def test_internet_addresses(written: str, normal: str, remark: str | None) -> None:
    assert ip.clean(written) == normal
    assert ip.remark(normal) == remark


@pytest.mark.parametrize("written", ["256.1.1.1", "1.2.3", "1.2.3.4.5", "10:30:45", "::g"])
def test_what_is_no_internet_address(written: str) -> None:
    assert ip.clean(written) is None
