"""From identifiers to outputs of the oblivious function: blinded here, multiplied by a threshold of holders, checked, unblinded.

No holder sees an identifier. One that is away, or whose proof does not hold, is left out and another takes its place.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import Final

from django.db import transaction

from longarm.casework.exchange import epochs, members
from longarm.casework.exchange.asking import ask, said_by
from longarm.casework.node import record_everywhere
from longarm.errors import LongarmError, Unsound
from longarm.exchange.card import Card
from longarm.exchange.holder.bodies import MOST_ELEMENTS, Evaluate, Key, joined, parted
from longarm.exchange.holder.bodies import Evaluated as Answered
from longarm.exchange.oprf import voprf
from longarm.exchange.oprf.threshold import Evaluated, check, combine
from longarm.exchange.refused import Refused
from longarm.texts import Sentence

_MIXED: Final = random.SystemRandom()


def outputs(key: Key, inputs: Sequence[bytes]) -> tuple[bytes, ...]:
    """The 64-byte output of each input, in order. Raises Unsound when too few holders answer, Refused for a used-up budget or a
    key that is not that of now."""
    found: list[bytes] = []
    for start in range(0, len(inputs), MOST_ELEMENTS):
        found += _round(key, inputs[start : start + MOST_ELEMENTS])
    return tuple(found)


def outputs_now(inputs: Sequence[bytes]) -> tuple[Key, tuple[bytes, ...]]:
    """With the key of now; where the holders say that it is another meanwhile, with that."""
    key = epochs.current()
    try:
        return key, outputs(key, inputs)
    except Refused as refused:
        if refused.code != "wrong-epoch":
            raise
    key = epochs.take()
    return key, outputs(key, inputs)


def _round(key: Key, inputs: Sequence[bytes]) -> tuple[bytes, ...]:
    blinded = voprf.blind_many(inputs, os.urandom)
    elements = tuple(one.element for one in blinded)
    cards = members.holders()
    free = {each.index: cards[each.fingerprint] for each in key.participants if each.fingerprint in cards}
    answers: list[Evaluated] | None = None
    other: set[int] = set()  # who says that the key is another: believed when too few are left, not one alone
    why = [Sentence("exchange-holders-not-listed")]  # the last is told
    while answers is None:
        if len(free) < key.commitments.threshold:
            if other:
                raise Refused("wrong-epoch")
            raise Unsound("exchange-holders-away", needed=key.commitments.threshold, why=why[-1])
        answers = _asked(key, free, elements, other, why)
    return voprf.finalize_many(inputs, [one.blind for one in blinded], combine(answers))


def _asked(
    key: Key, free: dict[int, Card], elements: tuple[bytes, ...], other: set[int], why: list[Sentence]
) -> list[Evaluated] | None:
    """The answers of a threshold of `free`; None where one fell out: it is taken out of `free`, and the weights change.

    `other` and `why` are added to."""
    indices = tuple(sorted(_MIXED.sample(sorted(free), key.commitments.threshold)))
    answers = []
    for index in indices:
        try:
            said = ask(free[index], "evaluate", Evaluate(key.renewal, indices, joined(elements)), Answered, epoch=key.epoch).said
            answer = Evaluated(parted(said.elements), said.proof)
            check(answer, index, indices, key.commitments, elements)
        except Refused as refused:
            if refused.code == "wrong-epoch":
                other.add(index)
            why.append(said_by(free.pop(index), refused))
            return None
        except LongarmError as fault:
            if fault.message == "oprf-proof":
                with transaction.atomic():
                    record_everywhere("holder-not-proven", holder=free[index].fingerprint)
            why.append(said_by(free.pop(index), fault))
            return None
        answers.append(answer)
    return answers
