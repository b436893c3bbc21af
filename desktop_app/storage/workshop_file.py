"""The workshop file (.roundtable): one workshop as JSON, to move it to another laptop.

The file holds what leaves this laptop and nothing more. Votes that are not revealed stay behind,
closed ones too, and the file says so. Of a revealed vote it holds the counts that may be shown:
groups too small to be told come merged, and counts of too few answers stay behind, so that the
same view comes out on the other laptop. No id of this library goes with it, but the identity that
the workshop was made with does, and how often it was changed. Version 1 had neither of them, no
language and no kind of round.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from desktop_app import __version__
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.plain_text import fit, is_fit
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import Phrase, phrase, shortened
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import left_out, marks_of

from .workshop_parts import Json, parts_of
from .workshop_reading import Mistake, record_of

FORMAT: Final = "roundtable-workshop"
VERSION: Final = 2
_READ: Final = (1, VERSION)
MAX_BYTES: Final = 20_000_000
MAX_NUMBER: Final = 999_999_999
"""The largest number that a file can mean anything by; the library holds only up to 2^63."""
_UNFIT_ESCAPE = re.compile(r"\\[ubf]")
_REMEDY = phrase("Nothing was imported. Export the workshop again on the laptop it comes from")


def write_workshop_file(record: WorkshopRecord, target: Path) -> None:
    """Write a workshop to `target`; raise OutputProblem or DiskFull."""
    workshop = record.workshop
    head: Json = {
        "format": FORMAT,
        "version": VERSION,
        "written_by": f"Roundtable {__version__}",
        "please_note": [*marks_of(workshop), workshop.framework.status, *_left_out(workshop)],
    }
    whole = _each_text(head | parts_of(record), fit)
    text = json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)
    with write_atomically(target) as file:
        file.write(f"{text}\n".encode())


def _left_out(workshop: Workshop) -> tuple[str, ...]:
    return tuple(filter(None, (left_out(workshop),)))


class WorkshopFileReader:
    """Implements domain.ports.WorkshopFiles."""

    def read(self, path: Path, new_id: Callable[[], str]) -> WorkshopRecord:
        """Return the workshop in a file, all its ids new; raise FileProblem naming the mistake."""
        return read_workshop_file(path, new_id)


def read_workshop_file(path: Path, new_id: Callable[[], str]) -> WorkshopRecord:
    """Return the workshop in a file, all its ids new; raise FileProblem naming the mistake."""
    name = path.name or str(path)
    try:
        text = _text(_content(name, path))
        whole = _checked_head(name, _plain_values(text))
        return record_of(whole if _is_fit(text) else _each_text(whole, fit), new_id)
    except Mistake as mistake:
        raise _problem(name, mistake.phrase) from mistake
    except (ValueError, RecursionError) as error:
        raise _problem(name, phrase("it is not a workshop file, or it was damaged")) from error


def _content(name: str, path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileProblem("{name} is not a file. Choose a workshop file.", name=name)
        if status.st_size > MAX_BYTES:
            raise _problem(
                name, phrase("it is larger than {limit} MB", limit=MAX_BYTES // 1_000_000)
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileProblem(
            "{name} cannot be read ({reason}). Choose another file.",
            name=name,
            reason=refusal(error),
        ) from error


def _text(content: bytes) -> str:
    return content.decode(json.detect_encoding(content), "surrogatepass")


def _is_fit(text: str) -> bool:
    """Return whether no text in a document can hold an unfit character, escaped or not."""
    return _UNFIT_ESCAPE.search(text) is None and is_fit(text)


def _plain_values(text: str) -> Any:
    return json.loads(
        text, parse_int=_whole_number, parse_float=_decimal_number, parse_constant=_refuse
    )


def _whole_number(digits: str) -> int:
    if len(digits) > len(str(-MAX_NUMBER)) or abs(number := int(digits)) > MAX_NUMBER:
        _refuse(digits)
    return number


def _decimal_number(digits: str) -> float:
    number = float(digits)
    if abs(number) > MAX_NUMBER:
        _refuse(digits)
    return number


def _refuse(digits: str) -> NoReturn:
    raise Mistake(phrase("the number {number} is far too large", number=shortened(digits, 20)))


def _checked_head(name: str, whole: Any) -> Json:
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _problem(name, phrase("it is not a workshop file"))
    version = whole.get("version")
    if isinstance(version, int) and version > VERSION:
        raise FileProblem(
            "{name} was written by a newer version of Roundtable. Nothing was imported. Install"
            " that version here, then import the file again.",
            name=name,
        )
    if version not in _READ or isinstance(version, bool):
        raise _problem(name, phrase("it does not say which version it has"))
    return whole


def _problem(name: str, mistake: Phrase) -> FileProblem:
    return FileProblem(
        "{name} cannot be used: {mistake}. {remedy}.", name=name, mistake=mistake, remedy=_REMEDY
    )


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return plain values with every text changed, the names of things included."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each_text(part, change) for part in value]
    if isinstance(value, dict):
        return {change(name): _each_text(part, change) for name, part in value.items()}
    return value
