"""Somebody who is signed in gives the passphrase once more: the same work as at the door, and patience of its own."""

from __future__ import annotations

from nacl.public import PrivateKey

from longarm.casework.people import patience, refused
from longarm.casework.people.visits import DOOR
from longarm.casework.refusals import ProveAgain
from longarm.errors import BadInput
from longarm.keys import user as user_keys
from longarm.store.models import User


def must_be_own(user: User, passphrase: str) -> PrivateKey:
    """The private key. Raises ProveAgain where nothing was given, BadInput for a wrong one, `patience.Waiting` after too many,
    `narrow.Crowded` where too many try at once.

    Who sits at an open visit and guesses waits; the door of the same account does not grow slower by that.
    """
    if not passphrase:
        raise ProveAgain("people-prove-again")
    account = f"again|{user.id}"
    who = refused.Who(account, user.id, user.organisation_id, user.id)
    try:
        patience.must_not_wait(account)
    except patience.Waiting:
        refused.note("act-refused", "waiting", who)
        raise
    with DOOR:
        try:
            private = user_keys.unlock(str(user.id), user_keys.from_stored(user.pair), passphrase)
        except BadInput:
            patience.wrong(account)
            refused.note("act-refused", "passphrase", who)
            raise BadInput("people-own-passphrase-wrong") from None
    patience.right(account)
    return private
