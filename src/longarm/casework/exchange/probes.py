"""Planted identifiers that no honest party can name, and what it means when one is met, or is not.
Long: planting and meeting are one promise.

A probe goes to the hub as any token does, in the same letters: nobody there tells it apart. `nobody`: drawn at random, known to
no person at all; only a hub or key holders that lie can bring it about that another holds its token. `own_line`: a telephone
number of the organisation that was given to nobody; who names it tries numbers out. `agreed`: words that two organisations agreed
on by voice and both plant; both must hear of it, or the hub holds hits back.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from longarm.casework.actor import Actor
from longarm.casework.exchange import members
from longarm.casework.exchange.blinding import outputs_now
from longarm.casework.exchange.letting_go import let_go, seal_token
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.tokens import About, ToSend, tag_of
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput, Unsound
from longarm.exchange import token as tokens
from longarm.exchange.hub.bodies import Hit as Told
from longarm.exchange.hub.envelope import Contact
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.signals import phone
from longarm.store.models import Hit, Leaving, Registered

Why = Literal["nobody", "own_line", "agreed"]
WHYS: Final[tuple[Why, ...]] = get_args(Why)
Finding = Literal["quiet", "met", "met_unnamed", "heard", "silent"]
ALARMS: Final[frozenset[Finding]] = frozenset(("met", "met_unnamed", "silent"))
HEARD_WITHIN: Final = timedelta(days=3)  # after it stands at the hub, when both have planted it
_SHORTEST: Final = 12  # letters of agreed words
_MOST_NAME: Final = 120  # bytes, as in the envelopes of cases


class Probe(NamedTuple):
    """`value`: what was planted; empty for words that were agreed on, which are kept nowhere. `others`: who met it.

    `finding`: `met`: by somebody who named it; `met_unnamed`: by somebody who holds the token without having named it; `heard`,
    `silent`: of agreed words, that both heard, or nothing came in time.
    """

    id: UUID
    why: Why
    value: str
    planted_at: datetime
    posted_at: datetime | None
    finding: Finding
    others: tuple[str, ...]
    at: datetime | None


def plant(actor: Actor, why: Why, value: str = "") -> UUID:
    """`value`: the telephone number, or the agreed words. It goes out with the next round.

    Raises NotAllowed unless the actor coordinates or administers, BadInput for a number that is none or words that are short,
    Conflict where the organisation planted it already, Unsound when the holders are away. Whether a case names the same, or
    another organisation on this node planted it, is not to be learnt here.
    """
    actor.must_be("coordinator", "admin")
    kind, normal = _invented(why, value)
    key, (output,) = outputs_now([tokens.input_of(kind, normal)])
    token, pair, number = tokens.Token.of(output), PrivateKey.generate(), uuid4()
    tag = tag_of(token.token)
    contact = Contact(number.bytes, actor.organisation_name.encode()[:_MOST_NAME].decode("utf-8", "ignore"), kind, ("money",))
    envelope = tokens.seal(token, party().fingerprint, msgspec.msgpack.encode(contact))
    about = About(
        kind,
        "" if why == "agreed" else normal,
        f"{why}:{actor.organisation}",
        key.epoch,
        token.token,
        token.envelope_key,
        bytes(pair),
    )
    to_send = seal_token(tag, msgspec.msgpack.encode(ToSend(token.token, envelope, key.epoch)))
    with transaction.atomic():
        there = list(Registered.objects.filter(tag=tag))
        if any(_is_of(actor, row) for row in there):
            raise Conflict("probe-there")
        Leaving.objects.filter(tag=tag, hub=None).delete()
        Registered.objects.create(
            id=number, case=None, tag=tag, public=bytes(pair.public_key), about_sealed=_sealed(number, about),
            token_sealed=there[0].token_sealed if there else to_send,  # a case's envelope stays: hits lead to the case
        )  # fmt: skip
        record(actor.user, "probe-planted", organisation=actor.organisation, object=number, why=why)
    return number


def remove(actor: Actor, probe: UUID) -> None:
    """It is withdrawn at the next round, and what met it is forgotten. Raises NotFound, NotAllowed as `plant`."""
    actor.must_be("coordinator", "admin")
    with transaction.atomic():
        row = Registered.objects.filter(id=probe, case=None).first()
        if row is None or not _is_of(actor, row):
            raise NotFound("probe-none")
        let_go(None, [probe])
        record(actor.user, "probe-removed", organisation=actor.organisation, object=probe)


def probes(actor: Actor) -> tuple[Probe, ...]:
    """Those that the actor's organisation planted, the oldest first. Raises NotAllowed as `plant`: who knew them would step
    around them."""
    actor.must_be("coordinator", "admin")
    return tuple(_view(row) for row in _rows() if _is_of(actor, row))


def alarms() -> tuple[Probe, ...]:
    """Those that say that something is wrong. What was planted is not told here: a timer asks, and logs keep what it hears."""
    return tuple(one._replace(value="") for one in map(_view, _rows()) if one.finding in ALARMS)


def alarms_for(actor: Actor) -> tuple[Probe, ...]:
    """The same on the desk, for who can do something about it, whoever on this node planted it: it is one hub for all."""
    return alarms() if actor.administers or actor.role == "coordinator" else ()


def planted_by(row: Registered) -> UUID:
    """The organisation whose record says that it was met."""
    return UUID(_opened(row).identifier.partition(":")[2])


def _is_of(actor: Actor, row: Registered) -> bool:
    return row.case_id is None and planted_by(row) == actor.organisation


def _rows() -> QuerySet[Registered]:
    return Registered.objects.filter(case=None).order_by("made_at")


def _invented(why: Why, value: str) -> tuple[str, str]:
    if why == "nobody":
        return "email", f"{secrets.token_hex(16)}@example.org"
    if why == "own_line":
        normal = phone.clean(value)
        if normal is None:
            raise BadInput("probe-number", given=value[:40])
        return "phone", normal
    words = _spoken(value)
    if len(words) < _SHORTEST:
        raise BadInput("probe-words", shortest=_SHORTEST)
    return "email", f"{hashlib.sha256(b'longarm-probe/1 ' + words.encode()).hexdigest()[:32]}@example.org"


def _spoken(words: str) -> str:
    """As two keyboards type the same words: composed or not, with marks of direction or vowels, stretched, in capitals. Else the
    hub would be suspected of what a keyboard did."""
    seen = (one for one in unicodedata.normalize("NFKC", words) if unicodedata.category(one) not in ("Cf", "Mn") and one != "ـ")
    return " ".join("".join(seen).split()).casefold()


def _view(row: Registered) -> Probe:
    about = _opened(row)
    why: Why = about.identifier.partition(":")[0]  # type: ignore[assignment]  # written by `plant`
    hits = [_told(about, one) for one in Hit.objects.filter(registered=row).order_by("made_at")]
    named = any(_names(about, one) for one in hits)
    others = tuple(dict.fromkeys(members.called(one.other) for one in hits if one.other))
    return Probe(
        id=row.id, why=why, value=about.normal, planted_at=row.made_at, posted_at=row.posted_at,
        finding=_finding(why, row.posted_at, bool(hits), named), others=others, at=hits[0].at if hits else None,
    )  # fmt: skip


def _finding(why: Why, posted_at: datetime | None, met: bool, named: bool) -> Finding:
    if met:
        return "met_unnamed" if not named else "heard" if why == "agreed" else "met"
    late = posted_at is not None and timezone.now() - posted_at > HEARD_WITHIN
    return "silent" if why == "agreed" and late else "quiet"


def _names(about: About, told: Told) -> bool:
    """Does what came with it open? Then whoever registered it had named it."""
    if told.other in ("", party().fingerprint):
        return False
    try:
        tokens.open_envelope(tokens.Token(about.token, about.envelope_key), told.other, told.envelope)
    except Unsound:
        return False
    return True


def _told(about: About, row: Hit) -> Told:
    try:
        plain = SealedBox(PrivateKey(about.private)).decrypt(bytes(row.about_sealed))
    except CryptoError:
        raise Unsound("keys-content-altered", field="hit") from None
    return msgspec.msgpack.decode(plain, type=Told)


def _sealed(number: UUID, about: About) -> bytes:
    return encrypt(subkey(node().secret, "exchange"), msgspec.msgpack.encode(about), Place(str(number), "probe"))


def _opened(row: Registered) -> About:
    plain = decrypt(subkey(node().secret, "exchange"), row.about_sealed, Place(str(row.id), "probe"))
    return msgspec.msgpack.decode(plain, type=About)
