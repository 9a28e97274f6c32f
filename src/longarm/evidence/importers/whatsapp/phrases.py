"""A wording with holes, `{who} changed the subject to {any}`, and how a line is compared with many of them at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

_HOLE: Final = re.compile(r"\{(who|any|file)\}")
_FILE: Final = re.compile(r"[^/\\<>|]{1,255}\.\w{1,8}")
_INDEXED: Final = 3  # characters


class Phrase(NamedTuple):
    """Fixed parts, with one hole between each two of them. The parts are as texts are compared (`marks.folded`)."""

    code: str
    parts: tuple[str, ...]
    holes: tuple[str, ...]

    def fill(self, text: str) -> tuple[tuple[int, int], ...] | None:
        """Where in `text` each hole lies if all of `text` is this phrase, else None."""
        last = self.parts[-1]
        end = len(text) - len(last)
        if not text.startswith(self.parts[0]) or not text.endswith(last) or end < len(self.parts[0]):
            return None
        spans = []
        place = len(self.parts[0])
        for number, hole in enumerate(self.holes):
            part = self.parts[number + 1]
            until = end if number == len(self.holes) - 1 else text.find(part, place, end)
            if until < place or not _fits(hole, text[place:until]):
                return None
            spans.append((place, until))
            place = until + len(part)
        return tuple(spans)


def phrase(code: str, written: str) -> Phrase:
    """`written` must be folded; its holes are `{who}` (no `: `), `{file}` (a file name) and `{any}`."""
    return Phrase(code, tuple(_HOLE.split(written)[::2]), tuple(_HOLE.findall(written)))


def _fits(hole: str, text: str) -> bool:
    if hole == "who":
        return bool(text) and ": " not in text
    return hole == "any" or _FILE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Many phrases: whole ones, those with a fixed start by its first letters, and the others."""

    whole: dict[str, str]
    by_start: dict[str, tuple[Phrase, ...]]
    loose: tuple[Phrase, ...]

    def code_of(self, text: str) -> str | None:
        """The code of the first phrase that `text` is."""
        found = self.whole.get(text) or self.filled(text)
        return found if found is None or isinstance(found, str) else found[0].code

    def filled(self, text: str) -> tuple[Phrase, tuple[tuple[int, int], ...]] | None:
        """The first phrase with holes that `text` is, and where its holes lie."""
        for listed in (self.by_start.get(text[:_INDEXED], ()), self.loose):
            for one in listed:
                if spans := one.fill(text):
                    return one, spans
        return None


def phrases(listed: dict[str, list[str]]) -> Phrases:
    """From folded wordings by code; where two are alike the first code counts."""
    whole: dict[str, str] = {}
    by_start: dict[str, list[Phrase]] = {}
    loose: list[Phrase] = []
    for code, written in listed.items():
        for text in written:
            one = phrase(code, text)
            if not one.holes:
                whole.setdefault(text, code)
            elif len(one.parts[0]) >= _INDEXED:
                by_start.setdefault(one.parts[0][:_INDEXED], []).append(one)
            else:
                loose.append(one)
    return Phrases(whole, {start: tuple(ones) for start, ones in by_start.items()}, tuple(loose))
