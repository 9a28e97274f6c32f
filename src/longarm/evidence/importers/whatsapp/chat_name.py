"""What a chat is called: the phone writes it into the name of the file, in its own language. A label, never a proof."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from longarm.evidence.importers.whatsapp.wordings import wordings

_ENDINGS: Final = (".txt", ".zip")


def chat_name(file: str) -> str | None:
    """`WhatsApp Chat with Shorouk.txt` → `Shorouk`; iOS's `_chat.txt` is called after its archive."""
    parts = PurePosixPath(file).parts
    for part in reversed(parts[-2:]):
        label = part
        for ending in _ENDINGS:
            label = label.removesuffix(ending)
        if part.startswith("_chat"):
            continue
        return wordings().chat(label) or label or None
    return None
