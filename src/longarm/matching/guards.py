"""What joins nothing: identifiers on lists, of the harmed side, or shared by many. Each is set aside with its reason.

In this order (docs/matching.md): lists; role; use by groups that are other people at one time; degree. A hub can still be looked
up, and supports a link that another reason made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from longarm.matching.components import Components
from longarm.matching.groups import Group
from longarm.matching.item import Facet, Item
from longarm.matching.link import Aside, Because, Ground, SetAside
from longarm.matching.period import Period
from longarm.matching.weights import Weights

_STRONG: Final[frozenset[Facet]] = frozenset(
    {"phone", "account", "handle", "email", "payment_handle", "wallet", "iban", "imei", "url"}
)
_CONTENT: Final[frozenset[Facet]] = frozenset({"text", "image", "voice"})
_LINES: Final[frozenset[Facet]] = frozenset({"phone", "phone~alias", "payment_handle"})
_SHOWN: Final = 50  # cases named beside an identifier that is set aside


def listed(group: Group) -> SetAside | None:
    """On a list of official numbers, or used by the harmed side in some case: then it is nobody's proof against a suspect."""
    if any(item.official for item in group.items):
        return _aside(group, "official_number", "listed")
    if any(item.role == "own" for item in group.items) and group.cases:
        return _aside(group, "own_contact", "harmed_side")
    return None


def one_line(groups: Iterable[Group], aside: Mapping[str, SetAside]) -> dict[str, SetAside]:
    """Other forms of a number that a list or the harmed side has: the account that is paid to, the number under Palestine's other
    code. They join nothing either, else her number would be planted in the form that she does not use. Told by one key, or by
    one place in a case: where keys are hashed, that is all there is."""
    ordered = tuple(group for group in groups if group.facet in _LINES)
    known: dict[str | tuple[str, str], Group] = {}
    for group in ordered:
        if group.name in aside:
            known[group.key] = group
            known.update({item.place: group for item in group.items if group.facet == "phone~alias"})
    found: dict[str, SetAside] = {}
    for group in ordered:
        first = next((known[one] for one in (group.key, *(item.place for item in group.items)) if one in known), None)
        if first is not None and group.name not in aside and group.cases:
            why = aside[first.name]
            found[group.name] = _aside(group, why.why, why.ground, first.items)
    return found


def shared(groups: Iterable[Group], table: Weights) -> dict[str, SetAside]:
    """Groups, by name, that are shared by many: those whose cases fall into more than `table.communities` groups that hold
    together without the identifier (by keys that fewer cases have, or by texts and pictures), each with a strong identifier of
    its own, in use at one time. And those that more cases have than their kind allows."""
    found: dict[str, SetAside] = {}
    ordered = sorted(groups, key=lambda group: (-len(group.cases), group.name))
    by_case: dict[str, list[Group]] = defaultdict(list)
    for group in ordered:
        if group.facet in _STRONG or group.facet in _CONTENT:
            for case in group.cases:
                by_case[case].append(group)
    for group in ordered:
        least = 2 * (table.communities + 1)  # a group of one case is no other person's: he may have changed his number
        if len(group.cases) >= least and _at_one_time(group, by_case, found) > table.communities:
            found[group.name] = _aside(group, "shared_by_many", "groups_at_one_time")
        elif len(group.cases) > table.many.get(group.facet, table.many["other"]):
            found[group.name] = _aside(group, "shared_by_many", "degree")
    return found


def _at_one_time(group: Group, by_case: Mapping[str, list[Group]], aside: Mapping[str, SetAside]) -> int:
    """How many groups of its cases, of two or more, were active on the same day."""
    cases = group.cases
    place = {case: number for number, case in enumerate(cases)}
    together = Components(len(cases))
    size = len(cases)
    periods: dict[str, list[Period]] = defaultdict(list)
    keys = {item.key for item in group.items}
    for case in cases:
        for other in by_case[case]:
            if other.name == group.name or other.name in aside or other.key in keys:
                continue
            content = other.facet in _CONTENT
            if not content and len(other.cases) >= size:
                continue
            inside = [place[c] for c in other.cases if c in place]
            for member in inside[1:]:
                together.join(inside[0], member)
            if not content and len(inside) > 1:
                periods[case] += [item.period for item in other.used if item.case == case and item.period]
    spans: dict[int, Period] = {}
    members: dict[int, int] = defaultdict(int)
    for case in cases:
        root = together.root(place[case])
        members[root] += 1
        for period in periods[case]:
            held = spans.get(root)
            spans[root] = Period(min(period.first, held.first), max(period.last, held.last)) if held else period
    groups = [span for root, span in spans.items() if members[root] > 1]
    return max((sum(other.first <= span.first <= other.last for other in groups) for span in groups), default=0)


def _aside(group: Group, why: Aside, ground: Ground, others: tuple[Item, ...] = ()) -> SetAside:
    places = sorted({Because(item.case, item.what) for item in (*group.items, *others)})
    return SetAside(
        identifier=group.key, facet=group.facet, why=why, ground=ground, because=tuple(places[:_SHOWN]),
        number=len({place.case for place in places}),
    )  # fmt: skip
