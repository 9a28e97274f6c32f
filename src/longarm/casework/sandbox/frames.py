"""What goes through the pipes, both ways: a letter that says what it is, a length, and as many bytes."""

from __future__ import annotations

import struct
from typing import Final

HEAD: Final = struct.Struct(">cI")
LONGEST: Final = 64 * 1024**2 + 1024  # bytes of one frame

# to the child
FILE: Final = b"F"  # the picture, or name and size of the file to read
BYTES: Final = b"B"  # what was asked for
# from the child
WALLS: Final = b"W"  # which walls stand, JSON
DONE: Final = b"D"  # the picture; the end of a reading
UNFIT: Final = b"U"  # why there is no picture, or why a reading broke, JSON
OPEN: Final = b"O"  # a new reader at the first byte: its number
READ: Final = b"R"  # number of the reader, offset, count
CLOSE: Final = b"C"  # the number of a reader that is done
MESSAGES: Final = b"m"  # MessagePack, a list each
SKIPPED: Final = b"s"
ACCOUNTS: Final = b"a"
HEARD: Final = b"h"  # MessagePack, one recording each

NUMBER: Final = struct.Struct(">I")
WANTED: Final = struct.Struct(">IQI")
PIECE: Final = 64 * 1024  # bytes that are asked for at once, at most: a chunk of the vault
