"""Makes `src/longarm/web/static/desk/world.svg` from `src/longarm/web/law/shapes.json`: every outline once, by frame and state.

    python tools/map_drawing.py

The desk's pages refer to its parts (`world.svg#old-EG`), so that a case page holds no geometry and a browser fetches it once.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WEB = Path(__file__).parent.parent / "src/longarm/web"


def drawing(shapes: dict[str, Any]) -> str:
    """One `g` for each frame, one `path` for each state in it."""
    frames = [
        f'<g id="{frame}">' + "".join(f'<path id="{frame}-{code}" d="{outline}"/>' for code, outline in outlines.items()) + "</g>"
        for frame, outlines in shapes["shapes"].items()
    ]
    return "\n".join(
        ['<svg xmlns="http://www.w3.org/2000/svg">', f"<!-- {shapes['origin']}; tools/map_drawing.py -->", *frames, "</svg>", ""]
    )


if __name__ == "__main__":
    shapes = json.loads((WEB / "law/shapes.json").read_text())
    (WEB / "static/desk/world.svg").write_text(drawing(shapes))
