"""The words of one Telegram message: text in parts, events, and fields that stand in for a text."""

from __future__ import annotations

from typing import Any, Final

from longarm.evidence.importers.contract import Kind

# Fields of a service message that say what happened, in this order.
_DETAILS: Final = ("title", "discard_reason", "duration_seconds", "members", "inviter", "new_title", "boosts", "score", "period")


def kind_of(value: dict[str, Any]) -> Kind:
    """A call, another event of the chat, an edited text (only its last wording is there), a message."""
    if value.get("type") == "service":
        return "call" if value.get("action") in ("phone_call", "group_call") else "system"
    return "edited" if value.get("edited_unixtime") or value.get("edited") else "message"


def joined(text: object) -> str:
    """A text, or its parts put together without spaces: a space would break a number written in two parts."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    parts = (part.get("text") if isinstance(part, dict) else part for part in text)
    return "".join(part for part in parts if isinstance(part, str))


def service_text(value: dict[str, Any]) -> str:
    """What happened, in the export's own words: `phone_call discard_reason=missed`."""
    details = [f"{key}={_plain(value[key])}" for key in _DETAILS if value.get(key) not in (None, "", [])]
    return " ".join([str(value.get("action") or ""), *details]).strip()


def field_text(value: dict[str, Any]) -> str:
    """A contact card, place or poll has no text: its fields are the words."""
    parts: list[str] = []
    if isinstance(contact := value.get("contact_information"), dict):
        parts += [str(contact[key]) for key in ("first_name", "last_name", "phone_number") if contact.get(key)]
    if isinstance(place := value.get("location_information"), dict):
        parts += [f"{place.get('latitude')}, {place.get('longitude')}"]
    if isinstance(poll := value.get("poll"), dict):
        parts += [str(poll.get("question") or ""), *(str(answer.get("text") or "") for answer in objects(poll.get("answers")))]
    return " ".join(part for part in parts if part)


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; nothing where it is no list."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _plain(value: object) -> str:
    return ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)


def optional(value: object) -> str | None:
    """A name or id as text; None where it is absent, empty or neither text nor number."""
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "" else None
