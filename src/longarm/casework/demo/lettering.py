"""Arabic and Latin text drawn on pictures: two fonts, lines broken at words, each run in its own direction.

The shaping of Arabic is Pillow's (raqm); what a full implementation of UAX 9 would do for mixed lines is done here for
the two cases that occur: runs of Latin letters, digits and addresses inside Arabic lines, and the other way round.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final, NamedTuple

from PIL import ImageDraw, ImageFont

Colour = str | tuple[int, int, int]

_ARABIC: Final = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
# A run of Latin letters, digits or an address, with the blanks and marks inside it.
_LATIN_RUN: Final = re.compile(r"[A-Za-z0-9+@#][A-Za-z0-9+@#._:/?=&%~-]*(?: +[A-Za-z0-9+@#][A-Za-z0-9+@#._:/?=&%~-]*)*")
_DRAWABLE: Final = re.compile(r"[^\u0020-\u024f\u0600-\u06ff\u2010-\u2026]")  # no emoji: the fonts have none


class Ink(NamedTuple):
    """Size in pixels, weight and colour."""

    size: int
    colour: Colour = "#111111"
    bold: bool = False


@cache
def font(script: str, size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """Noto Naskh Arabic or Noto Sans (OFL), as they lie with the documents."""
    name = f"Noto{'NaskhArabic' if script == 'arabic' else 'Sans'}-{'Bold' if bold else 'Regular'}.ttf"
    data = (files("longarm.documents") / "fonts" / name).read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.RAQM)


def is_arabic(text: str) -> bool:
    return bool(_ARABIC.search(text))


def wrapped(text: str, ink: Ink, width: int) -> list[str]:
    """`text` in lines no wider than `width`, broken between words; a longer word is broken anywhere."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _DRAWABLE.sub("", paragraph).split():
            for piece in _pieces(word, ink, width):
                longer = f"{line} {piece}" if line else piece
                if line and measured(longer, ink) > width:
                    lines.append(line)
                    line = piece
                else:
                    line = longer
        lines.append(line)
    return lines


def measured(text: str, ink: Ink) -> int:
    """The width of a line in pixels."""
    return round(sum(_width(run, script, ink) for run, script in _runs(text)))


def draw(
    canvas: ImageDraw.ImageDraw, text: str, ink: Ink, *, top: int, right: int | None = None, left: int | None = None
) -> None:
    """One line, from its right edge where it is Arabic, else from its left; either edge may be given."""
    line = _DRAWABLE.sub("", text)
    width = measured(line, ink)
    at = float(right - width if right is not None else left or 0)
    runs = _runs(line)
    for run, script in reversed(runs) if is_arabic(line) else runs:
        arabic = script == "arabic"
        canvas.text(
            (at, top),
            run,
            font=font(script, ink.size, ink.bold),
            fill=ink.colour,
            direction="rtl" if arabic else "ltr",
            language="ar" if arabic else "en",
        )
        at += _width(run, script, ink)


def _runs(text: str) -> list[tuple[str, str]]:
    """The line cut into runs of one script, in the order they are read."""
    if not is_arabic(text):
        return [(text, "latin")]
    runs: list[tuple[str, str]] = []
    at = 0
    for latin in _LATIN_RUN.finditer(text):
        if latin.start() > at:
            runs.append((text[at : latin.start()], "arabic"))
        run = latin[0].rstrip(".:?")  # a full stop after an address belongs to the Arabic line
        runs.append((run, "latin"))
        at = latin.start() + len(run)
    if at < len(text):
        runs.append((text[at:], "arabic"))
    return runs


def _width(run: str, script: str, ink: Ink) -> float:
    direction = "rtl" if script == "arabic" else "ltr"
    return font(script, ink.size, ink.bold).getlength(run, direction=direction)


def _pieces(word: str, ink: Ink, width: int) -> list[str]:
    pieces = [""]
    for letter in word if measured(word, ink) > width else (word,):
        if pieces[-1] and measured(pieces[-1] + letter, ink) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
