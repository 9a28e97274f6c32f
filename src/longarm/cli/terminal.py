"""Names from strangers on a terminal: a control character is shown as `\\xNN`, so that no file name moves the cursor."""

from __future__ import annotations

from typing import Final

_CONTROLS: Final = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}

_KEPT: Final = {code: shown for code, shown in _CONTROLS.items() if code not in (0x09, 0x0A)}


def lines_kept(text: str) -> str:
    """`text` without control characters but tabs and its own line ends."""
    return text.translate(_KEPT)


def one_line(text: str) -> str:
    """`text` without control characters, line ends included (C0, DEL, C1)."""
    return text.translate(_CONTROLS)
