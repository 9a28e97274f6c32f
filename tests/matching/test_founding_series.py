"""Three women, one man: `longarm match` on their sealed bundles, as a caseworker would type it."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from longarm.casework.demo.build import build
from longarm.cli import main
from longarm.cli.schema import schema_of

CASES = Path(str(files("longarm.casework") / "demo" / "cases"))
SCENARIO = yaml.safe_load((Path(__file__).parent / "scenarios" / "libyan-women.match.yaml").read_text())


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Each case of the scenario sealed with its exhibits."""
    made = []
    for name in SCENARIO["cases"]:
        folder = tmp_path_factory.mktemp(name)
        (folder / "received").mkdir()
        for exhibit in build(name):
            (folder / "received" / exhibit.name).write_bytes(exhibit.data)
        out = str(folder / "bundle")
        assert main(["seal", str(folder / "received"), "--out", out, "--case", str(CASES / f"{name}.yaml"), "--json"]) == 0
        made.append(out)
    return made


def matched(capfd, *arguments: str) -> dict[str, object]:  # type: ignore[no-untyped-def]
    capfd.readouterr()
    assert main(["match", *arguments, "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    jsonschema.Draft202012Validator(schema_of("match")).validate(answer)
    return answer


def fits(line: dict[str, object], answer: dict[str, object]) -> bool:
    if "series" in line:
        return any(one["cases"] == line["series"] for one in answer["series"])  # type: ignore[attr-defined, index]
    return any(all(link[key] == value for key, value in line.items()) for link in answer["links"])  # type: ignore[attr-defined, index]


def test_the_founding_series_is_found_and_nothing_else(bundles: list[str], capfd) -> None:  # type: ignore[no-untyped-def]
    answer = matched(capfd, *bundles)
    for line in SCENARIO["expect"]:
        assert fits(line, answer), line
    for line in SCENARIO["never"]:
        assert not fits(line, answer), line
    assert len(answer["series"]) == 1  # type: ignore[arg-type]
    three = {"LY-2022-0601", "LY-2022-0602", "LY-2022-0603"}
    assert all(set(link["between"]) <= three for link in answer["links"])  # type: ignore[attr-defined, index]


def test_the_series_is_not_called_strong_on_one_number_each(bundles: list[str], capfd) -> None:  # type: ignore[no-untyped-def]
    alone = matched(capfd, *(str(CASES / f"libyan-women-{n}.yaml") for n in (1, 2, 3)))
    whole = matched(capfd, *bundles)
    assert [one["strength"] for one in alone["series"]] == ["medium"]  # type: ignore[attr-defined, index]
    assert [one["strength"] for one in whole["series"]] == ["strong"]  # type: ignore[attr-defined, index]
    assert len(alone["series"][0]["bridges"]) == 2  # type: ignore[index]
    assert whole["series"][0]["bridges"] == []  # type: ignore[index]


def test_the_two_threats_stand_side_by_side(bundles: list[str], capfd) -> None:  # type: ignore[no-untyped-def]
    answer = matched(capfd, *bundles)
    (link,) = (link for link in answer["links"] if link["reason"] == "reused_threat_text")  # type: ignore[attr-defined, index]
    assert {part["who"] for part in link["aligned"]} == {"both"}
    assert "آخر فرصة" in link["aligned"][0]["one"]
    assert set(link["text"]) == {"ar", "en", "fr"}
    assert link["waterfall"][0]["bits"] < 0 < link["waterfall"][1]["bits"]


def test_exhibits_of_a_bundle_are_added_to_a_case_file(bundles: list[str], capfd) -> None:  # type: ignore[no-untyped-def]
    two, three = str(CASES / "libyan-women-2.yaml"), str(CASES / "libyan-women-3.yaml")
    assert matched(capfd, two, three)["links"] == []
    added = matched(capfd, two, three, "--bundle", bundles[1], "--bundle", bundles[2])
    assert {link["reason"] for link in added["links"]} == {"near_image", "reused_threat_text"}  # type: ignore[attr-defined, index]


def test_the_text_for_a_person_speaks_three_languages(bundles: list[str], capfd) -> None:  # type: ignore[no-untyped-def]
    for language, word in (("ar", "السلسلة"), ("en", "Series"), ("fr", "Série")):
        assert main(["match", *bundles[:3], "--lang", language]) == 0
        assert word in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["libyan-women-1.yaml"], "at least two cases"),
        (["libyan-women-1.yaml", "nothing.yaml"], "nothing.yaml"),
        (["libyan-women-1.yaml", "."], "."),
    ],
)
def test_bad_input_is_one_sentence(arguments: list[str], said: str, capfd) -> None:  # type: ignore[no-untyped-def]
    assert main(["match", *(str(CASES / name) for name in arguments)]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert printed.err.count("\n") == 1


def test_two_contents_under_one_reference_are_refused(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "other.yaml"
    other.write_text((CASES / "libyan-women-1.yaml").read_text().replace("+201000000017", "+201000000018"))
    assert main(["match", str(CASES / "libyan-women-1.yaml"), str(other)]) == 2
    assert "given twice" in capfd.readouterr().err


def test_an_exhibit_outside_the_folder_of_the_case_is_not_opened(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    hostile = tmp_path / "case" / "hostile.yaml"
    hostile.parent.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    text = (CASES / "libyan-women-1.yaml").read_text()
    hostile.write_text(
        text + 'exhibits:\n  - {id: x1, file: ../secret.txt}\n  - {id: x2, file: /dev/zero}\n  - {id: x3, file: "a\\0b"}\n'
    )
    assert main(["match", str(hostile), str(CASES / "libyan-women-3.yaml"), "--json"]) == 0
    assert capfd.readouterr().err.count("it was not compared") == 3
