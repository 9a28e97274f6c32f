"""`longarm paths`: a case file in, what can be done out."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from longarm.cli.schema import schema_of

CASES = Path(__file__).parents[2] / "src/longarm/casework/demo/cases"
DAYS = {
    "shorouk": "2022-01-04",
    "shams": "2021-09-30",
    "ahmed": "2021-08-15",
    "ahmed-unknown-residence": "2021-08-15",
    "diplomat": "2020-06-01",
    "libyan-women-1": "2022-06-15",
    "strikeback": "2013-07-20",
}


def longarm(*arguments: str, lang: str = "C.UTF-8") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "longarm", "paths", *arguments]
    return subprocess.run(command, capture_output=True, env={"LANG": lang, "PATH": ""}, timeout=120, check=False)


def answer(case: str, *arguments: str) -> dict[str, Any]:
    done = longarm(str(CASES / f"{case}.yaml"), "--json", *arguments)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("case", DAYS)
def test_what_it_prints_is_what_its_schema_says(case: str) -> None:
    given = answer(case, "--as-of", DAYS[case])
    jsonschema.Draft202012Validator(schema_of("paths")).validate(given)
    assert (given["case"], given["as_of"]) != ("", "")
    assert given["as_of"] == DAYS[case]


def test_the_answer_has_the_keys_others_rely_on() -> None:
    given = answer("shorouk", "--as-of", "2022-01-04")
    assert {"case", "as_of", "offences", "jurisdiction", "paths", "identifiers", "hazards"} <= set(given)
    assert {"state", "law", "article", "events", "max_years", "confidence", "sources"} <= set(given["offences"][0])
    assert {"state", "basis", "holds", "events", "because"} <= set(given["jurisdiction"][0])
    path = next(p for p in given["paths"] if p["action"] == "subscriber_data" and p["requested"] == "LY")
    assert {"id", "rank", "status", "action", "forum", "requested", "by", "before", "basis", "obstacles", "opens_if", "documents",
            "deadline", "hazards", "confidence"} <= set(path)  # fmt: skip
    assert {"instrument", "articles", "binding", "why", "sources"} <= set(path["basis"][0])
    obstacle = next(o for o in path["obstacles"] if o["instrument"] == "arab-convention-2010")
    assert (obstacle["code"], obstacle["state"], sorted(obstacle["text"])) == ("not_ratified", "LY", ["ar", "en", "fr"])
    assert {"id", "normal", "state", "operator", "identity_duty", "perishes_on"} <= set(given["identifiers"][0])
    assert given["identifiers"][0]["normal"] == "+218910000017"


def test_a_national_number_is_read_by_the_state_of_its_service() -> None:
    given = answer("libyan-women-2", "--as-of", "2022-06-15")
    assert given["identifiers"][0]["normal"] == "+201000000017"
    assert given["identifiers"][0]["state"] == "EG"


@pytest.mark.parametrize(("lang", "words"), [("ar", "الخطوات الممكنة"), ("en", "Paths, in order"), ("fr", "Démarches")])
def test_it_reads_in_three_languages(lang: str, words: str) -> None:
    done = longarm(str(CASES / "shams.yaml"), "--as-of", "2021-09-30", "--lang", lang)
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert words in text
    assert "crc-opsc" in text or "«" in text or "“" in text
    for missing in ("{", "None", "paths-"):
        assert missing not in text, text[:400]


def test_the_language_of_the_terminal_is_used() -> None:
    done = longarm(str(CASES / "shorouk.yaml"), "--as-of", "2022-01-04", lang="ar_EG.UTF-8")
    assert "تقديم شكوى" in done.stdout.decode()


def test_codes_do_not_change_with_the_language() -> None:
    one, other = (answer("shorouk", "--as-of", "2022-01-04", "--lang", lang) for lang in ("ar", "fr"))
    assert one == other


def test_a_day_to_come_is_answered_with_a_note_on_the_age_of_the_facts() -> None:
    given = answer("shorouk", "--as-of", "2031-01-01")
    assert [note["code"] for note in given["notes"]] == ["after_the_last_check", "limitation_unknown"]


def test_events_after_the_day_are_left_out_and_said_to_be() -> None:
    given = answer("shorouk", "--as-of", "2021-12-29")
    assert {event for line in given["offences"] for event in line["events"]} == {"e1"}
    assert [note["code"] for note in given["notes"]] == ["events_left_out", "channels_unsure", "limitation_unknown"]


def written(folder: Path, **case: Any) -> str:
    file = folder / "case.json"
    file.write_text(json.dumps({"longarm": "case/1", "reference": "X-1", **case}))
    return str(file)


def refused(*arguments: str) -> str:
    done = longarm(*arguments)
    assert done.returncode == 2, done.stdout.decode()
    assert not done.stdout
    return done.stderr.decode()


def test_two_known_places_on_one_day_are_refused(tmp_path: Path) -> None:
    places = [{"state": "EG", "certainty": "known"}, {"state": "AE", "certainty": "known"}]
    file = written(tmp_path, persons=[{"id": "p1", "roles": ["suspect"], "locations": places}])
    assert "p1: two known places on the same day, EG and AE" in refused(file)


def test_an_act_before_birth_is_refused(tmp_path: Path) -> None:
    persons = [{"id": "p1", "roles": ["complainant"], "birth_year": "2010"}]
    file = written(tmp_path, persons=persons, events=[{"id": "e1", "kind": "contact", "at": "2009-01-01", "to": "p1"}])
    assert "e1 (2009-01-01) is before the birth of p1 (2010)" in refused(file)


def test_a_day_that_is_none_and_a_file_that_is_none_are_refused(tmp_path: Path) -> None:
    assert "2022-02-30" in refused(str(CASES / "shorouk.yaml"), "--as-of", "2022-02-30")
    assert refused(str(tmp_path / "no.yaml"))
    (tmp_path / "other.yaml").write_text("a: b\n")
    assert "not a case file" in refused(str(tmp_path / "other.yaml"))


def test_a_word_nobody_knows_is_kept_with_a_warning(tmp_path: Path) -> None:
    events = [{"id": "e1", "kind": "contact", "at": "2021-01-01", "via": "pigeon"}]
    done = longarm(written(tmp_path, events=events), "--as-of", "2021-02-01", "--json")
    assert done.returncode == 0
    assert "pigeon" in done.stderr.decode()


def test_an_empty_case_has_an_empty_answer(tmp_path: Path) -> None:
    done = longarm(written(tmp_path), "--as-of", "2021-02-01")
    assert done.returncode == 0
    assert "none" in done.stdout.decode()
