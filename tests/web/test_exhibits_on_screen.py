"""Looking at exhibits: blurred until asked, nothing of a stranger's file drawn by us, each look in the record."""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from PIL import Image, ImageChops, ImageDraw

from longarm import web
from longarm.casework.audit import read_record
from longarm.casework.cases import open_case
from longarm.casework.proof import media
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.sandbox import picture, walls
from longarm.evidence.importers import IMPORTERS
from longarm.evidence.read import ARCHIVE, UNREAD
from longarm.store.models import Exhibit
from longarm.texts import LANGUAGES, say
from people import AMAL, People

pytestmark = pytest.mark.django_db
WEB = Path(web.__file__).parent
TEXTS = WEB.parent / "texts"
CAMERA = "Fictional Phone 7 <script>"


class Desk(NamedTuple):
    people: People
    client: Client
    case: UUID

    def add(self, data: bytes, name: str) -> str:
        return str(add_exhibit(self.people.basma, self.case, io.BytesIO(data), name))

    def look(self, data: bytes, name: str = "x") -> HttpResponse:
        return self.client.get(f"/desk/exhibits/{self.add(data, name)}/preview/")

    def acts(self, action: str) -> list[dict[str, str]]:
        acts = read_record(self.people.basma)
        return [act.line.facts for act in acts if act.line.action == action and act.line.case == str(self.case)]


@pytest.fixture
def desk(people: People, enter) -> Desk:  # type: ignore[no-untyped-def]
    return Desk(people, enter("Basma"), open_case(people.basma, AMAL).id)


def drawn(kind: str = "JPEG", size: tuple[int, int] = (800, 600), **more: object) -> bytes:
    """Fifty stripes and a corner: whoever can still count them sees the picture, not its blur."""
    image = Image.new("RGB", size, (250, 240, 200))
    draw = ImageDraw.Draw(image)
    for x in range(0, size[0], 16):
        draw.line((x, 0, x, size[1]), fill=(20, 20, 90), width=8)
    draw.rectangle((size[0] // 2, 0, size[0], size[1] // 2), fill=(200, 30, 30))
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def held_back(image: Image.Image) -> float:
    """How much more an image says than twenty points along its longer side can say: 0 for nothing, up to 255."""
    factor = 20 / max(image.size)
    few = image.resize((round(image.size[0] * factor), round(image.size[1] * factor)), Image.Resampling.BOX)
    again = few.resize(image.size, Image.Resampling.BICUBIC)
    difference = ImageChops.difference(image.convert("L"), again.convert("L"))
    return sum(difference.tobytes()) / (image.size[0] * image.size[1])


def shown(answer: HttpResponse) -> Image.Image:
    [inside] = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', answer.content.decode())
    return Image.open(io.BytesIO(base64.b64decode(inside)))


def with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = CAMERA, 6  # on its side
    exif.get_ifd(0x8769)[0x9003] = "2025:12:30 21:04:11"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 2.0, 39.9), 3: "W", 4: (31.0, 14.0, 8.2)})
    return drawn(exif=exif, comment=b"a comment that stays behind")


def test_a_picture_comes_blurred_and_clear_only_when_a_button_is_pressed(desk: Desk) -> None:
    exhibit = desk.add(with_exif(), "IMG_0001.jpg")
    page = f"/desk/exhibits/{exhibit}/preview/"
    assert f'href="{page}"' in desk.client.get(f"/desk/exhibits/{exhibit}/").content.decode()
    answer = desk.client.get(page)
    blurred = shown(answer)
    assert max(blurred.size) == 640
    assert held_back(blurred) < 4
    assert "Show clearly" in answer.content.decode()
    clear = desk.client.post(f"{page}clear/")
    assert shown(clear).size == (600, 800)  # upright
    assert held_back(shown(clear)) > 40
    assert "Blur again" in clear.content.decode()
    assert "no-store" in clear["Cache-Control"]
    assert desk.client.get(f"{page}clear/")["Location"] == page
    assert [act["clear"] for act in desk.acts("exhibit-previewed")] == ["yes", "no"]


def test_what_the_file_says_of_itself_is_told_in_words_and_leaves_the_picture(desk: Desk) -> None:
    exhibit = desk.add(with_exif(), "IMG_0001.jpg")
    answer = desk.client.post(f"/desk/exhibits/{exhibit}/preview/clear/")
    text = answer.content.decode()
    assert "2025:12:30 21:04:11" in text
    assert "30.044417, -31.235611" in text
    assert "Fictional Phone 7 &lt;script&gt;" in text
    image = shown(answer)
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_conversation_in_one_long_shot_stays_readable(desk: Desk) -> None:
    exhibit = desk.add(drawn("PNG", (1080, 9000)), "scroll.png")
    answer = desk.client.post(f"/desk/exhibits/{exhibit}/preview/clear/")
    assert shown(answer).size == (720, 6000)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "BMP"])
def test_pictures_of_other_kinds_are_shown_too(desk: Desk, kind: str) -> None:
    assert max(shown(desk.look(drawn(kind))).size) == 640


def test_of_a_moving_picture_the_first_one_is_shown(desk: Desk) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")] * 20
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, duration=20)
    answer = desk.look(out.getvalue() + b"\x2c" * 1000)  # and it never ends
    assert "its first picture is shown" in answer.content.decode()
    assert shown(answer).size == (640, 427)


def png_that_says(width: int, height: int) -> bytes:
    """A small file that claims to be a huge picture, of one colour so that it packs a thousandfold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + width)
    packed = b"".join(packer.compress(row) for _ in range(min(height, 400))) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", packed)
        + chunk(b"IEND", b"")
    )


HOSTILE = {
    "a bomb": (png_that_says(30_000, 30_000), "larger than what is opened"),
    "wider than any screen": (png_that_says(65_000, 1), "larger than what is opened"),
    "cut in the middle": (drawn()[:9000], "damaged"),
    "a head without a body": (b"\xff\xd8\xff\xe0" + bytes(50_000), "damaged"),
    "an animation that is none": (b"GIF89a" + b"\xff" * 10_000, "damaged"),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_picture_costs_a_sentence(desk: Desk, attack: str) -> None:
    data, sentence = HOSTILE[attack]
    answer = desk.look(data)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert "data:image" not in answer.content.decode()
    assert desk.acts("exhibit-previewed")[0]["refused"]


def test_a_picture_that_takes_too_long_is_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "PICTURE", picture.PICTURE._replace(wall=0.05))
    assert "took too much time or memory" in desk.look(drawn()).content.decode()


def test_a_picture_that_takes_too_much_memory_is_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "PICTURE", picture.PICTURE._replace(memory=180 * 1024**2))
    answer = desk.look(drawn("BMP", (6000, 4000))).content.decode()
    assert "data:image" not in answer
    assert "The exhibit is kept" in answer


def test_without_the_wall_of_system_calls_no_picture_is_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = picture.Child.walls
    monkeypatch.setattr(picture.Child, "walls", lambda child: real(child) - {walls.SYSTEM_CALLS})
    assert "cannot open pictures safely" in desk.look(drawn()).content.decode()


def test_a_picture_that_is_a_page_too_stays_a_picture(desk: Desk) -> None:
    answer = desk.look(drawn("GIF").replace(b"GIF87a", b"GIF89a") + b"<script>alert(1)</script>", "x.html")
    assert b"<script>alert" not in answer.content
    assert shown(answer).format == "JPEG"


def test_pictures_in_an_export_are_listed_and_open_blurred(desk: Desk) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_chat.txt", "30/12/2021, 21:00 - A: IMG-1.jpg (file attached)")
        archive.writestr("IMG-1.jpg", with_exif())
        archive.writestr("صور/IMG-2.PNG", b"<html>no picture</html>")
        archive.writestr("voice.opus", b"OggS")
    exhibit = desk.add(packed.getvalue(), "WhatsApp Chat.zip")
    page = f"/desk/exhibits/{exhibit}/preview/"
    answer = desk.client.get(page).content.decode()
    assert re.findall(r"\?file=(\d)\"><bdi>([^<]+)", answer) == [("1", "IMG-1.jpg"), ("2", "صور/IMG-2.PNG")]
    blurred = desk.client.get(f"{page}?file=1")
    assert held_back(shown(blurred)) < 4
    assert "2025:12:30 21:04:11" in blurred.content.decode()
    clear = desk.client.post(f"{page}clear/", {"file": "1"})
    assert shown(clear).size == (600, 800)
    assert f'href="{page}?file=1"' in clear.content.decode()  # where it is blurred again
    assert "damaged or is not what it seems" in desk.client.get(f"{page}?file=2").content.decode()
    assert "damaged or is not what it seems" in desk.client.get(f"{page}?file=99").content.decode()
    assert [act.get("inside") for act in desk.acts("exhibit-previewed")] == ["99", "2", "1", "1", None]


def test_an_archive_that_is_a_bomb_shows_nothing(desk: Desk) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("IMG-1.jpg", bytes(30_000_000))
    exhibit = desk.add(packed.getvalue(), "x.zip")
    assert "file=0" not in desk.client.get(f"/desk/exhibits/{exhibit}/preview/").content.decode()
    assert "damaged" in desk.client.get(f"/desk/exhibits/{exhibit}/preview/?file=0").content.decode()


def test_a_text_is_shown_as_letters_and_nothing_hides_in_it(desk: Desk) -> None:
    text = "<b>مرحبا</b> \u202egnp.exe\u202c\n<script src=//example.org></script>\x00\r\nend\u200b"
    answer = desk.look(text.encode(), "page.html").content.decode()
    assert "Read as UTF-8." in answer.replace("<bdi>", "").replace("</bdi>", "")
    assert "&lt;b&gt;مرحبا&lt;/b&gt;" in answer
    assert "\u202e" not in answer
    for code in ("U+202E", "U+202C", "U+0000", "U+200B"):
        assert code in answer
    assert "<script src=//" not in answer


@pytest.mark.parametrize(("encoding", "told"), [("windows-1256", "Windows-1256"), ("utf-16", "UTF-16"), ("utf-8-sig", "UTF-8")])
def test_arabic_in_other_encodings_is_read(desk: Desk, encoding: str, told: str) -> None:
    answer = desk.look(("عندي صورك كلها وسأنشرها\n" * 400).encode(encoding)).content.decode()
    assert told in answer
    assert answer.count("عندي صورك كلها وسأنشرها") >= 300


def test_only_the_beginning_of_a_long_text_is_shown(desk: Desk) -> None:
    answer = desk.look("صورة\n".encode() * 100_000)
    assert "Only the beginning is shown." in answer.content.decode()
    assert len(answer.content) < 300_000


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n%x", b"PK\x03\x04" + bytes(50), b"\0\0\0\x18ftypheic" + bytes(40), bytes(range(256)) * 30]
)
def test_other_kinds_are_handed_out_and_never_drawn(desk: Desk, data: bytes) -> None:
    exhibit = desk.add(data, "Report <1>.PDF")
    assert "never opened on a page" in desk.client.get(f"/desk/exhibits/{exhibit}/preview/").content.decode()
    assert desk.client.get(f"/desk/exhibits/{exhibit}/media/").status_code == 404
    copy = desk.client.post(f"/desk/exhibits/{exhibit}/copy/", {"purpose": "for the court's expert"})
    assert copy["Content-Disposition"] == 'attachment; filename="E0001.pdf"'
    assert copy["Content-Type"] == "application/octet-stream"
    assert copy["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert b"".join(copy.streaming_content) == data
    assert desk.client.post(f"/desk/exhibits/{exhibit}/copy/", {"purpose": " "}).status_code == 400


OGG = b"OggS\0\2" + bytes(22) + b"\x01\x13OpusHead" + bytes(range(256)) * 1000
FILM = b"\0\0\0\x20ftypisom" + bytes(300_000)


def test_a_voice_message_is_played_in_pieces_and_one_listening_is_one_line(desk: Desk) -> None:
    media._looks.clear()
    exhibit = desk.add(OGG, "PTT-20251230.opus")
    page = desk.client.get(f"/desk/exhibits/{exhibit}/preview/")
    assert '<audio controls preload="none"' in page.content.decode()
    assert "media-src 'self'" in page["Content-Security-Policy"]
    address = f"/desk/exhibits/{exhibit}/media/"
    whole = desk.client.get(address)
    assert (whole.status_code, whole["Content-Type"], whole["Content-Length"]) == (200, "audio/ogg", str(len(OGG)))
    assert b"".join(whole.streaming_content) == OGG
    for asked, start, stop in (("bytes=0-1", 0, 2), ("bytes=70000-", 70000, len(OGG)), ("bytes=-5", len(OGG) - 5, len(OGG))):
        part = desk.client.get(address, headers={"range": asked})
        assert part.status_code == 206
        assert part["Content-Range"] == f"bytes {start}-{stop - 1}/{len(OGG)}"
        assert b"".join(part.streaming_content) == OGG[start:stop]
    beyond = desk.client.get(address, headers={"range": f"bytes={len(OGG)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(OGG)}")
    for odd in ("bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=-"):
        assert desk.client.get(address, headers={"range": odd}).status_code == 200
    assert desk.acts("exhibit-played") == [{"how": "audio"}]


def test_a_player_is_told_the_kind_by_the_bytes_and_may_do_nothing_else(desk: Desk) -> None:
    answer = desk.client.get(f"/desk/exhibits/{desk.add(FILM, 'film.html')}/media/")
    assert answer["Content-Type"] == "video/mp4"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'; media-src 'self'"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"
    page = desk.look(FILM).content.decode()
    assert "A film cannot be blurred." in page
    assert 'preload="none"' in page


def test_players_and_pictures_inside_the_page_are_allowed_on_these_pages_alone(desk: Desk) -> None:
    exhibit = desk.add(drawn(), "x.jpg")
    allowed = desk.client.get(f"/desk/exhibits/{exhibit}/preview/")["Content-Security-Policy"]
    assert "img-src 'self' data:" in allowed
    for page in (f"/desk/exhibits/{exhibit}/", f"/desk/cases/{desk.case}/"):
        policy = desk.client.get(page)["Content-Security-Policy"]
        assert "data:" not in policy
        assert "media-src" not in policy


ACTS = {
    "preview": lambda c, e: c.get(f"/desk/exhibits/{e}/preview/"),
    "clear": lambda c, e: c.post(f"/desk/exhibits/{e}/preview/clear/"),
    "media": lambda c, e: c.get(f"/desk/exhibits/{e}/media/"),
    "copy": lambda c, e: c.post(f"/desk/exhibits/{e}/copy/", {"purpose": "court"}),
}


@pytest.mark.parametrize("state", [Exhibit.State.WITHHELD, Exhibit.State.DESTROYED])
def test_what_is_kept_back_is_shown_to_nobody(desk: Desk, state: str) -> None:
    exhibit = desk.add(FILM, "x.mp4")
    Exhibit.objects.filter(id=exhibit).update(state=state)
    for act in ACTS.values():
        answer = act(desk.client, exhibit)
        assert answer.status_code == 403
        assert "withheld" in answer.content.decode()


def test_nobody_outside_the_team_looks_at_an_exhibit(desk: Desk, enter) -> None:  # type: ignore[no-untyped-def]
    exhibit = desk.add(FILM, "x.mp4")
    for name in ("Rana", "Karim", "Dina"):  # a colleague, another organisation, the auditor
        client = enter(name)
        for act in ACTS.values():
            assert act(client, exhibit).status_code == 404
    assert {name: act(Client(), exhibit).status_code for name, act in ACTS.items()} == {
        "preview": 302, "clear": 401, "media": 302, "copy": 401,
    }  # fmt: skip
    assert not desk.acts("exhibit-previewed")


def test_every_sentence_of_the_room_is_asked_for_and_every_refusal_has_one() -> None:
    told = set(re.findall(r"^(preview-[a-z-]+) =", (TEXTS / "en" / "preview.ftl").read_text(), re.MULTILINE))
    pages = [*WEB.glob("templates/desk/*.html"), *WEB.glob("desk/**/*.py")]
    asked = set(re.findall(r'"(preview-[a-z-]+)"', "".join(page.read_text() for page in pages)))
    refusals = {f"preview-refused-{code}" for code in ("large", "damaged", "killed", "busy", "walls")}
    assert told == (asked | refusals) - {"preview-refused-"}


def test_what_a_file_was_recognised_as_is_said_in_the_readers_language(desk: Desk) -> None:
    """Each reader of ours has its words; a code word on an Arabic page says nothing to who reads it."""
    for source in (*(known for importer in IMPORTERS for known in importer.KNOWS), ARCHIVE, UNREAD):
        for language in LANGUAGES:
            assert say(f"desk-source-{source}", language)
    exhibit = desk.add("[04/01/2026, 10:00:00] Amal: كفى\n[04/01/2026, 10:01:00] Karim: لا\n".encode(), "chat.txt")
    assert process_exhibit(desk.people.basma, UUID(exhibit)).accounts
    desk.client.post("/desk/language/", {"speak": "ar"})
    page = desk.client.get(f"/desk/exhibits/{exhibit}/").content.decode()
    assert say("desk-source-whatsapp-ios", "ar") in page or say("desk-source-chat-text", "ar") in page, page
