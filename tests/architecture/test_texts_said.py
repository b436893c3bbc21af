"""No sentence stands in the code for a person without going through the one mechanism.

Every string that looks like words is told unless it is a message, a docstring, a key of a table or
a complaint of the code to its own makers. What is left has a reason here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .sources import SOURCES, files, nodes_of, tree_of
from .test_messages import places

ALLOWED = {
    "documents/sources.py": {  # works are cited in the language in which they are written
        "A measure of ordinal consensus, Pacific Sociological Review 9(2), 85-90",
        "Leik 1966",
        "van der Eijk 2001",
        (
            "Consensus and dissention: a new measure of agreement, Annual Meeting of the North"
            " American Fuzzy Information Processing Society, 385-388"
        ),
    },
    "cli.py": {"Roundtable "},
    "commands/calls.py": {"roundtable: "},
    # As people and tools write them, in whatever language we speak.
    "answers/heads.py": {
        "open-ended response",
        "selected choice",
    },
    "answers/lines.py": {
        "grand total",
        "std dev",
        "survey preview",
        "survey test",
    },
    "answers/partner_columns.py": {
        "other (",
        "other -",
    },
    "storage/ods_cells.py": {
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0 ",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0 ",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0 ",
    },
    "storage/xlsx_parts.py": {
        "a document type",
    },
    "answers/ratings.py": {
        "a little",
        "anghytuno'n gryf",
        "can't say",
        "cannot say",
        "cant say",
        "completely agree",
        "completely disagree",
        "cytuno'n gryf",
        "ddim yn cytuno nac yn anghytuno",
        "ddim yn gwybod",
        "ddim yn gwybod eto",
        "ddim yn siŵr",
        "dim ateb",
        "do not know",
        "don't know",
        "dont know",
        "i can't say",
        "i don't know",
        "kann ich nicht sagen",
        "keine angabe",
        "keine antwort",
        "ne sait pas",
        "neither agree nor disagree",
        "no answer",
        "no opinion",
        "no response",
        "not answered",
        "not applicable",
        "not asked",
        "not at all",
        "not sure",
        "prefer not to answer",
        "prefer not to say",
        "sans réponse",
        "somewhat agree",
        "somewhat disagree",
        "stimme eher nicht zu",
        "stimme eher zu",
        "stimme gar nicht zu",
        "stimme voll zu",
        "strongly agree",
        "strongly disagree",
        "tend to agree",
        "tend to disagree",
        "very good",
        "very poor",
        "weiss nicht",
        "weiß nicht",
    },
    "domain/rounds.py": {"other partners", "whole room"},  # words.parts says them
    "exports/svg_pen.py": {
        "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
    },
    "exports/word_pen.py": {"Heading "},  # names of styles
    "exports/word_styles.py": {
        " cell",
        "Heading ",
        "List Bullet",
        "List Continue",
        "List Continue 2",
        "Results head",
    },
    "exports/web_report.py": {"default-src 'none'; style-src 'unsafe-inline'"},
    "report/pages.py": {"Roundtable "},
    "report/tagged/text.py": {"EMC ", " parting"},  # PDF's own, and the name of a style
    "report/tagged/archival.py": {"sRGB IEC61966-2.1"},  # a standard colour space
    "storage/problems.py": {"Could not decode to UTF-8"},  # what SQLite's driver says
    "storage/toml_file.py": {" (at "},  # what TOML's reader says
    "storage/workshop_file.py": {"Roundtable "},
    "storage/workshop_reading.py": {" - at "},  # what msgspec says
    "ui/app/crash.py": {"Roundtable ", ", Qt ", ", Python "},  # for whoever looks into a mistake
    "ui/help/about.py": {  # names of works and of licences
        "Qt, PySide6",
        "Source Sans 3",
        "SQLAlchemy, Alembic, Mako, MarkupSafe",
        "msgspec, Babel, ReportLab, lxml, icalendar, jeepney",
        "BSD-3-Clause, MIT",
        "python-docx, XlsxWriter, fontTools, markdown-it-py",
        "MIT, BSD-2-Clause",
        "pypdfium2, PDFium",
        "Apache-2.0, BSD-3-Clause",
    },
    "ui/help/problem_report.py": {"Roundtable ", "Python ", ", Qt "},  # for whoever looks into it
    "ui/app/no_screen.py": {"roundtable: "},
    "ui/console/fist_box.py": {"font-size: 20px;"},
    "ui/fonts.py": {"Source Sans 3"},
    "ui/stage/clock.py": {"color: ", "; background: transparent;"},
    "ui/theme.py": {"Source Sans 3"},
}
"""Names of the product and of typefaces, style sheets, other programs' words, what people type."""

TEXT = re.compile(r"[\w\s.,;:!?'’“”\"()…–-]*")
WORDS = re.compile(r"[A-Za-z]{2,}.* |.* .*[A-Za-z]{2,}", re.DOTALL)
TAG = re.compile(r"<[^<>]+>")
CODE = re.compile(
    r"\b(SELECT|DELETE|UPDATE|INSERT|PRAGMA|BEGIN|UNION|FROM|WHERE|VALUES|ATTACH|DETACH)\b"  # SQL
    r"|\b(AND|BETWEEN|ORDER BY|LIMIT|IN|SET|JOIN|USING|ON CONFLICT|CREATE|DROP|ALTER)\b"
    r"|%\("  # a log's form
)


def told(tree: ast.Module) -> Iterator[ast.Constant]:
    """Give every string that looks like words and is nobody's message."""
    passed = {id(node) for node in _nobodys(tree)}
    for node in nodes_of(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = TAG.sub("", node.value)
            if (
                id(node) not in passed
                and WORDS.match(text)
                and TEXT.fullmatch(text)
                and not CODE.search(text)
            ):
                yield node


def _nobodys(tree: ast.Module) -> Iterator[ast.AST]:
    """Give what no person reads, or reads as the message it is."""
    for node in nodes_of(tree):
        if isinstance(node, ast.Expr):
            yield node.value  # a docstring
        elif isinstance(node, ast.Dict):
            yield from (key for key in node.keys if key is not None)
        elif isinstance(node, ast.Assert) and node.msg is not None:
            yield from ast.walk(node.msg)
        elif isinstance(node, ast.Raise) and _is_of_python(node.exc):
            yield from ast.walk(node)
        elif isinstance(node, ast.Call):
            yield from (node.args[place] for place in places(node) if place < len(node.args))
            if isinstance(node.func, ast.Attribute) and _is_log(node.func.value):
                yield from node.args


def _is_of_python(error: ast.expr | None) -> bool:
    """Return whether an error is one of Python's own: a mistake of the code, not a sentence."""
    name = getattr(getattr(error, "func", error), "id", "")
    return name.endswith("Error") and name != "AppError"


def _is_log(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and "logger" in owner.id.lower()


def found(path: Path) -> dict[str, int]:
    return {str(node.value): node.lineno for node in told(tree_of(path))}


@pytest.mark.parametrize(
    "code",
    [
        'label("Close the vote")',
        'label(f"{n} votes")',
        'line.say("Saved.  Go on")',
        'TITLE = "Rehearsal: "',
        'say("{what} is late", what="the bus")',
        'write("<p>Nothing was <b>rated</b></p>")',
        'raise SystemExit("No such thing")',
        'NAMES = {"a": "an idea"}',
    ],
)
def test_words_that_nobody_says_are_told(code: str) -> None:
    assert len(list(told(ast.parse(code)))) == 1


@pytest.mark.parametrize(
    "code",
    [
        '"""What it is for."""',
        'say("Close the vote")',
        'raise InputProblem("Type a title.")',
        'raise ValueError("numbers do not end")',
        '_logger.info("taken for damage in %s", name)',
        'run("DELETE FROM ballots")',
        'write("<p class=\\"small\\">")',
        'NAMES = {"an idea": 1}',
        'assert found, "there is none"',
    ],
)
def test_what_is_said_or_read_by_no_person_is_let_through(code: str) -> None:
    assert list(told(ast.parse(code))) == []


def test_whatever_looks_like_words_is_said() -> None:
    unsaid = {}
    for path in files():
        name = path.relative_to(SOURCES).as_posix()
        if "migrations/" in name:  # they name tables and columns
            continue
        left = {t: line for t, line in found(path).items() if t not in ALLOWED.get(name, ())}
        if left:
            unsaid[name] = left
    assert unsaid == {}


def test_what_is_allowed_is_still_there() -> None:
    gone = {
        name: texts - found(SOURCES / name).keys()
        for name, texts in ALLOWED.items()
        if texts - found(SOURCES / name).keys()
    }
    assert gone == {}


def test_no_word_of_english_fills_a_place() -> None:
    """A place is filled by content, a number or a phrase; patterns and names of fields are none."""
    wrong = []
    for path in files():
        for call in nodes_of(tree_of(path)):
            if isinstance(call, ast.Call) and places(call):
                wrong += [
                    f"{path.name}:{node.lineno}: {node.value}"
                    for keyword in call.keywords
                    if keyword.arg not in {"patterns", "field"}
                    for node in _own_constants(keyword.value)
                    if re.search("[A-Za-z]{2,}", str(node.value))
                ]
    assert wrong == []


def _own_constants(value: ast.expr) -> Iterator[ast.Constant]:
    """Give the strings of an expression but for those in messages of its own and in keys."""
    if isinstance(value, ast.Call) and places(value):
        return
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value
    for child in ast.iter_child_nodes(value):
        if isinstance(child, ast.expr) and not isinstance(value, ast.Subscript):
            yield from _own_constants(child)
