"""A thread as Meta's "Download your information" writes it: newest first, each byte of UTF-8 a character of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from longarm.casework.demo.chat import Said


def thread(said: Sequence[Said], names: Mapping[str, str], other: str, folder: str, owner: str = "v") -> bytes:
    """`message_1.json` of one chat. `other` is the title, `folder` the thread's path; speakers are named by `names`."""
    messages = [_message(one, names, folder, number) for number, one in enumerate(said)]
    speakers = [name for speaker, name in names.items() if speaker != owner]
    whole = {
        "participants": [{"name": name} for name in (*speakers, names[owner])],
        "messages": messages[::-1],
        "title": other,
        "is_still_participant": True,
        "thread_path": f"inbox/{folder}",
        "magic_words": [],
    }
    return json.dumps(_as_meta_writes(whole), ensure_ascii=True, indent=2).encode("ascii")


def photo_uris(said: Sequence[Said], folder: str) -> list[str]:
    """The paths of the pictures named in the thread, in the order they were sent."""
    return [_uri(one, folder, number) for number, one in enumerate(said) if one.line.what == "image"]


def _uri(one: Said, folder: str, number: int) -> str:
    return f"messages/inbox/{folder}/photos/{int(one.at.timestamp())}_{number}.jpg"


def _message(one: Said, names: Mapping[str, str], folder: str, number: int) -> dict[str, Any]:
    seconds = int(one.at.timestamp())
    message: dict[str, Any] = {"sender_name": names[one.line.speaker], "timestamp_ms": seconds * 1000 + number * 37 % 1000}
    if one.line.what == "image":
        message["photos"] = [{"uri": _uri(one, folder, number), "creation_timestamp": seconds}]
    elif one.line.what == "voice":
        uri = f"messages/inbox/{folder}/audio/audioclip-{seconds}-{number}.mp4"
        message["audio_files"] = [{"uri": uri, "creation_timestamp": seconds}]
    elif one.line.what == "call":
        message |= {"call_duration": 0, "missed": True}
    elif one.line.what == "deleted":
        message["is_unsent"] = True
    elif one.line.what == "place":
        message["share"] = {"link": "https://maps.google.com/?q=30.4,31.2"}
    else:
        message["content"] = one.line.text
        if one.line.text.startswith("https://"):
            message["share"] = {"link": one.line.text}
    message["is_geoblocked_for_viewer"] = False
    return message


def _as_meta_writes(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8").decode("latin-1")
    if isinstance(value, list):
        return [_as_meta_writes(part) for part in value]
    if isinstance(value, dict):
        return {key: _as_meta_writes(part) for key, part in value.items()}
    return value
