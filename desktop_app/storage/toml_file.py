"""Reads TOML files that people edit by hand and names every mistake in people's words.

Knows files, tables and places in them; must not know what a framework or a sample is.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework_rules import text_problem, tidy_text
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import Phrase, phrase, shortened

from .shape_words import kind_in_words
from .toml_places import Keys, Noun, entry, place
from .toml_reading import MAX_PARTS, TooManyParts, plain_values

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_NUMBER = 999_999_999

T = TypeVar("T")
Choice = TypeVar("Choice", bound=Enum)

_TWICE = phrase("the same name is given twice")
_NO_CHARACTER = phrase("there is a character that cannot stand there")
_BACKSLASH = phrase("a backslash stands before what it cannot stand for")
_REASONS = {
    "Illegal character '\\n'": phrase("a text is not closed by a quotation mark"),
    "Illegal character": _NO_CHARACTER,
    "Found invalid character": _NO_CHARACTER,
    "Unterminated string": phrase("a text is not closed by quotation marks"),
    "Expected \"'": phrase("a text is not closed by quotation marks"),
    "Expected '\"": phrase("a text is not closed by quotation marks"),
    "Unescaped '\\'": _BACKSLASH,
    "Invalid hex value": _BACKSLASH,
    "Escaped character": _BACKSLASH,
    "Cannot overwrite a value": _TWICE,
    "Cannot declare": _TWICE,
    "Cannot mutate": _TWICE,
    "Cannot redefine": _TWICE,
    "Duplicate inline table key": _TWICE,
    "Invalid value": phrase(
        "the value is neither text in quotation marks nor a number, date or list"
    ),
    "Invalid date or datetime": phrase("there is no such date or time"),
    "Expected '=' after a key": phrase("an equals sign is missing after the name"),
    "Expected newline or end of document": phrase("something stands after the value"),
    "Expected ']": phrase("the name of a table is not closed by a square bracket"),
    "Invalid statement": phrase("a line begins with what is no name"),
    "Invalid initial character": phrase("a name begins with a character that it cannot have"),
    "Unclosed array": phrase("a list is not closed by a square bracket"),
    "Unclosed inline table": phrase("a table is not closed by a curly bracket"),
}
"""What TOML's reader says, by how it begins, and what a person is told instead."""
_OTHER_REASON = phrase("something stands where it cannot")
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_AT = re.compile(r"(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]|(?P<any>\[\.\.\.\])")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file's content with what is needed to say where in it something is wrong.

    `nouns` gives what one entry of each list is called.
    """

    name: str
    data: dict[str, Any]
    nouns: Mapping[str, Noun]

    def where(self, keys: Keys) -> Phrase:
        """Return file and place, such as 'x.toml, action "T", statement 2'."""
        return place(self.name, self.data, keys, self.nouns)

    def problem(self, keys: Keys, mistake: Phrase) -> FileProblem:
        """Return the problem with a mistake at `keys`, which begins small after the place."""
        return FileProblem("{where}: {mistake}", where=self.where(keys), mistake=mistake)

    def as_table(self, kind: type[T]) -> T:
        """Return the content as the msgspec struct `kind`; raise FileProblem for a wrong shape."""
        try:
            return msgspec.convert(self.data, kind)
        except msgspec.ValidationError as error:
            raise _shape_problem(self, str(error)) from None


def read_toml(path: Path, nouns: Mapping[str, Noun]) -> TomlFile:
    """Return a TOML file's content, its texts on one line each and none of them empty.

    Raises FileProblem for a file that is missing, unreadable, over MAX_BYTES (before reading it),
    not UTF-8 or not TOML, and for a text that is empty, too long or has a control character.
    """
    name = Path(path).name or str(path)
    return toml_of(name, _bytes(name, Path(path)), nouns)


def toml_of(name: str, content: bytes, nouns: Mapping[str, Noun]) -> TomlFile:
    """Return the content of a file called `name` as `read_toml` does."""
    _check_readable(name, stat.S_IFREG, len(content))
    raw = TomlFile(name, _parsed(name, _text(name, content)), nouns)
    return TomlFile(name, _cleaned(raw, (), raw.data), nouns)


def choice(file: TomlFile, keys: Keys, kind: type[Choice], word: str) -> Choice:
    """Return the member of `kind` that a text names; raise FileProblem listing those there are."""
    try:
        return kind(word)
    except ValueError:
        raise file.problem(
            keys,
            phrase(
                '"{word}" is not known here. Use one of: {known}.',
                word=shortened(word, 40),
                known=", ".join(str(choice.value) for choice in kind),
            ),
        ) from None


def _bytes(name: str, path: Path) -> bytes:
    try:
        status = path.stat()
        _check_readable(name, status.st_mode, status.st_size)
        with path.open("rb") as handle:
            content = handle.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileProblem(
            "{file}: there is no such file. Check its name and folder and try again.", file=name
        ) from None
    except (OSError, ValueError) as error:
        raise FileProblem(
            "{file}: the file cannot be read ({reason}). Check that it is there and that you may"
            " open it.",
            file=name,
            reason=refusal(error),
        ) from None
    return content


def _check_readable(name: str, mode: int, size: int) -> None:
    if not stat.S_ISREG(mode):
        raise FileProblem(
            "{file}: this is not a file. Choose a file that ends in .toml.", file=name
        )
    if size > MAX_BYTES:
        raise FileProblem(
            "{file}: the file is larger than {limit} MB and was not read. Choose the right file,"
            " or take out what does not belong in it.",
            file=name,
            limit=MAX_BYTES // 1_000_000,
        )


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileProblem(
            "{file}, line {line}: the text is not UTF-8. Save the file as UTF-8 in your editor"
            " and try again.",
            file=name,
            line=line,
        ) from None


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return plain_values(text)
    except RecursionError:
        raise FileProblem(
            "{file}: lists or tables stand too deep inside one another. Take some of the brackets"
            " out.",
            file=name,
        ) from None
    except TooManyParts:
        raise FileProblem(
            "{file}: a name in the file has more than {limit} parts. Look for a very long row of"
            " full stops and take it out.",
            file=name,
            limit=MAX_PARTS,
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise _syntax_problem(name, text, str(error)) from None
    except ValueError:
        raise FileProblem(
            "{file}: a number in the file is too long. Look for a very long row of digits and"
            " take it out.",
            file=name,
        ) from None


def _syntax_problem(name: str, text: str, message: str) -> FileProblem:
    """Return the problem for tomllib's message, such as "Invalid value (at line 3, column 5)"."""
    at = _LINE.search(message)
    told = message.split(" (at ", maxsplit=1)[0]
    before = text.rsplit("\n", 1)
    line, column = at.groups() if at else (text.count("\n") + 1, len(before[-1]) + 1)
    return FileProblem(
        "{file}, line {line}, column {column}: this is not valid TOML ({reason}). Correct that"
        " place and try again.",
        file=name,
        line=line,
        column=column,
        reason=next((r for start, r in _REASONS.items() if told.startswith(start)), _OTHER_REASON),
    )


def _cleaned(file: TomlFile, keys: Keys, value: Any) -> Any:
    if len(keys) > MAX_DEPTH:
        raise file.problem(
            keys[:2],
            phrase("tables stand too deep inside one another. Take what does not belong out."),
        )
    if isinstance(value, str):
        return _clean_text(file, keys, value)
    if isinstance(value, dict):
        return {key: _cleaned(file, (*keys, key), one) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(file, (*keys, at), one) for at, one in enumerate(value)]
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        raise file.problem(keys, phrase("this number is far too large. Correct it."))
    return value


def _clean_text(file: TomlFile, keys: Keys, value: str) -> str:
    text = tidy_text(value)
    if (found := text_problem(keys, text)) is not None:
        raise file.problem(found.place, found.phrase)
    return text


def _shape_problem(file: TomlFile, message: str) -> FileProblem:
    """Return the problem for msgspec's message, whose place is a path such as `$.actions[0].id`."""
    at = _AT.search(message)
    path = (at.group("path") if at else None) or ""
    keys = _keys(file.data, path)
    said = message[: at.start()] if at else message
    for pattern, tell in _MISTAKES:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return tell(file, keys, match.groups())
    return file.problem(keys, phrase("this is not as it should be. Correct it and try again."))


def _missing(file: TomlFile, keys: Keys, found: tuple[str, ...]) -> FileProblem:
    return file.problem(keys, phrase('the field "{field}" is missing. Add it.', field=found[0]))


def _unknown(file: TomlFile, keys: Keys, found: tuple[str, ...]) -> FileProblem:
    return file.problem(
        keys,
        phrase(
            'the key "{field}" is not known here. Check its spelling and place, or take it out.',
            field=shortened(found[0], 60),
        ),
    )


def _wrong_type(file: TomlFile, keys: Keys, found: tuple[str, ...]) -> FileProblem:
    wanted, got = (kind_in_words(name) for name in found)
    return file.problem(
        keys, phrase("this must be {wanted}, and it is {got}. Change it.", wanted=wanted, got=got)
    )


_MISTAKES: tuple[tuple[str, Callable[[TomlFile, Keys, tuple[str, ...]], FileProblem]], ...] = (
    (r"Object missing required field `(.*)`", _missing),
    (r"Object contains unknown field `(.*)`", _unknown),
    (r"Expected `(.*)`, got `(.*)`", _wrong_type),
    (r"Invalid .*encoded (date)", lambda file, keys, _: _wrong_type(file, keys, ("date", "str"))),
)


def _keys(data: Any, path: str) -> Keys:
    keys: list[str | int] = []
    here = data
    for step in _STEP.finditer(path):
        key = _key(here, step)
        keys.append(key)
        here = entry(here, key)
    return tuple(keys)


def _key(here: Any, step: re.Match[str]) -> str | int:
    """Return one step's key; `[...]` is any key of a table of texts: the first with no text."""
    if step.group("index"):
        return int(step.group("index"))
    if step.group("any"):
        return next((key for key, value in here.items() if not isinstance(value, str)), "?")
    return step.group("name")
