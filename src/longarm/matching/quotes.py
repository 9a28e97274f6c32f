"""The two threats of a link side by side."""

from __future__ import annotations

from collections.abc import Iterable

from longarm.matching.answer import PartLine
from longarm.matching.item import Item, Words
from longarm.matching.link import Because, Linked
from longarm.matching.text.aligned import aligned
from longarm.matching.text.shingles import jaccard


def quotes(items: Iterable[Item], linked: Linked) -> dict[tuple[Because, Because], tuple[PartLine, ...]]:
    """For each link of threats, the nearest two texts of its two exhibits, aligned as written."""
    held: dict[Because, list[Words]] = {}
    for item in items:
        if item.words:
            held.setdefault(Because(item.case, item.what), []).append(item.words)
    made = {}
    for link in linked.links:
        if link.facet == "text":
            one, other = link.because
            nearest = max(
                ((a, b) for a in held[one] for b in held[other]), key=lambda pair: jaccard(pair[0].normal, pair[1].normal)
            )
            parts = aligned(nearest[0].written, nearest[1].written)
            made[link.because] = tuple(PartLine(part.who, part.one, part.other) for part in parts)
    return made
