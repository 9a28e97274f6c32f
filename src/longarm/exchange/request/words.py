"""The closed words of requests between nodes. On the wire and in the database they stand as they are here."""

from __future__ import annotations

from typing import Final, Literal, get_args

# What one node asks of another. `information` asks for nothing: it tells what concerns the other state (spontaneous information).
Measure = Literal[
    "preserve", "identify", "take_statement", "stored_data", "arrest", "surrender", "prosecute", "information", "contact",
    "support", "other",
]  # fmt: skip
MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)

# What an organisation is, as it says itself. What each may ask: rules.yaml.
Kind = Literal["judicial", "police", "central_authority", "consular", "helpline"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

# Why a node does not do what it was asked. A closed list, so that it can be counted across states.
Reason = Literal[
    "not_competent", "no_legal_basis", "dual_criminality", "own_national", "essential_interests", "political", "identity_unclear",
    "not_enough", "time_limit", "data_gone", "already_pending", "language", "danger", "unsound", "other",
]  # fmt: skip
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)

# What was left out of what the other side gets. Codes, so that each side reads them in its own language.
LeftOut = Literal[
    "legal_names", "other_persons", "safe_contacts", "hazards", "notes", "identifiers", "events", "exposing", "exhibits",
    "custody", "child",
]  # fmt: skip
