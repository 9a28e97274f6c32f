"""Which path a paper serves: the one asked for, else the best-ranked one that names the document and is not forbidden."""

from __future__ import annotations

from longarm.documents.form import Form
from longarm.errors import BadInput
from longarm.law import rules
from longarm.law.answer import Path, PathsAnswer


def choose(document: str, shape: Form, answer: PathsAnswer, wanted: str | None, forum: str | None) -> Path | None:
    """The path of the answer that the document is drafted for; None where no path names it.

    Raises BadInput when `wanted` is no path that names it, or when a danger to the person forbids the paths that would: those
    have no draft. Proof (inventory, custody) serves every path and is never forbidden.
    """
    ranked = sorted(answer.paths, key=lambda path: path.rank)
    here = [path for path in ranked if forum in (None, path.forum) and wanted in (None, path.id)]
    naming = [path for path in here if document in path.documents]
    if naming:
        return next((path for path in naming if path.status != "blocked"), naming[0])
    forbidden = [path for path in here if _forbidden(path) and _would_name(path, document, shape)]
    if forbidden and shape.by != "caseworker":
        raise BadInput("draft-forbidden", document=document, hazards=", ".join(forbidden[0].hazards))
    if wanted:
        known = [path.id for path in ranked if document in path.documents]
        raise BadInput("draft-no-such-path", document=document, path=wanted, paths=", ".join(known) or "-")
    return None


def forum_of(shape: Form, answer: PathsAnswer, wanted: str | None, path: Path | None, home: str | None) -> str | None:
    """Whose authority reads or sends the paper, or whose habits it follows.

    The form's one state, else the one wanted, else the path's; where the path has none (a platform), the state where the person
    lives; where there is no path, that of the best complaint.
    """
    best = (path.forum for path in answer.paths if path.action == "file_complaint" and path.status != "blocked")
    return shape.forum or wanted or (path.forum or home if path else None) or next(best, None)


def _forbidden(path: Path) -> bool:
    return path.status == "blocked" and any(obstacle.code == "hazard_forbids" for obstacle in path.obstacles)


def _would_name(path: Path, document: str, shape: Form) -> bool:
    """A blocked path names no papers: would it, were it open?"""
    if path.action == "file_complaint" and document.startswith("complaint-"):
        return shape.forum in (None, path.forum)
    return document in rules.action(path.action).documents
