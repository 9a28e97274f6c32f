"""PDQ, the perceptual hash of 256 bits that Meta publishes (github.com/facebook/ThreatExchange, pdq): made here by `pdqhash`.

A hash is content, not a number: recognisable pictures can be rebuilt from it, and two pictures with one hash can be made on
purpose. It is stored sealed like the exhibit, and a hit is a lead until somebody has looked at both pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from longarm.matching.image.decode import SHOT_EDGE, decoded
from longarm.matching.image.regions import regions
from longarm.matching.item import Picture

if TYPE_CHECKING:
    from PIL import Image as Pillow

_EDGE: Final = 512
SMALLEST: Final = 64  # points: below, a picture is an icon
LEAST_QUALITY: Final = 50


def pictures(data: bytes, *, turned: bool = True) -> tuple[Picture, ...]:
    """The picture as a whole, and the pictures within it where it is a screenshot; those of too low quality left out.

    `turned`: with the seven other turnings, for looking up. Raises Unfit for what is not decoded.
    """
    image = decoded(data, SHOT_EDGE)
    boxes = regions(image)
    found = [hashed(image.crop(box), turned=turned) for box in boxes] + [hashed(image, turned=turned)]
    return tuple({one.pdq: one for one in found if one.quality >= LEAST_QUALITY}.values())


def hashed(image: Pillow.Image, *, turned: bool = False) -> Picture:
    """PDQ of one RGB picture, made at most 512 points long first."""
    import numpy as np
    import pdqhash
    from PIL import Image

    if max(image.size) > _EDGE:
        factor = _EDGE / max(image.size)
        image = image.resize((max(1, round(image.width * factor)), max(1, round(image.height * factor))), Image.Resampling.BOX)
    if min(image.size) < SMALLEST // 2:
        return Picture(bytes(32), 0)
    points = np.ascontiguousarray(np.asarray(image, dtype=np.uint8))
    if not turned:
        bits, quality = pdqhash.compute(points)
        return Picture(_packed(bits), int(quality))
    many, quality = pdqhash.compute_dihedral(points)
    first, *others = (_packed(bits) for bits in many)
    return Picture(first, int(quality), tuple(others))


def distance(one: bytes, other: bytes) -> int:
    """Bits in which two hashes differ (Hamming)."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def apart(one: Picture, other: Picture) -> int:
    """Bits between two pictures, the nearest of all turnings of either. Symmetric."""
    ways = [distance(form, other.pdq) for form in (one.pdq, *one.variants)]
    return min(ways + [distance(one.pdq, form) for form in other.variants])


def _packed(bits: Any) -> bytes:
    import numpy as np

    return np.packbits(np.asarray(bits, dtype=np.uint8)).tobytes()
