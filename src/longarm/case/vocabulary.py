"""The closed and the open words of the case file (guide of the format: docs/case-file.md)."""

from __future__ import annotations

from typing import Final, Literal

Role = Literal["complainant", "suspect", "instigator", "intermediary", "recipient", "reporter", "guardian"]
Certainty = Literal["known", "claimed", "inferred", "unknown"]
Wants = Literal["money", "sexual", "images", "silence", "other"]
IdentifierType = Literal["phone", "email", "account", "url", "iban", "card", "wallet", "payment_handle", "ip", "imei", "name"]
EventKind = Literal[
    "contact",
    "harassment",
    "threat_to_publish",
    "threat_of_violence",
    "demand",
    "payment",
    "publication",
    "defamation",
    "fabricated_material",
    "intimate_image_obtained",
    "intimate_image_published",
    "impersonation_of_official",
    "impersonation_of_complainant",
    "grooming",
    "child_sexual_demand",
    "unlawful_access",
    "fraud",
    "instigation",
    "report_filed",
    "report_refused",
    "reply",
    "arrest",
    "warrant_issued",
]
# The hazards of law/facts/hazards.yaml carry the same ids; a test holds the two together.
Risk = Literal[
    "honour_violence",
    "self_harm",
    "child_at_risk",
    "exposure_at_work",
    "shared_phone",
    "monitored_device",
    "prosecution_of_complainant",
    "own_embassy",
    "irregular_stay",
    "payment",
    "deletion_of_evidence",
    "retelling",
    "retaliation_on_notice",
    "third_party_evidence",
    "shared_household",
    "supporter_is_controller",
    "data_breach",
    "recontact_by_fake_helper",
    "device_or_password_demanded",
    "complaint_lapses",
    "minor_needs_guardian",
    "vigilante_harm",
    "armed_or_official_suspect",
]

# Open words: another one is kept, with a warning that names the nearest of these.
PLATFORMS: Final = (
    "facebook", "messenger", "instagram", "whatsapp", "telegram", "tiktok", "snapchat", "x", "youtube", "google", "discord",
    "skype", "viber", "signal", "imo", "line", "wechat", "apple", "microsoft", "binance", "paypal", "vodafone_cash",
    "zain_cash", "instapay", "email", "sms", "call", "in_person", "web",
)  # fmt: skip
REASONS: Final = (
    "foreign_number", "complainant_abroad", "sender_abroad", "suspect_abroad", "suspect_unknown", "no_law", "no_evidence",
    "private_matter", "time_limit", "not_competent", "withdrawn", "unknown",
)  # fmt: skip
