"""What an installation leaves out, by its environment: read by node, hub and key holder alike."""

from __future__ import annotations

import os
from typing import Final

ESCROW: Final = "LONGARM_ESCROW"


def escrow_left_out() -> bool:
    """LONGARM_ESCROW=off: no report in escrow is offered, taken, kept in motion or opened here. Anything else: it is there."""
    return os.environ.get(ESCROW, "").strip().lower() == "off"
