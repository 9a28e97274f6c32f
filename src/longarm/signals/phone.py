"""Telephone numbers as E.164 (ITU-T): `٠٠٢١٨ ٩١ …`, `091-…` with its region, `218 91 …` and `+218 (0)91 …` are one number.
Long: every way in which people write a number.

Proves: which state's numbering plan the number belongs to, and to which operator its range was first *allocated*. Does not
prove where the telephone is (roaming, rented numbers), with which operator it is now (numbers are ported), or who holds it
today (numbers are given out again). The number shown for a call can be forged; the number of a WhatsApp account was verified
when the account was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from longarm.case.states import STATES
from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness, Weaker, compared

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

EXAMPLES: Final = {
    "+218 91 000 0017": "+218910000017",
    "٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧": "+218910000017",
    "٠٠٢٠ ١١٠ ٠٠٠ ٠٠١٧": "+201100000017",
    "\u202a+218\u00a091-000\u00a00017\u202c": "+218910000017",
    "218910000017": "+218910000017",
    "٢١٨٩١٠٠٠٠٠١٧+": "+218910000017",  # the sign where Arabic text begins
    "+218 (0)91 000 0017": "+218910000017",
    "218910000017@s.whatsapp.net": "+218910000017",
    "tel:+49-171-3920017": "+491713920017",
}
_SHORT: Final = 7  # without a code, fewer digits are a short code: police, a bank, an operator's service
UNKNOWN: Final = "unknown"
# Palestinian mobile ranges that were long reachable under Israel's code too, with the same subscriber digits.
_ALIASES: Final = {"+97059": "+97259", "+97056": "+97256", "+97259": "+97059", "+97256": "+97056"}
_JID: Final = re.compile(r"(\d{7,15})(?:[.:]\d{1,4})?@(?:c\.us|s\.whatsapp\.net)", re.IGNORECASE)
_WRITTEN: Final = re.compile(r"[+(]{0,2}[0-9][0-9 ().\-/]{3,40}")
_SIGN: Final = re.compile(r"\A\+ +(?=[0-9(])")
_PREFIX_00: Final = re.compile(r"00[1-9]")  # a calling code never begins with 0
_RENTED: Final = re.compile(r"\+888[0-9]{8}")  # anonymous numbers sold for Telegram (core.telegram.org/api/fragment)

How = Literal["international", "national", "bare", "rented"]


class Reading(msgspec.Struct, frozen=True):
    """One way to read a number. `valid`: it lies in a range its plan has given out; else it only has a possible length.

    `how`: written with + or 00, read in the plan of a region, or international without its +. `trunk`: a national number
    was written with the digit that its plan puts in front (0 in most), or its plan has none.
    """

    e164: str
    state: str
    valid: bool
    mobile: bool
    how: How
    trunk: bool = True


def clean(value: str, region: str | None = None) -> str | None:
    """The number in E.164, or None when it is no number, a short code, or has two readings. `region` reads national numbers."""
    readings = read(value, (region,) if region else ())
    return readings[0].e164 if len({r.e164 for r in readings}) == 1 else None


def weaker(normal: str) -> tuple[Weaker, ...]:
    """The key that both forms of a Palestinian subscriber share."""
    other = alias(normal)
    return (Weaker("alias", min(normal, other)),) if other else ()


def compare(one: str, other: str) -> Likeness | None:
    """`same`, or `alias`: the two forms of one Palestinian subscriber."""
    return compared(one, other, weaker(one), weaker(other))


def read(value: str, regions: Iterable[str] = ()) -> tuple[Reading, ...]:
    """Every valid reading of one number, each once; where there is none, the possible ones. Empty when it is no number."""
    return _read(value, tuple(regions))


@lru_cache(maxsize=4096)  # the same few numbers come again and again in one export
def _read(value: str, regions: tuple[str, ...]) -> tuple[Reading, ...]:
    text = re.sub(r"^(?:tel|sms|whatsapp):", "", plain(value), flags=re.IGNORECASE)
    if jid := _JID.fullmatch(text):
        text = f"+{jid[1]}"
    text = _SIGN.sub("+", text.strip())
    if text.endswith("+") and not text.startswith("+"):  # typed from right to left, the sign stands behind
        text = f"+{text[:-1].rstrip()}"
    if not _WRITTEN.fullmatch(text):
        return ()
    digits = re.sub(r"[^0-9]", "", text)
    if "+" in text or _PREFIX_00.match(digits):
        return _international(text, digits)
    if len(digits) < _SHORT:
        return ()
    found = [reading for region in regions if (reading := _national(text, digits, region))]
    if not digits.startswith("0") and (bare := _parsed(f"+{digits}", None)) is not None and _valid(bare):
        found.append(_reading(bare, "bare"))
    best = [r for r in found if r.valid] or found
    return tuple({r.e164: r for r in reversed(best)}.values())[::-1]


def international(value: str) -> str:
    """The number of a link, which has its calling code and mostly no sign, with the sign."""
    return value if value.startswith("+") else f"+{value.lstrip('0')}"


def alias(e164: str) -> str | None:
    """The other number that the same Palestinian subscriber may be reached under, or None."""
    other = _ALIASES.get(e164[:6])
    return other + e164[6:] if other else None


@lru_cache(maxsize=64)
def with_trunk_zero(regions: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `regions` whose plan puts a 0 in front of national numbers."""
    from phonenumbers import PhoneMetadata

    plans = ((region, PhoneMetadata.metadata_for_region(region)) for region in regions)
    return tuple(region for region, plan in plans if plan and plan.national_prefix == "0")


def _international(text: str, digits: str) -> tuple[Reading, ...]:
    rest = digits.lstrip("0")
    if _RENTED.fullmatch(f"+{rest}"):
        return (Reading(f"+{rest}", UNKNOWN, True, True, "rented"),)
    # The brackets are kept: they tell the library of a trunk 0, `+218 (0)91`.
    number = _parsed("+" + re.sub(r"^[+(0 ]+", "", text), None)
    if number is None:
        return ()
    from phonenumbers import is_possible_number

    return (_reading(number, "international"),) if _valid(number) or is_possible_number(number) else ()


def _national(text: str, digits: str, region: str) -> Reading | None:
    from phonenumbers import PhoneMetadata, is_possible_number

    number = _parsed(text, region)
    if number is None or not (_valid(number) or is_possible_number(number)):
        return None
    plan = PhoneMetadata.metadata_for_region(region)
    prefix = plan.national_prefix if plan else None
    if digits.startswith(str(number.country_code)) and not (prefix and digits.startswith(prefix)):
        return (
            _reading(number, "bare")
            if len(digits) > len(str(number.national_number))
            else _reading(number, "national", trunk=not prefix)
        )
    return _reading(number, "national", trunk=not prefix or digits.startswith(prefix))


def _parsed(text: str, region: str | None) -> PhoneNumber | None:
    from phonenumbers import NumberParseException, parse

    try:
        return parse(text, region)
    except NumberParseException:
        return None


def _valid(number: PhoneNumber) -> bool:
    from phonenumbers import is_valid_number

    return is_valid_number(number)


def _reading(number: PhoneNumber, how: How, *, trunk: bool = True) -> Reading:
    from phonenumbers import PhoneNumberFormat, PhoneNumberType, format_number, number_type, region_code_for_number

    e164 = format_number(number, PhoneNumberFormat.E164)
    region = region_code_for_number(number)
    state = region if region in STATES and alias(e164) is None else UNKNOWN
    mobile = number_type(number) in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return Reading(e164, state, _valid(number), mobile, how, trunk)
