"""Files changed by chance, as bytes and as what they say; knows nothing of what they are for.

All chance comes from the dice, so that a seed gives the same changes again.
"""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from random import Random
from typing import Any

BytesChange = Callable[[bytes, Random], bytes]
Way = tuple[str | int, ...]

FAR: tuple[int | float, ...] = (
    2**31, 2**63, -(2**63) - 1, 10**20, 10**400, 1_000_000_000, 0, -1, 0.5, -0.0, 1e300, 5e-324,
)  # fmt: skip
ODD_TEXTS = (
    "", " ", "\t", "\n", "\r\n", "\0", "\x07", "\x1b[31m", "\x85", "\u2028", "\u202etxet", "\ufeff",
    "\uffff", "\U0010ffff", "e" + "\u0301" * 200, "👩🏽‍🚒", "ﷺ", "שלום", "ŵŷŁ", "Ｔ１", "٣", "½",
    "²", "=1+1", "-1", "+44", "@SUM(A1)", "<b>&amp;</b>", "]]>", "{0} {name} %s",
    '"', "'", "''", '"""', "\\", "\\u0000", "../../x", "nan", "Infinity", "1e9", "0x10",
    "1_000", "true", "null", "x" * 201, "word " * 2_100, "\ud800",
)  # fmt: skip
ODD_VALUES: tuple[object, ...] = (
    *FAR, *ODD_TEXTS, True, False, [], {}, [[]], [1, "x"], {"": ""}, {"id": 1},
    date(1, 1, 1), date(9999, 12, 31), datetime(1, 1, 1, tzinfo=UTC),
)  # fmt: skip
ODD_BYTES = (
    *(text.encode("utf-8", "surrogatepass") for text in ODD_TEXTS if len(text) < 300),
    b"\xff\xfe", b"\xc0\x80", b"\xf5", b"\x80", b"\xef\xbb\xbf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0",
)  # fmt: skip


# As bytes


def flipped(content: bytes, dice: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        changed[dice.randrange(len(changed))] ^= dice.randint(1, 255)
    return bytes(changed)


def cut_short(content: bytes, dice: Random) -> bytes:
    return content[: dice.randrange(len(content))]


def piece_cut_out(content: bytes, dice: Random) -> bytes:
    begin, end = _piece(content, dice)
    return content[:begin] + content[end:]


def piece_doubled(content: bytes, dice: Random) -> bytes:
    begin, end = _piece(content, dice)
    return content[:end] + content[begin:]


def doubled(content: bytes, dice: Random) -> bytes:
    return content * 2


def lines_swapped(content: bytes, dice: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    one, other = (dice.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def line_left_out(content: bytes, dice: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    return b"".join(lines)


def line_doubled(content: bytes, dice: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    place = dice.randrange(len(lines))
    return b"".join((*lines[:place], lines[place], *lines[place:]))


def number_replaced(content: bytes, dice: Random) -> bytes:
    found = [*re.finditer(rb"-?\d+(?:\.\d+)?", content)]
    if not found:
        return odd_put_in(content, dice)
    number = dice.choice(found)
    return content[: number.start()] + str(dice.choice(FAR)).encode() + content[number.end() :]


def odd_put_in(content: bytes, dice: Random) -> bytes:
    place = dice.randint(0, len(content))
    return content[:place] + dice.choice(ODD_BYTES) + content[place:]


def lines_ended_otherwise(content: bytes, dice: Random) -> bytes:
    return content.replace(b"\n", dice.choice((b"\r", b"\r\n", b"\n\n", b"\n\r")))


def _piece(content: bytes, dice: Random) -> tuple[int, int]:
    begin, end = sorted(dice.randint(0, len(content)) for _ in range(2))
    return begin, min(end, begin + dice.choice((1, 10, 100, 10_000)))


AS_BYTES: tuple[BytesChange, ...] = (
    flipped, cut_short, piece_cut_out, piece_doubled, doubled, lines_swapped, line_left_out,
    line_doubled, number_replaced, odd_put_in, lines_ended_otherwise,
)  # fmt: skip


# As what they say


def said_otherwise(value: Any, dice: Random) -> Any:
    """Return plain values with one to three places of them changed."""
    changed = copy.deepcopy(value)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        ways = [*_ways(changed)]
        if ways:
            _change_one(changed, ways, dice)
    return changed


def _ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the ways to every part of plain values but the whole."""
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield (*way, key)
        if isinstance(part, dict | list):
            yield from _ways(part, (*way, key))


def _change_one(whole: Any, ways: list[Way], dice: Random) -> None:
    way = dice.choice(ways)
    holder, key = _at(whole, way[:-1]), way[-1]
    act = dice.choice(("other", "other", "far", "left out", "twice", "swapped", "renamed"))
    if act == "left out":
        del holder[key]
    elif act == "renamed" and isinstance(holder, dict):
        holder[_other_name(str(key), dice)] = holder.pop(key)
    elif act == "twice" and isinstance(holder, list):
        holder.insert(dice.randint(0, len(holder)), copy.deepcopy(holder[key]))
    elif act == "swapped":
        holder[key] = copy.deepcopy(_at(whole, dice.choice(ways)))
    else:
        holder[key] = dice.choice(FAR if act == "far" else ODD_VALUES)


def _at(value: Any, way: Way) -> Any:
    for key in way:
        value = value[key]
    return value


def _other_name(name: str, dice: Random) -> str:
    return dice.choice(
        (name.upper(), f"{name}s", name[1:], f" {name}", dice.choice(ODD_TEXTS[:40]))
    )


def as_json(value: Any, dice: Random) -> bytes:
    """Return plain values as JSON, its letters escaped or not."""
    text = json.dumps(value, ensure_ascii=dice.random() < 0.5, default=str)
    return text.encode("utf-8", "surrogatepass")


# A workbook's own files


def part_changed(content: bytes, dice: Random) -> bytes:
    """Return a zip file with one of its files changed, renamed, left out or there twice."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    place = dice.randrange(len(parts))
    name, inside = parts[place]
    act = dice.random()
    if act < 0.8 and inside:
        parts[place] = (name, dice.choice(AS_BYTES)(inside, dice))
    elif act < 0.9:
        parts[place] = (f"{name}x", inside)
    else:
        del parts[place]
    return _packed(parts)


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in parts:
            packed.writestr(name, inside)
    return out.getvalue()
