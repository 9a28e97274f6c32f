"""The link forms of the platforms (`platforms.yaml`), ready to be compared with an address."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

from longarm import strict_yaml, typed_yaml

_PLACE: Final = re.compile(r"<(id|handle|phone|wallet|channel|url)>")

_SHAPES: Final = {
    "phone": re.compile(r"\+?[0-9][0-9 ().-]{4,24}"),
    "wallet": re.compile(r"[A-Za-z0-9_-]{20,100}"),
    "channel": re.compile(r"[0-9]{5,20}"),
    "url": re.compile(r"(?s).+"),
}


class Platform(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A platform's hosts and link forms. `key` is the namespace of its accounts, `stable` and `handle` are patterns, `ignored`
    letters of a handle that tell no two apart there.
    """

    id: str
    key: str
    names: tuple[str, ...]
    hosts: tuple[str, ...]
    stable: str | None = None
    handle: str | None = None
    ignored: str = ""
    accounts: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    wraps: tuple[str, ...] = ()
    reserved: frozenset[str] = frozenset()

    def is_stable(self, text: str) -> bool:
        """Can `text` be this platform's own, unchanging id?"""
        return self.stable is not None and re.fullmatch(self.stable, text) is not None

    def is_handle(self, text: str) -> bool:
        """Can `text` be a handle here?"""
        return self.handle is not None and text.lower() not in self.reserved and re.fullmatch(self.handle, text) is not None

    def account(self, text: str) -> str:
        """The key of the handle `text`. One that could be an id keeps its `@`: on X a name may be all digits, and is none."""
        handle = "".join(letter for letter in text.lower() if letter not in self.ignored)
        return f"{self.key}:{'@' if self.is_stable(handle) else ''}{handle}"

    @property
    def by_number(self) -> bool:
        """Can an account here be a telephone number?"""
        return any("<phone>" in text for text in self.accounts)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    platforms: tuple[Platform, ...]
    tracking: tuple[str, ...]


class Form(msgspec.Struct, frozen=True):
    """One link form taken apart: the steps of its path, the parameter and the fragment in which a part stands."""

    scheme: str | None
    steps: tuple[str, ...]
    parameter: str | None
    asked: str | None
    fragment: tuple[str, ...]
    open_end: bool


@cache
def load() -> _File:
    """All platforms and the tracking parameters."""
    source = files("longarm.signals") / "platforms.yaml"
    return typed_yaml.convert(strict_yaml.load(source.read_bytes(), "platforms.yaml"), _File)


@cache
def by_host() -> dict[str, Platform]:
    return {host: platform for platform in load().platforms for host in platform.hosts}


@cache
def by_id() -> dict[str, Platform]:
    """The first entry of each platform: the one that describes its accounts."""
    found: dict[str, Platform] = {}
    for platform in load().platforms:
        found.setdefault(platform.id, platform)
    return found


def named(name: str) -> Platform | None:
    """The platform of this id or name, in any letter case: a person may have written either."""
    return _names().get(name.strip().lower())


@cache
def _names() -> dict[str, Platform]:
    return {name.lower(): one for one in by_id().values() for name in one.names} | by_id()


@cache
def schemes() -> dict[str, Platform]:
    """Which platform an app's own scheme belongs to: `tg`, `viber`, `skype` …"""
    found: dict[str, Platform] = {}
    for platform in load().platforms:
        for text in platform.accounts:
            if scheme := form(text).scheme:
                found[scheme] = platform
    return found


@cache
def form(text: str) -> Form:
    """A link form of the data file, such as `/send?phone=<phone>` or `tg://user?id=<id>`, taken apart."""
    scheme, colon, rest = text.partition(":") if not text.startswith("/") else ("", "", text)
    rest, _, fragment = rest.partition("#")
    path, _, query = rest.partition("?")
    steps = [step for step in path.split("/") if step]
    parameter, _, asked = query.partition("=")
    if query and not asked:  # weixin://dl/chat?<handle>: the whole query
        parameter, asked = "", query
    open_end = bool(steps) and steps[-1] == "..."
    fragments = tuple(step for step in fragment.split("/") if step)
    return Form(scheme if colon else None, tuple(steps[:-1] if open_end else steps), parameter if asked else None, asked or None,
                fragments, open_end)  # fmt: skip


def compare(pattern: str, text: str, platform: Platform) -> dict[str, Any] | None:
    """What `text` gives to the one placeholder of `pattern` (`@<handle>`, `posts`, `*`), or None when it does not fit."""
    if pattern == "*":
        return {}
    place = _PLACE.search(pattern)
    if place is None:
        return {} if text.lower() == pattern else None
    before, after = pattern[: place.start()], pattern[place.end() :]
    if not text.startswith(before) or not text.endswith(after) or len(text) < len(before) + len(after) + 1:
        return None
    part, kind = text[len(before) : len(text) - len(after)], place[1]
    fits = {"id": platform.is_stable, "handle": platform.is_handle}.get(kind)
    return {kind: part} if (fits(part) if fits else _SHAPES[kind].fullmatch(part)) else None
