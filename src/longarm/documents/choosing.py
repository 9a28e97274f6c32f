"""Which path a paper serves: the one asked for, else the best-ranked one that names the document and is not forbidden."""

from __future__ import annotations

from longarm.documents.form import Form
from longarm.errors import BadInput
from longarm.law.answer import Path, PathsAnswer


def choose(document: str, shape: Form, answer: PathsAnswer, wanted: str | None, forum: str | None) -> Path | None:
    """The path of the answer that the document is drafted for; None where no path names it.

    Raises BadInput when `wanted` is no path that names it, or when a danger to the person forbids each path that does: such a
    path has no draft. Proof (inventory, custody) serves every path and is never forbidden.
    """
    naming = [path for path in sorted(answer.paths, key=lambda path: path.rank) if document in path.documents]
    here = [path for path in naming if forum in (None, path.forum) and (not wanted or path.id == wanted)]
    if wanted and not here:
        raise BadInput("draft-no-such-path", document=document, path=wanted, paths=", ".join(path.id for path in naming) or "-")
    allowed = [path for path in here if not _forbidden(path)]
    if here and not allowed and shape.by != "caseworker":
        raise BadInput("draft-forbidden", document=document, hazards=", ".join(here[0].hazards))
    return next((path for path in allowed if path.status != "blocked"), allowed[0] if allowed else None)


def forum_of(shape: Form, answer: PathsAnswer, wanted: str | None, path: Path | None, home: str | None) -> str | None:
    """Whose authority reads or sends the paper, or whose habits it follows.

    The form's one state, else the one wanted, else the path's; where the path has none (a platform), the state where the person
    lives; where there is no path, that of the best complaint.
    """
    best = (path.forum for path in answer.paths if path.action == "file_complaint" and path.status != "blocked")
    return shape.forum or wanted or (path.forum or home if path else None) or next(best, None)


def _forbidden(path: Path) -> bool:
    return path.status == "blocked" and any(obstacle.code == "hazard_forbids" for obstacle in path.obstacles)
