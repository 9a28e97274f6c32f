"""Which cases of a series may go to a prosecutor, and what is left of the series then. Nothing leaves by this.

A case goes where who reported allows it to reach authorities, and where no child may be concerned. The series is worked out
anew over those that go; what hung on the others alone stays too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from django.utils import timezone

from longarm.casework.after_restore import counts
from longarm.casework.case_keys import OpenCase
from longarm.casework.consents_in_file import given_in_file, refused_in_file
from longarm.casework.day.notice_gate import child_near
from longarm.casework.matches.agreed import agreed, asked_of
from longarm.casework.matches.reading import LIVE, Around, Known
from longarm.casework.proof.exhibits import NEVER_OPENED
from longarm.matching.link import Link, Linked
from longarm.matching.series import Series
from longarm.store.models import Case, Exhibit

FEWEST: Final = 2
_SPACE: Final = UUID("b1c5a8a4-5a0e-4c0c-9d0e-0f1a3f0c7f52")  # of our own, so that no other list has the same id


class Leaving(NamedTuple):
    """`cases`: those that go, in the order of their ids; none where fewer than two would. `not_allowed`, `child`, `apart`: how
    many stay, by why. `unasked`: of those that go, nobody outside has a conversation, and the file says no consent."""

    cases: tuple[Known, ...]
    not_allowed: int
    child: int
    apart: int
    unasked: bool

    @property
    def stay(self) -> int:
        return self.not_allowed + self.child + self.apart

    @property
    def ids(self) -> tuple[UUID, ...]:
        return tuple(known.opened.id for known in self.cases)


def leaving(found: Around, whole: Series, case: UUID) -> Leaving:
    """What of the series `whole` may leave, as it is looked at from `case`."""
    from longarm.matching.links import links

    those = [found.cases[UUID(one)] for one in whole.cases]
    children = {known.opened.id for known in those if _child(known)}
    allowed = [known for known in those if known.opened.id not in children and _allowed(known)]
    all_links = links(found.items).links if allowed else ()
    kept = _largest(found, {str(known.opened.id) for known in allowed}, all_links, str(case))
    going = tuple(sorted((known for known in allowed if str(known.opened.id) in kept), key=lambda known: known.opened.id))
    return Leaving(
        cases=going,
        not_allowed=len(those) - len(children) - len(allowed),
        child=len(children),
        apart=len(allowed) - len(going),
        unasked=any(not asked_of(known.opened) and not _in_file(known) for known in going),
    )


def may_leave(known: Known) -> bool:
    """As it is now: asked again in the transaction in which it goes."""
    live = Case.objects.filter(id=known.opened.id, stage__in=LIVE).exists()
    return live and agreed(known.opened) and _allowed(known) and not _child(known)


def named_by(cases: Iterable[UUID], *, exhibits: bool) -> UUID:
    """One id for these cases, with or without their exhibits: what a second person agreed to is not another list."""
    return uuid5(_SPACE, " ".join(sorted(map(str, cases))) + (" exhibits" if exhibits else ""))


def series_among(cases: Iterable[str], all_links: Iterable[Link], found: Around) -> tuple[Series, ...]:
    """The series of these cases alone. What the machine set aside among all it knows is set aside here too."""
    from longarm.matching.series import series

    within = set(cases)
    inside = tuple(link for link in all_links if set(link.between) <= within)
    judged = [one.as_judgement() for one in found.verdicts if {*map(str, one.between)} <= within]
    return series(Linked(inside, ()), judged)


def _largest(found: Around, within: set[str], all_links: Iterable[Link], case: str) -> frozenset[str]:
    """Of what falls apart, the part with `case`; where that stays, the largest."""
    made = series_among(within, all_links, found)
    one = next((each for each in made if case in each.cases), made[0] if made else None)
    return frozenset(one.cases) if one else frozenset()


def _in_file(known: Known) -> bool:
    """What the file says counts after a restore once somebody has answered for it; until then who hands it out does."""
    return given_in_file(known.file) and counts(known.opened.id, None)


def _allowed(known: Known) -> bool:
    return agreed(known.opened, "authorities") and not refused_in_file(known.file)


def _child(known: Known) -> bool:
    """Also where an exhibit is withheld: it may show one."""
    case = known.opened.id
    marked = Case.objects.filter(id=case, child=True).exists()
    withheld = Exhibit.objects.filter(case_id=case, state__in=NEVER_OPENED).exists()
    return withheld or child_near(known.file, timezone.localdate(), marked=marked)


def opened_in_order(cases: Iterable[Known]) -> list[OpenCase]:
    """For locks: always the smallest id first."""
    return sorted((known.opened for known in cases), key=lambda opened: opened.id)
