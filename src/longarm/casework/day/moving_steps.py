"""Steps of checklists that were taken go along when a case is merged, to the identifier that now stands for theirs."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from longarm.casework.case_keys import OpenCase, field_of
from longarm.casework.proof.steps import Taken, mark_of
from longarm.store.models import Step


def move_steps(old: OpenCase, new: OpenCase, names: Mapping[str, str]) -> None:
    """`names`: identifiers of the old case as the new one calls them. A step that was taken in both keeps what the new one says;
    the other note stays with the case that was merged.
    """
    for row in Step.objects.filter(case_id=old.id):
        taken = msgspec.json.decode(old.open(field_of(row, "about_sealed"), row.about_sealed), type=Taken)
        moved = msgspec.structs.replace(taken, subject=names.get(taken.subject, taken.subject))
        mark = mark_of(new.id, moved)
        if Step.objects.filter(case_id=new.id, mark=mark).exists():
            continue
        row.case_id, row.mark = new.id, mark
        row.about_sealed = new.seal(field_of(row, "about_sealed"), msgspec.json.encode(moved))
        row.save(update_fields=["case", "mark", "about_sealed"])
