"""The bytes of a message as text for the expert who compares: exactly, or not at all."""

from __future__ import annotations

import base64
from typing import Final

LIMIT: Final = 64 * 1024


def exact(data: bytes) -> str | None:
    """`data` as it stands if it is UTF-8, else in base64 (the message then says `bad_utf8`); None above 64 KiB."""
    if len(data) > LIMIT:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(data).decode("ascii")
