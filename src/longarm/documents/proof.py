"""Fields on proof: the exhibits with their digests, and the seal over them."""

from __future__ import annotations

from longarm import __version__
from longarm.case.when import When
from longarm.documents.content import Content, Grid, Text
from longarm.documents.dates import say_moment
from longarm.documents.matter import ExhibitLine, Matter


def exhibits_of(matter: Matter) -> tuple[ExhibitLine, ...]:
    """Those of the bundle, else those the case file names with a digest."""
    if matter.exhibits:
        return matter.exhibits
    return tuple(
        ExhibitLine(
            id=x.id,
            description=matter.say("file-named", file=x.file),
            sha256=x.sha256,
            source=x.received_from,
            received_at=x.received_at,
        )
        for x in matter.case.exhibits
        if x.sha256
    )


def named_source(matter: Matter, source: str | None) -> str:
    """From whom an exhibit came: a person of the case by role, another source as written."""
    return matter.party(source) if source in {person.id for person in matter.case.persons} else source or ""


def evidence_list(matter: Matter) -> Content | None:
    """Number, description and digest of every exhibit."""
    if not (lines := exhibits_of(matter)):
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("exhibit", "description", "hash"))
    return Grid(columns, tuple((x.id, x.description, x.sha256) for x in lines), mono=(0, 2))


def inventory(matter: Matter) -> Content | None:
    """The full table: also the source, the day received and the size."""
    if not (lines := exhibits_of(matter)):
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("exhibit", "description", "source", "received", "size", "hash"))
    rows = tuple(
        (
            x.id,
            x.description,
            named_source(matter, x.source),
            _received(matter, x),
            "" if x.size is None else str(x.size),
            x.sha256,
        )
        for x in lines
    )
    return Grid(columns, rows, mono=(0, 4, 5))


def bundle_hash(matter: Matter) -> Content | None:
    return Text(matter.seal.sha256) if matter.seal else None


def seal_time(matter: Matter) -> Content | None:
    """The stamped time and who stamped it; said plainly where the bundle is not stamped yet."""
    if matter.seal is None:
        return None
    if matter.seal.stamped_at is None:
        return Text(matter.say("stamp-none"))
    at = say_moment(When.parse(matter.seal.stamped_at), matter.language, matter.forum)
    return Text(matter.say("stamp", at=at, authority=matter.seal.authority or matter.say("certainty-unknown")))


def tool(matter: Matter) -> Content | None:
    return Text(matter.seal.tool if matter.seal and matter.seal.tool else matter.say("tool", version=__version__))


def _received(matter: Matter, line: ExhibitLine) -> str:
    return say_moment(When.parse(line.received_at), matter.language, matter.forum) if line.received_at else ""
