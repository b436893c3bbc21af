"""Collect every message of the code for the translators: a catalogue template (.pot).

A developer's tool. Run it as

    python installer/make_messages.py roundtable.pot

A language is one file, resources/languages/TAG/roundtable.po, begun from the template by `msginit`
or `pybabel init`; set-up compiles it (`compile_languages.py`).
"""

# ruff: noqa: INP001 - a script beside the package, not part of one
from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

SOURCES = Path(__file__).resolve().parent.parent / "desktop_app"
SPOKEN: dict[str, tuple[int | tuple[int, str], ...]] = {
    "say": (1,),
    "say_count": (1, 2),
    "say_as": ((1, "c"), 2),
    "to_say": (1,),
    "phrase": (1,),
    "count_phrase": (1, 2),
}
"""Functions that take a message, and which of their arguments it is ("c": what it means)."""

MARKER = "For translators:"
"""How a comment above a call begins that goes along into the catalogue."""


@cache
def errors(folder: Path = SOURCES) -> frozenset[str]:
    """Return the names of all errors that carry a sentence: AppError and what descends from it."""
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    known = frozenset({"AppError"})
    while True:
        heads = re.compile(rf"\bclass\s+\w+\s*\([^)]*\b({'|'.join(known)})\b")
        found = known.union(*(_heirs(known, text) for text in texts if heads.search(text)))
        if found == known:
            return known
        known = found


def _heirs(known: frozenset[str], text: str) -> Iterator[str]:
    """Give the classes that a source derives from these."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if bases & known:
                yield node.name


def messages(folder: Path = SOURCES) -> Catalog:
    """Return all messages of the code under `folder`, with where they stand."""
    catalog = Catalog(project="Roundtable", charset="utf-8")
    keywords = SPOKEN | dict.fromkeys(errors(folder), (1,))
    calls = re.compile(rf"\b({'|'.join(keywords)})[\s\\]*\(")  # others need not be taken apart
    for path in sorted(folder.rglob("*.py")):
        if not calls.search(path.read_text(encoding="utf-8")):
            continue
        for line, message, comments, context in _in_file(path, keywords):
            where = [(path.relative_to(folder.parent).as_posix(), line)]
            catalog.add(message, None, where, auto_comments=comments, context=context)
    return catalog


def _in_file(
    path: Path, keywords: dict[str, tuple[int | tuple[int, str], ...]]
) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    with path.open("rb") as file:
        options = {"encoding": "utf-8"}
        yield from extract("python", file, keywords, (MARKER,), options)  # type: ignore[arg-type]


def main() -> int:
    """Write the template to the file that is named; without one, show how to call this."""
    if len(sys.argv) != 2:
        print(__doc__)  # noqa: T201 - this is a command
        return 2
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_po(file, messages(), width=100, sort_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
