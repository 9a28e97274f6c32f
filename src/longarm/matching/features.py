"""What makes two items alike: one plain function a kind. Each names the level of `weights.yaml` that holds, or None.

The docstring of each is what a person reads who asks how it is done (`docs/matching.md` lists them; a test holds that none
is without). Nothing here knows of weights.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from longarm.matching.image.pdq import apart as bits_apart
from longarm.matching.item import Facet, Item
from longarm.matching.period import GAP
from longarm.matching.sound.near import FARTHEST, apart
from longarm.matching.text.shingles import jaccard

Feature = Callable[[Item, Item], str | None]
NEAR: Final = 31  # bits of 256, Meta's own threshold (facebook/ThreatExchange, pdq/README.md)
_QUALITY: Final = 50  # below, a picture is nearly blank and links nothing


def phone(one: Item, other: Item) -> str | None:
    """One number, in use at the same time. With more than six months between, it may have been given to somebody else."""
    if one.rented:
        return "phone-rented"
    if "low" in (one.certainty, other.certainty):
        return "phone-unsure"
    return _by_time("phone", one, other)


def phone_alias(one: Item, other: Item) -> str | None:
    """The +970 and the +972 form of one Palestinian subscriber: as a rule one line, not always."""
    return "phone-alias" if one.key == other.key else None


def account(one: Item, other: Item) -> str | None:
    """The platform's own number of the account, which stays when its name is changed."""
    return "account-id" if one.key == other.key else None


def handle(one: Item, other: Item) -> str | None:
    """One handle on one platform at one time. Handles are changed, given up and sold."""
    return _by_time("handle", one, other)


def alike(one: Item, other: Item) -> str | None:
    """Two names that the eye takes for each other (UTS 39). Imitators do this too."""
    return "alike" if one.key == other.key else None


def email(one: Item, other: Item) -> str | None:
    """One mailbox, as its provider delivers it."""
    return "email" if one.key == other.key else None


def payment_handle(one: Item, other: Item) -> str | None:
    """Money was asked to the same place at the same time. Agents and shops hold such accounts for many."""
    return _by_time("payment", one, other)


def wallet(one: Item, other: Item) -> str | None:
    """One address of crypto money, with its memo where its chain has one. Money changers' are shared."""
    return "wallet" if one.key == other.key else None


def wallet_address(one: Item, other: Item) -> str | None:
    """One address of an exchange without a common memo: shared by its customers."""
    return "wallet-address" if one.key == other.key else None


def iban(one: Item, other: Item) -> str | None:
    """One bank account."""
    return "iban" if one.key == other.key else None


def card(one: Item, other: Item) -> str | None:
    """The first six and last four digits of a card; other cards have them too."""
    return "card" if one.key == other.key else None


def url(one: Item, other: Item) -> str | None:
    """One page, tracking taken off."""
    return "url" if one.key == other.key else None


def url_site(one: Item, other: Item) -> str | None:
    """Two pages under one registered domain."""
    return "url-site" if one.key == other.key else None


def ip(one: Item, other: Item) -> str | None:
    """One internet address within a day. Thousands may stand behind it; without times it says nothing."""
    if one.period is None or other.period is None or one.period.gap_to(other.period) > 1:
        return None
    return "ip"


def imei(one: Item, other: Item) -> str | None:
    """One telephone by its serial number, which can be forged."""
    return "imei" if one.key == other.key else None


def name(one: Item, other: Item) -> str | None:
    """Two spellings of one name. Never a link alone."""
    return "name" if one.key == other.key else None


def voice(one: Item, other: Item) -> str | None:
    """The same recording, byte for byte; or what is heard in both is one recording by its acoustic fingerprint (at most 15 of 100
    bits off), whatever it was encoded with. It knows recordings, not voices: one speaker saying the same again is another one."""
    if one.key == other.key:
        return "voice"
    distance = apart(one.print, other.print) if one.print and other.print else None
    return "voice-near" if distance is not None and distance <= FARTHEST else None


def image(one: Item, other: Item) -> str | None:
    """Pictures whose PDQ differ in at most 31 of 256 bits, turned and mirrored ones included."""
    if one.picture is None or other.picture is None or min(one.picture.quality, other.picture.quality) < _QUALITY:
        return None
    bits = bits_apart(one.picture, other.picture)
    return "image-same" if bits <= 10 else "image-near" if bits <= 20 else "image-far" if bits <= NEAR else None


def text(one: Item, other: Item) -> str | None:
    """Threats in nearly the same words, without names, amounts and numbers, and not words that many use."""
    if one.words is None or other.words is None:
        return None
    share = jaccard(one.words.normal, other.words.normal)
    return "text-same" if share >= 0.9 else "text-near" if share >= 0.7 else "text-far" if share >= 0.5 else None


def _by_time(kind: str, one: Item, other: Item) -> str | None:
    if one.key != other.key:
        return None
    if one.period is None or other.period is None:
        return f"{kind}-undated"
    return f"{kind}-together" if one.period.gap_to(other.period) <= GAP else f"{kind}-apart"


FEATURES: Final[dict[Facet, Feature]] = {
    "phone": phone, "phone~alias": phone_alias, "account": account, "handle": handle, "handle~alike": alike, "email": email,
    "email~alike": alike, "payment_handle": payment_handle, "wallet": wallet, "wallet~address": wallet_address, "iban": iban,
    "card": card, "url": url, "url~site": url_site, "url~alike": alike, "ip": ip, "imei": imei, "name": name, "voice": voice,
    "image": image, "text": text,
}  # fmt: skip
