"""A drawn picture as the bytes of a file: the same every time, small enough to be mailed."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from longarm.casework.demo.dice import Dice
from longarm.casework.demo.lettering import Ink, draw, measured

INVENTED: Final = "مثال للعرض: أشخاص وأرقام متخيَّلة"
_SKIES: Final = (("#f6b26b", "#783f04"), ("#9fc5e8", "#38761d"), ("#d9d2e9", "#351c75"), ("#cfe2f3", "#7f6000"))


def png(picture: Image.Image, colours: int = 24) -> bytes:
    """PNG with a small palette."""
    held = BytesIO()
    picture.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(held, "PNG", optimize=False)
    return held.getvalue()


def jpeg(picture: Image.Image, quality: int = 70) -> bytes:
    """JPEG as a messenger would send it: without any metadata."""
    held = BytesIO()
    picture.save(held, "JPEG", quality=quality)
    return held.getvalue()


def footer(picture: Image.Image) -> None:
    """Says at the foot that all of it is invented."""
    ink = Ink(14, "#8a8a8a")
    canvas = ImageDraw.Draw(picture)
    draw(canvas, INVENTED, ink, right=(picture.width + measured(INVENTED, ink)) // 2, top=picture.height - 28)


def view(number: int) -> bytes:
    """A harmless everyday picture: sky, sun, hills, a cup."""
    dice = Dice(f"view {number}")
    sky, hill = dice.one_of(_SKIES)
    picture = Image.new("RGB", (480, 360), sky)
    canvas = ImageDraw.Draw(picture)
    sun = dice.between(60, 400)
    canvas.ellipse((sun, 60, sun + 70, 130), fill="#ffe599")
    for hump in range(4):
        left = hump * 130 - dice.between(20, 60)
        canvas.ellipse((left, 210 + dice.between(0, 40), left + 260, 480), fill=hill)
    canvas.rounded_rectangle((200, 270, 270, 330), 8, fill="#ffffff")
    canvas.arc((260, 280, 295, 320), 270, 90, fill="#ffffff", width=6)
    footer(picture)
    return jpeg(picture)


def silhouette(picture: Image.Image, left: int, top: int, size: int, cap: bool = False) -> None:
    """A head and shoulders in grey: stands for every picture of a person."""
    square = Image.new("RGB", (size, size), "#d0d4da")
    canvas = ImageDraw.Draw(square)
    third = size // 3
    canvas.ellipse((third, third // 2, 2 * third, third // 2 + third), fill="#8d96a3")
    canvas.pieslice((third // 2, third + third // 2, size - third // 2, 2 * size), 180, 360, fill="#8d96a3")
    if cap:
        canvas.rectangle((third - 6, third // 2 - 4, 2 * third + 6, third // 2 + 12), fill="#2f3b4d")
        canvas.rectangle((third - 14, third // 2 + 12, 2 * third + 14, third // 2 + 18), fill="#1d2633")
    picture.paste(square, (left, top))


def officer() -> bytes:
    """The picture a man sends who says he is a police officer."""
    picture = Image.new("RGB", (360, 420), "#e8ebef")
    silhouette(picture, 30, 40, 300, cap=True)
    footer(picture)
    return jpeg(picture)


def accusation(size: int = 480, quality: int = 70) -> bytes:
    """The one drawn picture that two of the women received: a figure, a candle, a word across it; as large as it was sent."""
    picture = Image.new("RGB", (480, 480), "#2b2233")
    silhouette(picture, 120, 60, 240)
    canvas = ImageDraw.Draw(picture)
    canvas.rectangle((60, 250, 84, 380), fill="#f3e9d2")
    canvas.ellipse((60, 215, 84, 252), fill="#ffb000")
    canvas.polygon([(20, 330), (460, 300), (460, 370), (20, 400)], fill="#7a1f1f")
    draw(canvas, "ساحرة", Ink(52, "#ffffff", bold=True), right=310, top=300)
    footer(picture)
    return jpeg(picture.resize((size, size)), quality)
