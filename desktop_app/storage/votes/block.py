"""One copy of a box's content: a block of fixed size that proves itself whole; knows no files.

Mark and version, length, content, zeros, SHA-256 of all before it.
"""

from __future__ import annotations

import struct
from hashlib import sha256

SIZE = 16 * 1024
_MARK = b"RTVOTE\x00\x01"
_LENGTH = struct.Struct("<I")
_SUM = sha256().digest_size
_HEAD = len(_MARK) + _LENGTH.size
ROOM = SIZE - _HEAD - _SUM
"""How many bytes of content fit."""


class TooMuch(Exception):
    """The content does not fit into a block."""


def packed(content: bytes) -> bytes:
    """Return the block of a content; raise TooMuch, so that nothing is ever cut."""
    if len(content) > ROOM:
        raise TooMuch
    body = (_MARK + _LENGTH.pack(len(content)) + content).ljust(SIZE - _SUM, b"\0")
    return body + sha256(body).digest()


def unpacked(block: bytes) -> bytes | None:
    """Return the content of a block, None where its sum is not right."""
    body, told = block[:-_SUM], block[-_SUM:]
    if len(block) != SIZE or not body.startswith(_MARK) or sha256(body).digest() != told:
        return None
    (length,) = _LENGTH.unpack_from(body, len(_MARK))
    return body[_HEAD : _HEAD + length]
