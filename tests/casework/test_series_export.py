"""Basma takes a series to the prosecutor: one bundle that anybody can check, in which no woman can be found; and what stays."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from longarm.case.file import parse_case
from longarm.casework.audit import read_record
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, open_case, save_case
from longarm.casework.day import approvals
from longarm.casework.demo.build import build
from longarm.casework.intake import holder, returns
from longarm.casework.intake.submit import submit
from longarm.casework.life.subject_export import subject_export
from longarm.casework.matches.exporting import Chosen, ask_for_series, export_series, standing
from longarm.casework.matches.judging import judge
from longarm.casework.matches.leaving import named_by
from longarm.casework.matches.links import series_of
from longarm.casework.node import node
from longarm.casework.people.team import add_member
from longarm.casework.proof import custody
from longarm.casework.proof.child_road import set_child
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import Rules, change_rules
from longarm.cli.schema import schema_of
from longarm.documents.series_proves import proves
from longarm.errors import BadInput
from longarm.evidence.verify import verify
from longarm.intake.report import Report
from longarm.matching.weights import Reason
from longarm.store.models import Approval
from longarm.texts import LANGUAGES
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CASES = files("longarm.casework.demo") / "cases"
BIN = Path(sys.executable).parent
SHOROUK = AMAL.replace("0007", "0008").replace("alias: Amal", "alias: Shorouk").replace("at: 2025-12-30", "at: 2025-12-28")
# What is of women 1 to 3, in every shape in which a case file holds it.
HERS = (
    "Planted", "Namefield", "+218919999991", "919999991", "planted.one@example.org", "Hidden-Ref-1", "woman 1", "woman 2",
    "sister's kitchen", "a note of hers", "Witchword", "amal-planted", "an activist",
)  # fmt: skip


@pytest.fixture
def people() -> People:
    return everybody()


def woman(actor, number: int) -> UUID:  # type: ignore[no-untyped-def]
    """A case of the founding series, with everything of hers in it that could slip out."""
    name = f"libyan-women-{number}"
    text = (CASES / f"{name}.yaml").read_text("utf-8")
    text = text.replace(f"LY-2022-060{number}", f"Hidden-Ref-{number}")
    text = text.replace(f"alias: woman {number},", f"alias: woman {number}, legal_name: Planted Namefield{number},")
    text = text.replace("roles: [suspect],", "roles: [suspect], alias: brother of Planted, note: Witchword,")
    if number == 1:
        more = '  - {id: amal-planted, type: phone, value: "+218919999991", used_by: complainant, note: "a note of hers"}\n'
        more += '  - {id: own-2, type: email, value: "planted.one@example.org", used_by: complainant}\n'
        more += '  - {id: fake-1, type: url, value: "https://example.com/woman%201/919999991", used_by: suspect-1}\n'
        text = text.replace("identifiers:\n", f"identifiers:\n{more}")
        text = text.replace("alias: woman 1,", 'alias: woman 1, safe_contact: "her sister\'s kitchen, 0919999991",')
    case = open_case(actor, text).id
    for made in build(name) if number > 1 else ():
        if made.name.startswith("facebook"):
            process_exhibit(actor, add_exhibit(actor, case, io.BytesIO(made.data), "Planted Namefield.zip", "Planted herself"))
    return case


@pytest.fixture
def women(people: People) -> tuple[UUID, ...]:
    return tuple(woman(people.basma, number) for number in (1, 2, 3))


def seen(actor, case: UUID) -> UUID:  # type: ignore[no-untyped-def]
    """What the page of the series offers."""
    return named_by(series_of(actor, case).leaving.ids, exhibits=False)


def chosen(actor, case: UUID, **more: bool) -> Chosen:  # type: ignore[no-untyped-def]
    return Chosen(seen(actor, case), "en", **{"asked": True, **more})


def taken(actor, case: UUID, choice: Chosen | None = None) -> zipfile.ZipFile:  # type: ignore[no-untyped-def]
    handed = export_series(actor, case, choice or chosen(actor, case))
    with handed.file:
        data = handed.file.read()
    assert len(data) == handed.size
    return zipfile.ZipFile(io.BytesIO(data))


def read(bundle: zipfile.ZipFile, end: str) -> bytes:
    return next(bundle.read(name) for name in bundle.namelist() if name.endswith(end))


def said_in(pdf: bytes) -> str:
    pages = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(re.sub("[\u2066-\u2069]", "", unicodedata.normalize("NFKC", pages)).split())


def written(bundle: zipfile.ZipFile) -> str:
    """All that longarm wrote, as text; of exhibits nothing is there unless they were chosen."""
    parts = [name + "\n" + bundle.read(name).decode("utf-8", "replace") for name in bundle.namelist() if "/original/" not in name]
    return "\n".join([*parts, said_in(read(bundle, "series.pdf"))])


# What goes


def test_one_bundle_that_anybody_can_check_and_in_which_no_woman_can_be_found(
    people: People, women: tuple[UUID, ...], tmp_path: Path
) -> None:
    judge(people.basma, women[0], women[1], "same", "Planted told me so herself")
    bundle = taken(people.basma, women[0])
    text = written(bundle)
    for word in (*HERS, "Planted told me", *map(str, women)):
        assert word.casefold() not in text.casefold(), word
    assert "+201100000017" in text  # his
    assert not any("/exhibits/" in name for name in bundle.namelist())
    bundle.extractall(tmp_path)
    [folder] = tmp_path.iterdir()
    assert verify(folder).sound
    subprocess.run([str(BIN / "bagit.py"), "--validate", "--quiet", "."], cwd=folder, check=True)
    told = json.loads(read(bundle, "series.json"))
    Draft202012Validator(schema_of("series")).validate(told)
    assert (len(told["cases"]), told["left_out"], told["series"]["strength"]) == (3, 0, "strong")
    assert [one["role"] for one in told["decided"]] == ["coordinator"]
    assert "why" not in told["decided"][0]
    assert sum(one["kept_back"] for one in told["cases"]) == 1  # the page that has her name in its address
    for one in told["cases"]:
        facts = parse_case(read(bundle, one["facts"]).decode(), one["facts"]).case
        assert facts.reference == one["key"]
        assert all(person.alias is None for person in facts.persons)
        assert {one.used_by for one in facts.identifiers} == {"suspect-1"}


def test_the_paper_says_what_each_kind_of_sign_proves_and_names_exhibits_that_stay(
    people: People, women: tuple[UUID, ...]
) -> None:
    bundle = taken(people.basma, women[2])
    paper = said_in(read(bundle, "series.pdf"))
    for words in (
        "does not prove",
        "Who held it then",
        "threats are copied",
        "can be asked for by number",
        "stay with the organisation: 1",
    ):
        assert words in paper
    told = json.loads(read(bundle, "series.json"))
    exhibits = [one for case in told["cases"] for one in case["exhibits"]]
    assert len(exhibits) == 2
    assert all(one["id"] in paper and one["sha256"][:12] in paper and not one["here"] for one in exhibits)


def test_exhibits_go_only_where_they_were_chosen_under_numbers_of_the_bundle(
    people: People, women: tuple[UUID, ...], tmp_path: Path
) -> None:
    bundle = taken(people.basma, women[0], chosen(people.basma, women[0], exhibits=True))
    originals = [name for name in bundle.namelist() if "/original/" in name]
    assert len(originals) == 2
    described = [json.loads(bundle.read(name)) for name in bundle.namelist() if name.endswith("/exhibit.json")]
    assert {one["name"] for one in described} == {"E0001.zip", "E0002.zip"}
    assert all("from" not in one["received"] and not one.get("derived") for one in described)
    for word in ("Planted", "herself"):
        assert word not in written(bundle)
    bundle.extractall(tmp_path)
    [folder] = tmp_path.iterdir()
    assert verify(folder).sound


def test_in_each_case_stands_that_it_went_and_nothing_stays_on_the_node(people: People, women: tuple[UUID, ...]) -> None:
    before = sorted(node().vault.rglob("*"))
    taken(people.basma, women[0])
    assert [one for one in sorted(node().vault.rglob("*")) if one.is_file()] == [one for one in before if one.is_file()]
    lines = [act.line for act in read_record(people.dina) if act.line.action == "series-exported"]
    assert {str(line.case) for line in lines} == set(map(str, women))
    assert len({line.object for line in lines}) == len(women), "nor does a column of the record tell which are of one series"
    for case in women:
        last = json.loads(custody.lines(open_for(people.basma, case))[-1])
        assert (last["action"], last["object"], last["purpose"]) == ("exported", "bundle", "prosecution")
        assert not any(str(other) in json.dumps(last) for other in women)
    hers = zipfile.ZipFile(io.BytesIO(b"".join(subject_export(people.basma, women[0]).blocks)))
    told = hers.read("who-saw-what.json").decode()
    assert "bundle-exported" in told  # she reads that it went, and of no series
    assert "series" not in told


# What stays


def reported(people: People, text: str, *uses: str) -> tuple[str, UUID]:
    token = submit(Report(language="ar", words="يهددني", child="no", consents=uses)).token  # type: ignore[arg-type]
    case = returns.holder_of(token).case
    save_case(people.basma, case, parse_case(text, "case").case, 1)
    return token, case


def test_her_no_keeps_her_case_in_and_her_no_between_page_and_press_is_heard(people: People, settings) -> None:  # type: ignore[no-untyped-def]
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    amal, one = reported(people, AMAL, "matching", "authorities")
    _, two = reported(people, SHOROUK, "matching", "authorities")
    noor, three = reported(people, AMAL.replace("0007", "0009").replace("Amal", "Noor"), "matching")
    plan = series_of(people.basma, one).leaving
    assert (set(plan.ids), plan.not_allowed, plan.unasked) == ({one, two}, 1, False)
    told = json.loads(read(taken(people.basma, three, chosen(people.basma, three, asked=False)), "series.json"))
    assert (len(told["cases"]), told["left_out"]) == (2, 1)
    page = chosen(people.basma, one)
    holder.allow(returns.holder_of(noor), "authorities")
    with pytest.raises(Conflict):  # other cases would go than were seen
        export_series(people.basma, one, page)
    page = chosen(people.basma, one)
    holder.take_back(returns.holder_of(noor), "authorities")
    holder.take_back(returns.holder_of(amal), "authorities")
    with pytest.raises(BadInput, match="two cases that may go"):
        export_series(people.basma, one, page)
    assert series_of(people.basma, one).leaving.ids == ()


@pytest.mark.parametrize("what", ["her no", "another version", "a child"])
def test_what_changes_while_the_bundle_is_being_sealed_is_heard_too(
    people: People,
    monkeypatch,
    settings,
    what: str,  # type: ignore[no-untyped-def]
) -> None:
    from longarm.casework.matches import exporting

    settings.LONGARM_INTAKE = str(people.basma.organisation)
    amal, one = reported(people, AMAL, "matching", "authorities")
    reported(people, SHOROUK, "matching", "authorities")
    choice, sealing = chosen(people.basma, one), exporting.seal

    def slowly(*given: object, **named: object) -> object:
        if what == "her no":
            holder.take_back(returns.holder_of(amal), "authorities")
        elif what == "a child":
            set_child(people.basma, one, True, "she is fifteen")
        else:
            save_case(people.basma, one, case_at(open_for(people.basma, one)).case, 2)
        return sealing(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "seal", slowly)
    before = [file for file in node().vault.rglob("*") if file.is_file()]
    with pytest.raises(Conflict):
        export_series(people.basma, one, choice)
    assert [file for file in node().vault.rglob("*") if file.is_file()] == before
    assert not any(act.line.action == "series-exported" for act in read_record(people.dina))


@pytest.mark.parametrize("how", ["minor", "risk", "withheld"])
def test_a_case_where_a_child_may_be_concerned_never_goes(people: People, how: str) -> None:
    text = AMAL.replace("0007", "0009")
    if how == "minor":
        text = text.replace("birth_year: 1996", "minor: true")
    cases = [
        open_case(people.basma, one).id for one in (AMAL, SHOROUK, text + ("risks: [child_at_risk]\n" if how == "risk" else ""))
    ]
    if how == "withheld":
        kept = add_exhibit(people.basma, cases[2], io.BytesIO(b"\xff\xd8\xff\xe0" + bytes(90)), "photo.jpg")
        withhold(people.basma, kept, Known(where="his account", how="she said so"))
    plan = series_of(people.basma, cases[2]).leaving
    assert (set(plan.ids), plan.child) == (set(cases[:2]), 1)
    told = json.loads(read(taken(people.basma, cases[2]), "series.json"))
    assert len(told["cases"]) == 2


def test_a_number_that_is_a_womans_in_a_case_that_stays_is_not_called_his_in_one_that_goes(people: People) -> None:
    number = "+218910000099"
    his = f'  - {{id: phone-2, type: phone, value: "{number}", used_by: suspect-1}}\n'
    his += '  - {id: page-2, type: account, value: "100000000000777", platform: facebook, used_by: suspect-1}\n'
    hers = his.replace("suspect-1", "complainant")
    hers = hers.replace('"100000000000777"', '"https://www.facebook.com/profile.php?id=100000000000777"')  # spelled otherwise
    one = open_case(people.basma, AMAL.replace("events:\n", his + "events:\n")).id
    open_case(people.basma, SHOROUK)
    stays = AMAL.replace("0007", "0009").replace("events:\n", hers + "events:\n")
    open_case(people.basma, stays.replace("alias: Amal", "alias: Noor, consents: {authorities: no}"))
    bundle = taken(people.basma, one)
    for digits in (number[4:], "100000000000777"):
        assert digits not in written(bundle)
    assert "belongs to somebody who was harmed" in said_in(read(bundle, "series.pdf"))


def test_who_may(people: People, women: tuple[UUID, ...]) -> None:
    choice = chosen(people.basma, women[0])
    for stranger in (people.karim, people.rana):
        with pytest.raises(NotFound):
            export_series(stranger, women[0], choice)
    with pytest.raises(NotAllowed):
        export_series(people.dina, women[0], choice)
    add_member(people.basma, women[0], people.rana.user)
    with pytest.raises(NotFound):  # of one case only: no series to her
        export_series(people.rana, women[0], choice)
    add_member(people.basma, women[2], people.rana.user)
    told = json.loads(read(taken(people.rana, women[0]), "series.json"))
    assert (len(told["cases"]), told["left_out"]) == (2, 0)  # the other is not hers to know of, and not counted
    with pytest.raises(BadInput):  # nobody outside can be asked: she answers for it, or it stays
        export_series(people.rana, women[0], chosen(people.rana, women[0], asked=False))


def test_more_exhibits_than_can_be_sealed_while_a_person_waits_are_refused_at_once(
    people: People, women: tuple[UUID, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longarm.casework.matches.exporting.MOST_BYTES", 4)
    add_exhibit(people.basma, women[0], io.BytesIO(b"12345"), "long.txt")
    choice = chosen(people.basma, women[0], exhibits=True)
    for go in (
        lambda: export_series(people.basma, women[0], choice),
        lambda: ask_for_series(people.basma, women[0], choice, "why"),
    ):
        with pytest.raises(BadInput, match="too much for one bundle"):
            go()
    assert taken(people.basma, women[0]).testzip() is None


# Two persons


def test_two_agree_on_these_cases_in_this_way_and_it_goes_once(people: People, women: tuple[UUID, ...]) -> None:
    for case in women:
        add_member(people.basma, case, people.rana.user)
    change_rules(people.basma, Rules(two_for=frozenset({"export"})))
    choice = chosen(people.basma, women[0])
    plan = series_of(people.basma, women[0]).leaving
    with pytest.raises(NotAllowed):
        export_series(people.basma, women[0], choice)
    with pytest.raises(BadInput):
        ask_for_series(people.basma, women[0], choice, " ")
    assert ask_for_series(people.basma, women[0], choice, "The prosecutor of Cairo asked") == 3
    rows = list(Approval.objects.all())
    assert len({row.object for row in rows}) == 3  # no column tells which cases are of one series
    approvals.answer(people.rana, rows[0].id, agreed=True)
    assert standing(people.basma, plan, exhibits=False) == "waiting"
    with pytest.raises(NotAllowed):
        export_series(people.basma, women[0], choice)
    for row in rows[1:]:
        approvals.answer(people.rana, row.id, agreed=True)
    assert (standing(people.basma, plan, exhibits=False), standing(people.basma, plan, exhibits=True)) == ("agreed", "ask")
    with pytest.raises(NotAllowed):  # agreed to without exhibits
        export_series(people.basma, women[0], chosen(people.basma, women[0], exhibits=True))
    assert taken(people.basma, women[0], choice).testzip() is None
    with pytest.raises(NotAllowed):
        export_series(people.basma, women[0], choice)
    [asked] = approvals.approvals_of(open_for(people.rana, women[1]))
    reason = re.sub("[\u2068\u2069]", "", asked.reason)
    assert reason == "Bundle for the prosecutor on a series of 3 cases, without exhibits: The prosecutor of Cairo asked"


@pytest.mark.parametrize("what", ["another version", "another exhibit"])
def test_what_was_agreed_to_is_what_goes(people: People, what: str) -> None:
    cases = [open_case(people.basma, one).id for one in (AMAL, SHOROUK)]
    for case in cases:
        add_member(people.basma, case, people.rana.user)
        add_exhibit(people.basma, case, io.BytesIO(b"one"), "one.txt")
    change_rules(people.basma, Rules(two_for=frozenset({"export"})))
    choice = chosen(people.basma, cases[0], exhibits=True)
    ask_for_series(people.basma, cases[0], choice, "The prosecutor of Cairo asked")
    for row in Approval.objects.all():
        approvals.answer(people.rana, row.id, agreed=True)
    if what == "another exhibit":
        add_exhibit(people.basma, cases[1], io.BytesIO(b"her diary"), "diary.txt")
    else:
        save_case(people.basma, cases[1], case_at(open_for(people.basma, cases[1])).case, 1)
    assert standing(people.basma, series_of(people.basma, cases[0]).leaving, exhibits=True) == "ask"
    with pytest.raises(NotAllowed):
        export_series(people.basma, cases[0], choice)


def test_every_kind_of_sign_says_what_it_proves_and_what_not() -> None:
    for language in LANGUAGES:
        assert len(proves(get_args(Reason), language).rows) == len(get_args(Reason))
