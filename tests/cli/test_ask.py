"""`longarm ask`: a few facts in, what can be done out; without a name, and nothing stored."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from longarm.cli.schema import schema_of


def ask(*arguments: str, lang: str = "C.UTF-8", where: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "longarm", "ask", *arguments]
    environment = {"LANG": lang, "PATH": ""}
    return subprocess.run(
        command, capture_output=True, stdin=subprocess.DEVNULL, env=environment, timeout=120, check=False, cwd=where
    )


def answer(*arguments: str) -> dict[str, Any]:
    done = ask(*arguments, "--json")
    assert done.returncode == 0, done.stderr.decode()
    given: dict[str, Any] = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema_of("ask")).validate(given)
    return given


def test_shorouks_question_without_her_name() -> None:
    given = answer(
        "--harmed-in",
        "EG",
        "--suspect-in",
        "LY",
        "--demand",
        "sexual",
        "--pictures",
        "yes",
        "--minor",
        "no",
        "--as-of",
        "2022-01-04",
    )
    paths = {path["id"]: path for path in given["paths"]}
    assert paths["hash_block:stopncii"]["rank"] == 1
    assert paths["file_complaint:EG"]["status"] == "open"
    asked = {basis["instrument"]: basis["binding"] for basis in paths["subscriber_data:EG:LY"]["basis"]}
    assert (asked["riyadh-1983"], asked["arab-convention-2010"]) == ("yes", "no")


def test_where_he_is_counts_as_told_and_opens_nothing_there() -> None:
    given = answer("--harmed-in", "EG", "--suspect-in", "LY", "--demand", "money", "--as-of", "2022-01-04")
    towards = [path for path in given["paths"] if "LY" in (path["forum"], path["requested"])]
    assert towards
    assert all(path["status"] != "open" for path in towards)


def test_a_libyan_number_alone_leads_to_its_operator() -> None:
    given = answer("--harmed-in", "EG", "--number-of", "LY", "--demand", "sexual", "--as-of", "2022-01-04")
    assert [line["state"] for line in given["identifiers"]] == ["LY"]
    assert "subscriber_data:EG:LY" in {path["id"] for path in given["paths"]}


def test_a_child_changes_everything() -> None:
    given = answer("--harmed-in", "IQ", "--suspect-in", "DE", "--demand", "sexual", "--minor", "yes", "--as-of", "2026-11-25")
    assert given["paths"][0]["action"] == "child_protection"
    assert "child_at_risk" in {hazard["id"] for hazard in given["hazards"]}


def test_a_published_picture_on_instagram_must_go_within_two_days_and_before_the_law_it_need_not() -> None:
    told = ("--harmed-in", "EG", "--platform", "انستغرام", "--pictures", "yes", "--published", "yes")
    duty = {path["id"]: path for path in answer(*told, "--as-of", "2026-11-29")["paths"]}["removal_request:instagram"]
    assert duty["documents"] == ["platform-report-ncii"]
    early = {path["id"] for path in answer(*told, "--as-of", "2025-05-01")["paths"]}
    assert "removal_request:instagram" not in early


def test_two_days_say_what_changed_and_which_facts_made_it() -> None:
    given = answer(
        "--harmed-in", "EG", "--suspect-in", "LY", "--number-of", "LY", "--as-of", "2022-10-01", "--compared-with", "2013-05-01"
    )
    assert (given["before"], given["after"]) == ("2013-05-01", "2022-10-01")
    opened = {change["path"]: change for change in given["changes"] if change["kind"] == "opened"}
    assert "instruments/riyadh-1983#EG/in_force" in opened["subscriber_data:EG:LY"]["facts"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say at least --harmed-in"),
        (["--demand", "money"], "Add --harmed-in"),
        (["--minor", "yes"], "Add --harmed-in"),
        (["--harmed-in", "Egipt"], "Did you mean EG (Egypt)?"),
        (["--harmed-in", "EG", "--suspect-in", "QQ"], "is no state"),
        (["--harmed-in", "EG", "--number-of", "YU"], "YU"),
        (["--harmed-in", "EG", "--as-of", "2022-02-30"], "2022-02-30"),
        (["--harmed-in", "EG", "--as-of", "2022-02-01", "--compared-with", "2022-02-01"], "Two different days"),
        (["--harmed-in", "EG", "--minor", "perhaps"], "perhaps"),
        (["--harmed-in", "EG", "--platform", "Orkut"], "Known are: Apple"),
    ],
)
def test_bad_flags_give_one_sentence(arguments: list[str], sentence: str) -> None:
    done = ask(*arguments)
    told = done.stderr.decode()
    assert done.returncode == 2
    assert sentence in told
    assert told.count("\n") == 1
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("lang", "words"), [("ar", "أرقام للمساعدة أولًا"), ("en", "Lines to call first"), ("fr", "Lignes à appeler")]
)
def test_lines_of_help_come_before_any_advice(lang: str, words: str) -> None:
    done = ask("--harmed-in", "EG", "--suspect-in", "LY", "--demand", "money", "--lang", lang)
    text = done.stdout.decode()
    assert text.startswith(words)
    assert "16328" in text
    for missing in ("{", "None", "paths-", "ask-"):
        assert missing not in text


def test_a_state_without_a_line_gets_no_other_states_number() -> None:
    text = ask("--harmed-in", "JP", "--demand", "money").stdout.decode()
    assert "No line in this state is known" in text
    assert "16328" not in text


def test_names_of_states_are_understood_in_every_language() -> None:
    english = answer("--harmed-in", "Egypt", "--suspect-in", "Libya", "--as-of", "2022-01-04")
    arabic = answer("--harmed-in", "مصر", "--suspect-in", "ليبيا", "--as-of", "2022-01-04")
    assert english == arabic


def test_a_dialogue_on_a_terminal(tmp_path: Path) -> None:
    master, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "longarm", "ask", "--lang", "ar", "--json", "--as-of", "2022-01-04"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": "", "LANG": "C.UTF-8"},
        cwd=tmp_path,
    )
    os.close(terminal)
    # An unclear answer is asked again; Arabic digits are digits; an empty line is unknown.
    os.write(master, "مصرر\nمصر\nليبيا\n\n\n٢\nلا\nنعم\n\n".encode())
    told, asked = process.communicate(timeout=120)
    os.close(master)
    assert process.returncode == 0, asked.decode()
    assert asked.decode().count("في أي دولة أنت") == 2
    by_flags = answer(
        "--harmed-in",
        "EG",
        "--suspect-in",
        "LY",
        "--demand",
        "sexual",
        "--minor",
        "no",
        "--pictures",
        "yes",
        "--as-of",
        "2022-01-04",
    )
    assert json.loads(told) == by_flags
    assert list(tmp_path.iterdir()) == []


def test_a_case_file_can_be_asked_for_two_days() -> None:
    case = Path(__file__).parents[2] / "src/longarm/casework/demo/cases/shorouk.yaml"
    command = [
        sys.executable,
        "-m",
        "longarm",
        "paths",
        str(case),
        "--as-of",
        "2022-01-04",
        "--compared-with",
        "2026-11-24",
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, env={"PATH": "", "LANG": "C.UTF-8"}, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    given = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema_of("paths")).validate(given)
    assert (given["case"], given["before"], given["after"]) == ("EG-2022-0104", "2022-01-04", "2026-11-24")
