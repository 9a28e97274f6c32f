"""The program of the child: loads what it needs, puts up the walls, then takes one file from its input and ends.
Long: every task that runs without rights, to be read in one look.

`python -I -m longarm.casework.sandbox.child TASK CPU MEMORY`, started by `process` alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Final

import msgspec

from longarm.casework.sandbox import frames, walls
from longarm.casework.sandbox.distant import Distant, heard, tell

_FLUSH: Final = 200  # messages told at once


def main() -> int:
    task, cpu, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    work = _TASKS[task]()
    seccomp = walls.load()
    tell(frames.WALLS, msgspec.json.encode(walls.stand(seccomp, cpu, memory)))
    work()
    return 0


def _picture(*, blurred: bool) -> Callable[[], None]:
    from longarm.casework.sandbox.warm import warm_pictures
    from longarm.evidence.preview.picture import Unfit
    from longarm.evidence.preview.render import render

    warm_pictures()

    def work() -> None:
        _, data = heard()
        try:
            made = render(data, blurred=blurred)
        except Unfit as unfit:
            tell(frames.UNFIT, msgspec.json.encode(unfit.code))
        else:
            tell(frames.DONE, msgspec.msgpack.encode(made))

    return work


def _listing() -> Callable[[], None]:
    from longarm.casework.sandbox.warm import warm_archives
    from longarm.evidence.preview.inside import pictures_inside

    warm_archives()

    def work() -> None:
        _, data = heard()
        tell(frames.DONE, msgspec.msgpack.encode(pictures_inside(Distant(*msgspec.json.decode(data, type=tuple[str, int])))))

    return work


def _inside(*, blurred: bool) -> Callable[[], None]:
    from longarm.casework.sandbox.warm import warm_archives, warm_pictures
    from longarm.evidence.preview.inside import taken_out
    from longarm.evidence.preview.picture import Unfit
    from longarm.evidence.preview.render import render

    warm_archives()
    warm_pictures()

    def work() -> None:
        _, data = heard()
        name, size, number = msgspec.json.decode(data, type=tuple[str, int, int])
        try:
            member, picture = taken_out(Distant(name, size), number)
            made = render(picture, blurred=blurred)
        except Unfit as unfit:
            tell(frames.UNFIT, msgspec.json.encode(unfit.code))
        else:
            tell(frames.DONE, msgspec.msgpack.encode((member, made)))

    return work


def _looks() -> Callable[[], None]:
    from longarm.casework.sandbox.warm import warm_archives, warm_hashes, warm_pictures

    warm_hashes()
    from longarm.casework.sandbox.looks import looks_of

    warm_archives()
    warm_pictures()

    def work() -> None:
        _, data = heard()
        tell(frames.DONE, msgspec.msgpack.encode(looks_of(Distant(*msgspec.json.decode(data, type=tuple[str, int])))))

    return work


def _sounds() -> Callable[[], None]:
    """Ends without clearing up: what the decoder's functions lie in can no longer be written, and so not be given back."""
    from longarm.casework.sandbox.hearing import each_heard
    from longarm.casework.sandbox.warm import warm_archives, warm_sounds

    decoder = warm_sounds()
    warm_archives()
    walls.no_writable_code()

    def work() -> None:
        _, data = heard()
        name, size, skipped = msgspec.json.decode(data, type=tuple[str, int, int])
        if decoder is None:
            tell(frames.UNFIT, b"")
        else:
            for one in each_heard(Distant(name, size), skipped, decoder):
                tell(frames.HEARD, msgspec.msgpack.encode(one))
            tell(frames.DONE, b"")
        os._exit(0)

    return work


def _reading() -> Callable[[], None]:
    from longarm.casework.sandbox.warm import warm_readers
    from longarm.errors import LongarmError
    from longarm.evidence.importers.contract import Account, Item, Message
    from longarm.evidence.read import read_source

    warm_readers()
    encode = msgspec.msgpack.Encoder().encode

    def kind_of(item: Item) -> bytes:
        return frames.MESSAGES if isinstance(item, Message) else frames.ACCOUNTS if isinstance(item, Account) else frames.SKIPPED

    def work() -> None:
        _, data = heard()
        name, size = msgspec.json.decode(data, type=tuple[str, int])
        waiting: list[Item] = []
        kind = b""
        fault: tuple[str, dict[str, str]] | None = None
        try:
            for item in read_source(Distant(name, size)):
                if waiting and (len(waiting) >= _FLUSH or kind_of(item) != kind):
                    tell(kind, encode(waiting))
                    waiting.clear()
                kind = kind_of(item)
                waiting.append(item)
        except LongarmError as known:
            fault = known.message, {name: str(fact) for name, fact in known.facts.items()}
        except Exception as unknown:
            fault = "casework-reading-failed", {"why": type(unknown).__name__}
        if waiting:
            tell(kind, encode(waiting))
        tell(frames.UNFIT, msgspec.json.encode(fault)) if fault else tell(frames.DONE, b"")

    return work


def _verifying() -> Callable[[], None]:
    from longarm.casework.sandbox.warm import warm_verifying
    from longarm.errors import LongarmError
    from longarm.evidence.verify import verify_source

    warm_verifying()

    def work() -> None:
        _, data = heard()
        name, size, node_key = msgspec.json.decode(data, type=tuple[str, int, str])
        try:
            report = verify_source(Distant(name, size), node_key=node_key)
        except LongarmError as known:
            tell(frames.UNFIT, msgspec.json.encode(known.message))
        else:
            tell(frames.DONE, msgspec.json.encode(report))

    return work


_TASKS: Final[dict[str, Callable[[], Callable[[], None]]]] = {
    "blurred": partial(_picture, blurred=True),
    "picture": partial(_picture, blurred=False),
    "listing": _listing,
    "blurred-inside": partial(_inside, blurred=True),
    "picture-inside": partial(_inside, blurred=False),
    "looks": _looks,
    "sounds": _sounds,
    "reading": _reading,
    "verifying": _verifying,
}

if __name__ == "__main__":
    sys.exit(main())
