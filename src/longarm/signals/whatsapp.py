"""WhatsApp's own ids in exports and logs: `218…@s.whatsapp.net` and `…@c.us` are numbers, `…@lid` hides one and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

EXAMPLES: Final = {"218910000017@c.us": "phone", "17000000000017@lid": "account", "120363000000000017@g.us": "account"}
_JID: Final = re.compile(
    r"(?<![A-Za-z0-9_.+-])[0-9]{5,20}(?:[.:][0-9]{1,4})?@"
    r"(?:s\.whatsapp\.net|c\.us|lid|g\.us|newsletter)(?![A-Za-z0-9_-])",
    re.IGNORECASE,
)


def scan(text: str) -> Iterator[tuple[int, int, str]]:
    """Place and text of every such id in folded text; `account.clean` and `phone.read` read them."""
    if "@" in text:
        for match in _JID.finditer(text):
            yield match.start(), match.end(), match[0]
