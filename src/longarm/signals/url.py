"""Addresses of pages: scheme, host and path in one form, what only counts clicks taken off.

Proves: that this address was named. Does not prove what it showed, or to whom, or that it shows it today: the page itself must
be captured. An address that is an account's own (`facebook.com/profile.php?id=…`) has the account's key as its normal form.
"""

from __future__ import annotations

from typing import Final

from longarm.signals import account
from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness, Weaker, compared
from longarm.signals.link import normal, parse
from longarm.signals.site import site, unicode_of
from longarm.signals.skeleton import skeleton

EXAMPLES: Final = {
    "HTTPS://Example.COM:443/Path/?utm_source=x&a=1#top": "https://example.com/Path/?a=1#top",
    "hxxp://example[.]com/%7euser": "http://example.com/~user",
    "https://مثال.إختبار/صفحة": "https://xn--mgbh0fb.xn--kgbechtv/%D8%B5%D9%81%D8%AD%D8%A9",
    "https://www.facebook.com/profile.php?id=100009000000038": "facebook:100009000000038",
}


def clean(value: str) -> str | None:
    """The normal form, an account's key where the address is an account's own, or None when it is no address."""
    text = plain(value)
    if key := account.clean(text):
        return key
    reading = account.read(text)
    if reading is None:
        return None
    return normal(reading.link)


def weaker(key: str) -> tuple[Weaker, ...]:
    """The registered domain and what it looks like; none for a platform's address, which millions share."""
    link = parse(key)
    reading = account.read(key) if link else None
    named = site(link.host) if link and reading and reading.platform is None else None
    return (Weaker("site", named), Weaker("alike", skeleton(unicode_of(named)))) if named else ()


def compare(one: str, other: str) -> Likeness | None:
    """`same`, else `site`: two pages of one registered domain, else `alike`: domains that the eye takes for each other."""
    return compared(one, other, weaker(one), weaker(other))
