"""A person at the public pages, without a browser's memory: only what the last page holds can be sent on."""

from __future__ import annotations

import html
import re
from typing import Any

from django.test import Client

from longarm.casework.intake.door import Limits

FREE = Limits(wait=0, code_wait=0)  # a door that lets everybody in at once
EVERY = (("safe",), ("no",), ("me",), ("threat",))  # what is pressed on the way to the words, the plainest


class Visitor:
    def __init__(self, language: str = "en", network: str = "192.0.2.7") -> None:
        self.client = Client(REMOTE_ADDR=network)
        self.language = language
        self.see(self.client.get(f"/?lang={language}"))

    def see(self, answer: Any) -> Visitor:
        self.answer, self.text = answer, answer.content.decode()
        return self

    def post(self, **fields: Any) -> Visitor:
        carried = {name: self.hidden(name) for name in ("state", "token") if self.hidden(name)}
        sent = {**carried, "language": self.language, **fields}
        return self.see(self.client.post("/", {name: value for name, value in sent.items() if value is not None}))

    def choose(self, *choices: str, do: str = "next", **fields: Any) -> Visitor:
        return self.post(choice=list(choices), do=do, **fields)

    def walk(self, *way: tuple[str, ...]) -> Visitor:
        for choices in way or EVERY:
            self.choose(*choices)
        return self

    def send(self, words: str = "He wants 500 dinar.", **fields: Any) -> Visitor:
        if 'value="safe"' in self.text:  # the first screen
            self.walk()
        return self.post(do="send", words=words, **fields)

    def hidden(self, name: str) -> str:
        found = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return html.unescape(found[-1]) if found else ""

    @property
    def code(self) -> str:
        found = re.search(r'<p class="code"><bdi[^>]*>([^<]+)</bdi>', self.text)
        assert found, self.plain
        return found[1]

    @property
    def plain(self) -> str:
        """What a reader reads."""
        return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", self.text.partition("<main>")[2])))

    @property
    def asks_for_a_file(self) -> bool:
        return 'type="file"' in self.text
