"""Make the catalogues that Roundtable reads (.mo) from those that translators write (.po).

For set-up, and for whatever makes a package: a language is one file,
resources/languages/TAG/roundtable.po, where TAG is its BCP 47 tag. Run it as

    python installer/compile_languages.py resources/languages

What is not translated, not sure ("fuzzy") or lacks a plural form is left out, so that it is said
in English as a whole: Babel would fill empty forms with English ones by their place. A translation
whose {named} places are not those of its message is refused, since it could not be filled.
"""

# ruff: noqa: INP001 - a script beside the package, not part of one
from __future__ import annotations

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_PLACES = re.compile(r"\{(\w*)[^{}]*\}|(%\(\w+\)[rs]|%[rs])")
"""{named} places, and in the texts of argparse its own."""


def compiled(folder: Path) -> list[str]:
    """Compile every language under `folder`; return what is wrong, a line each."""
    mistakes: list[str] = []
    for path in sorted(folder.glob("*/roundtable.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parent.name.replace("-", "_"))
        wrong = [f"{path}: {line}" for line in _mistakes(catalog)]
        if not wrong:
            with path.with_suffix(".mo").open("wb") as file:
                write_mo(file, _whole(catalog))
        mistakes += wrong
    return mistakes


def _whole(catalog: Catalog) -> Catalog:
    """Return the catalogue with what is translated in every form, and nothing else."""
    kept = Catalog(locale=catalog.locale, charset="utf-8")
    kept.mime_headers = catalog.mime_headers
    for message in catalog:
        if message.id and not message.fuzzy and all(_forms(message.string)):
            kept.add(message.id, message.string, context=message.context)
    return kept


def _mistakes(catalog: Catalog) -> list[str]:
    return [
        f"line {message.lineno}: the places in “{form}” are not those of the message"
        for message in catalog
        if message.id and not message.fuzzy
        for form in _forms(message.string)
        if form and not _may_stand_for(form, message)
    ]


def _may_stand_for(form: str, message: Message) -> bool:
    """Return whether a form names the message's places; the number may be left out of a form."""
    wanted = {name for text in _forms(message.id) for name in _places(text)}
    found = _places(form)
    return found == wanted or (message.pluralizable and found == wanted - {"n"})


def _places(text: str) -> set[str]:
    return {named or filled for named, filled in _PLACES.findall(text)}


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def main() -> int:
    """Compile the languages in the folder that is named; without one, show how to call this."""
    if len(sys.argv) != 2:
        print(__doc__)  # noqa: T201 - this is a command
        return 2
    mistakes = compiled(Path(sys.argv[1]))
    for line in mistakes:
        print(line, file=sys.stderr)  # noqa: T201
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
