"""One message of a Messenger or Instagram thread: its words, files and kind, each string repaired as it is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from longarm.evidence.importers.contract import Kind
from longarm.evidence.parsing.mojibake import repair

_FILES: Final = ("photos", "videos", "audio_files", "gifs", "files", "media")


@dataclass
class MessengerFields:
    """A message object whose strings are repaired as they are read; what happens to them is noted."""

    value: dict[str, Any]
    findings: list[str]
    counts: Counter[str]

    def text(self, key: str) -> str:
        return self._repaired(self.value.get(key))

    def objects(self, key: str) -> list[dict[str, Any]]:
        held = self.value.get(key)
        return [part for part in held if isinstance(part, dict)] if isinstance(held, list) else []

    def kind(self) -> Kind:
        if self.value.get("is_unsent") is True or self.value.get("isUnsent") is True:
            return "deleted"
        if "call_duration" in self.value or self.value.get("type") == "Call":
            if self.value.get("missed") is True:
                self.findings.append("call_missed")
            return "call"
        if self.value.get("type") in ("Subscribe", "Unsubscribe"):
            return "system"
        if self.value.get("type") == "placeholder":
            self.findings.append("placeholder")
            self.counts["placeholder"] += 1
        return "message"

    def words(self) -> str:
        """The text, and the link that was shared where the text does not hold it."""
        text = self.text("content") or self.text("text")
        shared = self.value.get("share")
        if isinstance(shared, dict):
            for key in ("share_text", "link"):
                part = self._repaired(shared.get(key))
                if part and part not in text:
                    text = f"{text}\n{part}" if text else part
                    self.findings.append("link_added")
        return text

    def media(self) -> tuple[str, ...]:
        held = [part for key in _FILES for part in self.objects(key)]
        if isinstance(sticker := self.value.get("sticker"), dict):
            held.append(sticker)
        return tuple(uri for part in held if (uri := self._repaired(part.get("uri"))))

    def _repaired(self, value: object) -> str:
        if not isinstance(value, str):
            return ""
        text, outcome = repair(value)
        if outcome != "untouched":
            code = "repaired" if outcome == "repaired" else "mojibake_damaged"
            self.findings.append(code)
            self.counts[code] += 1
        return text
