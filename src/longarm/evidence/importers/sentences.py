"""The sentence behind a code of a message, a skipped part or an account: in the victim's words, in three languages.

Codes of WhatsApp, archives and of files that are not read stand in the room `read`, those of the other importers in the
room `import`.
"""

from __future__ import annotations

from longarm.texts import Language, TextMissing, say


def sentence(code: str, language: Language) -> str:
    """Raises TextMissing when no room knows `code`."""
    try:
        return say(f"read-finding-{code}", language)
    except TextMissing:
        return say(f"import-finding-{code}", language)
