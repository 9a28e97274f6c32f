"""Pictures inside a screenshot of a conversation: rectangles that differ from the ground and are not filled with one colour.

A screen is cut along its ground colour; each island is cut again along its own, which takes a caption or a bubble's frame off.
What stays mostly one colour is a bubble of text and no picture. Anything that is no screenshot gives no region.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL import Image as Pillow

Box = tuple[int, int, int, int]  # left, top, right, bottom

_CLOSE: Final = 24  # of 255 in each channel: still the same colour
_GROUND: Final = 0.12  # of the screen that must be of one colour, else it is a photograph
_SMALLEST: Final = 0.16  # of the screen's width: smaller pictures are emoji and portraits of the bar
_FLAT: Final = 0.5  # of an island in one colour: a bubble of text
_DEEPEST: Final = 3
_MOST: Final = 12
_CELL: Final = 8
_INSET: Final = 3


def regions(image: Pillow.Image) -> tuple[Box, ...]:
    """The pictures found, from top to bottom; none when the image is no screenshot."""
    import numpy as np

    points = np.asarray(image, dtype=np.int16)
    if min(points.shape[:2]) < 8 * _CELL:
        return ()
    colour, share = _most(points)
    if share < _GROUND:
        return ()
    least = int(points.shape[1] * _SMALLEST)
    found = _cut(points, (0, 0, points.shape[1], points.shape[0]), colour, least, 0)
    return tuple(sorted(dict.fromkeys(found), key=lambda box: (box[1], box[0]))[:_MOST])


def _cut(points: Any, box: Box, ground: Any, least: int, depth: int) -> list[Box]:
    left, top, right, bottom = box
    found: list[Box] = []
    for island in _islands(points[top:bottom, left:right], ground):
        inner = (left + island[0], top + island[1], left + island[2], top + island[3])
        if inner[2] - inner[0] < least or inner[3] - inner[1] < least:
            continue
        part = points[inner[1] : inner[3], inner[0] : inner[2]]
        colour, share = _most(part)
        framed = share >= 0.04 and _edge_share(part, colour) > 0.6
        if framed and depth < _DEEPEST and (deeper := _cut(points, inner, colour, least, depth + 1)):
            found += deeper
        elif share < _FLAT:
            found.append(inner)
    return found


def _most(points: Any) -> tuple[Any, float]:
    """The commonest colour (in steps of 16) and its share."""
    import numpy as np

    coarse = (points[::2, ::2] >> 4).astype(np.int32)
    codes = (coarse[..., 0] << 8 | coarse[..., 1] << 4 | coarse[..., 2]).ravel()
    counts = np.bincount(codes, minlength=4096)
    best = int(counts.argmax())
    members = points[::2, ::2].reshape(-1, 3)[codes == best]
    return np.median(members, axis=0), float(counts[best] / len(codes))


def _edge_share(points: Any, colour: Any) -> float:
    """How much of the rim is of the colour, three points in: the outermost are blended with the ground."""
    import numpy as np

    rim = np.concatenate((points[_INSET], points[-1 - _INSET], points[:, _INSET], points[:, -1 - _INSET]))
    return float((np.abs(rim - colour).max(axis=-1) <= _CLOSE).mean())


def _islands(points: Any, ground: Any) -> list[Box]:
    """Boxes around what is not ground: split along empty rows, then columns, then rows again."""
    import numpy as np

    other = np.abs(points - ground).max(axis=-1) > _CLOSE
    boxes: list[Box] = []
    for top, bottom in _runs(other.mean(axis=1) > 0.02):
        for left, right in _runs(other[top:bottom].mean(axis=0) > 0.02):
            for upper, lower in _runs(other[top:bottom, left:right].mean(axis=1) > 0.02):
                boxes.append((left, top + upper, right, top + lower))
    return boxes


def _runs(full: Any) -> list[tuple[int, int]]:
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], full.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= _CELL]
