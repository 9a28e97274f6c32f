"""What a letter of figures holds: the file of the node that writes it, as it would be handed out."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

KIND: Final = "figures"  # of the letter
MOST: Final = 1 << 20  # bytes: thousands of figures


class Carried(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    file: Annotated[bytes, msgspec.Meta(max_length=MOST)]
