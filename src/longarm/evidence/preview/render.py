"""A picture made anew: decoded, turned upright, made small, written as a plain JPEG that holds nothing but what is seen.

What the file says about itself (when, with what, where) is read out before and handed on as words. Blurred means: first
reduced to at most 20 points along its longer side, so that no face, body or letter remains in the bytes that go out;
nobody can sharpen what is not there.

Decoders are where hostile pictures strike: this runs in a process without rights only (`longarm.casework.sandbox`).
"""

from __future__ import annotations

import io
from contextlib import suppress
from typing import Any, Final

from PIL import BmpImagePlugin, GifImagePlugin, Image, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

from longarm.evidence.preview.picture import FORMATS, LARGEST, Picture, Said, Unfit

# Named, so that they are loaded before the walls go up and no other decoder ever is.
PLUGINS: Final = (BmpImagePlugin, GifImagePlugin, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)
MOST_POINTS: Final = 64_000_000  # width times height that is decoded; a JPEG may be larger, it is decoded at a part of its size
MOST_POINTS_JPEG: Final = 250_000_000
LONGEST_SIDE: Final = 40_000
EDGE: Final = 1280  # points of the longer side of what comes out
LONG_ACROSS, LONG_ALONG = 720, 12_000  # of a picture more than three times as long as wide: a conversation in one shot
BLURRED_EDGE: Final = 640
BLURRED_POINTS: Final = 20
_LONGEST_WORD: Final = 120
# What Exif calls the orientation, undone.
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING: Final = (5, 6, 7, 8)


def render(data: bytes, *, blurred: bool) -> Picture:
    """Raises Unfit for a picture that is damaged, too large, or of a kind that is not decoded."""
    if len(data) > LARGEST:
        raise Unfit("large")
    Image.MAX_IMAGE_PIXELS = None  # our own limits, below, know what a JPEG costs
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
        width, height = image.size
        _bounded(image)
        said = _said(image)
        animated = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
        image.seek(0)
        image.load()
        seen = _plain(image, _within(image.size, blurred=blurred))
    except Unfit:
        raise
    except MemoryError:
        raise Unfit("large") from None
    except Exception:
        raise Unfit("damaged") from None
    if blurred:
        lying = image.getexif().get(0x0112) in _LYING
        seen = seen.resize(_scaled((height, width) if lying else (width, height), BLURRED_EDGE), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    seen.save(out, "JPEG", quality=60 if blurred else 85)
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    return Picture(jpeg=out.getvalue(), format=kind, width=width, height=height, animated=animated, said=said)


def _bounded(image: Image.Image) -> None:
    width, height = image.size
    jpeg = image.format in ("JPEG", "MPO")
    if max(width, height) > LONGEST_SIDE or width * height > (MOST_POINTS_JPEG if jpeg else MOST_POINTS):
        raise Unfit("large")
    if jpeg:
        image.draft("RGB", (EDGE, EDGE))  # libjpeg decodes at an eighth of the size and more, as long as it is not below this
        if image.size[0] * image.size[1] > MOST_POINTS:  # progressive and others that do not shrink
            raise Unfit("large")


def _within(size: tuple[int, int], *, blurred: bool) -> tuple[int, int]:
    """The size that is shown, never larger than the picture."""
    longer, shorter = max(size), min(size)
    if blurred:
        return _scaled(size, BLURRED_POINTS)
    if longer > 3 * shorter:
        return _scaled(size, min(longer, LONG_ALONG, longer * LONG_ACROSS // shorter))
    return _scaled(size, min(longer, EDGE))


def _scaled(size: tuple[int, int], longer: int) -> tuple[int, int]:
    factor = longer / max(size)
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _plain(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Upright, of `size` (before it is turned), without transparency; a new image, so that nothing rides along."""
    turned = image.getexif().get(0x0112)
    clear_through = image.has_transparency_data
    if image.mode not in ("RGB", "RGBA"):
        image = image.convert("RGBA" if clear_through else "RGB")
    finely = Image.Resampling.BOX if max(size) <= BLURRED_POINTS else Image.Resampling.LANCZOS
    image = image.resize(size, finely, reducing_gap=3.0)
    shown = Image.new("RGB", image.size, (255, 255, 255))
    shown.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return shown.transpose(_TURNS[turned]) if turned in _TURNS else shown


def _said(image: Image.Image) -> Said:
    """Whatever can be read of it; what is broken is left out."""
    found: dict[str, Any] = {}
    with suppress(Exception):
        exif = image.getexif()
        found["device"] = _word(" ".join(filter(None, (_word(exif.get(0x010F)), _word(exif.get(0x0110))))))
        found["software"] = _word(exif.get(0x0131))
        with suppress(Exception):
            found["taken"] = _word(exif.get_ifd(0x8769).get(0x9003) or exif.get(0x0132))
        place = exif.get_ifd(0x8825)
        latitude, longitude = _degrees(place.get(2), place.get(1), 90), _degrees(place.get(4), place.get(3), 180)
        if latitude is not None and longitude is not None:
            found["latitude"], found["longitude"] = latitude, longitude
    return Said(**found)


def _word(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    kept = "".join(letter for letter in value if letter.isprintable()).strip()
    return kept[:_LONGEST_WORD] or None


def _degrees(parts: Any, half: object, most: int) -> float | None:
    if parts is None or half not in ("N", "S", "E", "W"):
        return None
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if not 0 <= value <= most:
        return None
    return round(-value if half in ("S", "W") else value, 6)
