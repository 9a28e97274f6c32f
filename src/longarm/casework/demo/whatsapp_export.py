"""A chat as WhatsApp for Android exports it: `_chat`-like text in a zip, with those pictures that were included."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from longarm.casework.demo.chat import Said
from longarm.casework.demo.phrases import What

_RLM: Final = "\u200f"
_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ZIP_TIME: Final = (2021, 1, 1, 0, 0, 0)  # fixed: the same bytes every time


@dataclass(frozen=True, slots=True)
class Style:
    """How a phone set to one language and region writes: header of a line, and what WhatsApp itself says."""

    file: str
    encrypted: str
    attached: str
    deleted: str
    missed: str
    blocked: str
    place: str
    digits: bool  # ٠-٩, and the twelve-hour clock of the Arab states


ARABIC: Final = Style(
    file="محادثة واتساب مع {name}.txt",
    encrypted="الرسائل والمكالمات مشفرة تمامًا بين الطرفين. "
    "لا يمكن لأي شخص خارج هذه الدردشة، ولا حتى لواتساب، قراءتها أو الاستماع إليها.",
    attached="{file} (الملف مرفق)",
    deleted="تم حذف هذه الرسالة",
    missed="مكالمة صوتية فائتة",
    blocked="لقد حظرت جهة الاتصال هذه",
    place="الموقع: https://maps.google.com/?q=33.3,44.4",
    digits=True,
)
ARABIC_LATIN_DIGITS: Final = Style(
    file=ARABIC.file,
    encrypted=ARABIC.encrypted,
    attached=ARABIC.attached,
    deleted=ARABIC.deleted,
    missed=ARABIC.missed,
    blocked=ARABIC.blocked,
    place="الموقع: https://maps.google.com/?q=32.9,13.2",
    digits=False,
)
FRENCH: Final = Style(
    file="Discussion WhatsApp avec {name}.txt",
    encrypted="Les messages et les appels sont chiffrés de bout en bout. "
    "Aucun tiers, pas même WhatsApp, ne peut les lire ou les écouter.",
    attached="{file} (fichier joint)",
    deleted="Ce message a été supprimé",
    missed="Appel vocal manqué",
    blocked="Vous avez bloqué ce contact",
    place="localisation: https://maps.google.com/?q=48.9,2.3",
    digits=False,
)


def chat_text(said: Sequence[Said], names: Mapping[str, str], style: Style) -> tuple[str, tuple[str, ...]]:
    """The text of the export and the names of the pictures in it, in order."""
    lines = [_header(said[0], style) + style.encrypted]
    pictures: list[str] = []
    counters: dict[date, int] = {}
    for one in said:
        text = one.line.text
        if one.line.what in ("image", "voice"):
            counters[one.at.date()] = number = counters.get(one.at.date(), -1) + 1
            file = _media(one, number, one.line.what)
            text = style.attached.format(file=file)
            if one.line.what == "image":
                pictures.append(file)
        elif one.line.what == "deleted":
            text = style.deleted
        elif one.line.what == "place":
            text = style.place
        elif one.line.what == "call":
            lines.append(_header(one, style) + style.missed)
            continue
        mark = _RLM if style.digits and one.line.what == "image" else ""
        lines.append(f"{_header(one, style)}{names[one.line.speaker]}: {mark}{text}")
    return "\n".join(lines) + "\n", tuple(pictures)


def export(
    said: Sequence[Said],
    names: Mapping[str, str],
    other: str,
    style: Style,
    pictures: Sequence[bytes] = (),
    *,
    ended: bool = False,
) -> bytes:
    """The zip. The first of the pictures named in the chat are in it, as many as are given: the others are named only.

    `ended`: the owner blocked the other at the end.
    """
    text, named = chat_text(said, names, style)
    if ended:
        text += _header(said[-1], style) + style.blocked + "\n"
    return packed({style.file.format(name=other): text.encode(), **dict(zip(named, pictures, strict=False))})


def packed(members: Mapping[str, bytes]) -> bytes:
    """A zip of `members` whose bytes depend on nothing else."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return held.getvalue()


def _header(one: Said, style: Style) -> str:
    at = one.at
    if not style.digits:
        comma = "،" if "مشفرة" in style.encrypted else ","
        return f"{at:%d/%m/%Y}{comma} {at:%H:%M} - "
    half = "ص" if at.hour < 12 else "م"
    day = f"{_RLM}{at.day}{_RLM}/{at.month}{_RLM}/{at.year}، {at.hour % 12 or 12}:{at:%M} {half} - "
    return day.translate(_ARABIC_DIGITS)


def _media(one: Said, number: int, what: What) -> str:
    kind, end = ("IMG", "jpg") if what == "image" else ("PTT", "opus")
    return f"{kind}-{one.at:%Y%m%d}-WA{number:04d}.{end}"
