"""Fields of the custody record: who has had each exhibit from the day it came, and in what state."""

from __future__ import annotations

from longarm.case.when import When
from longarm.documents.content import Content, Grid, Text
from longarm.documents.dates import say_moment
from longarm.documents.matter import Matter
from longarm.documents.proof import exhibits_of, named_source


def custody_step(matter: Matter) -> Content | None:
    """The first hand: from whom each exhibit came and when. Every later hand signs on the paper."""
    lines = [x for x in exhibits_of(matter) if x.received_at]
    if not lines:
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("exhibit", "date", "from", "to", "purpose"))
    unknown, purpose = matter.say("certainty-unknown"), matter.say("custody-received")
    rows = tuple(
        (
            x.id,
            say_moment(When.parse(x.received_at or "unknown"), matter.language, matter.forum),
            named_source(matter, x.source) or unknown,
            x.received_by or unknown,
            purpose,
        )
        for x in lines
    )
    return Grid(columns, rows, mono=(0,))


def custody_state(matter: Matter) -> Content | None:
    """The digest of the sealed bundle, to be computed again at each step; nothing is said of a state nobody has checked."""
    return Text(matter.seal.sha256) if matter.seal else None
