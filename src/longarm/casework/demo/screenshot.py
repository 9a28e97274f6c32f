"""Screenshots of a chat, drawn: bar with the number, day, bubbles, times, as a phone would show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from longarm.casework.demo.chat import Said
from longarm.casework.demo.drawing import footer, png
from longarm.casework.demo.lettering import Ink, draw, measured, wrapped

_SIZE: Final = (540, 1080)
_TEXT: Final = Ink(24)
_TIME: Final = Ink(14, "#667781")
_THINGS: Final = {
    "image": "صورة",
    "voice": "رسالة صوتية",
    "call": "مكالمة صوتية فائتة",
    "deleted": "تم حذف هذه الرسالة",
    "place": "الموقع",
}
_HALF: Final = {True: "ص", False: "م"}


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of an app: bar, ground, the other's bubbles, one's own."""

    bar: str
    ground: str
    other: str
    own: str


WHATSAPP: Final = Look("#075e54", "#ece5dd", "#ffffff", "#dcf8c6")
MESSENGER: Final = Look("#1b74e4", "#ffffff", "#e4e6eb", "#cfe4ff")


def screenshot(said: Sequence[Said], title: str, below: str, look: Look, owner: str = "v") -> bytes:
    """As many of `said` as one screen holds, from the first on. PNG."""
    picture = Image.new("RGB", _SIZE, look.ground)
    canvas = ImageDraw.Draw(picture)
    _bar(canvas, title, below, look, said[0])
    top, day = _day(canvas, said[0], 160), said[0].at.date()
    for one in said:
        if one.at.date() != day:
            top, day = _day(canvas, one, top + 4), one.at.date()
        bottom = _bubble(canvas, one, look, top, own=one.line.speaker == owner)
        if bottom is None:
            break
        top = bottom
    footer(picture)
    return png(picture)


def _bar(canvas: ImageDraw.ImageDraw, title: str, below: str, look: Look, first: Said) -> None:
    canvas.rectangle((0, 0, _SIZE[0], 140), fill=look.bar)
    draw(canvas, f"{first.at.hour % 12 or 12}:{first.at:%M}", Ink(16, "#ffffff"), left=20, top=10)
    canvas.rounded_rectangle((490, 14, 522, 28), 3, outline="#ffffff", width=2)
    draw(canvas, title, Ink(26, "#ffffff", bold=True), right=440, top=46)
    draw(canvas, below, Ink(16, "#e0f2f1"), right=440, top=96)
    canvas.ellipse((455, 54, 515, 114), fill="#b0bec5")


def _day(canvas: ImageDraw.ImageDraw, one: Said, top: int) -> int:
    text = f"{one.at.day}/{one.at.month}/{one.at.year}"
    width = measured(text, _TIME)
    left = (_SIZE[0] - width) // 2
    canvas.rounded_rectangle((left - 12, top - 4, left + width + 12, top + 24), 8, fill="#e1f2fb")
    draw(canvas, text, _TIME, left=left, top=top)
    return top + 40


def _bubble(canvas: ImageDraw.ImageDraw, one: Said, look: Look, top: int, own: bool) -> int | None:
    """Draws one message; None when it no longer fits on the screen."""
    text = one.line.text or _THINGS[one.line.what]
    lines = wrapped(text, _TEXT, 380)
    time = f"{one.at.hour % 12 or 12}:{one.at:%M} {_HALF[one.at.hour < 12]}"
    width = max(measured(line, _TEXT) for line in [*lines, time]) + 32
    bottom = top + 40 * len(lines) + 34
    if bottom > _SIZE[1] - 40:
        return None
    left = 14 if own else _SIZE[0] - 14 - width  # an Arabic screen: one's own on the left
    canvas.rounded_rectangle((left, top, left + width, bottom), 14, fill=look.own if own else look.other)
    for number, line in enumerate(lines):
        draw(canvas, line, _TEXT, right=left + width - 16, top=top + 4 + 40 * number)
    draw(canvas, time, _TIME, left=left + 12, top=bottom - 28)
    return bottom + 12
