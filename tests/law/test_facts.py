"""The facts of law are compiled, checked, sourced, and found again by their ids."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from longarm.case.answer import Answer
from longarm.case.vocabulary import Risk
from longarm.errors import BadInput
from longarm.law import compile as compiler
from longarm.law.check import CHECKS, Fault, faults
from longarm.law.coverage import coverage
from longarm.law.dates import Checked, LawDate, Years
from longarm.law.load import COMPILED, load, read
from longarm.law.model import Facts, Instrument, NotParty, OnlyPartiesOf, PartyEvent, Rule, Source, Sourced, State
from longarm.law.sources import FOLDER, Read, digest, read_folder, yaml_files
from longarm.law.walk import every_fact
from longarm.strict_yaml import load_file
from longarm.texts import LANGUAGES, say

ROOT = Path(__file__).parents[2]
FACTS = load()
LEAGUE = frozenset(FACTS.instruments["arab-convention-2010"].coverage.eligible)


# ---------------------------------------------------------------- the compiled file


def test_the_compiled_file_was_made_from_the_yaml_as_it_stands() -> None:
    assert compiler.is_current(), "run: make facts"


def test_compiling_again_gives_the_same_bytes_and_no_fault() -> None:
    found = read_folder()
    assert faults(found) == []
    assert compiler.compiled(found) == compiler.TARGET.read_bytes()
    assert found.facts == FACTS


def test_a_changed_file_makes_it_stale(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    assert digest(folder) == digest()
    state = folder / "states" / "LY.yaml"
    state.write_bytes(state.read_bytes() + b"# a remark\n")
    assert digest(folder) != digest()


def test_the_package_carries_the_compiled_file_and_the_yaml() -> None:
    package = files("longarm.law")
    assert (package / COMPILED).is_file()
    assert (package / "facts" / "states" / "EG.yaml").is_file()


def test_the_facts_are_read_in_less_than_thirty_milliseconds() -> None:
    data = compiler.TARGET.read_bytes()
    spent = []
    for _ in range(7):
        start = time.process_time()
        read(data)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.030


def test_the_facts_are_all_there() -> None:
    assert len(FACTS.states) == 58
    assert set(FACTS.states) >= LEAGUE
    assert len(FACTS.instruments) == 99
    assert len(FACTS.platforms) == 27
    assert set(FACTS.hazards) == set(get_args(Risk))
    assert len(FACTS.glossary) == 309


# ---------------------------------------------------------------- ids and sources


def test_every_fact_is_found_again_by_its_id_with_its_sources() -> None:
    count = 0
    for name, fact in every_fact(FACTS):
        assert fact in FACTS.at(name), name
        assert bool(FACTS.sources_of(name)) is bool(fact.source) or len(FACTS.at(name)) > 1, name
        count += 1
    assert count > 4500


def test_a_fact_names_its_sources_as_a_person_reads_them() -> None:
    assert FACTS.cite("states/LY#offences/LY-PC-1953-452") == ("Penal Code (Libya), art. 452",)
    assert FACTS.cite("states/DE#offences/DE-StGB-263") == ("Criminal Code (Germany), art. 263",)
    (read_in,) = FACTS.cite("states/LY#laws/LY-6-2024")
    assert " | https://" in read_in
    assert FACTS.confidence("states/LY#offences/LY-PC-1953-452") == "low"
    assert FACTS.confidence("states/LY#laws/LY-6-2024", "states/LY#offences/LY-PC-1953-452") == "low"


@pytest.mark.parametrize(
    "wrong", ["states/XX", "states/EG#offences/none", "instruments/none#EG", "nonsense", "states/EG#names", ""]
)
def test_an_id_that_names_nothing_is_an_error(wrong: str) -> None:
    with pytest.raises(KeyError):
        FACTS.at(wrong)


def test_an_operator_without_a_duty_of_its_own_has_the_states() -> None:
    libya = FACTS.states["LY"].telecom
    assert libya.identity_duty("al-madar").holds is Answer.YES
    assert libya.identity_duty("al-madar") is libya.registration_duty


def test_a_channel_is_found_by_its_other_name_too() -> None:
    for state in FACTS.states.values():
        for channel in state.channels:
            for name in (channel.id, *channel.aliases):
                assert FACTS.channel(name) is channel


def test_a_state_without_a_line_gets_no_other_states_number() -> None:
    assert {line.state for line in FACTS.lines_of("EG")} == {"EG", "any"}
    assert {line.state for line in FACTS.lines_of("AQ")} <= {"any"}


# ---------------------------------------------------------------- dates and penalties


def test_open_and_no_lie_after_every_day() -> None:
    for word in ("open", "no"):
        assert LawDate.parse(word).on_or_before(date(2999, 1, 1)) is Answer.NO
        assert not LawDate.parse(word).happened
    assert LawDate.parse("unknown").on_or_before(date(2020, 1, 1)) is Answer.UNKNOWN
    assert LawDate.parse("2014").on_or_before(date(2014, 6, 1)) is Answer.UNKNOWN
    assert Checked.parse("never").last < date(1900, 1, 1)


def test_a_penalty_compares() -> None:
    assert Years.parse("life").reaches(4) is Answer.YES
    assert Years.parse("unknown").reaches(4) is Answer.UNKNOWN
    assert Years.parse("0.25").reaches(1) is Answer.NO
    for wrong in ("three", "-1", "1,5", ""):
        with pytest.raises(ValueError, match=r"^.*$"):
            Years.parse(wrong)


# ---------------------------------------------------------------- the lint


def state(name: str, **changed: Any) -> Callable[[Facts], Facts]:
    """The facts with one state changed."""

    def change(facts: Facts) -> Facts:
        new = msgspec.structs.replace(facts.states[name], **changed)
        return msgspec.structs.replace(facts, states={**facts.states, name: new})

    return change


def first(name: str, part: str, **changed: Any) -> Callable[[Facts], Facts]:
    """The facts with the first item of a list of a state changed."""
    items = getattr(FACTS.states[name], part)
    return state(name, **{part: (msgspec.structs.replace(items[0], **changed), *items[1:])})


def instrument(name: str, **changed: Any) -> Callable[[Facts], Facts]:
    def change(facts: Facts) -> Facts:
        new = msgspec.structs.replace(facts.instruments[name], **changed)
        return msgspec.structs.replace(facts, instruments={**facts.instruments, name: new})

    return change


def event(**what: Any) -> dict[str, tuple[PartyEvent, ...]]:
    dated = {key: LawDate.parse(value) if key in ("on", "by", "effective") else value for key, value in what.items()}
    return {"EG": (PartyEvent(source=("riyadh-text",), **dated),)}


EGYPT: State = FACTS.states["EG"]
RIYADH: Instrument = FACTS.instruments["riyadh-1983"]
GERMAN = FACTS.states["DE"].laws[0]
CHANNEL = FACTS.states["DE"].channels[0]
WRONG: dict[str, tuple[Callable[[Facts], Facts], str]] = {
    "a fact without source": (first("EG", "offences", source=()), "law-no-source"),
    "sure without having read": (first("EG", "offences", confidence="high", checked=Checked.parse("never")), "law-high-unread"),
    "a source nobody knows": (first("EG", "offences", source=("nowhere",)), "law-source-unknown"),
    "a source nobody names": (state("EG", sources={**EGYPT.sources, "spare": Source(title="spare")}), "law-source-unused"),
    "an answer without source": (state("EG", data_retention=Rule(holds=Answer.YES)), "law-no-source"),
    "a file of another name": (state("EG", state="LY"), "law-wrong-name"),
    "no Arabic name": (state("EG", names=msgspec.structs.replace(EGYPT.names, ar=None)), "law-no-arabic"),
    "the same law twice": (state("EG", laws=(*EGYPT.laws, EGYPT.laws[0])), "law-repeated-id"),
    "the same channel in two states": (state("EG", channels=(FACTS.states["LY"].channels[0],)), "law-repeated-id"),
    "a channel of another state": (first("EG", "channels", id="LY:police"), "law-bad-id"),
    "an embassy as a channel": (first("EG", "channels", id="EG:embassy"), "law-bad-id"),
    "repealed before in force": (
        first("EG", "laws", in_force=LawDate.parse("2010"), repealed=LawDate.parse("2001")),
        "law-dates",
    ),
    "in force before it was made": (first("EG", "laws", date=LawDate.parse("2018"), in_force=LawDate.parse("2011")), "law-dates"),
    "ends before it starts": (first("EG", "offences", from_=LawDate.parse("2010"), until=LawDate.parse("2009")), "law-dates"),
    "an offence of no law": (first("EG", "offences", law="EG-0-0000"), "law-no-such-law"),
    "an offence without events": (first("EG", "offences", events=()), "law-events"),
    "wants without demand": (first("EG", "offences", events=("contact",), wants=("money",)), "law-events"),
    "least above most": (first("EG", "offences", min_years=Years.parse("5"), max_years=Years.parse("3")), "law-years"),
    "a rule of no law": (state("EG", data_retention=Rule(law="EG-0-0000", source=("provision",))), "law-no-such-law"),
    "a language that is none": (first("EG", "channels", languages=("Arabic",)), "law-language"),
    "a prefix of another country": (
        state("EG", telecom=msgspec.structs.replace(EGYPT.telecom, country_code="+218")),
        "law-prefix",
    ),
    "an instrument of another name": (instrument("riyadh-1983", id="riyadh"), "law-wrong-name"),
    "no Arabic title": (instrument("riyadh-1983", title=msgspec.structs.replace(RIYADH.title, ar=None)), "law-no-arabic"),
    "a law without a French title": (first("DE", "laws", title=msgspec.structs.replace(GERMAN.title, fr=None)), "law-no-arabic"),
    "a channel without an Arabic name": (
        state("DE", channels=(msgspec.structs.replace(CHANNEL, name=msgspec.structs.replace(CHANNEL.name, ar=None)),)),
        "law-no-arabic",
    ),
    "a published title of no source": (
        first("DE", "laws", title=msgspec.structs.replace(GERMAN.title, fr_source=("nowhere",))),
        "law-source-unknown",
    ),
    "contact with oneself": (
        state("LB", hazards=(msgspec.structs.replace(FACTS.states["LB"].hazards[0], contact_with=("LB",)),)),
        "law-no-such-state",
    ),
    "two things said under one name": (
        instrument("riyadh-1983", matters=(*RIYADH.matters, msgspec.structs.replace(RIYADH.matters[0], id=None))),
        "law-repeated-id",
    ),
    "a party that is no state": (instrument("riyadh-1983", parties={"ZZ": ()}), "law-no-such-state"),
    "joined before it was adopted": (instrument("riyadh-1983", parties=event(status="signed", on="1901")), "law-dates"),
    "by beside a known day": (instrument("riyadh-1983", parties=event(status="signed", on="1990", by="1991")), "law-by"),
    "effective without withdrawal": (
        instrument("riyadh-1983", parties=event(status="signed", on="1990", effective="1991")),
        "law-effective",
    ),
    "an event that never ends": (instrument("riyadh-1983", parties=event(status="signed", on="open")), "law-dates"),
    "in force before ratified": (
        instrument(
            "riyadh-1983",
            parties={"EG": (*event(status="ratified", on="1999")["EG"], *event(status="in_force", on="1998")["EG"])},
        ),
        "law-dates",
    ),
    "a parent nobody holds": (
        instrument("budapest-protocol-2-2022", parent=None, only_parties_of=OnlyPartiesOf(instrument="ets-0", article="16")),
        "law-no-such-instrument",
    ),
    "an absence with parties": (instrument("riyadh-1983", absence=True), "law-absence"),
    "bound and known not to be": (
        instrument(
            "riyadh-1983",
            parties=event(status="in_force", on="1990"),
            not_party={"EG": NotParty(as_of=LawDate.parse("2000"), source=("riyadh-text",))},
        ),
        "law-both",
    ),
    "a hazard no case can name": (
        lambda facts: msgspec.structs.replace(facts, hazards={k: v for k, v in facts.hazards.items() if k != "self_harm"}),
        "law-risk",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_lint_refuses(name: str) -> None:
    change, message = WRONG[name]
    found = [fault for check in CHECKS for fault in check(change(FACTS))]
    assert message in {fault.message for fault in found}
    for fault in found:
        for language in LANGUAGES:
            assert say(fault.message, language, **fault.facts)


def test_what_a_treaty_says_twice_on_a_measure_is_cited_apart() -> None:
    judgments, sentences = (f"instruments/riyadh-1983#matters/{x}" for x in ("recognition-of-judgments", "serving-of-sentences"))
    assert [fact.articles for fact in FACTS.at(judgments)] == [("25-37",)]  # type: ignore[attr-defined]
    assert [fact.articles for fact in FACTS.at(sentences)] == [("58-63",)]  # type: ignore[attr-defined]
    assert not set(FACTS.cite(judgments)) & set(FACTS.cite(sentences))
    assert len(FACTS.at("instruments/riyadh-1983#matters/recognition")) == 2, "what cited both before still does"


def test_a_name_of_ours_is_told_from_a_published_one() -> None:
    titles = {law.id: law.title for code in ("DE", "EG", "FR", "TN") for law in FACTS.states[code].laws}
    assert [titles["DE-StGB"].is_ours(language) for language in LANGUAGES] == [True, False, True]
    assert [titles["EG-PC-58-1937"].is_ours(language) for language in LANGUAGES] == [False, False, True]
    assert [titles["TN-58-2017"].is_ours(language) for language in LANGUAGES] == [False, False, False]
    assert [titles["FR-CP"].is_ours(language) for language in LANGUAGES] == [True, False, False]


def test_no_channel_is_called_after_another_state() -> None:
    for code, held in FACTS.states.items():
        called = [(channel.id, channel.name) for channel in held.channels]
        for other in FACTS.states.keys() - {code}:
            for language in LANGUAGES:
                name = FACTS.states[other].names.in_language(language)
                wrong = {fact for fact, names in called if re.search(rf"\b{name}\b", names.in_language(language))}
                assert not wrong, f"{wrong}: {name}"


@pytest.mark.parametrize("key", ["confidence", "checked"])
def test_who_gives_a_source_also_says_how_sure_and_when(tmp_path: Path, key: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    file = folder / "states" / "LY.yaml"
    kept, gone = [], 0
    for line in file.read_text("utf-8").splitlines(keepends=True):
        if not gone and line.strip().startswith(f"{key}:"):
            gone = len(kept)
        else:
            kept.append(line)
    file.write_text("".join(kept), "utf-8")
    found = faults(read_folder(folder))
    assert [fault.facts["key"] for fault in found if fault.message == "law-triple"] == [key]
    assert found[0].facts["file"] == "states/LY.yaml"


def test_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    file = folder / "states" / "LY.yaml"
    file.write_text(file.read_text("utf-8").replace("legal_system:", "legal_sytem:"), "utf-8")
    with pytest.raises(BadInput, match="legal_system"):
        read_folder(folder)


def test_the_command_refuses_and_reports(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert compiler.main(["--check"]) == 0
    broken = Read(first("EG", "offences", source=())(FACTS), ())
    monkeypatch.setattr(compiler, "read_folder", lambda: broken)
    assert compiler.main(["--check"]) == 1
    assert "states/EG#offences/" in capsys.readouterr().err


def test_facts_grown_old_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert compiler.main(["--older-than", "100", "--as-of", "2026-12-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith("never") for line in lines)
    assert compiler.main(["--older-than", "100", "--as-of", "2027-12-01"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > len(lines)


# ---------------------------------------------------------------- what others name


def test_what_the_founding_cases_name_exists() -> None:
    laws = {law.id for s in FACTS.states.values() for law in s.laws}
    operators = {operator.id for s in FACTS.states.values() for operator in s.telecom.operators}
    known: dict[str, Any] = {"law": laws, "operator": operators, "instrument": FACTS.instruments}
    for path in sorted((ROOT / "tests/law/scenarios").glob("*.yaml")):
        told: Any = load_file(path).tree
        for wanted in (*told.get("expect", ()), *told.get("never", ())):
            for key, ids in known.items():
                named = wanted.get(key, [])
                for name in [named] if isinstance(named, str) else named:
                    assert name in ids or name == "unknown", f"{path.name}: {name}"
    for path in sorted((ROOT / "src/longarm/casework/demo/cases").glob("*.yaml")):
        case: Any = load_file(path).tree
        for happened in case.get("events", ()):
            if before := happened.get("before"):
                assert FACTS.channel(before) or before.endswith(":embassy"), f"{path.name}: {before}"


def test_no_file_is_left_unread() -> None:
    assert {path.parent.name for path in yaml_files()} == {"facts", "states", "instruments", "platforms", "wording"}
    assert isinstance(Fault("law-dates", {}), Fault)
    assert Sourced().confidence == "low"


def test_the_table_of_the_documentation_is_current() -> None:
    assert (ROOT / "docs/law.md").read_text("utf-8").endswith(coverage(FACTS)), "see docs/law.md, last section"
