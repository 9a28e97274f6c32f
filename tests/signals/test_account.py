"""One account, however its link is written; a page or a post is not an account."""

import pytest

from longarm.signals import account, url

FACEBOOK = "facebook:100009000000017"
SAME = {
    FACEBOOK: [
        "https://www.facebook.com/profile.php?id=100009000000017",
        "https://m.facebook.com/profile.php?id=100009000000017&mibextid=ZbWKwL&_rdr",
        "http://mbasic.facebook.com/profile.php?v=timeline&id=100009000000017",
        "https://ar-ar.facebook.com/profile.php?id=100009000000017#",
        "facebook.com/people/Haq-Almazloum/100009000000017/?mibextid=1",
        "https://fb.com/100009000000017",
        "https://www.messenger.com/t/100009000000017",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Ffb.com%2F100009000000017&h=AT0",
        "hxxps://www[.]facebook[.]com/profile.php?id=100009000000017",
        "fb://profile/100009000000017",
    ],
    "facebook:haqalmazloum17": ["facebook.com/haqalmazloum.17", "https://web.facebook.com/Haq.Almazloum.17", "https://m.me/haq.almazloum.17?ref=x"],
    "telegram:example_17": ["t.me/Example_17", "https://telegram.me/s/example_17", "tg://resolve?domain=Example_17"],
    "x:example17": ["https://x.com/Example17", "mobile.twitter.com/example17?s=21", "https://twitter.com/intent/user?screen_name=Example17"],
    "x:17000017": ["https://x.com/i/user/17000017"],
    "instagram:example.17": ["https://instagram.com/example.17?igsh=MWQ==", "https://www.threads.net/@Example.17"],
    "youtube:example17": ["https://youtube.com/@Example17", "https://m.youtube.com/@example17/videos"],
    "paypal:example17": ["https://www.paypal.me/Example17/50", "paypal.com/paypalme/example17"],
    "skype:live:example.17": ["skype:live:example.17?chat"],
}  # fmt: skip


@pytest.mark.parametrize(("key", "written"), [(key, written) for key, many in SAME.items() for written in many])
def test_every_form_of_a_link_leads_to_the_same_account(key: str, written: str) -> None:
    assert account.clean(written) == key
    assert account.clean(key) == key
    assert url.clean(written) == key


@pytest.mark.parametrize(
    "written",
    [
        "https://www.facebook.com/groups/1700017",
        "https://www.facebook.com/watch/?v=1",
        "https://www.facebook.com/share/abc/",
        "https://www.instagram.com/p/Cabc123/",
        "https://t.me/+AbCdEfGh17",
        "https://t.me/joinchat/AbCdEf",
        "https://wa.me/message/ABC17",
        "https://chat.whatsapp.com/AbCdEf17",
        "https://www.youtube.com/watch?v=aaaaaaaaa17",
        "https://x.com/search?q=x",
        "https://example.com/profile.php?id=100009000000017",
        "https://facebook.com.example.org/profile.php?id=100009000000017",
    ],
)
def test_a_page_is_no_account(written: str) -> None:
    assert account.clean(written) is None
    assert url.clean(written) is not None


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("https://x.com/Example17/status/1", "x:example17"),
        ("https://www.tiktok.com/@example.17/video/7000000000000000017", "tiktok:example.17"),
        ("https://www.facebook.com/story.php?story_fbid=1&id=100009000000017", FACEBOOK),
        ("https://www.instagram.com/stories/example.17/1/", "instagram:example.17"),
        ("https://t.me/c/1700000017/5", "telegram:-1001700000017"),
    ],
)
def test_a_post_names_its_owner(written: str, owner: str) -> None:
    reading = account.read(written)
    assert reading is not None
    assert (reading.kind, reading.value) == ("post", owner)


def test_a_case_may_give_the_id_the_handle_or_another_services_name() -> None:
    assert account.clean("100009000000017", "facebook") == FACEBOOK
    assert account.clean("100009000000017", "messenger") == FACEBOOK
    for written in ("@Sawt.Alhaqiqa.18", "sawtalhaqiqa18.", "SawtAlhaqiqa18"):  # dots tell no two apart there
        assert account.clean(written, "facebook") == "facebook:sawtalhaqiqa18"
    assert account.clean("live:example.17", "skype") == "skype:live:example.17"
    assert account.clean("Someone17", "another-service") == "another-service:someone17"


def test_an_id_that_hides_a_number_is_no_number() -> None:
    from longarm.signals import phone

    assert account.clean("17000000000017@lid") == "whatsapp-lid:17000000000017"
    assert phone.clean("17000000000017@lid") is None
    assert phone.clean("218910000017@c.us") == "+218910000017"
    assert phone.clean("218910000017:12@s.whatsapp.net") == "+218910000017"


def test_a_name_of_digits_on_x_is_no_id() -> None:
    """Else whoever takes the name `17000017` is tied, for good, to the stranger whose id it is."""
    assert account.clean("https://x.com/17000017") == account.clean("@17000017", "x") == "x:@17000017"
    assert account.clean("x:@17000017") == "x:@17000017"
    assert not account.is_stable("x:@17000017")
    assert account.clean("https://x.com/i/user/17000017") == "x:17000017"
    assert account.clean("https://www.facebook.com/1.7000017") == "facebook:@17000017"


def test_a_platform_is_known_by_any_of_its_names() -> None:
    for platform in ("telegram", "Telegram", " TELEGRAM ", "تيليغرام"):
        assert account.clean("@Example_17", platform) == "telegram:example_17"
    assert account.clean("Example17", "Another-Service") == account.clean("example17", "another-service")


def test_ids_are_told_from_handles() -> None:
    assert account.is_stable(FACEBOOK)
    assert account.is_stable("telegram:-1001700000017")
    assert account.clean("-1001700000017", "telegram") == account.clean("telegram:-1001700000017") == "telegram:-1001700000017"
    assert account.is_stable("whatsapp-lid:17000000000017")
    assert not account.is_stable("facebook:haq.almazloum.17")
