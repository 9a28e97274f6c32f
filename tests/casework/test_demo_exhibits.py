"""The exhibits of the founding cases: they read whole, agree with their case files, and are the same every time."""

import io
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest
from PIL import Image
from warcio.archiveiterator import ArchiveIterator

from longarm.case.file import parse_case
from longarm.case.model import Case
from longarm.casework.demo.build import build
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.phrases import phrases
from longarm.evidence.importers.contract import Account, Item, Message, Skipped
from longarm.evidence.read import read_source
from longarm.evidence.source import BytesSource

CASES = files("longarm.casework.demo") / "cases"
NAMES = sorted(entry.name.removesuffix(".yaml") for entry in CASES.iterdir())
CHATS = ("zip", "json", "eml", "txt")
NEVER = ("جنس", "عاري", "عريان", "إباح", "شرموط", "عاهر", "naked", "nude", "porn", "sex", "أقتل نفسي", "أموت نفسي")
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@cache
def built(name: str) -> tuple[DemoExhibit, ...]:
    return build(name)


@cache
def items(name: str, file: str) -> tuple[Item, ...]:
    exhibit = next(made for made in built(name) if made.name == file)
    return tuple(read_source(BytesSource(exhibit.name, exhibit.data)))


@cache
def messages(name: str) -> tuple[Message, ...]:
    """Everything anybody wrote in the exhibits of a case."""
    held = [item for made in built(name) for item in items(name, made.name)]
    return tuple(item for item in held if isinstance(item, Message) and item.kind != "system")


def case_of(name: str) -> Case:
    return parse_case((CASES / f"{name}.yaml").read_bytes(), name).case


def digits(text: str) -> str:
    return re.sub(r"\D", "", text.translate(EASTERN)).removeprefix("00")


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gets_its_exhibits_the_same_bytes_every_time(name: str) -> None:
    made = build(name)
    assert made == built(name)
    assert len({exhibit.name for exhibit in made}) == len(made) >= 2


def test_all_of_it_is_small() -> None:
    assert sum(len(exhibit.data) for name in NAMES for exhibit in built(name)) < 8_000_000


@pytest.mark.parametrize("name", NAMES)
def test_every_chat_and_mail_reads_whole(name: str) -> None:
    for made in built(name):
        read = items(name, made.name)
        if made.name.endswith(CHATS):
            assert not [item for item in read if isinstance(item, Skipped)], made.name
            accounts = [item for item in read if isinstance(item, Account)]
            assert all(account.source != "unread" for account in accounts), made.name
            assert not any(account.questions for account in accounts), made.name
        elif not made.name.endswith(".warc"):
            Image.open(io.BytesIO(made.data)).verify()


@pytest.mark.parametrize(
    ("name", "number", "senders"),
    [("shams", 900, 2), ("ahmed", 3004, 43), ("shorouk", 263, 2), ("diplomat", 230, 3), ("libyan-women-1", 118, 3)],
)
def test_the_volume_is_that_of_the_article(name: str, number: int, senders: int) -> None:
    assert len(messages(name)) == number
    assert len({message.from_ for message in messages(name)} - {None}) == senders


def test_forty_recipients_handed_on_what_they_got() -> None:
    names = phrases("ahmed").lists["names"]
    written = Counter(message.from_ for message in messages("ahmed"))
    assert len(names) == 40
    assert all(written[name] for name in names)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("shams", ["2021-03-15", "2021-03-20", "2021-03-21", "2021-09-12"]),
        ("shorouk", ["2021-12-28", "2021-12-30", "2022-01-02", "2022-01-04"]),
        ("ahmed", ["2013-11-20", "2021-07-10", "2021-08-05"]),
        ("diplomat", ["2020-02-01", "2020-02-03", "2020-02-10", "2020-03-10", "2020-05-10"]),
        ("libyan-women-1", ["2022-05-11"]),
        ("libyan-women-2", ["2022-05-12"]),
        ("libyan-women-3", ["2022-05-13"]),
    ],
)
def test_what_happened_on_a_day_of_the_case_was_written_on_that_day(name: str, days: list[str]) -> None:
    written = {(message.at or "")[:10] for message in messages(name)}
    assert set(days) <= written
    events = {str(event.at) for event in case_of(name).events}
    assert set(days) - {"2022-01-04"} <= events


@pytest.mark.parametrize("name", NAMES)
def test_every_identifier_of_the_case_stands_in_an_exhibit_that_can_be_read(name: str) -> None:
    texts = [f"{message.text} {message.from_} {message.from_id} {message.raw}" for message in messages(name)]
    texts += [made.data.decode("utf-8", "replace") for made in built(name) if made.name.endswith((".warc", ".eml"))]
    whole = "\n".join(texts)
    numbers = re.sub(r"[\s+\u200e\u200f\u202a-\u202e]", "", whole.translate(EASTERN))
    for identifier in case_of(name).identifiers:
        if name == "ahmed-unknown-residence":
            continue  # the same account is named by its name only
        found = identifier.value in whole or digits(identifier.value) in numbers
        assert found, identifier.id


@pytest.mark.parametrize("name", NAMES)
def test_nothing_obscene_and_nothing_unfinished_is_said(name: str) -> None:
    for message in messages(name):
        text = message.text.lower()
        assert not [word for word in NEVER if word in text], text
        assert not re.search(r"\{\w+\}|\[\w+\]", message.text), text


@pytest.mark.parametrize("name", ["shams", "diplomat", "libyan-women-1"])
def test_the_clock_of_a_chat_never_goes_back(name: str) -> None:
    for made in built(name):
        written = [item for item in items(name, made.name) if isinstance(item, Message) and item.source.startswith("whatsapp")]
        assert all((before.at or "") <= (after.at or "") for before, after in pairwise(written))


def test_the_talk_is_rich_in_every_dialect() -> None:
    def lines(name: str, speakers: str) -> set[str]:
        words = phrases(name)
        exchanges = [exchange for held in (*words.told.values(), *words.routine.values()) for exchange in held]
        return {line.text for exchange in exchanges for line in exchange if line.speaker in speakers and line.text}

    egyptian = lines("shorouk", "vs") | lines("ahmed", "vs") | set(phrases("ahmed").lists["answers"])
    assert len(egyptian) >= 450
    assert len(lines("shams", "v")) >= 300  # Iraqi
    assert len(lines("shams", "s")) >= 300  # Syrian
    assert len(lines("libyan-women", "va")) >= 120
    assert len(lines("diplomat", "vs")) >= 120  # Tunisian


def test_in_the_long_chat_hardly_anything_is_said_three_times() -> None:
    said = Counter(message.text for message in messages("shams") if len(message.text) > 25)
    assert max(said.values()) <= 4
    assert sum(number == 1 for number in said.values()) / len(said) > 0.9


def test_two_women_got_the_same_wording_and_the_same_picture_sent_anew() -> None:
    def threats(name: str) -> list[str]:
        return [message.text for message in messages(name) if "ساحرة" in message.text and len(message.text) > 100]

    assert threats("libyan-women-2") == threats("libyan-women-3") != []
    assert not threats("libyan-women-1")
    second, third = (next(made.data for made in built(f"libyan-women-{n}") if made.name.startswith("picture")) for n in (2, 3))
    assert second != third
    small = [Image.open(io.BytesIO(data)).convert("L").resize((16, 16)) for data in (second, third)]
    differences = [abs(a - b) for a, b in zip(*(picture.tobytes() for picture in small), strict=True)]
    assert sum(differences) / len(differences) < 4


def test_the_saved_page_is_a_sound_web_archive_with_the_numeric_id_of_the_account() -> None:
    data = next(made.data for made in built("shorouk") if made.name == "page-1.warc")
    records = {}
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        records[record.rec_type] = (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
    assert set(records) == {"warcinfo", "response", "request"}
    assert records["response"][0] == "https://www.facebook.com/profile.php?id=100009000000038"
    assert b"fb://profile/100009000000038" in records["response"][1]


def test_the_school_forwards_the_mail_as_an_attachment_with_its_route() -> None:
    read = items("ahmed", "school-2021-07-11.eml")
    assert [item.from_id for item in read if isinstance(item, Message)] == ["office@school.example", "sawt.alhaqiqa@example.com"]
    demand = items("ahmed", "demand-2021-08-05.eml")[-1]
    assert isinstance(demand, Account)
    assert demand.variant["originating_ip"] == "192.0.2.17"


def test_of_the_boy_there_are_words_only() -> None:
    assert all(made.name.endswith(".txt") for made in built("strikeback"))
