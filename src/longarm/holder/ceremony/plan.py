"""What the people of a ceremony agreed on, and what follows of it: its session, who deals, who will hold which share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from longarm.errors import BadInput
from longarm.exchange.ceremony.setup import Old, Purpose, number_of
from longarm.exchange.holder.bodies import Key
from longarm.exchange.oprf.threshold import MOST_HOLDERS


@dataclass(frozen=True, slots=True)
class Plan:
    """`everybody`: fingerprints, ours among them. `key`: whose shares are given anew; None for a new key, with `number`.

    `leaving`: who deals and will hold nothing. `attempt`: after one that failed, the next; people say it to each other.
    """

    everybody: tuple[str, ...]
    threshold: int
    number: int
    attempt: int = 1
    key: Key | None = None
    leaving: tuple[str, ...] = ()
    purpose: Purpose = "tokens"

    @property
    def session(self) -> str:
        """64 hexadecimal digits: equal where all was agreed alike, so that others' ceremonies never meet."""
        about = (self.key.epoch, self.key.renewal) if self.key else None
        said = (sorted(self.everybody), self.threshold, self.number, self.attempt, about, sorted(self.leaving), self.purpose)
        return sha256(b"longarm-ceremony-plan/1\x00" + msgspec.msgpack.encode(said)).hexdigest()

    @property
    def receivers(self) -> dict[int, str]:
        """Who stays keeps the index; others take the lowest that are free, in the order of their fingerprints."""
        holding = sorted(set(self.everybody) - set(self.leaving))
        known = {one.fingerprint: one.index for one in self.key.participants} if self.key else {}
        found = {known[who]: who for who in holding if who in known}
        free = (index for index in range(1, MOST_HOLDERS + 1) if index not in found)
        return found | {next(free): who for who in holding if who not in known}

    @property
    def old(self) -> Old | None:
        """Every old holder that takes part deals. Raises BadInput when they are fewer than the key needs."""
        if self.key is None:
            return None
        dealers = {one.index: one.fingerprint for one in self.key.participants if one.fingerprint in self.everybody}
        if len(dealers) < self.key.commitments.threshold:
            raise BadInput("keyholder-too-few-dealers", there=len(dealers), needed=self.key.commitments.threshold)
        return Old(self.key.epoch, self.key.renewal, self.key.commitments, dealers)


def check(plan: Plan, us: str) -> Plan:
    """Raises BadInput when it cannot be: a holder twice, a threshold below two or above the holders."""
    holding, everybody = len(plan.receivers), set(plan.everybody)
    if len(everybody) != len(plan.everybody) or us not in everybody or not set(plan.leaving) <= everybody:
        raise BadInput("keyholder-holders-once")
    if not 2 <= plan.threshold <= holding <= MOST_HOLDERS:
        raise BadInput("keyholder-threshold", threshold=plan.threshold, holders=holding)
    return plan


def numbered(epochs: Sequence[str], purpose: Purpose) -> int:
    """The number of the next key for this purpose, after those this holder knows."""
    return 1 + max((number for what, number in map(number_of, epochs) if what == purpose), default=0)
