"""What somebody may hand over to hurt the program, through `longarm match` and `longarm identify` as anybody would run them."""

import io
import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from longarm.cli import main

CASES = Path(str(files("longarm.casework") / "demo" / "cases"))
THREAT = "آخر فرصة قبل ما أنشر صورك عند أهلك وكل العيلة، ادفع المبلغ على المحفظة وإلا هتنزل في كل مكان"


def case_with(folder: Path, number: int, **exhibits: bytes) -> str:
    """A case of the founding three in a folder of its own, with these files as exhibits."""
    folder.mkdir()
    named = []
    for name, data in exhibits.items():
        file = name.replace("_", ".")
        (folder / file).write_bytes(data)
        named.append(f"  - {{id: {name.replace('_', '-')}, file: {file}}}\n")
    text = (CASES / f"libyan-women-{number}.yaml").read_text()
    (folder / "case.yaml").write_text(f"{text}exhibits:\n{''.join(named)}")
    return str(folder / "case.yaml")


def chat(*messages: str) -> bytes:
    return "".join(f"[03/06/2022, 21:1{n}:00] Him: {text}\n" for n, text in enumerate(messages)).encode()


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def matched(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[dict[str, list[dict[str, object]]], str]:
    capfd.readouterr()
    assert main(["match", *arguments, "--json", "--lang", "en"]) == 0
    printed = capfd.readouterr()
    return json.loads(printed.out), printed.err


def test_pictures_that_cannot_be_compared_are_named_and_the_others_are_compared(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (12, 16, 3), dtype=np.uint8)
    seen = Image.fromarray(noise).resize((640, 480), Image.Resampling.BICUBIC)
    other = Image.fromarray(noise[::-1, ::-1]).resize((640, 480), Image.Resampling.BICUBIC).rotate(30)
    one = case_with(
        tmp_path / "one", 2,
        huge_png=saved(Image.new("1", (10_000, 10_001)), "PNG"),
        moving_gif=saved(seen, "GIF", save_all=True, append_images=[other]),
        broken_jpg=saved(seen, "JPEG")[:4000],
    )  # fmt: skip
    two = case_with(tmp_path / "two", 3, copy_jpg=saved(seen, "JPEG", quality=60))
    answer, said = matched(capfd, one, two)
    assert "huge.png" in said
    assert "broken.jpg" in said
    assert "moving.gif" not in said
    (link,) = (link for link in answer["links"] if link["reason"] == "near_image")
    assert {place["what"] for place in link["because"]} == {"moving-gif", "copy-jpg"}  # type: ignore[attr-defined, index]


def test_walls_of_text_and_turned_directions_neither_stop_nor_hide_anything(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hidden = "\u202e".join(THREAT[i : i + 7] for i in range(0, len(THREAT), 7)) + "\u2066\u200f"
    one = case_with(tmp_path / "one", 2, chat_txt=chat("ا" * 1_000_000, hidden), wall_txt=b"x" * 1_000_000)
    two = case_with(tmp_path / "two", 3, chat_txt=chat(THREAT))
    answer, _ = matched(capfd, one, two)
    assert [link["reason"] for link in answer["links"]].count("reused_threat_text") == 1


def test_ten_thousand_identifiers_in_one_message_are_found_and_matched(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    numbers = [f"+2189100{n:05d}" for n in range(10_000)]
    message = tmp_path / "message.txt"
    for between in (" ، ", " "):  # no line ends: what is read in blocks is cut between two numbers
        message.write_text(between.join(numbers))
        capfd.readouterr()
        assert main(["identify", str(message), "--json"]) == 0
        found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
        assert {one["normal"] for one in found if one["type"] == "phone"} == set(numbers)

    identifiers = "".join(f"  - {{id: p{n}, type: phone, value: '{number}', used_by: s}}\n" for n, number in enumerate(numbers))
    persons = "persons:\n  - {id: s, roles: [suspect]}\n"
    made = []
    for reference in ("A", "B"):
        file = tmp_path / f"{reference}.yaml"
        file.write_text(
            f"longarm: case/1\nreference: {reference}\nopened: 2022-01-04\nlanguage: ar\n{persons}identifiers:\n{identifiers}"
        )
        made.append(str(file))
    answer, _ = matched(capfd, *made)
    assert len(answer["links"]) == 10_000
    assert [one["cases"] for one in answer["series"]] in ([], [["A", "B"]])
