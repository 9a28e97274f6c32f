"""Who took a consent back by telephone, or in front of somebody: the team notes it for them. A yes is theirs alone to give."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import lock
from longarm.casework.channels import for_team
from longarm.casework.day.conversation import channel_for
from longarm.casework.intake.consents import standing
from longarm.casework.intake.taking_back import taken_back
from longarm.casework.node import node, record
from longarm.intake.consent import Use
from longarm.store.models import Channel
from longarm.store.vault import remove
from longarm.texts import Language


def note_taken_back(actor: Actor, channel: UUID, use: Use, language: Language = "ar") -> None:
    """From now on; the holder reads in the conversation that it was noted. What was not allowed stays so: twice is once.

    Raises NotFound when it is no channel of the actor's cases, NotAllowed for who works no cases.
    """
    actor.must_work_cases()
    opened, row = channel_for(actor, channel)
    with transaction.atomic():
        lock(opened)
        row = Channel.objects.select_for_update().get(id=row.id)
        held = for_team(opened, row)
        if not any(one.use == use and one.allowed for one in standing(held)):
            return
        unsent = taken_back(held, use, language, by=actor.user)
        record(actor.user, "took-back", organisation=opened.organisation, case=opened.id, object=channel)
    for name in unsent:
        remove(node().vault, name)
