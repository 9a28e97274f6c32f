"""Each founding case through every command, as a person would type them, its answers held by the published schemas."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from longarm.casework.demo.build import build
from longarm.cli import main
from longarm.cli.schema import schema_of

CASES = files("longarm.casework") / "demo" / "cases"
NAMES = sorted(entry.name.removesuffix(".yaml") for entry in CASES.iterdir() if entry.name.endswith(".yaml"))
DAYS = {
    name: yaml.safe_load((Path(__file__).parents[1] / "law" / "scenarios" / f"{name}.expect.yaml").read_text())["as_of"]
    for name in NAMES
}
PAIRS = {
    "shorouk": ("EG", "LY"), "shams": ("IQ", "DE"), "ahmed": ("AE", "EG"), "ahmed-unknown-residence": ("AE", "EG"),
    "diplomat": ("FR", "TN"), "strikeback": ("GB", "PH"),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_founding_case_goes_through_every_command(name: str, tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    case, day = str(CASES / f"{name}.yaml"), str(DAYS[name])

    def answers(*arguments: str) -> list[dict[str, object]]:
        assert main([*arguments, "--json"]) == 0, capfd.readouterr().err
        printed = capfd.readouterr().out
        found = (
            [json.loads(line) for line in printed.splitlines()] if arguments[0] in ("read", "identify") else [json.loads(printed)]
        )
        validator = jsonschema.Draft202012Validator(schema_of(arguments[0]))
        for answer in found[:200]:
            validator.validate(answer)
        return found

    received = tmp_path / "received"
    received.mkdir()
    for exhibit in build(name):
        (received / exhibit.name).write_bytes(exhibit.data)
    exhibits = sorted(str(path) for path in received.iterdir())
    read = answers("read", *exhibits)
    assert all(a["messages"] + a["skipped"] + a["blank"] == a["bytes"] for a in read if a["kind"] == "account")
    (tmp_path / "messages.jsonl").write_text("".join(json.dumps(item) + "\n" for item in read if item["kind"] == "message"))
    answers("identify", str(tmp_path / "messages.jsonl"))
    bundle = str(tmp_path / "bundle")
    answers("seal", str(received), "--out", bundle, "--case", case)
    assert answers("verify", bundle)
    assert answers("paths", case, "--as-of", day)[0]["paths"]
    answers("treaties", *PAIRS.get(name, ("LY", "EG")), "--as-of", day)
    for language in ("ar", "en"):
        out = tmp_path / f"complaint-{language}.pdf"
        answers("draft", case, "--document", "complaint-generic", "--lang", language, "--as-of", day, "--out", str(out))
        assert out.read_bytes().startswith(b"%PDF")
