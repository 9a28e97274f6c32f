"""What is done with a code at the one public address, by whom it may be done, and where it is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from permission_world import PHOTO, World, undone

from longarm.casework.intake import giving, holder, returns
from longarm.store.models import Channel, Return

HOLDERS: Final = (
    "complainant", "recipient", "supporter", "withdrawn", "child_concerned", "invitation_ended", "visit_over", "left", "no_code",
)  # fmt: skip
_CODES: Final = frozenset({"complainant", "recipient", "supporter"})
_GONE: Final = frozenset({"invitation_ended", "visit_over", "left", "no_code"})
_HERE: Final = frozenset(HOLDERS) - _GONE


class Act(NamedTuple):
    form: dict[str, Any]
    may: frozenset[str]


ACTS: Final = {
    "see the page": Act({"do": "page"}, _HERE),
    "write": Act({"do": "write", "words": "He wrote again"}, _CODES | {"child_concerned"}),
    "wish": Act({"do": "wish", "how": "never"}, _CODES | {"child_concerned"}),
    "allow a use": Act({"do": "allow", "use": "statistics"}, _CODES | {"child_concerned"}),
    "take a use back": Act({"do": "allow", "use": "contact", "not": "1"}, _CODES | {"child_concerned"}),
    "invite": Act({"do": "invited", "kind": "recipient", "about": "the school"}, frozenset({"complainant", "child_concerned"})),
    "give a file": Act({"do": "give", "file": "a file"}, _CODES),
    "begin a file in pieces": Act({"do": "begin", "name": "more.jpg", "size": "90"}, _CODES),
    "go on with one's own": Act({"do": "arrived", "upload": "own"}, _HERE),
    "go on with another's": Act({"do": "arrived", "upload": "another"}, frozenset()),
    "cancel another's": Act({"do": "cancel", "upload": "another"}, frozenset()),
    "withdraw": Act({"do": "withdrawn"}, _HERE),
}


def answered(world: World, act: str, who: str) -> int:
    with undone():
        person = who if who in _CODES else "supporter" if who == "invitation_ended" else "complainant"
        token = "" if who == "no_code" else world.keys[person]
        form = {**ACTS[act].form, "token": token}
        if form.get("upload") == "own":
            form["upload"] = (
                str(giving.begin(returns.holder_of(token), "own.jpg", 90)) if who in _HERE else world.things["upload"]
            )
        elif "upload" in form:
            other = "recipient" if person == "complainant" else "complainant"
            form["upload"] = str(giving.begin(returns.holder_of(world.keys[other]), "other.jpg", 90))
        _make_so(world, who)
        if form.get("file"):
            form[f"file.{token}"] = SimpleUploadedFile("more.jpg", PHOTO)
            del form["file"]
        return int(Client(headers={"accept-language": "en"}).post("/", form).status_code)


def _make_so(world: World, who: str) -> None:
    token = world.keys["complainant"]
    if who == "withdrawn":
        holder.withdraw(returns.holder_of(token))
    elif who == "child_concerned":
        _case(world).update(child=True)
    elif who == "invitation_ended":
        Channel.objects.filter(id=world.things["supporting"]).update(state=Channel.State.CLOSED)
    elif who == "visit_over":
        Return.objects.update(seen_at=timezone.now() - timedelta(minutes=31))
    elif who == "left":
        returns.leave(token)


def _case(world: World) -> Any:
    from longarm.store.models import Case

    return Case.objects.filter(id=world.things["talked"])
