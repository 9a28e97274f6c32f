"""Before what weighs: the passphrase again, and the second factor where there is one. The visit goes on under a new cookie."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from longarm.casework.node import record
from longarm.casework.people.own_passphrase import must_be_own
from longarm.casework.people.second_factor import must_hold
from longarm.casework.refusals import NotSignedIn
from longarm.keys import session as session_keys
from longarm.store.models import Session


def prove_again(cookie: str | None, passphrase: str, code: str) -> str:
    """The cookie that opens the visit from now on; the one of before opens nothing any more. It ends when it would have ended.

    Raises NotSignedIn where `cookie` opens no whole visit, ProveAgain and BadInput as `must_be_own` and `must_hold` do.
    """
    tag = session_keys.tag_of(cookie) if cookie else None
    visit = Session.objects.select_related("user").filter(tag=tag, whole=True, user__active=True).first() if tag else None
    if visit is None:
        raise NotSignedIn("casework-not-signed-in")
    private = must_be_own(visit.user, passphrase)
    must_hold(visit.user, private, code)
    opened, now = session_keys.open_session(str(visit.user_id), private), timezone.now()
    with transaction.atomic():
        gone, _ = Session.objects.filter(tag=tag).delete()
        if not gone:  # ended meanwhile, from elsewhere
            raise NotSignedIn("casework-not-signed-in")
        times = {"made_at": now, "seen_at": now, "ends_at": visit.ends_at}
        Session.objects.create(tag=opened.tag, user=visit.user, wrapped=opened.wrapped, **times)
        record(visit.user_id, "proved-again", organisation=visit.user.organisation_id)
    return opened.cookie
