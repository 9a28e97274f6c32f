"""How two identifiers of one kind are alike: the codes that every `compare` answers with.

`same`: one normal form. `alias`: two numbers of one subscriber. `alike`: they look the same and are not. `address`: one
address, with another memo or none. `site`: two pages of one registered domain. `sound`: two spellings of one name.
Each code but `same` has a key of its own (`weaker`), so that an index finds by equality whatever `compare` would.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Likeness = Literal["same", "alias", "alike", "address", "site", "sound"]


class Weaker(NamedTuple):
    """A second key of an identifier: two that share it are alike in this way, and no more. Compared, never shown."""

    likeness: Likeness
    key: str


def compared(one: str, other: str, weaker_one: tuple[Weaker, ...], weaker_other: tuple[Weaker, ...]) -> Likeness | None:
    """`same`, else the first weaker way in which the two are alike, else None."""
    if one == other:
        return "same"
    return next((way.likeness for way in weaker_one if way in weaker_other), None)
