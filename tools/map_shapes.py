"""Makes `src/longarm/web/law/shapes.json` from Natural Earth's states (npm `world-atlas`, countries-50m.json). Run once, by hand.

    python tools/map_shapes.py countries-50m.json > src/longarm/web/law/shapes.json

Arcs are thinned before they are joined, so neighbours keep one border; then the Equal Earth projection (Šavrič, Patterson and
Jenny, 2018), whole numbers, relative path commands. Two frames: the old world and Australia, and the Americas beside it.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

Point = tuple[float, float]
Ring = list[Point]

SCALE: Final = 300.0
TOLERANCE: Final = 3.4  # square units of the map: a corner that spans less than this is left out
SMALLEST: Final = 7.0  # square units: islands below are left out, unless a state has nothing larger
FRAMES: Final = {"old": (-26.0, 190.0, -48.0, 78.0), "americas": (-170.0, -34.0, -56.0, 78.0)}
# Shapes the source draws apart, shown with the state that UN members recognise; the map takes no position on borders.
JOINED: Final = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}
# Too small to be seen or pressed as a shape: drawn as dots as well.
DOTS: Final = {
    "BH": (50.55, 26.05), "KM": (43.6, -12.0), "QA": (51.2, 25.3), "SG": (103.82, 1.35), "LB": (35.85, 33.9), "PS": (35.2, 31.9),
    "KW": (47.6, 29.3), "CY": (33.2, 35.05), "DJ": (42.6, 11.75), "MT": (14.4, 35.9), "LU": (6.1, 49.75), "MU": (57.55, -20.3),
    "MV": (73.3, 3.6), "SC": (55.45, -4.65), "CV": (-23.7, 15.1), "ST": (6.65, 0.4), "HK": (114.15, 22.35),
}  # fmt: skip


def equal_earth(longitude: float, latitude: float) -> Point:
    """The projected point, y downwards."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta)
    x /= 3 * (9 * a4 * sixth * squared + 7 * a3 * sixth + 3 * a2 * squared + a1)
    y = theta * (a4 * sixth * squared + a3 * sixth + a2 * squared + a1)
    return x * SCALE, -y * SCALE


def east_of_the_date_line(longitude: float, latitude: float) -> Point:
    """Chukotka, Wrangel Island and the east of Fiji stay with the land they belong to."""
    beyond = (longitude < -168.5 and latitude > 60) or (longitude < -177.5 and -30 < latitude < 0)
    return (longitude + 360 if beyond else longitude), latitude


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Every arc, thinned (Visvalingam) and projected; its ends stay, so that shapes still close."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(equal_earth(*east_of_the_date_line(x * sx + tx, y * sy + ty)))
        arcs.append(thinned(points))
    return arcs


def thinned(points: Ring) -> Ring:
    kept = list(points)
    closed = kept[0] == kept[-1]
    while len(kept) > (5 if closed else 2):
        spans = [abs(area([kept[i - 1], kept[i], kept[i + 1]])) for i in range(1, len(kept) - 1)]
        least = min(range(len(spans)), key=spans.__getitem__)
        if spans[least] >= TOLERANCE:
            break
        del kept[least + 1]
    return kept


def area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def ring_of(numbers: list[int], arcs: list[Ring]) -> Ring:
    points: Ring = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += part[1:] if points else part
    return points


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    kind: str = geometry["type"]
    found: list[list[list[int]]] = geometry["arcs"] if kind == "MultiPolygon" else [geometry["arcs"]]
    return found


def inside(ring: Ring, frame: tuple[float, float, float, float]) -> bool:
    west, east, south, north = frame
    (left, _), (right, _) = equal_earth(west, 0), equal_earth(east, 0)
    (_, top), (_, bottom) = equal_earth(0, north), equal_earth(0, south)
    x, y = (sum(p[i] for p in ring) / len(ring) for i in (0, 1))
    return left <= x <= right and top - 24 <= y <= bottom


def drawn(ring: Ring) -> str:
    """`m` and relative steps in whole numbers; empty where nothing is left of it."""
    whole = [(round(x), round(y)) for x, y in ring]
    steps = [whole[0]]
    steps += [point for before, point in pairwise(whole) if point != before]
    if len(set(steps)) < 3:
        return ""
    text = f"M{steps[0][0]},{steps[0][1]}l"
    moved = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(steps[:-1])]
    return text + " ".join(f"{x},{y}" for x, y in moved).replace(" -", "-").replace(",-", "-") + "z"


def codes() -> dict[str, str]:
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {number: found[0] for number, found in aliases.items() if number.isdigit() and len(found) == 1}


def main(source: Path) -> None:
    topology = json.loads(source.read_text("utf-8"))
    arcs, alpha = arcs_of(topology), codes()
    frames: dict[str, dict[str, str]] = {name: {} for name in FRAMES}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = JOINED.get(geometry["properties"]["name"]) or alpha.get(geometry.get("id", ""))
        if not code or code == "AQ":
            continue
        rings = [ring_of(numbers, arcs) for polygon in polygons(geometry) for numbers in polygon]
        large = [ring for ring in rings if abs(area(ring)) >= SMALLEST] or [max(rings, key=lambda ring: abs(area(ring)))]
        for name, frame in FRAMES.items():
            text = "".join(drawn(ring) for ring in large if inside(ring, frame))
            if text:
                frames[name][code] = frames[name].get(code, "") + text
    boxes = {}
    for name, (west, east, south, north) in FRAMES.items():
        (left, _), (right, _), (_, top), (_, bottom) = (equal_earth(*at) for at in ((west, 0), (east, 0), (0, north), (0, south)))
        boxes[name] = [round(left), round(top), round(right - left), round(bottom - top)]
    dots = {code: [round(value) for value in equal_earth(*at)] for code, at in DOTS.items()}
    origin = "Natural Earth (public domain), by way of world-atlas 2.0.2 (ISC), countries-50m; thinned, Equal Earth projection"
    told = {"origin": origin, "boxes": boxes, "shapes": frames, "dots": dots}
    sys.stdout.write(json.dumps(told, sort_keys=True, separators=(",", ":")).replace('","', '",\n"') + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
