"""What stands in the envelope beside a token: which desk to speak to, and what kind of case. Nothing of persons."""

from __future__ import annotations

from typing import Annotated

import msgspec


class Contact(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """`reference`: random, by which that node finds its case when it is asked. `desk`: the organisation there. `kind`: of the
    identifier. `wants`: what was demanded (money, sexual, images, silence, other)."""

    reference: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    desk: Annotated[str, msgspec.Meta(max_length=120)]
    kind: Annotated[str, msgspec.Meta(max_length=20)]
    wants: Annotated[tuple[Annotated[str, msgspec.Meta(max_length=12)], ...], msgspec.Meta(max_length=6)] = ()
