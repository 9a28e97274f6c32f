"""An advisory as a MISP event (the core format, draft-dulaunoy-misp-core-format), and signs out of a foreign one.
Long: one format, written and read.

Phones, mails, links, addresses of the network and IBANs are attributes; wallets and accounts are the objects `coin-address` and
`user-account` of the MISP project, whose ids and versions are theirs.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from longarm.errors import BadInput
from longarm.exchange.feeds import foreign
from longarm.exchange.feeds.advisory import MOST_SIGNS, Advisory, Reach, Read, id_for, teller
from longarm.exchange.feeds.foreign import MOST_OBJECTS, MOST_SIGNS_READ, line, name_of, words
from longarm.exchange.feeds.sign import Kind, Sign, sign
from longarm.signals import account

# Type and category of the attribute, and whether a machine may act on it: a phone number is for people to look at.
_ATTRIBUTES: Final[dict[Kind, tuple[str, str, bool]]] = {
    "phone": ("phone-number", "Financial fraud", False),
    "email": ("email-src", "Social network", True),
    "url": ("url", "Network activity", True),
    "ip": ("ip-src", "Network activity", True),
    "iban": ("iban", "Financial fraud", True),
    "picture": ("other", "Other", False),
}
_READ: Final[dict[str, Kind]] = {
    "phone-number": "phone", "msisdn": "phone", "email-src": "email", "email": "email", "email-dst": "email", "url": "url",
    "link": "url", "ip-src": "ip", "ip-dst": "ip", "iban": "iban", "btc": "wallet", "xmr": "wallet",
}  # fmt: skip
_COIN: Final = {"name": "coin-address", "template_uuid": "d0e6997e-78da-4815-a6a1-cfc1c1cb8a46", "template_version": "7"}
_USER: Final = {"name": "user-account", "template_uuid": "49606b06-22f0-4ac8-8eee-2f12ad46f3d3", "template_version": "6"}
_SYMBOLS: Final = {
    "bitcoin": "BTC",
    "ethereum": "ETH",
    "tron": "TRX",
    "ton": "TON",
    "litecoin": "LTC",
    "monero": "XMR",
    "stellar": "XLM",
}
_TLP: Final[dict[Reach, str]] = {"clear": "tlp:clear", "green": "tlp:green", "amber": "tlp:amber"}
_PICTURE: Final = "pdq"


def event(advisory: Advisory) -> bytes:
    """The event as a JSON file. Nothing in it says `published`: who imports it decides."""
    attributes = [_attribute(advisory, one) for one in advisory.signs if one.kind in _ATTRIBUTES]
    if advisory.words:
        attributes.append(_plain(advisory, "text", "Other", advisory.words, "words", to_ids=False))
    whole = {
        "uuid": str(advisory.id),
        "info": advisory.title,
        "date": advisory.made_at.astimezone(UTC).date().isoformat(),
        "timestamp": str(int(advisory.changed_at.timestamp())),
        "threat_level_id": "2",
        "analysis": "2",
        "distribution": "0",
        "published": False,
        "Orgc": {"name": advisory.organisation, "uuid": str(teller(advisory))},
        "Tag": [{"name": _TLP[advisory.reach]}, *({"name": f"state:{state}"} for state in advisory.states)],
        "Attribute": attributes,
        "Object": [_object(advisory, one) for one in advisory.signs if one.kind in ("wallet", "account")],
    }
    return msgspec.json.format(msgspec.json.encode({"Event": whole}), indent=1) + b"\n"


def read_misp(data: bytes) -> Read:
    """The event's signs as one advisory. Raises BadInput when it is no MISP event."""
    whole = foreign.load(data, "exchange-feed-not-misp")
    try:
        found = whole.get("Event", whole)
        name, title = uuid.UUID(found["uuid"]), line(found["info"], 200) or "?"
        when = foreign.placed(datetime.fromtimestamp(int(found["timestamp"]), UTC))
    except (ValueError, AttributeError, KeyError, TypeError, OverflowError, OSError):
        raise BadInput("exchange-feed-not-misp") from None
    if when is None:
        raise BadInput("exchange-feed-not-misp")
    signs, passed_over = dict[Sign, None](), Counter[str]()
    for place, (kind, one) in enumerate(_signs(found)):
        if place >= MOST_OBJECTS or len(signs) > MOST_SIGNS_READ:
            raise BadInput("exchange-feed-too-many", limit=MOST_SIGNS_READ)
        if one is None:
            passed_over[kind] += 1
        else:
            signs[one] = None
    tags = [tag["name"].lower() for tag in _dicts(found.get("Tag")) if isinstance(tag.get("name"), str)]
    reach: Reach = next((reach for reach, tag in _TLP.items() if tag in tags), "amber")
    orgc = found.get("Orgc") if isinstance(found.get("Orgc"), dict) else {}
    advisory = Advisory(
        id=name,
        by=name_of(orgc.get("uuid")),
        organisation=line(orgc.get("name"), 200),
        title=title,
        words=next((words(value, 8000) for type_, value in _values(found) if type_ in ("text", "comment")), ""),
        language="en",
        signs=tuple(signs)[:MOST_SIGNS],
        states=foreign.states(tags),
        reach="clear" if "tlp:white" in tags else reach,
        made_at=when,
        changed_at=when,
    )
    return Read((advisory,) if signs else (), dict(passed_over))


def _attribute(advisory: Advisory, one: Sign) -> dict[str, Any]:
    type_, category, to_ids = _ATTRIBUTES[one.kind]
    value = f"{_PICTURE} {one.value}" if one.kind == "picture" else one.value
    return _plain(advisory, type_, category, value, one.value, to_ids=to_ids)


def _plain(advisory: Advisory, type_: str, category: str, value: str, name: str, *, to_ids: bool, **more: str) -> dict[str, Any]:
    return {
        "uuid": str(id_for(str(advisory.id), type_, name)), "type": type_, "category": category, "value": value, "to_ids": to_ids,
        "distribution": "5", "timestamp": str(int(advisory.changed_at.timestamp())), **more,
    }  # fmt: skip


def _object(advisory: Advisory, one: Sign) -> dict[str, Any]:
    head, _, rest = one.value.partition(":")
    if one.kind == "wallet":
        relation, type_ = {"bitcoin": ("address", "btc"), "monero": ("address-xmr", "xmr")}.get(head, ("address-crypto", "text"))
        pairs, template = [(relation, type_, rest), ("symbol", "text", _SYMBOLS.get(head, head))], _COIN
    else:
        relation = "user-id" if account.is_stable(one.value) else "username"
        pairs, template = [(relation, "text", rest), ("account-type", "text", head)], _USER
    kept = [
        _plain(advisory, type_, "Financial fraud" if one.kind == "wallet" else "Other", value, f"{one.value} {relation}",
               to_ids=type_ in ("btc", "xmr"), object_relation=relation)
        for relation, type_, value in pairs
    ]  # fmt: skip
    meta = "financial" if one.kind == "wallet" else "misc"
    return {
        "uuid": str(id_for(str(advisory.id), "object", one.value)), **template, "meta-category": meta, "distribution": "5",
        "description": template["name"], "Attribute": kept,
    }  # fmt: skip


def _signs(found: dict[str, Any]) -> Iterator[tuple[str, Sign | None]]:
    for type_, value in _values(found):
        if type_ in ("text", "comment"):
            continue
        if type_ == "other" and value.startswith(f"{_PICTURE} "):
            yield type_, sign("picture", value.removeprefix(f"{_PICTURE} "))
        elif type_ == "domain":
            yield type_, sign("url", f"https://{value}/")
        else:
            yield type_[:60], sign(_READ[type_], value) if type_ in _READ else None
    for one in _dicts(found.get("Object")):
        parts = {str(part.get("object_relation")): str(part.get("value", "")) for part in _dicts(one.get("Attribute"))}
        name = str(one.get("name"))[:60]
        if name == "coin-address":
            address = parts.get("address") or parts.get("address-xmr") or parts.get("address-crypto") or ""
            yield name, sign("wallet", address)
        elif "-account" in name:
            platform = parts.get("account-type") or name.removesuffix("-account")
            who = next((parts[key] for key in ("user-id", "id", "account-id", "username", "account-name") if parts.get(key)), "")
            yield name, sign("account", f"{platform.lower()}:{who}") if who else None
        else:
            yield name, None


def _values(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in _dicts(found.get("Attribute")):
        if isinstance(one.get("type"), str) and isinstance(one.get("value"), str):
            yield one["type"], one["value"]


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
