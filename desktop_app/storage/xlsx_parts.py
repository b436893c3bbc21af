"""What a workbook of Excel's kind says besides its cells: sheets, texts that are shared, dates.

A workbook is a zip file of XML that anybody may have made, so everything is counted while it is
read, and a document type, in which entities could grow without end, is refused.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

CHUNK = 65_536
MAX_STRINGS = 1_000_000
MAX_CHARACTERS = 20_000_000
MAX_ELEMENTS = 4_000_000
MAX_DEPTH = 10_000
MAX_PLAIN = 2_000_000
"""So long may one text be, or one element with all it is given."""
MAX_SHEETS = 200
MAX_LOOKS = 70_000
"""Excel allows 65,490 looks of cells."""
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Attributes = Mapping[str, str]


class TooMuch(Exception):
    """Far more stands in a part of a workbook than anybody needs."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and the file of the zip in which its cells are."""

    name: str
    part: str
    is_visible: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook, and the parts that all of them need."""

    sheets: tuple[Sheet, ...] = ()
    strings: str = ""
    styles: str = ""
    from_1904: bool = False


class Size:
    """Counts what XML unfolds to before it is unfolded; raises TooMuch."""

    def __init__(self) -> None:
        self._elements, self._depth, self._plain = 0, 0, 0

    def add(self, piece: bytes) -> None:
        """Count the elements in a piece, how deep they are, and how long none ends."""
        begun, ended = piece.count(b"<"), piece.count(b"</")
        self._elements += begun - ended
        self._depth += begun - 2 * ended - piece.count(b"/>")
        self._plain = 0 if b">" in piece else self._plain + len(piece)
        if self._elements > MAX_ELEMENTS or self._depth > MAX_DEPTH or self._plain > MAX_PLAIN:
            raise TooMuch


def parsed(
    packed: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
    *,
    with_spaces: bool = False,
) -> Iterator[None]:
    """Read a part piece by piece; what it holds is told as it is met. Raise TooMuch.

    `with_spaces`: names of elements come with the address of their name space before them.
    """
    parser = expat.ParserCreate(namespace_separator=" " if with_spaces else None)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if characters is not None:
        parser.CharacterDataHandler = characters
    with packed.open(part) as stream:
        size = Size()
        while piece := stream.read(CHUNK):
            size.add(piece)
            parser.Parse(piece, False)
            yield
    parser.Parse(b"", True)


def _refuse(*_declared: object) -> None:
    raise expat.ExpatError("a document type")


def read_whole(
    packed: zipfile.ZipFile, part: str, start: Callable[[str, Attributes], None]
) -> None:
    """Read a small part to its end."""
    for _ in parsed(packed, part, lambda tag, given: start(local(tag), given)):
        pass


def local(tag: str) -> str:
    """Return an element's name without what its writer put before it."""
    return tag.rpartition(":")[2]


def workbook_of(packed: zipfile.ZipFile) -> Workbook:
    """Return what is in a workbook; a zip file that is none has no sheets."""
    known = {name.casefold(): name for name in packed.namelist()}
    start = next(
        (
            target
            for kind, target in _relations(packed, "", known).values()
            if kind == "officeDocument"
        ),
        known.get("xl/workbook.xml", ""),
    )
    if not start or start.endswith(".bin"):
        return Workbook()
    related = _relations(packed, start, known)
    found: list[Sheet] = []
    years: list[bool] = []

    def meet(tag: str, given: Attributes) -> None:
        if tag == "sheet":
            key = next(
                (value for name, value in given.items() if local(name) == "id" and ":" in name), ""
            )
            kind, part = related.get(key, ("", ""))
            if kind == "worksheet" and part:
                found.append(
                    Sheet(given.get("name", ""), part, given.get("state", "visible") == "visible")
                )
            if len(found) > MAX_SHEETS:
                raise TooMuch
        elif tag == "workbookPr":
            years.append(given.get("date1904", "0") in {"1", "true"})

    read_whole(packed, start, meet)
    parts = dict(related.values())
    return Workbook(
        tuple(found), parts.get("sharedStrings", ""), parts.get("styles", ""), any(years)
    )


def _relations(
    packed: zipfile.ZipFile, part: str, known: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Return the kind and the part that each of a part's relations leads to, by its id."""
    folder, name = posixpath.split(part)
    file = known.get(posixpath.join(folder, "_rels", f"{name}.rels").casefold())
    found: dict[str, tuple[str, str]] = {}

    def meet(tag: str, given: Attributes) -> None:
        if tag == "Relationship" and len(found) < MAX_LOOKS:
            to = posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip(
                "/"
            )
            kind = given.get("Type", "").rpartition("/")[2]
            found[given.get("Id", "")] = kind, known.get(to.casefold(), "")

    if file is not None:
        read_whole(packed, file, meet)
    return found


def strings_of(packed: zipfile.ZipFile, part: str) -> list[str]:
    """Return the texts that cells share; raise TooMuch."""
    found: list[str] = []
    if not part:
        return found
    texts = _Texts(found)
    for _ in parsed(packed, part, texts.start, texts.end, texts.characters):
        if len(found) > MAX_STRINGS or texts.length > MAX_CHARACTERS:
            raise TooMuch
    return found


class _Texts:
    """Puts the texts of a part together; how they are to be spoken is left out."""

    def __init__(self, found: list[str]) -> None:
        self.length = 0
        self._found = found
        self._text: list[str] = []
        self._takes = False
        self._spoken = False

    def start(self, tag: str, _given: Attributes) -> None:
        name = local(tag)
        if name == "si":
            self._text = []
        elif name == "t":
            self._takes = not self._spoken
        elif name == "rPh":
            self._spoken = True

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "si":
            self._found.append(plain("".join(self._text)))
        elif name == "t":
            self._takes = False
        elif name == "rPh":
            self._spoken = False

    def characters(self, data: str) -> None:
        if self._takes:
            self._text.append(data)
            self.length += len(data)


def plain(text: str) -> str:
    """Return a text with the characters that Excel writes as "_x000D_"."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def dates_of(packed: zipfile.ZipFile, part: str) -> frozenset[str]:
    """Return the numbers of the looks in which a number is shown as a date or a time."""
    dated = set(_DATES)
    looks: list[int] = []
    inside = False

    def meet(tag: str, given: Attributes) -> None:
        nonlocal inside
        if tag == "numFmt" and _is_date(given.get("formatCode", "")):
            dated.add(_number(given.get("numFmtId", "")))
        elif tag in {"cellXfs", "cellStyles", "dxfs"}:
            inside = tag == "cellXfs"
        elif tag == "xf" and inside and len(looks) < MAX_LOOKS:
            looks.append(_number(given.get("numFmtId", "0")))

    if part:
        read_whole(packed, part, meet)
    return frozenset(str(place) for place, look in enumerate(looks) if look in dated)


def _is_date(code: str) -> bool:
    bare = _NOT_CODE.sub("", code[:200].casefold())
    return "general" not in bare and any(letter in bare for letter in "dmyhs")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0
