"""A stranger's bundle verified in a child, before anything of it is read or shown."""

from __future__ import annotations

import msgspec

from longarm.casework.sandbox import frames
from longarm.casework.sandbox.limits import for_reading
from longarm.casework.sandbox.process import Child, Lost
from longarm.casework.sandbox.reader import Serving, sayable
from longarm.errors import BadInput
from longarm.evidence.report import Report
from longarm.evidence.source import Source


def verify_confined(source: Source, node_key: str) -> Report | None:
    """As `evidence.verify.verify_source`; None where it is no bundle. Raises BadInput where the child breaks or is killed."""
    try:
        with Child("verifying", for_reading(source.size)) as child:
            child.walls()
            child.send(frames.FILE, msgspec.json.encode((sayable(source.name), source.size, node_key)))
            for kind, told in Serving(child, source).words():
                return msgspec.json.decode(told, type=Report) if kind == frames.DONE else None
    except (Lost, msgspec.MsgspecError) as fault:
        why = fault.why if isinstance(fault, Lost) else "Nonsense"
        raise BadInput("casework-reading-failed", why=why) from None
    return None
