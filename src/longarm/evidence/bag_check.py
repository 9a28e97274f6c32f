"""Checks 1 to 9: the bag itself (BagIt 1.0, RFC 8493), every file, every byte, and nothing else."""

from __future__ import annotations

from typing import Final, Literal

from longarm.evidence.anchors import is_anchor
from longarm.evidence.bag_info import DECLARATION, parse_bag_info
from longarm.evidence.bundle import UNREADABLE
from longarm.evidence.found import Found, found
from longarm.evidence.hashing import digests_of
from longarm.evidence.inspection import Inspection, Outcome, outcome
from longarm.evidence.manifest import ALGORITHMS, parse_manifest

_MAX_MANIFEST: Final = 64 << 20
_MAX_ANCHOR: Final = 1 << 20
_TAGS: Final = frozenset(
    {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "HOW-TO-VERIFY.txt"}
    | {"custody/custody.jsonl", "custody/checkpoint.json", "custody/keys/node.pem"}
)
_LABEL: Final = (
    "Payload-Oxum", "Longarm-Sealed-At", "Longarm-Node-Key", "Longarm-Custody-Length", "Longarm-Custody-Head",
)  # fmt: skip
# Left by file managers: harmless, and still not part of the bundle.
_DROPPINGS: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
Family = Literal["manifest", "tagmanifest"]


def container(seen: Inspection) -> Outcome:
    return outcome(list(seen.bundle.wrong))


def declaration(seen: Inspection) -> Outcome:
    return outcome([] if seen.small("bagit.txt") == DECLARATION else [found("verify-fault-declaration")])


def no_fetch(seen: Inspection) -> Outcome:
    """A bag that tells its reader to download something is an attack (RFC 8493, section 5.1.2)."""
    return outcome([found("verify-fault-fetch", file=name) for name in sorted(seen.names) if name.casefold() == "fetch.txt"])


def payload_list(seen: Inspection) -> Outcome:
    wrong = _read(seen, "manifest")
    listed = _listed(seen, "manifest")
    present = {name for name in seen.names if name.startswith("data/")}
    wrong += [found("verify-fault-missing", file=name) for name in sorted(listed - seen.names)]
    wrong += [found("verify-fault-not-listed", file=name) for name in sorted(present - listed)]
    wrong += [found("verify-fault-not-payload", file=name) for name in sorted(listed) if not name.startswith("data/")]
    return outcome(wrong)


def payload_bytes(seen: Inspection) -> Outcome:
    return outcome(_compare(seen, "manifest"))


def tag_list(seen: Inspection) -> Outcome:
    wrong = _read(seen, "tagmanifest")
    listed = _listed(seen, "tagmanifest")
    wrong += [found("verify-fault-missing", file=name) for name in sorted(listed - seen.names)]
    wrong += [found("verify-fault-tag-not-listed", file=name) for name in sorted(_TAGS - listed)]
    return outcome(wrong)


def tag_bytes(seen: Inspection) -> Outcome:
    return outcome(_compare(seen, "tagmanifest"))


def strangers(seen: Inspection) -> Outcome:
    """BagIt lets tag files be added that no manifest names. Here each is an anchor by name and size, or a stranger."""
    for name in sorted(seen.names - seen.covered):
        small = is_anchor(name, seen.names) and seen.small(name, _MAX_ANCHOR) is not None
        (seen.anchors if small else seen.strangers).append(name)
    return outcome(
        [
            found(
                "verify-fault-dropping" if name.rpartition("/")[2] in _DROPPINGS else "verify-fault-stranger", file=_shown(name)
            )
            for name in seen.strangers
        ]
    )


def label(seen: Inspection) -> Outcome:
    try:
        seen.info = parse_bag_info(seen.small("bag-info.txt") or b"")
    except ValueError:
        return outcome([found("verify-fault-label-unreadable")])
    wrong = [found("verify-fault-label-missing", field=name) for name in _LABEL if name not in seen.info]
    payload = [name for name in _listed(seen, "manifest") if name in seen.hashed]
    counted = f"{sum(seen.hashed[name].size for name in payload)}.{len(payload)}"
    if (stated := seen.info.get("Payload-Oxum", counted)) != counted:
        wrong.append(found("verify-fault-oxum", stated=stated, counted=counted))
    return outcome(wrong)


def _read(seen: Inspection, family: Family) -> list[Found]:
    """Read both manifests of a family; they must name the same files."""
    wrong: list[Found] = []
    for algorithm in ALGORITHMS:
        name = f"{family}-{algorithm}.txt"
        data = seen.small(name, _MAX_MANIFEST)
        if data is None:
            wrong.append(found("verify-fault-missing", file=name))
            continue
        try:
            seen.lists[name] = parse_manifest(data, algorithm)
        except UnicodeDecodeError:
            wrong.append(found("verify-fault-manifest-line", file=name, line=1))
        except ValueError as fault:
            wrong.append(found("verify-fault-manifest-line", file=name, line=int(str(fault))))
    one, other = (seen.lists.get(f"{family}-{algorithm}.txt", {}) for algorithm in ALGORITHMS)
    if not wrong:
        wrong += [found("verify-fault-one-manifest-only", file=name) for name in sorted(one.keys() ^ other.keys())]
    return wrong


def _listed(seen: Inspection, family: Family) -> set[str]:
    return {name for algorithm in ALGORITHMS for name in seen.lists.get(f"{family}-{algorithm}.txt", {})}


def _compare(seen: Inspection, family: Family) -> list[Found]:
    """Hash every file that is listed and there, once for both algorithms."""
    wrong: list[Found] = []
    for name in sorted(_listed(seen, family) & seen.names):
        try:
            with seen.bundle.open(name) as reader:
                seen.hashed[name] = digests_of(reader)
        except (KeyError, *UNREADABLE) as fault:
            wrong.append(found("verify-fault-unreadable", file=_shown(name), why=str(fault)[:100]))
            continue
        for algorithm in ALGORITHMS:
            stated = seen.lists.get(f"{family}-{algorithm}.txt", {}).get(name)
            if stated is not None and stated != getattr(seen.hashed[name], algorithm):
                wrong.append(found("verify-fault-bytes", file=_shown(name), algorithm=algorithm.upper()))
    return wrong


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
