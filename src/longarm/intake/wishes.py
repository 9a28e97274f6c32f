"""How, when and whether a person wants to be contacted."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

import msgspec
from msgspec import Meta

How = Literal["never", "call", "message", "email"]
HOWS: Final[tuple[How, ...]] = get_args(How)
LONGEST: Final = 200
Short = Annotated[str, Meta(max_length=LONGEST)]


class Wishes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """`never`: answers wait here, behind the code, and nothing goes out. `where`: a number or an address; `hours`, and whom
    to ask for and what to say before anything else (`code_word`), in the person's own words.
    """

    how: How = "never"
    where: Short = ""
    hours: Short = ""
    code_word: Short = ""


def filled_up(wishes: Wishes, was: Wishes) -> Wishes:
    """`wishes`, with the number or address and the code word of `was` where they are empty and can still be meant: a call and a
    message go to one number, an e-mail to none, and *never* keeps nothing.
    """
    if wishes.how == "never":
        return wishes
    one_number = (wishes.how == "email") == (was.how == "email")
    where = wishes.where or (was.where if one_number else "")
    return msgspec.structs.replace(wishes, where=where, code_word=wishes.code_word or was.code_word)
