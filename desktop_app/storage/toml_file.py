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
from desktop_app.domain.texts import Phrase, phrase

MAX_BYTES = 2_000_000
MAX_DEPTH = 12

Keys = tuple[str | int, ...]
"""The way to a place in a file: names of tables and fields, and positions in lists from 0."""

T = TypeVar("T")
Choice = TypeVar("Choice", bound=Enum)

_KINDS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "float": "a number with a decimal point",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "date": "a date such as 2027-05-14",
    "datetime": "a date with a time",
    "time": "a time",
}
_REASONS = {
    "Illegal character '\\n'": "a text is not closed by a quotation mark",
    "Unterminated string": "a text is not closed by quotation marks",
    "Cannot overwrite a value": "the same name is given twice",
    "Invalid value": "the value is neither text in quotation marks nor a number, date or list",
    "Expected '=' after a key in a key/value pair": "an equals sign is missing after the name",
    "Expected newline or end of document after a statement": "something stands after the value",
    "Unclosed array": "a list is not closed by a square bracket",
}
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_AT = re.compile(r"(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]|(?P<any>\[\.\.\.\])")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file's content with what is needed to say where in it something is wrong.

    `nouns` gives the word for one entry of each list, such as {"steps": "next step"}.
    """

    name: str
    data: dict[str, Any]
    nouns: Mapping[str, str]

    def where(self, keys: Keys) -> str:
        """Return file and place in words, such as 'x.toml, action "T", statement 2'."""
        return ", ".join([self.name, *_place_words(self.data, keys, self.nouns)])

    def problem(self, keys: Keys, mistake: Phrase) -> FileProblem:
        """Return the problem with a mistake at `keys`, which begins small after the place."""
        return FileProblem("{where}: {mistake}", where=self.where(keys), mistake=mistake)

    def as_table(self, kind: type[T]) -> T:
        """Return the content as the msgspec struct `kind`; raise FileProblem for a wrong shape."""
        try:
            return msgspec.convert(self.data, kind)
        except msgspec.ValidationError as error:
            raise _shape_problem(self, str(error)) from None


def read_toml(path: Path, nouns: Mapping[str, str]) -> TomlFile:
    """Return a TOML file's content, its texts on one line each and none of them empty.

    Raises FileProblem for a file that is missing, unreadable, over MAX_BYTES (before reading it),
    not UTF-8 or not TOML, and for a text that is empty, too long or has a control character.
    """
    name = Path(path).name or str(path)
    return toml_of(name, _bytes(name, Path(path)), nouns)


def toml_of(name: str, content: bytes, nouns: Mapping[str, str]) -> TomlFile:
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
                word=word[:40],
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
        reason = getattr(error, "strerror", None) or "its name is not usable"
        raise FileProblem(
            "{file}: the file cannot be read ({reason}). Check that it is there and that you may"
            " open it.",
            file=name,
            reason=reason,
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
        return tomllib.loads(text)
    except RecursionError:
        raise FileProblem(
            "{file}: lists or tables stand too deep inside one another. Take some of the brackets"
            " out.",
            file=name,
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
    place = _LINE.search(message)
    reason = message.split(" (at ", maxsplit=1)[0]
    before = text.rsplit("\n", 1)
    line, column = place.groups() if place else (text.count("\n") + 1, len(before[-1]) + 1)
    return FileProblem(
        "{file}, line {line}, column {column}: this is not valid TOML ({reason}). Correct that"
        " place and try again.",
        file=name,
        line=line,
        column=column,
        reason=_REASONS.get(reason, reason),
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
        return {key: _cleaned(file, (*keys, key), entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_cleaned(file, (*keys, place), entry) for place, entry in enumerate(value)]
    return value


def _clean_text(file: TomlFile, keys: Keys, value: str) -> str:
    text = tidy_text(value)
    if (found := text_problem(keys, text)) is not None:
        raise file.problem(found.place, found.phrase)
    return text


def _place_words(data: Any, keys: Keys, nouns: Mapping[str, str]) -> list[str]:
    words: list[str] = []
    here, list_name = data, ""
    for place, key in enumerate(keys):
        here = _entry(here, key)
        last = place == len(keys) - 1
        if isinstance(key, int):
            by_number = keys[place + 1 :] in {("id",), ("key",), ("value",)}
            words.append(_entry_words(nouns.get(list_name, "entry"), key, here, by_number))
        elif last:
            words.append(f'field "{key[:60]}"')
        elif not isinstance(here, list):
            words.append(key[:60])
        elif key not in nouns:
            words.append(f'field "{key[:60]}"')
        list_name = str(key)
    return words


def _entry(value: Any, key: str | int) -> Any:
    try:
        return value[key]
    except (KeyError, IndexError, TypeError):
        return None


def _entry_words(noun: str, index: int, entry: Any, by_number: bool) -> str:
    """Return the words for an entry: by its id where it has one, by its number otherwise."""
    name = (entry.get("id") or entry.get("key")) if isinstance(entry, dict) else None
    if by_number or not isinstance(name, str):
        return f"{noun} {index + 1}"
    return f'{noun} "{name[:40]}"'


def _shape_problem(file: TomlFile, message: str) -> FileProblem:
    """Return the problem for msgspec's message, whose place is a path such as `$.actions[0].id`."""
    at = _AT.search(message)
    path = (at.group("path") if at else None) or ""
    keys = _keys(file.data, path)
    said = message[: at.start()] if at else message
    for pattern, tell in _MISTAKES:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return tell(file, keys, match.groups())
    return file.problem(keys, phrase("{mistake}. Correct it and try again.", mistake=said))


def _missing(file: TomlFile, keys: Keys, found: tuple[str, ...]) -> FileProblem:
    return file.problem(keys, phrase('the field "{field}" is missing. Add it.', field=found[0]))


def _unknown(file: TomlFile, keys: Keys, found: tuple[str, ...]) -> FileProblem:
    return file.problem(
        keys,
        phrase(
            'the key "{field}" is not known here. Check its spelling and place, or take it out.',
            field=found[0][:60],
        ),
    )


def _wrong_type(file: TomlFile, keys: Keys, found: tuple[str, ...]) -> FileProblem:
    wanted, got = (_KINDS.get(name, name) for name in found)
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
        here = _entry(here, key)
    return tuple(keys)


def _key(here: Any, step: re.Match[str]) -> str | int:
    """Return one step's key; `[...]` is any key of a table of texts: the first with no text."""
    if step.group("index"):
        return int(step.group("index"))
    if step.group("any"):
        return next((key for key, value in here.items() if not isinstance(value, str)), "?")
    return step.group("name")
