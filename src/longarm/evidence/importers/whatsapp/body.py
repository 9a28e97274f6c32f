"""What a message's text says about itself: a file, something left out, deleted, edited, a call, a place."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal, NamedTuple

from longarm.evidence.importers.contract import Kind
from longarm.evidence.importers.whatsapp.marks import INVISIBLE
from longarm.evidence.importers.whatsapp.wordings import OMITTED, Wordings, comparable

# Wordings that may be followed by a caption; the others are the whole text or nothing.
_WITH_CAPTION: Final = frozenset({*OMITTED, "poll", "location", "view_once", "too_large"})
_KINDS: Final[dict[str, Kind]] = {"deleted": "deleted", "call": "call"}
_LONGEST_SUFFIX: Final = 120
# IMG-20211230-WA0007.jpg (Android) and 00000012-PHOTO-2022-12-31-14-17-51.jpg (iOS) carry a date of their own.
_DATED: Final = re.compile(r"-(\d{4})(\d\d)(\d\d)-WA\d|-[A-Z_]+-(\d{4})-(\d\d)-(\d\d)-")


class Body(NamedTuple):
    """What a text is. `findings` are codes; `missing` those among them that name something the export left out."""

    kind: Kind = "message"
    certainty: Literal["known", "inferred"] = "known"
    media: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


PLAIN: Final = Body()


def look_at(text: str, wordings: Wordings, platform: str) -> Body:
    """Reads `text`, a body without its header and sender."""
    if not text.strip(INVISIBLE + " \r\n"):
        return Body(findings=("empty_body",))
    first, _, rest = text.partition("\n")
    first = first.rstrip("\r")
    body = PLAIN
    if wordings.may_speak(first.encode()):
        if file := wordings.attachment(first):
            body = Body(media=(file,), findings=("contact_card",) if file.lower().endswith(".vcf") else ())
        else:
            body = _worded(first, rest, wordings, platform)
    if text.rstrip("\r").endswith(">") and comparable(text[-_LONGEST_SUFFIX:]).endswith(wordings.edited):
        return body._replace(kind="edited", findings=(*body.findings, "edited"))
    return body


def _worded(first: str, rest: str, wordings: Wordings, platform: str) -> Body:
    code = wordings.of_body(first)
    if code and (not rest or code in _WITH_CAPTION):
        return Body(_KINDS.get(code, "message"), _certainty(first, platform), (), () if code == "call" else (code,))
    if not rest and _marked(first) and (code := wordings.of_line(first)):
        return Body("call" if code == "call" else "system", "known", (), findings_of_line(code))
    return PLAIN


def findings_of_line(code: str) -> tuple[str, ...]:
    """The finding of a line that WhatsApp wrote; most say nothing that needs attention."""
    return (code,) if code in ("disappearing", "number_changed", "waiting", "deleted") else ()


def _certainty(first: str, platform: str) -> Literal["known", "inferred"]:
    """iOS marks its own wordings with U+200E; without the mark a person may have typed the words."""
    return "inferred" if platform == "whatsapp-ios" and not _marked(first) else "known"


def _marked(text: str) -> bool:
    return bool(text) and text[0] in INVISIBLE


def media_date_differs(media: tuple[str, ...], at: str) -> bool:
    """Whether the date in a media file's name is more than a day away from `at` (ISO 8601): a second clock."""
    for name in media:
        if match := _DATED.search(name):
            year, month, day = (int(number) for number in match.groups() if number)
            try:
                apart = abs((date(year, month, day) - date.fromisoformat(at[:10])).days)
            except ValueError:
                continue
            if apart > 1:
                return True
    return False
