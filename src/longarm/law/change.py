"""The same case on two days: which paths opened or closed, and the facts of law that made the difference.
Long: the answer and how it is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from longarm.law.answer import Action, Basis, Obstacle, Path, PathsAnswer, PathStatus, Wording, Ynu
from longarm.law.explain import Named, state_named
from longarm.law.model import Facts
from longarm.texts import LANGUAGES, say

Kind = Literal["opened", "closed", "eased", "hardened", "appeared", "vanished", "regrounded"]


class _Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A part of the answer."""


class BasisChange(_Part, frozen=True, gc=False):
    """An instrument or law whose answer differs. `before` and `after`: does it bind both and fit the case? None: not named."""

    instrument: str
    before: Ynu | None
    after: Ynu | None
    text: Wording | None
    sources: tuple[str, ...]


class Change(_Part, frozen=True, gc=False):
    """One path that is not the same on both days.

    `before` and `after` are its statuses (None: not among the paths of that day); `gone` and `new` what stood, or now
    stands, in its way; `facts` the ids of the facts that are not the same on both days. `regrounded`: same status, other reasons.
    """

    path: str
    action: Action
    forum: str | None
    requested: str | None
    kind: Kind
    before: PathStatus | None
    after: PathStatus | None
    gone: tuple[Obstacle, ...]
    new: tuple[Obstacle, ...]
    basis: tuple[BasisChange, ...]
    facts: tuple[str, ...]


class ChangesAnswer(_Part, frozen=True, gc=False):
    """What differs between the answer of the day `before` and that of the day `after`."""

    case: str
    before: str
    after: str
    changes: tuple[Change, ...]


def changes(before: PathsAnswer, after: PathsAnswer) -> tuple[Change, ...]:
    """What differs between two answers for one case: changes of status first, in the order of the later answer."""
    old, new = ({path.id: path for path in answer.paths} for answer in (before, after))
    ids = [*new, *(name for name in old if name not in new)]
    found = [_change(old.get(name), new.get(name)) for name in ids]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: _ORDER.index(one.kind)))


def compared(before: PathsAnswer, after: PathsAnswer) -> ChangesAnswer:
    """The changes with the case and its two days."""
    return ChangesAnswer(case=after.case, before=before.as_of, after=after.as_of, changes=changes(before, after))


def title_of(change: Change | Path, facts: Facts) -> Wording:
    """The step in words: what is done, and where, or who asks whom."""
    forum, requested = state_named(facts, change.forum), state_named(facts, change.requested)
    shape = "asked" if change.forum and change.requested and change.forum != change.requested else "forum"
    if not change.forum and not change.requested:
        shape = "alone"
    place = forum if change.forum else requested
    return Wording(**{language: _title(change.action, shape, language, place, requested) for language in LANGUAGES})


def _title(action: Action, shape: str, language: Literal["ar", "en", "fr"], place: Named, requested: Named) -> str:
    at = LANGUAGES.index(language)
    done = say(f"paths-action-{action}", language)
    return say(f"change-step-{shape}", language, action=done, place=place[at], requested=requested[at])


def _change(old: Path | None, new: Path | None) -> Change | None:
    """None where nothing differs."""
    path = new or old
    assert path is not None  # noqa: S101 - for the type checker: each id comes from one of the two
    gone = _missing(old, new)
    added = _missing(new, old)
    basis = _basis(old.basis if old else (), new.basis if new else ())
    kind = _kind(old, new)
    if kind == "regrounded" and not (gone or added or basis):
        return None
    grounds = [fact for one in basis for fact in one.sources]
    stood = [fact for one in (*gone, *added) for fact in one.sources]
    return Change(
        path=path.id,
        action=path.action,
        forum=path.forum,
        requested=path.requested,
        kind=kind,
        before=old.status if old else None,
        after=new.status if new else None,
        gone=gone,
        new=added,
        basis=basis,
        facts=_dated((*stood, *grounds, *_differing(old, new))),
    )


def _kind(old: Path | None, new: Path | None) -> Kind:
    if old is None:
        return "appeared"
    if new is None:
        return "vanished"
    was, now = _OPENNESS.index(old.status), _OPENNESS.index(new.status)
    if was == now:
        return "regrounded"
    if "open" in (old.status, new.status):
        return "opened" if new.status == "open" else "closed"
    return "eased" if now < was else "hardened"


def _missing(here: Path | None, there: Path | None) -> tuple[Obstacle, ...]:
    """Obstacles of one day that the other does not have; a path that is not there at all has none to compare."""
    if here is None or there is None:
        return ()
    known = {(one.code, one.state, one.instrument) for one in there.obstacles}
    return tuple(one for one in here.obstacles if (one.code, one.state, one.instrument) not in known)


def _basis(old: tuple[Basis, ...], new: tuple[Basis, ...]) -> tuple[BasisChange, ...]:
    was, now = ({one.instrument: one for one in given} for given in (old, new))
    if not was or not now:
        return ()
    return tuple(
        _differs(was.get(name), now.get(name)) for name in {**was, **now} if _held(was.get(name)) != _held(now.get(name))
    )


def _differs(was: Basis | None, now: Basis | None) -> BasisChange:
    shown = now or was
    assert shown is not None  # noqa: S101 - as above
    sources = [fact for one in (was, now) if one for fact in one.sources]
    return BasisChange(
        instrument=shown.instrument,
        before=_held(was),
        after=_held(now),
        text=now.text if now else None,
        sources=_dated(sources),
    )


def _held(basis: Basis | None) -> Ynu | None:
    """Does it bind both and fit the case?"""
    if basis is None:
        return None
    if "no" in (basis.binding, basis.fits):
        return "no"
    return "unknown" if "unknown" in (basis.binding, basis.fits) else "yes"


def _differing(old: Path | None, new: Path | None) -> Iterable[str]:
    """Facts named on one day only."""
    was, now = (path.sources if path else () for path in (old, new))
    return [fact for fact in (*was, *now) if (fact in was) != (fact in now)]


def _dated(facts: Iterable[str]) -> tuple[str, ...]:
    """Each once; what an instrument provides for is the same on every day."""
    return tuple(dict.fromkeys(fact for fact in facts if "#matters/" not in fact))


_OPENNESS: Final[tuple[PathStatus, ...]] = ("open", "conditional", "unknown", "blocked")
_ORDER: Final[tuple[Kind, ...]] = ("opened", "closed", "appeared", "vanished", "eased", "hardened", "regrounded")
