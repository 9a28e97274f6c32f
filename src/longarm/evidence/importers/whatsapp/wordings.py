"""What WhatsApp itself writes instead of, or around, a message: one file of wordings per language (`wordings/*.yaml`).

An export may mix languages (a phone whose language was changed), so the wordings of all are known at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from longarm.errors import BadInput
from longarm.evidence.importers.whatsapp.marks import FOLDING, INVISIBLE, header_copy
from longarm.evidence.importers.whatsapp.phrases import Phrases, phrases
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
MARKED: Final = 0xE2
ENDINGS: Final = frozenset(b")>\r\n\t ")

_QUOTES: Final = dict.fromkeys(map(ord, "“”„‟«»″❝❞"), '"') | dict.fromkeys(map(ord, "‘’‚‛`´"), "'")
_COMPARED: Final[dict[int, int | str | None]] = {**FOLDING, **_QUOTES}
_LONGEST: Final = 600  # no wording is longer than this line


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings, ready to compare. `openings` are the first bytes of those that stand in a body."""

    body: Phrases
    line: Phrases
    attached: Phrases
    chat_named: Phrases
    edited: tuple[str, ...]
    openings: frozenset[bytes]

    def may_speak(self, body: bytes) -> bool:
        """Whether a body must be looked at: most messages are plain text, and these few bytes tell."""
        if not body or body[-1] in ENDINGS or body[0] == MARKED or body[:5] in self.openings:
            return True
        return b"\n" in body and says_more(body)

    def of_body(self, text: str) -> str | None:
        """The code of what stands in place of a message's text, or None."""
        return self.body.code_of(comparable(text)) if len(text) <= _LONGEST else None

    def of_line(self, text: str) -> str | None:
        """The code of a line that WhatsApp wrote without a sender, or None."""
        return self.line.code_of(comparable(text)) if len(text) <= _LONGEST else None

    def attachment(self, line: str) -> str | None:
        """The name of the file that `line` says is attached, as written."""
        if len(line) > _LONGEST or not line.rstrip(INVISIBLE).endswith((")", ">")):
            return None
        copy, places = (line.lower(), None) if line.isascii() else header_copy(line)
        found = self.attached.filled(copy)
        if found is None:
            return None
        start, end = found[1][0]
        return line[places[start] : places[end - 1] + 1] if places else line[start:end]

    def chat(self, label: str) -> str | None:
        """The name in `WhatsApp Chat with NAME`, in any language."""
        copy, places = header_copy(label)
        found = self.chat_named.filled(copy)
        return label[places[found[1][0][0]] : places[found[1][0][1] - 1] + 1] if found and found[1][0][1] else None


def says_more(lines: bytes) -> bool:
    """Whether a line of a longer text ends as wordings do, or with a carriage return."""
    return b")\n" in lines or b">\n" in lines or b"\r\n" in lines


def comparable(text: str) -> str:
    """`text` as wordings are compared: folded, one kind of quotation mark, no spaces around it."""
    return text.translate(_COMPARED).lower().strip()


@cache
def wordings() -> Wordings:
    """Reads the files of all languages once."""
    listed: dict[str, list[str]] = {code: [] for code in _KNOWN}
    for language in LANGUAGES:
        for code, written in _read(language).items():
            listed[code] += written
    told = {code: [comparable(text) for text in written] for code, written in listed.items()}
    return Wordings(
        body=phrases({code: told[code] for code in _IN_A_BODY}),
        line=phrases({code: told[code] for code in _ON_A_LINE}),
        attached=phrases({"attached": told["attached"]}),
        chat_named=phrases({"chat_named": told["chat_named"]}),
        edited=tuple(told["edited"]),
        openings=_openings([text for code in _IN_A_BODY for text in listed[code]]),
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
