"""Sheets of paper, drawn: a police note, a letter, as somebody photographs or scans them."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw

from longarm.casework.demo.drawing import footer, png
from longarm.casework.demo.lettering import Ink, draw, is_arabic, measured, wrapped


def sheet(heading: Sequence[str], body: Sequence[str], size: tuple[int, int] = (620, 860), stamp: str | None = None) -> bytes:
    """A page with a centred heading, paragraphs and, where given, a round stamp. PNG."""
    picture = Image.new("RGB", size, "#fbf9f3")
    canvas = ImageDraw.Draw(picture)
    canvas.rectangle((18, 18, size[0] - 18, size[1] - 18), outline="#c9c3b1")
    top = 48
    for line in heading:
        ink = Ink(24, "#1c2a3a", bold=True)
        draw(canvas, line, ink, right=(size[0] + measured(line, ink)) // 2, top=top)
        top += 44
    top += 24
    for paragraph in body:
        ink = Ink(21)
        for line in wrapped(paragraph, ink, size[0] - 120):
            draw(canvas, line, ink, right=size[0] - 60 if is_arabic(line) else None, left=60, top=top)
            top += 36
        top += 14
    if stamp:
        canvas.ellipse((70, size[1] - 220, 210, size[1] - 80), outline="#3d5a9e", width=4)
        ink = Ink(18, "#3d5a9e", bold=True)
        draw(canvas, stamp, ink, right=140 + measured(stamp, ink) // 2, top=size[1] - 166)
    footer(picture)
    return png(picture, 16)
