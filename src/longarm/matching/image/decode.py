"""A picture made small for hashing, within the limits that previews have: what is over them or broken is refused.

Decoders are where hostile pictures strike: a node runs this in a process without rights, as it does previews.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from longarm.evidence.preview.picture import FORMATS, LARGEST, Unfit

if TYPE_CHECKING:
    from PIL import Image as Pillow

EDGE: Final = 512  # points of the longer side of what is hashed whole: 4 bits from the full size, 29 times faster
SHOT_EDGE: Final = 1600  # of what is cut: a screenshot keeps its parts large enough


def decoded(data: bytes, edge: int = EDGE) -> Pillow.Image:
    """The first frame, upright, RGB on white, its longer side at most `edge`. Raises Unfit."""
    from PIL import Image, ImageOps

    from longarm.evidence.preview.render import LONGEST_SIDE, MOST_POINTS, MOST_POINTS_JPEG

    if len(data) > LARGEST:
        raise Unfit("large")
    Image.MAX_IMAGE_PIXELS = None  # the limits below know what a JPEG costs
    try:
        image: Pillow.Image = Image.open(io.BytesIO(data), formats=FORMATS)
        jpeg = image.format in ("JPEG", "MPO")
        if max(image.size) > LONGEST_SIDE or image.width * image.height > (MOST_POINTS_JPEG if jpeg else MOST_POINTS):
            raise Unfit("large")
        if jpeg:
            image.draft("RGB", (edge, edge))
            if image.width * image.height > MOST_POINTS:
                raise Unfit("large")
        image.seek(0)
        image.load()
        longer = max(image.size)
        if longer > edge:
            size = (max(1, round(image.width * edge / longer)), max(1, round(image.height * edge / longer)))
            image = _plain(image).resize(size, Image.Resampling.BOX, reducing_gap=None)
        return ImageOps.exif_transpose(_plain(image))
    except Unfit:
        raise
    except MemoryError:
        raise Unfit("large") from None
    except Exception:
        raise Unfit("damaged") from None


def _plain(image: Pillow.Image) -> Pillow.Image:
    from PIL import Image

    if image.mode == "RGB":
        return image
    exif = image.getexif()
    seen = Image.new("RGB", image.size, (255, 255, 255))
    seen.paste(image.convert("RGBA"), mask=image.convert("RGBA").getchannel("A"))
    seen.getexif().update(exif)
    return seen
