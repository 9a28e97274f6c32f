"""Accounts: `platform:stable-id`, or `platform:handle` in lower case where no id is known.
Long: every way in which people write an account.

Proves: which account a link names today. Does not prove who uses it; and a handle can be given up, sold and taken by
another (Telegram keeps a released name for minutes only), so a handle is certain for a period, never for ever. The id of
a Facebook profile (`profile.php?id=`) or a YouTube channel (`UC…`) stays.
"""

from __future__ import annotations

import re
from typing import Final, Literal

import msgspec

from longarm.signals import platforms
from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness, Weaker, compared
from longarm.signals.link import Link, parse
from longarm.signals.platforms import Form, Platform
from longarm.signals.skeleton import skeleton

EXAMPLES: Final = {
    "https://www.facebook.com/profile.php?id=100009000000017&mibextid=abc": "facebook:100009000000017",
    "m.facebook.com/people/Haq-Almazloum/100009000000017/": "facebook:100009000000017",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Ft.me%2FExample_17%3Fx%3D1&h=AT0": "telegram:example_17",
    "https://m.me/haq.almazloum.17": "facebook:haqalmazloum17",  # dots tell no two names apart there
    "https://www.instagram.com/Example.17/?igsh=MWQ": "instagram:example.17",
    "tg://user?id=700000017": "telegram:700000017",
    "https://twitter.com/Example17": "x:example17",
    "https://www.tiktok.com/@example.17?is_from_webapp=1": "tiktok:example.17",
    "https://www.youtube.com/channel/UC0000000000000000000017": "youtube:UC0000000000000000000017",
    "https://www.snapchat.com/add/example17": "snapchat:example17",
    "17000000000017@lid": "whatsapp-lid:17000000000017",
}
_WRAPPED: Final = 3  # how often an address may lead to another
_WHATSAPP: Final = re.compile(r"(\d{5,20})(?:[.:]\d{1,4})?@(lid|g\.us|newsletter)")
_GROUPS: Final = {"lid": "whatsapp-lid", "g.us": "whatsapp-group", "newsletter": "whatsapp-channel"}


class Reading(msgspec.Struct, frozen=True):
    """What a link names: an account (`id` or `handle`), a phone, a wallet, a post's owner, or only a page (`page`).

    `value` is the account's key, the number's or address's text, or the owner's key. `link` is where it finally leads.
    """

    kind: Literal["id", "handle", "phone", "wallet", "post", "page"]
    value: str
    platform: str | None
    link: Link


def clean(value: str, platform: str | None = None) -> str | None:
    """The account's key from a link, a WhatsApp id, a key, or (with `platform`) an id or handle. None when it is none."""
    text = plain(value)
    if match := _WHATSAPP.fullmatch(text.lower()):
        return f"{_GROUPS[match[2]]}:{match[1]}"
    if platform is not None and (known := platforms.named(platform)) is not None:
        if key := _key_of(known, text):
            return key
    elif platform is not None and re.fullmatch(r"@?\S{1,100}", text) and "/" not in text:
        return f"{platform.strip().lower()}:{text.removeprefix('@').lower()}"
    if already := _already(text):
        return already
    reading = read(text)
    return reading.value if reading and reading.kind in ("id", "handle") else None


def weaker(key: str) -> tuple[Weaker, ...]:
    """Of a handle, what it looks like on its platform. A stable id has none."""
    platform, _, handle = key.partition(":")
    return () if is_stable(key) else (Weaker("alike", f"{platform}:{skeleton(handle)}"),)


def compare(one: str, other: str) -> Likeness | None:
    """`same`, or `alike`: handles that the eye takes for each other. Whether a handle was one account then, its dates decide."""
    return compared(one, other, weaker(one), weaker(other))


def is_stable(key: str) -> bool:
    """Does the account's key hold the platform's own id rather than a handle?"""
    name, _, rest = key.partition(":")
    if name in _GROUPS.values():
        return True
    return any(p.key == name and p.is_stable(rest) for p in platforms.by_id().values())


def read(text: str) -> Reading | None:
    """What the address `text` names, followed through the platforms' own wrappers. None when it is no address."""
    link = parse(text)
    for _ in range(_WRAPPED):
        inner = _unwrapped(link) if link else None
        if inner is None:
            break
        link = inner
    return _named(link) if link else None


def _already(text: str) -> str | None:
    name, colon, rest = text.partition(":")
    if not colon:
        return None
    if name in _GROUPS.values():
        return text if rest.isdecimal() else None
    for known in platforms.by_id().values():
        if known.key == name and (key := _key_of(known, rest)):
            return key
    return None


def _key_of(platform: Platform, text: str) -> str | None:
    text = text.removeprefix(f"{platform.key}:")
    if platform.is_stable(text):
        return f"{platform.key}:{text}"
    handle = text.removeprefix("@")
    return platform.account(handle) if platform.is_handle(handle) else None


def _platform(link: Link) -> Platform | None:
    if link.host:
        return platforms.by_host().get(link.service_host)
    return platforms.schemes().get(link.scheme)


def _unwrapped(link: Link) -> Link | None:
    platform = _platform(link)
    for text in platform.wraps if platform else ():
        if found := _fit(platforms.form(text), link, platform):
            return parse(found["url"])
    return None


def _named(link: Link) -> Reading:
    platform = _platform(link)
    if platform is None:
        return Reading("page", "", None, link)
    for texts, post in ((platform.accounts, False), (platform.posts, True)):
        for text in texts:
            found = _fit(platforms.form(text), link, platform)
            if found:
                return _reading(found, platform, link, post)
    return Reading("page", "", platform.id if platform.id != "chain-explorer" else None, link)


def _reading(found: dict[str, str], platform: Platform, link: Link, post: bool) -> Reading:
    ((kind, part),) = found.items()
    if kind == "phone":
        return Reading("phone", part, platform.id, link)
    if kind == "wallet":
        return Reading("wallet", part, None, link)
    key = platform.account(part) if kind == "handle" else f"{platform.key}:{'-100' if kind == 'channel' else ''}{part}"
    named: Literal["id", "handle", "post"] = "post" if post else ("handle" if kind == "handle" else "id")
    return Reading(named, key, platform.id, link)


def _fit(form: Form, link: Link, platform: Platform | None) -> dict[str, str] | None:
    """The placeholder's part when `link` has the form, else None."""
    if platform is None or (form.scheme or "") != ("" if link.host else link.scheme):
        return None
    if len(link.steps) != len(form.steps) and not (form.open_end and len(link.steps) > len(form.steps)):
        return None
    fragment = tuple(step for step in link.fragment.partition("?")[0].split("/") if step)
    pairs = [*zip(form.steps, link.steps, strict=False)]
    if form.fragment:
        if len(fragment) < len(form.fragment):
            return None
        pairs += zip(form.fragment, fragment, strict=False)
    if form.asked is not None:
        given = link.raw_query if form.parameter == "" else next((v for k, v in link.query if k == form.parameter), None)
        if given is None:
            return None
        pairs.append((form.asked, given))
    found: dict[str, str] = {}
    for pattern, text in pairs:
        part = platforms.compare(pattern, text, platform)
        if part is None:
            return None
        found |= part
    return found or None
