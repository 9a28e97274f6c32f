"""What WhatsApp itself writes instead of, or around, a message: one file of wordings per language (`wordings/*.yaml`).

An export may mix languages (a phone whose language was changed), so the wordings of all are known at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from longarm.errors import BadInput
from longarm.evidence.importers.whatsapp.marks import folded
from longarm.strict_yaml import load
from longarm.typed_yaml import convert

LANGUAGES: Final = ("ar", "en", "fr", "de", "es", "tr")

# Wordings that replace a media file which the export left out.
OMITTED: Final = (
    "media_omitted", "image_omitted", "video_omitted", "audio_omitted", "sticker_omitted", "gif_omitted",
    "document_omitted", "contact_omitted",
)  # fmt: skip
_IN_A_BODY: Final = (*OMITTED, "too_large", "deleted", "view_once", "waiting", "poll", "location", "call")
_ON_A_LINE: Final = ("call", "disappearing", "number_changed", "group", "system", "waiting", "deleted")
_KNOWN: Final = frozenset({*_IN_A_BODY, *_ON_A_LINE, "chat_named", "attached", "edited"})

# How a body starts or ends that may not be plain text: a mark (U+200E …), `)` of `(file attached)`, `>` of `<Media
# omitted>`, nothing at all, or the carriage return of a file written with CRLF.
MARKED: Final = b"\xe2"
ENDINGS: Final = frozenset({b")", b">", b"\r", b""})

_QUOTES: Final = dict.fromkeys(map(ord, "“”„‟«»″❝❞"), '"') | dict.fromkeys(map(ord, "‘’‚‛`´"), "'")
_HOLES: Final = re.compile(r"\\\{(who|any|file)\\\}")
_FILLED: Final = {"who": r"(?:(?!: ).)+?", "any": r".*", "file": r"(?P<file>[^/\\<>|]{1,255}?\.\w{1,8})"}
_LONGEST: Final = 600  # no wording is longer than this line


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings, ready to compare."""

    exact: dict[str, str]
    body: re.Pattern[str]
    line: re.Pattern[str]
    attached: re.Pattern[str]
    edited: tuple[str, ...]
    chat_named: re.Pattern[str]
    openings: frozenset[bytes]

    def may_speak(self, body: bytes) -> bool:
        """Whether `body` must be looked at: most messages are plain text, and these few bytes tell."""
        return body[:5] in self.openings or body[:1] == MARKED or body[-1:] in ENDINGS or b"\n" in body

    def of_body(self, text: str) -> str | None:
        """The code of what stands in place of a message's text, or None."""
        compared = comparable(text)
        if len(compared) > _LONGEST:
            return None
        if code := self.exact.get(compared):
            return code
        match = self.body.fullmatch(compared)
        return match.lastgroup if match else None

    def of_line(self, text: str) -> str | None:
        """The code of a line that WhatsApp wrote without a sender, or None."""
        compared = comparable(text)
        if len(compared) > _LONGEST:
            return None
        match = self.line.fullmatch(compared)
        return match.lastgroup if match else None

    def attachment(self, line: str) -> str | None:
        """The name of the file that `line` says is attached, as written."""
        match = self.attached.fullmatch(line.translate(_QUOTES))
        return line[match.start(match.lastgroup) : match.end(match.lastgroup)] if match and match.lastgroup else None


def comparable(text: str) -> str:
    """`text` as wordings are compared: folded, one kind of quotation mark, no spaces around it."""
    return folded(text).translate(_QUOTES).strip()


@cache
def wordings() -> Wordings:
    """Reads the files of all languages once."""
    listed: dict[str, list[str]] = {code: [] for code in _KNOWN}
    for language in LANGUAGES:
        for code, phrases in _read(language).items():
            listed[code] += phrases
    exact = {comparable(phrase): code for code in _IN_A_BODY for phrase in listed[code] if "{" not in phrase}
    return Wordings(
        exact=exact,
        body=_one_of({code: listed[code] for code in _IN_A_BODY}),
        line=_one_of({code: listed[code] for code in _ON_A_LINE}),
        attached=_attached(listed["attached"]),
        edited=tuple(comparable(phrase) for phrase in listed["edited"]),
        chat_named=_one_of({"chat": listed["chat_named"]}, capture=True),
        openings=_openings([phrase for code in _IN_A_BODY for phrase in listed[code]]),
    )


def _read(language: str) -> dict[str, list[str]]:
    name = f"{language}.yaml"
    document = load(files(__package__).joinpath("wordings", name).read_bytes(), name)
    phrases = convert(document, dict[str, list[str]])
    for code in phrases:
        if code not in _KNOWN:
            line = document.line_of((code,))
            raise BadInput("yaml-unknown-key", file=name, line=line, word=code, choices=", ".join(sorted(_KNOWN)))
    return phrases


def _one_of(codes: dict[str, list[str]], capture: bool = False) -> re.Pattern[str]:
    """One pattern whose last group names the code."""
    hole = {**_FILLED, "any": r"(.+)"} if capture else _FILLED
    branches = []
    for code, phrases in codes.items():
        if phrases:
            branches.append(f"(?P<{code}>{'|'.join(_with_holes(comparable(phrase), hole) for phrase in phrases)})")
    return re.compile("|".join(branches), re.DOTALL)


def _with_holes(phrase: str, holes: dict[str, str]) -> str:
    return _HOLES.sub(lambda hole: holes[hole[1]].replace("?P<file>", "?:"), re.escape(phrase))


def _attached(phrases: list[str]) -> re.Pattern[str]:
    """Compared with the line as written, marks and vowel signs allowed anywhere: the file's name must come out unchanged."""
    loose = "[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u064b-\u0652]*"
    branches = []
    for number, phrase in enumerate(phrases):
        before, after = phrase.translate(_QUOTES).split("{file}")
        name = _FILLED["file"].replace("?P<file>", f"?P<f{number}>")
        branches.append(_spread(before, loose) + name + _spread(after, loose))
    return re.compile(rf"{loose}(?:{'|'.join(branches)}){loose}", re.IGNORECASE)


def _spread(words: str, loose: str) -> str:
    return loose + "".join((r"\s" if character == " " else re.escape(character)) + loose for character in words)


def _openings(phrases: list[str]) -> frozenset[bytes]:
    """The first five bytes of every wording, in the cases in which phones write them.

    A wording that starts with a hole is looked for only behind a mark: iOS writes U+200E before each of its own.
    """
    found = set()
    for phrase in phrases:
        start = phrase.partition("{")[0]
        for written in (start, start.lower(), start.capitalize(), start.upper()):
            found.add(written.encode()[:5])
    return frozenset(found - {b""})
