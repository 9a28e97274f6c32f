"""A request in CASE 1.5 / UCO as JSON-LD, for the tools of whoever works on it: what its letters say, and nothing else.

An Investigation with its authorizations (the grounds), the persons and identifiers of the case as it was minimised, the events,
one file a bundle, one action a letter. Ids are made from the request's own: both sides' graphs speak of the same things.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from longarm.case.model import Case, Event, Identifier, Location, Person
from longarm.case.vocabulary import IdentifierType
from longarm.case.when import When
from longarm.evidence.case_uco import CONTEXT
from longarm.exchange.request.bodies import Ask, File
from longarm.exchange.request.states import Act, Side, State
from longarm.exchange.request.words import Reason

_CONTEXT: Final = {
    **CONTEXT,
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-role": "https://ontology.unifiedcyberontology.org/uco/role/",
    "uco-victim": "https://ontology.unifiedcyberontology.org/uco/victim/",
}
_ROLES: Final = {"complainant": "uco-victim:Victim", "suspect": "case-investigation:Subject"}
# What an identifier is, its facet, and the facet's property that holds it. Where UCO has no word it is an account of some kind.
_ACCOUNT: Final = ("Account", "AccountFacet", "accountIdentifier")
_OBSERVABLES: Final[dict[IdentifierType, tuple[str, str, str]]] = {
    "phone": ("PhoneAccount", "PhoneAccountFacet", "phoneNumber"),
    "email": ("EmailAddress", "EmailAddressFacet", "addressValue"),
    "account": ("DigitalAccount", "AccountFacet", "accountIdentifier"),
    "url": ("URL", "URLFacet", "fullValue"),
    "imei": ("MobileDevice", "MobileDeviceFacet", "IMEI"),
}


class Told(NamedTuple):
    """A letter that counts, without who of the node wrote it."""

    by: Side
    act: Act
    words: str
    reason: Reason | None
    at: datetime


class Subject(NamedTuple):
    """A request as both sides know it. `organisation`: of the side that is asked; the one that asks stands in `ask`."""

    id: UUID
    reference: str
    state: State
    ask: Ask
    case: Case
    organisation: str
    letters: tuple[Told, ...]
    files: tuple[tuple[Side, File], ...]


def to_jsonld(request: Subject, tool: str) -> bytes:
    """`tool`: name and version of what wrote it."""
    graph = _Graph(request, tool)
    parts = list(graph.parts())
    grounds = [part["@id"] for part in parts if part["@type"] == "case-investigation:Authorization"]
    ask = request.ask
    investigation = {
        "@id": graph.id("investigation"),
        "@type": "case-investigation:Investigation",
        "uco-core:name": request.reference,
        "uco-core:description": [f"request: {ask.measure}", f"answer expected by {ask.plan.answer_by}", ask.words],
        "case-investigation:investigationForm": "case",
        "case-investigation:investigationStatus": request.state,
        "case-investigation:focus": [f"{one.state} {one.law} {one.article}" for one in ask.basis.purpose],
        "case-investigation:relevantAuthorization": [{"@id": one} for one in grounds],
        "uco-core:object": [{"@id": part["@id"]} for part in parts],
    }
    document = {"@context": _CONTEXT, "@graph": [investigation, *parts]}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


class _Graph:
    def __init__(self, request: Subject, tool: str) -> None:
        self.request, self.tool = request, tool
        self.space = uuid5(NAMESPACE_URL, f"urn:longarm:request:{request.id}")

    def id(self, kind: str, *of: str) -> str:
        return f"kb:{kind}-{uuid5(self.space, ' '.join((kind, *of)))}"

    def ref(self, kind: str, *of: str) -> dict[str, str]:
        return {"@id": self.id(kind, *of)}

    def parts(self) -> Iterator[dict[str, Any]]:
        ask, case = self.request.ask, self.request.case
        yield self.organisation("asker", ask.authority, ask.basis.asking)
        yield self.organisation("asked", self.request.organisation, ask.basis.asked)
        for ground in ask.basis.grounds:
            yield {
                **self.new("ground", "case-investigation:Authorization", ground.instrument),
                "uco-core:name": ground.instrument,
                "case-investigation:authorizationType": f"legal basis; binding: {ground.binding}",
                "case-investigation:authorizationIdentifier": list(ground.articles),
                "uco-core:description": [*ground.conditions, *(f"may be refused for: {one}" for one in ground.refusal)],
            }
        places = {one.state for person in case.persons for one in person.locations}
        for state in sorted(places | {one.state for person in case.persons for one in person.nationalities}):
            yield {**self.new("state", "uco-location:Location", state), **self.address("state", state)}
        for person in case.persons:
            yield from self.person(person)
        for identifier in case.identifiers:
            yield from self.identifier(identifier)
        yield from (self.event(one) for one in case.events)
        for side, file in self.request.files:
            yield from self.file(side, file)
        yield {**self.new("tool", "uco-tool:Tool"), "uco-core:name": self.tool.partition(" ")[0],
               "uco-tool:version": self.tool.partition(" ")[2]}  # fmt: skip
        yield from (self.letter(number, told) for number, told in enumerate(self.request.letters, 1))

    def new(self, kind: str, type_: str, *of: str) -> dict[str, Any]:
        return {"@id": self.id(kind, *of), "@type": type_}

    def address(self, kind: str, state: str) -> dict[str, Any]:
        facet = {**self.new(f"{kind}-address", "uco-location:SimpleAddressFacet", state), "uco-location:country": state}
        return {"uco-core:hasFacet": [facet]}

    def organisation(self, side: Side, name: str, state: str) -> dict[str, Any]:
        return {**self.new(side, "uco-identity:Organization"), "uco-core:name": name, **self.address(side, state)}

    def person(self, person: Person) -> Iterator[dict[str, Any]]:
        told = [f"legal name: {person.legal_name} ({person.identity})"] if person.legal_name else []
        told += ["a minor"] if person.minor else []
        yield {**self.new("person", "uco-identity:Person", person.id), "uco-core:name": person.called(),
               "uco-core:description": told}  # fmt: skip
        for role in person.roles:
            yield {**self.new("role", _ROLES.get(role, "uco-role:Role"), person.id, role), "uco-core:name": role}
            yield self.related("Has_Role", self.ref("person", person.id), self.ref("role", person.id, role))
        for one in person.nationalities:
            yield self.placed("Has_Nationality", person, one.state, one.certainty)
        for place in person.locations:
            yield self.placed("Located_At", person, place.state, place.certainty, *_span(place))

    def placed(self, kind: str, person: Person, state: str, *told: str) -> dict[str, Any]:
        return self.related(kind, self.ref("person", person.id), self.ref("state", state), *told)

    def identifier(self, identifier: Identifier) -> Iterator[dict[str, Any]]:
        type_, facet, property_ = _OBSERVABLES.get(identifier.type, _ACCOUNT)
        if identifier.type == "ip":
            version = "IPv6Address" if ":" in identifier.value else "IPv4Address"
            type_, facet, property_ = version, f"{version}Facet", "addressValue"
        held = {**self.new("facet", f"uco-observable:{facet}", identifier.id), f"uco-observable:{property_}": identifier.value}
        yield {
            **self.new("identifier", f"uco-observable:{type_}", identifier.id),
            "uco-core:tag": [one for one in (identifier.type, identifier.platform, identifier.service) if one],
            "uco-core:description": [f"shown as {identifier.handle}"] if identifier.handle else [],
            "uco-core:hasFacet": [held],
        }
        if identifier.used_by:
            yield self.related("Used_By", self.ref("identifier", identifier.id), self.ref("person", identifier.used_by))

    def related(self, kind: str, source: dict[str, str], target: dict[str, str], *told: str) -> dict[str, Any]:
        return {
            **self.new("relationship", "uco-core:Relationship", kind, source["@id"], target["@id"], *told),
            "uco-core:kindOfRelationship": kind,
            "uco-core:isDirectional": True,
            "uco-core:source": source,
            "uco-core:target": target,
            "uco-core:description": list(told),
        }

    def event(self, event: Event) -> dict[str, Any]:
        said = {"at": str(event.at), "by": event.by, "to": event.to, "wants": event.wants, "via": event.via}
        entries = [
            {**self.new("entry", "uco-types:DictionaryEntry", event.id, key), "uco-types:key": key, "uco-types:value": value}
            for key, value in said.items()
            if value
        ]
        concerned = dict.fromkeys(one for one in (event.by, event.to, event.concerns) if one)
        return {
            **self.new("event", "uco-core:Event", event.id),
            "uco-core:eventType": event.kind,
            **_starts(event.at),
            "uco-core:eventContext": [self.ref("person", one) for one in concerned],
            "uco-core:eventAttribute": [{**self.new("said", "uco-types:Dictionary", event.id), "uco-types:entry": entries}],
        }

    def file(self, side: Side, file: File) -> Iterator[dict[str, Any]]:
        yield {
            **self.new("file", "uco-observable:File", file.name),
            "uco-core:createdBy": self.ref(side),
            "uco-core:hasFacet": [
                {
                    **self.new("file-facet", "uco-observable:FileFacet", file.name),
                    "uco-observable:fileName": f"{file.name}.zip",
                    "uco-observable:sizeInBytes": {"@type": "xsd:integer", "@value": str(file.size)},
                },
                {
                    **self.new("content-facet", "uco-observable:ContentDataFacet", file.name),
                    "uco-observable:hash": {
                        **self.new("hash", "uco-types:Hash", file.name),
                        "uco-types:hashMethod": "SHA256",
                        "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": file.bundle_sha256.hex().upper()},
                    },
                },
            ],
        }
        for code in file.exhibits:
            yield {
                **self.new("provenance", "case-investigation:ProvenanceRecord", file.name, code),
                "case-investigation:exhibitNumber": code,
                "uco-core:object": [self.ref("file", file.name)],
            }

    def letter(self, number: int, told: Told) -> dict[str, Any]:
        return {
            **self.new("letter", "case-investigation:InvestigativeAction", str(number)),
            "uco-core:name": told.act,
            "uco-core:description": [one for one in (told.words, f"reason: {told.reason}" if told.reason else "") if one],
            "uco-action:startTime": {"@type": "xsd:dateTime", "@value": told.at.isoformat(timespec="seconds")},
            "uco-action:performer": self.ref(told.by),
            "uco-action:instrument": [self.ref("tool")],
        }


def _span(place: Location) -> tuple[str, ...]:
    ends = (("from", place.from_), ("to", place.to))
    return tuple(f"{word} {when}" for word, when in ends if when)


def _starts(at: When) -> dict[str, Any]:
    """UCO knows moments only: a day, a month or a time without its zone is said in words (`at`) and made no moment here."""
    if "T" not in at or not (at.endswith("Z") or "+" in at or "-" in at.partition("T")[2]):
        return {}
    return {"uco-core:startTime": {"@type": "xsd:dateTime", "@value": str(at)}}
