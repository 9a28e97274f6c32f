"""A local time of an export in the zone a person named: never in one that was guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from longarm.errors import BadInput

_OFFSET: Final = re.compile(r"([+-])(\d\d):?(\d\d)")


class Placed(NamedTuple):
    """ISO 8601 time, with an offset where a zone is known, and `dst_gap` or `dst_repeat` where the clock was changed."""

    at: str
    findings: tuple[str, ...] = ()


def in_zone(local: str, zone: str | None) -> Placed | None:
    """`local` (ISO 8601, no zone) with the offset it had in `zone`; as it is without one; None when it is no time.

    A time in the hour that was repeated takes the first reading, one in the hour that was left out the offset before it.
    Raises BadInput when there is no such zone.
    """
    try:
        moment = datetime.fromisoformat(local)
    except ValueError:
        return None
    if zone is None or moment.tzinfo is not None:
        return Placed(moment.isoformat())
    rules = _rules(zone)
    placed, other = moment.replace(tzinfo=rules), moment.replace(tzinfo=rules, fold=1)
    if placed.utcoffset() == other.utcoffset():
        return Placed(placed.isoformat())
    back = placed.astimezone(UTC).astimezone(rules).replace(tzinfo=None)
    return Placed(placed.isoformat(), ("dst_repeat",) if back == moment else ("dst_gap",))


def _rules(zone: str) -> tzinfo:
    if match := _OFFSET.fullmatch(zone):
        hours = timedelta(hours=int(match[2]), minutes=int(match[3]))
        if hours < timedelta(hours=24):
            return timezone(-hours if match[1] == "-" else hours)
    try:
        return ZoneInfo(zone)
    except (ValueError, OSError, LookupError):
        raise BadInput("import-no-such-zone", zone=zone) from None
