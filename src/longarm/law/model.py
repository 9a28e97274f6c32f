"""The facts of law as frozen typed values, one class for each shape of `facts/` (long because it mirrors them one for one).

Everywhere: what is left out is unknown, never no. Every fact is `Sourced`. A fact has an id, so that a conclusion can name
what it rests on: `states/EG#offences/EG-PC-1937-327`, `states/EG#jurisdiction/effects`, `platforms/facebook`,
`hazards/self_harm`, `instruments/riyadh-1983#LY` (all that is known of Libya there) or `instruments/riyadh-1983#LY/ratified`.
`Facts.at` finds what an id names and `Facts.cite` its sources.

No `from __future__ import annotations` here: msgspec would compile each of 350 annotations again whenever the program starts.
"""

import math
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec import field

from longarm.case.answer import Answer
from longarm.case.vocabulary import EventKind, Risk, Wants
from longarm.law.dates import NEVER, OPEN, UNKNOWN_DATE, UNKNOWN_YEARS, Checked, LawDate, Years

Confidence = Literal["high", "medium", "low"]
ChannelKind = Literal[
    "police", "police_cybercrime", "community_police", "prosecution", "hotline", "women", "child", "ngo", "cert", "consular",
    "central_authority", "247",
]  # fmt: skip
InstrumentKind = Literal[
    "cybercrime", "mutual_assistance", "extradition", "organised_crime", "child_protection", "statute", "regional_police"
]
Status = Literal["signed", "ratified", "acceded", "in_force", "denounced", "reservation"]
MeasureKind = Literal[
    "criminalise", "jurisdiction", "extradition", "local_prosecution", "stored_data", "subscriber_data", "preserve_data",
    "spontaneous_information", "police_channel", "emergency", "joint_team", "service_of_documents", "recognition", "surrender",
    "protection_of_data",
]  # fmt: skip
PROVISION = "provision"  # the source of a fact that rests on the very law and article it names, not read in a copy

Languages = tuple[str, ...]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, gc=False):
    """A part of the facts: frozen, and without a key nobody knows."""


class Sourced(_Part, frozen=True, kw_only=True, gc=False):
    """What every fact carries: where it stands (ids of sources), how sure it is, and the day somebody read it there."""

    source: tuple[str, ...] = ()
    confidence: Confidence = "low"
    checked: Checked = NEVER


class Source(_Part, frozen=True, kw_only=True, gc=False):
    """A title and where to read it. `as_of` is what day the source speaks for, in words.

    `confidence` and `checked` stand here only where one fact has sources that were read on different days.
    """

    title: str
    url: str | None = None
    as_of: str | None = None
    confidence: Confidence | None = None
    checked: Checked | None = None

    def __str__(self) -> str:
        return f"{self.title} | {self.url}" if self.url else self.title


class Names(_Part, frozen=True, kw_only=True, gc=False):
    """A name in the three languages, and in the state's own where that is neither Arabic nor the name in one of them.

    `fr_source`: where the French one is published (`provision`: by the state itself); without it, it is our wording. An Arabic
    one beside `own` is ours too.
    """

    en: str
    ar: str | None = None
    fr: str | None = None
    fr_source: tuple[str, ...] = ()
    own: str | None = None

    def is_ours(self, language: str) -> bool:
        """Is the name in `language` longarm's wording, not the published one? An English one is told as it stands."""
        if language == "fr":
            return self.fr not in (None, self.own) and not self.fr_source
        return language == "ar" and self.own not in (None, self.ar)

    def in_language(self, language: str) -> str:
        """The name in `language`, else the state's own, else the English one."""
        return getattr(self, language, None) or self.own or self.en


# ---------------------------------------------------------------- states


class LegalSystem(Sourced, frozen=True, kw_only=True, gc=False):
    note: str


class Law(Sourced, frozen=True, kw_only=True, gc=False):
    """A statute. `in_force` and `repealed` bound it in time."""

    id: str
    title: Names
    number: str = "unknown"
    citation_ar: str | None = None
    date: LawDate = UNKNOWN_DATE
    date_note: str | None = None
    in_force: LawDate = UNKNOWN_DATE
    in_force_note: str | None = None
    repealed: LawDate = UNKNOWN_DATE
    repealed_note: str | None = None
    covers: tuple[str, ...] = ()
    note: str | None = None


class Offence(Sourced, frozen=True, kw_only=True, gc=False):
    """An offence: kinds of event it meets, and what was demanded (`wants`; empty = anything).

    `article` `none` says that the law knows no such offence. `until` is the last day or `open`. `max_years` is the ceiling.
    """

    id: str
    events: tuple[EventKind, ...]
    law: str
    article: str
    text: str
    wants: tuple[Wants, ...] = ()
    min_years: Years = UNKNOWN_YEARS
    max_years: Years = UNKNOWN_YEARS
    complaint_needed: Answer = Answer.UNKNOWN
    complaint_note: str | None = None
    from_: LawDate = field(default=UNKNOWN_DATE, name="from")
    from_note: str | None = None
    until: LawDate = OPEN
    until_note: str | None = None
    note: str | None = None

    @property
    def exists(self) -> bool:
        """False where the fact is that there is no such offence."""
        return self.article != "none"


class Rule(Sourced, frozen=True, kw_only=True, gc=False):
    """A question of law with its answer. `conditions` stand beside a yes: it is then a conditional yes.

    `law` is the id of a law of the state's file, or a title in words.
    """

    holds: Answer = Answer.UNKNOWN
    law: str | None = None
    article: str | None = None
    conditions: str | None = None
    text: str | None = None
    note: str | None = None
    period: str | None = None


class Jurisdiction(_Part, frozen=True, kw_only=True, gc=False):
    """On what ground the state's criminal law reaches an act."""

    territorial: Rule = Rule()
    effects: Rule = Rule()
    active_personality: Rule = Rule()
    passive_personality: Rule = Rule()
    participation: Rule = Rule()


class Extradition(_Part, frozen=True, kw_only=True, gc=False):
    """`own_nationals`: does the state surrender its nationals? `conditions`: threshold, need of a treaty, exceptions."""

    own_nationals: Rule = Rule()


class Period(Sourced, frozen=True, kw_only=True, gc=False):
    """A time within which a complaint must be made, for offences that need one, as a calculable value.

    Exactly one of `months` and `days`. It runs from the day the complainant knows of the offence and (`counted_from:
    knowledge_of_both`) of its author. `offences` are the ids of those it holds for; empty: every offence that needs a
    complaint and has no period of its own. `from` and `until` say on which days this period was the law.
    """

    law: str
    article: str
    counted_from: Literal["knowledge", "knowledge_of_both", "publication", "act"]
    months: int | None = None
    days: int | None = None
    offences: tuple[str, ...] = ()
    from_: LawDate = field(default=UNKNOWN_DATE, name="from")
    until: LawDate = OPEN


class TimeLimit(Sourced, frozen=True, kw_only=True, gc=False):
    """The complaint period in words, and as `periods` where it can be calculated."""

    value: str = "unknown"
    periods: tuple[Period, ...] = ()
    note: str | None = None


class Limitation(Sourced, frozen=True, kw_only=True, gc=False):
    """For how many years after the act an offence can be prosecuted.

    It holds for `offences` (ids), else for those of `laws` (all where it is empty) whose ceiling is more than `above` and at
    most `up_to` years, but `not_for` some; for acts of `from` until `until`.
    """

    id: str
    law: str
    article: str
    years: int
    above: float = -1
    up_to: float = math.inf
    offences: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    from_: LawDate = field(default=UNKNOWN_DATE, name="from")
    until: LawDate = OPEN


class SpokenLanguages(Sourced, frozen=True, kw_only=True, gc=False):
    value: Languages = ()
    note: str | None = None


class Complaint(_Part, frozen=True, kw_only=True, gc=False):
    """How a complaint reaches this state. `anonymous`: some report can be made without a name."""

    time_limit: TimeLimit = TimeLimit()
    limitation: tuple[Limitation, ...] = ()
    by_proxy: Rule = Rule()
    through_consulate: Rule = Rule()
    anonymous: Rule = Rule()
    from_abroad: Rule = Rule()
    online: Rule = Rule()
    languages: SpokenLanguages = SpokenLanguages()


class CentralAuthority(_Part, frozen=True, kw_only=True, gc=False):
    """Where requests of other states arrive, and since when where that is known."""

    name: str | None = None
    since: LawDate = UNKNOWN_DATE
    url: str | None = None
    languages: Languages = ()
    languages_note: str | None = None


class Assistance(Rule, frozen=True, kw_only=True, gc=False):
    """Is help given to foreign authorities without a treaty? `text` says what."""

    central_authority: CentralAuthority | None = None
    channel_note: str | None = None
    channel_source: tuple[str, ...] = ()


class Contact(_Part, frozen=True, kw_only=True, gc=False):
    phone: str | None = None
    url: str | None = None
    email: str | None = None
    phones: tuple[str, ...] = ()
    whatsapp: str | None = None
    note: str | None = None


class Channel(Sourced, frozen=True, kw_only=True, gc=False):
    """An authority or organisation that takes a report. `from_abroad`: can a private person abroad use it?"""

    id: str
    name: Names
    kind: ChannelKind
    aliases: tuple[str, ...] = ()
    contact: Contact = Contact()
    from_abroad: Answer = Answer.UNKNOWN
    from_abroad_note: str | None = None
    hours: str | None = None
    languages: Languages = ()
    since: LawDate = UNKNOWN_DATE
    note: str | None = None
    note_source: tuple[str, ...] = ()


class Contact247(Sourced, frozen=True, kw_only=True, gc=False):
    """The state's 24/7 contact for police of other states (never for private persons)."""

    holds: Answer = Answer.UNKNOWN
    name: str | None = None
    contact: str | None = None
    contact_note: str | None = None
    note: str | None = None


class Operator(Sourced, frozen=True, kw_only=True, gc=False):
    """A telephone operator and the E.164 prefixes first given to it: numbers are ported, so it is a lead.

    `identity_duty` left out: the state's `registration_duty` holds.
    """

    id: str
    name: str
    prefixes: tuple[str, ...] = ()
    identity_duty: Rule | None = None


class MobilePrefixes(Sourced, frozen=True, kw_only=True, gc=False):
    """Ranges of mobile numbers of the state where operators are not told apart."""

    prefixes: tuple[str, ...] = ()


class Telecom(_Part, frozen=True, kw_only=True, gc=False):
    """`registration_duty`: must the buyer of a line be identified?"""

    country_code: str
    registration_duty: Rule = Rule()
    operators: tuple[Operator, ...] = ()
    mobile: MobilePrefixes = MobilePrefixes()

    def identity_duty(self, operator: str) -> Rule:
        """The duty of the operator with that id to identify a buyer: its own, else the state's."""
        own = next((o.identity_duty for o in self.operators if o.id == operator), None)
        return own or self.registration_duty


class StateHazard(Sourced, frozen=True, kw_only=True, gc=False):
    """A law of the state that endangers somebody who reports: `for_` is who.

    `contact_with`: states contact with whose authorities it may punish, in its nationals anywhere and whoever lives there.
    """

    id: str
    contact_with: tuple[str, ...] = ()
    for_: str = field(name="for")
    law: str
    article: str
    risk: str
    text: str


class Consular(Sourced, frozen=True, kw_only=True, gc=False):
    takes_statements: Answer = Answer.UNKNOWN
    powers_of_attorney: Answer = Answer.UNKNOWN
    note: str | None = None


class State(_Part, frozen=True, kw_only=True, gc=False):
    """All that is known of one state (`facts/states/XX.yaml`)."""

    state: str
    names: Names
    legal_system: LegalSystem
    laws: tuple[Law, ...] = ()
    offences: tuple[Offence, ...] = ()
    offence_gaps: tuple[EventKind, ...] = ()
    jurisdiction: Jurisdiction = Jurisdiction()
    extradition: Extradition = Extradition()
    complaint: Complaint = Complaint()
    assistance: Assistance = Assistance()
    channels: tuple[Channel, ...] = ()
    contact_247: Contact247 = Contact247()
    telecom: Telecom
    data_retention: Rule = Rule()
    hazards: tuple[StateHazard, ...] = ()
    consular: Consular = Consular()
    notes: tuple[str, ...] = ()
    sources: dict[str, Source] = {}

    def law(self, law_id: str) -> Law | None:
        return next((law for law in self.laws if law.id == law_id), None)

    def channel(self, channel_id: str) -> Channel | None:
        """The channel with that id or alias."""
        return next((c for c in self.channels if channel_id == c.id or channel_id in c.aliases), None)


# ---------------------------------------------------------------- instruments


class PartyEvent(Sourced, frozen=True, kw_only=True, gc=False):
    """What a state did about an instrument, and when.

    `by`: the latest day it can have happened, where `on` is unknown. `effective`: the day from which a denunciation frees
    the state (`on` is the notice). A `reservation` (or declaration) changes nothing in whether the state is bound.
    """

    status: Status
    on: LawDate = UNKNOWN_DATE
    by: LawDate | None = None
    effective: LawDate | None = None
    note: str | None = None


class NotParty(Sourced, frozen=True, kw_only=True, gc=False):
    """Known not to be bound up to `as_of`; nothing is said of later days."""

    as_of: LawDate
    note: str | None = None


class Obligation(Sourced, frozen=True, kw_only=True, gc=False):
    """What obliges a state that is no party: a Security Council resolution, a declaration. `for_` is what it covers."""

    by: str
    for_: str = field(name="for")
    from_: LawDate = field(default=UNKNOWN_DATE, name="from")
    until: LawDate = OPEN


class Coverage(_Part, frozen=True, kw_only=True, gc=False):
    """For what day the list of parties was read, who can be a party at all, and how to read a state that is not listed."""

    as_of: str
    absent_means: Literal["unknown", "not_party"]
    eligible: tuple[str, ...] = ()


class Term(Sourced, frozen=True, kw_only=True, gc=False):
    """From when a state is bound after its deposit: that many days or months later, then at once or on the first of a month."""

    article: str
    days: int = 0
    months: int = 0
    first_of_month: bool = False


class OnlyPartiesOf(Sourced, frozen=True, kw_only=True, gc=False):
    """Only who is a party to another `instrument` can become one to this."""

    instrument: str
    article: str


class Measure(Sourced, frozen=True, kw_only=True, gc=False):
    """What the instrument lets one state ask of another, or makes it do. `id` only where it says two things on one measure."""

    id: str | None = None
    measure: MeasureKind
    articles: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    refusal_grounds: tuple[str, ...] = ()
    deadline: str | None = None
    note: str | None = None

    @property
    def named(self) -> str:
        """What stands for it in the id of a fact: `instruments/riyadh-1983#matters/…`."""
        return self.id or self.measure


class Instrument(_Part, frozen=True, kw_only=True, gc=False):
    """A treaty, a regional act, or the sourced fact that there is none (`absence`) (`facts/instruments/ID.yaml`).

    `parent` is the instrument of `only_parties_of`: put here when all facts are together, never written.
    """

    id: str
    title: Names
    kind: InstrumentKind
    absence: bool = False
    opened: LawDate = UNKNOWN_DATE
    adopted: LawDate = UNKNOWN_DATE
    in_force: LawDate = UNKNOWN_DATE
    not_in_force_as_of: LawDate | None = None
    term: Term | None = None
    depositary: str | None = None
    open_to: str
    only_parties_of: OnlyPartiesOf | None = None
    parent: "Instrument | None" = None
    coverage: Coverage
    source: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    matters: tuple[Measure, ...] = ()
    parties: dict[str, tuple[PartyEvent, ...]] = {}
    not_party: dict[str, NotParty] = {}
    obliged: dict[str, tuple[Obligation, ...]] = {}
    sources: dict[str, Source] = {}

    def names_state(self, state: str) -> bool:
        """Is anything at all known of that state here?"""
        return state in self.parties or state in self.not_party or state in self.coverage.eligible


# ---------------------------------------------------------------- platforms, hazards, words


class PlatformIdentifiers(_Part, frozen=True, kw_only=True, gc=False):
    """Forms of its identifiers: the one that stays, the one that changes, and its addresses."""

    stable: str
    handle: str
    url: tuple[str, ...] = ()
    note: str | None = None


class LawEnforcement(_Part, frozen=True, kw_only=True, gc=False):
    """For officers with an official address only: never a button for the person harmed."""

    url: str
    name: str
    preservation: str
    need: str


class Emergency(_Part, frozen=True, kw_only=True, gc=False):
    url: str
    when: str


class UserReports(_Part, frozen=True, kw_only=True, gc=False):
    blackmail: str
    intimate_images: str
    impersonation: str
    child: str
    non_user: str | None = None


class ImagePrograms(_Part, frozen=True, kw_only=True, gc=False):
    """Which hash programmes the platform takes part in."""

    stopncii: Answer
    takeitdown: Answer
    note: str


class Stated(Sourced, frozen=True, kw_only=True, gc=False):
    value: str


class Platform(Sourced, frozen=True, kw_only=True, gc=False):
    """A service (`facts/platforms/ID.yaml`). `controller`: who answers for it, by the region of the *user* (the suspect)."""

    id: str
    names: tuple[str, ...]
    operator: str
    controller: dict[str, str]
    products: tuple[str, ...]
    identifiers: PlatformIdentifiers
    subscriber_data: str
    retention: str
    law_enforcement: LawEnforcement
    emergency: Emergency
    user_reports: UserReports
    ncii_programs: ImagePrograms
    download_your_data: str
    foreign_authority_direct: str
    languages: Languages
    user_notice: Stated
    note: str | None = None
    sources: dict[str, Source] = {}


class HashProgram(Sourced, frozen=True, kw_only=True, gc=False):
    """A programme that blocks a picture by its hash, made on the person's own device."""

    id: str
    name: str
    operator: str
    for_whom: str
    url: str
    languages: Languages
    partners: str | None = None


class PlatformRule(Sourced, frozen=True, kw_only=True, gc=False):
    """A rule of law about providers that holds for many platforms.

    A duty to remove names its `law`, the day it was made (`adopted`), the day it binds (`since`), and the `hours` it leaves.
    """

    id: str
    text: str
    law: str = "unknown"
    adopted: LawDate = UNKNOWN_DATE
    since: LawDate = UNKNOWN_DATE
    hours: int = 0
    conditions: tuple[str, ...] = ()


class HazardRule(Sourced, frozen=True, kw_only=True, gc=False):
    """A danger to the person: how to ask for it, its signs, what to do, and which paths it forbids."""

    id: Risk
    text: Names
    ask: Names
    signs: tuple[str, ...]
    do: tuple[str, ...]
    dont: tuple[str, ...]
    escalate_to: str
    blocks_paths: tuple[str, ...] = ()
    changes: str | None = None


class Line(Sourced, frozen=True, kw_only=True, gc=False):
    """A crisis or report line; `state` may be `any`. A state without one is unknown: never show another state's number."""

    id: str
    state: str
    kind: str
    name: Names
    contact: str
    hours: str | None = None
    languages: Languages = ()
    warning: str | None = None


class Word(_Part, frozen=True, kw_only=True, gc=False):
    """A word of the product or of law in four languages. `prefer` and `avoid` are advice on Arabic usage by state."""

    id: str
    group: str
    ar: str
    en: str
    fr: str
    de: str
    definition: str
    prefer: str | None = None
    avoid: str | None = None


class Translation(_Part, frozen=True, kw_only=True, gc=False):
    """An English sentence of the facts in the other two languages: our wording, not the text of a treaty or law."""

    ar: str
    fr: str


class FormerState(Sourced, frozen=True, kw_only=True, gc=False):
    """A state that ceased to exist under that name, in what year, and the codes to ask about instead."""

    code: str
    names: Names
    ended: LawDate
    successors: tuple[str, ...]


class Facts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All facts of law, by id. `order` is the order in which hazards are asked, `wording` translates English sentences."""

    states: dict[str, State]
    instruments: dict[str, Instrument]
    platforms: dict[str, Platform]
    hazards: dict[str, HazardRule]
    order: tuple[str, ...]
    lines: dict[str, Line]
    hash_programs: dict[str, HashProgram]
    platform_rules: dict[str, PlatformRule]
    glossary: dict[str, Word]
    former_states: dict[str, FormerState]
    sources: dict[str, Source]
    wording: dict[str, Translation]

    def __post_init__(self) -> None:
        for name, instrument in self.instruments.items():
            if (within := instrument.only_parties_of) and instrument.parent is None:
                parent = self.instruments.get(within.instrument)
                self.instruments[name] = msgspec.structs.replace(instrument, parent=parent)

    def at(self, fact_id: str) -> tuple[Sourced, ...]:
        """The facts an id names (several for the events of one state). Raises KeyError when it names none."""
        kind, _, rest = fact_id.partition("/")
        name, _, path = rest.partition("#")
        try:
            found: Any = getattr(self, kind)[name]
            for step in path.split("/") if path else ():
                found = _below(found, step)
        except (AttributeError, KeyError, ValueError, IndexError, TypeError):
            raise KeyError(fact_id) from None
        facts = tuple(_facts_in(found))
        if not facts:
            raise KeyError(fact_id)
        return facts

    def sources_of(self, fact_id: str) -> tuple[Source, ...]:
        """The sources of what an id names, each once. Raises KeyError when it names nothing."""
        kind, _, rest = fact_id.partition("/")
        own: dict[str, Source] = getattr(getattr(self, kind)[rest.partition("#")[0]], "sources", {})
        found: dict[str, Source] = {}
        for fact in self.at(fact_id):
            for name in fact.source:
                source = self._provision(rest, fact) if name == PROVISION else own.get(name) or self.sources[name]
                found[str(source)] = source
        return tuple(found.values())

    def cite(self, *fact_ids: str) -> tuple[str, ...]:
        """The sources behind the facts as text, `title | address`, each once, in order."""
        return tuple(dict.fromkeys(str(source) for fact_id in fact_ids for source in self.sources_of(fact_id)))

    def confidence(self, *fact_ids: str) -> Confidence:
        """As sure as the least sure of the facts; `low` when there is none."""
        return weakest(fact.confidence for fact_id in fact_ids for fact in self.at(fact_id))

    def channel(self, channel_id: str) -> Channel | None:
        """The channel with that id or alias, in any state."""
        state = self.states.get(channel_id.partition(":")[0])
        return state.channel(channel_id) if state else None

    def lines_of(self, state: str) -> tuple[Line, ...]:
        """The crisis and report lines of that state, then those usable from anywhere."""
        return tuple(line for wanted in (state, "any") for line in self.lines.values() if line.state == wanted)

    def _provision(self, rest: str, fact: Sourced) -> Source:
        """The very law a fact names, as a source: its title, the state, the article."""
        if isinstance(fact, Law):
            return Source(title=fact.title.en)
        law_id, article = getattr(fact, "law", None) or "", getattr(fact, "article", None)
        state = self.states.get(rest.partition("#")[0])
        law = state.law(law_id) if state else None
        title = law.title.en if law else law_id
        if state and law and state.names.en not in title:
            title = f"{title} ({state.names.en})"
        return Source(title=f"{title}, art. {article}" if article else title)


def weakest(levels: Iterable[Confidence]) -> Confidence:
    """The lowest of the levels; `low` when there is none."""
    given = set(levels)
    if "low" in given or not given:
        return "low"
    return "medium" if "medium" in given else "high"


def _below(value: Any, step: str) -> Any:
    if isinstance(value, Instrument) and len(step) <= 3 and step.isupper():
        beside = (value.not_party[step],) if step in value.not_party else ()
        return (*value.parties.get(step, ()), *beside, *value.obliged.get(step, ()))
    if isinstance(value, dict):
        return value[step]
    if isinstance(value, tuple):
        named = tuple(x for x in value if step in _called(x))
        return named or value[int(step)]
    return getattr(value, step)


def _called(item: Any) -> tuple[str, ...]:
    """What an item of a list is called in an id: its id, measure or status; its place otherwise."""
    if isinstance(item, (NotParty, Obligation)):
        return ("not_party" if isinstance(item, NotParty) else "obliged",)
    return tuple(getattr(item, key) for key in ("id", "measure", "status") if hasattr(item, key))


def _facts_in(value: Any) -> Iterable[Sourced]:
    if isinstance(value, Sourced):
        return (value,)
    if isinstance(value, Instrument):
        return (Sourced(source=value.source, confidence="medium"),)
    return tuple(x for x in value if isinstance(x, Sourced)) if isinstance(value, tuple) else ()
