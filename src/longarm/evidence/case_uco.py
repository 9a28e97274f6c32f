"""`case-uco.jsonld`: the bundle in CASE 1.5 / UCO, which other forensic tools read (caseontology.org).

One File an exhibit with its hashes, one ProvenanceRecord with its number, one InvestigativeAction a custody line. Ids
are made from the key, the moment and the thing (UUID version 5): the same bundle gives the same graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

import msgspec

from longarm.evidence.custody import Event
from longarm.evidence.exhibit import Exhibit

PATH: Final = "data/case-uco.jsonld"
CONTEXT: Final = {
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "kb": "urn:longarm:",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_METHODS: Final = {"SHA256": "sha256", "SHA512": "sha512"}


def to_jsonld(name: str, seed: str, exhibits: Sequence[Exhibit], events: Sequence[Event], tool: str) -> bytes:
    """The graph. `seed` makes the ids of this bundle its own; `events` are its custody lines, in their order."""
    graph = _Graph(seed, tool)
    parts = [node for exhibit in exhibits for node in graph.exhibit(exhibit)]
    parts += [graph.actor(actor) for actor in dict.fromkeys(event.actor for event in events)]
    parts += [graph.tool_used()]
    parts += [graph.action(number, event, exhibits) for number, event in enumerate(events, 1)]
    investigation = {
        "@id": graph.id("investigation", name),
        "@type": "case-investigation:Investigation",
        "uco-core:name": name,
        "uco-core:object": [{"@id": part["@id"]} for part in parts],
    }
    document = {"@context": CONTEXT, "@graph": [investigation, *parts]}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def hashes_in(data: bytes) -> dict[str, dict[str, str]]:
    """File path to its hashes (`sha256`, `sha512`, lower case) and `size`, as the graph states them.

    Raises ValueError when it is not such a graph.
    """
    found: dict[str, dict[str, str]] = {}
    try:
        tree = msgspec.json.decode(data)
        for node in tree["@graph"]:
            if node.get("@type") == "uco-observable:File":
                facets = {facet["@type"]: facet for facet in node["uco-core:hasFacet"]}
                file = facets["uco-observable:FileFacet"]
                stated = {"size": file["uco-observable:sizeInBytes"]["@value"]}
                for stated_hash in facets["uco-observable:ContentDataFacet"]["uco-observable:hash"]:
                    method = _METHODS[stated_hash["uco-types:hashMethod"]]
                    stated[method] = stated_hash["uco-types:hashValue"]["@value"].lower()
                found[str(file["uco-observable:filePath"])] = stated
    except (msgspec.MsgspecError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError("not a CASE graph of ours") from fault
    return found


class _Graph:
    def __init__(self, seed: str, tool: str) -> None:
        self.space = uuid5(NAMESPACE_URL, f"urn:longarm:{seed}")
        self.tool = tool

    def id(self, kind: str, *of: str) -> str:
        return f"kb:{kind}-{uuid5(self.space, ' '.join((kind, *of)))}"

    def exhibit(self, exhibit: Exhibit) -> Iterable[dict[str, Any]]:
        file = self.id("file", exhibit.id)
        yield {
            "@id": file,
            "@type": "uco-observable:File",
            "uco-core:hasFacet": [
                {
                    "@id": self.id("file-facet", exhibit.id),
                    "@type": "uco-observable:FileFacet",
                    "uco-observable:fileName": exhibit.name,
                    "uco-observable:filePath": exhibit.file,
                    "uco-observable:sizeInBytes": {"@type": "xsd:integer", "@value": str(exhibit.size)},
                },
                {
                    "@id": self.id("content-facet", exhibit.id),
                    "@type": "uco-observable:ContentDataFacet",
                    "uco-observable:hash": [
                        self._hash(exhibit.id, "SHA256", exhibit.sha256),
                        self._hash(exhibit.id, "SHA512", exhibit.sha512),
                    ],
                },
            ],
        }
        yield {
            "@id": self.id("provenance", exhibit.id),
            "@type": "case-investigation:ProvenanceRecord",
            "case-investigation:exhibitNumber": exhibit.id,
            "uco-core:object": [{"@id": file}],
        }

    def _hash(self, exhibit: str, method: str, value: str) -> dict[str, Any]:
        return {
            "@id": self.id("hash", exhibit, method),
            "@type": "uco-types:Hash",
            "uco-types:hashMethod": method,  # a plain string: typed as HashNameVocab it does not conform
            "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": value.upper()},
        }

    def actor(self, actor: str) -> dict[str, Any]:
        return {"@id": self.id("identity", actor), "@type": "uco-identity:Identity", "uco-core:name": actor}

    def tool_used(self) -> dict[str, Any]:
        name, _, version = self.tool.partition(" ")
        return {
            "@id": self.id("tool", self.tool),
            "@type": "uco-tool:Tool",
            "uco-core:name": name,
            "uco-tool:version": version,
        }

    def action(self, number: int, event: Event, exhibits: Sequence[Exhibit]) -> dict[str, Any]:
        known = {exhibit.id for exhibit in exhibits}
        objects = [self.id("provenance", event.object)] if event.object in known else [
            self.id("provenance", exhibit.id) for exhibit in exhibits
        ]  # fmt: skip
        return {
            "@id": self.id("action", str(number)),
            "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": event.action,
            "uco-core:description": f"custody/custody.jsonl line {number}",
            "uco-action:startTime": {"@type": "xsd:dateTime", "@value": event.at},
            "uco-action:performer": {"@id": self.id("identity", event.actor)},
            "uco-action:instrument": [{"@id": self.id("tool", self.tool)}],
            "uco-action:object": [{"@id": one} for one in objects],
        }
