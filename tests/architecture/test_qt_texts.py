"""Nothing reaches a window that was not said: Qt's own translation and bare literals are told.

Qt's tr() cannot speak two languages at once and loses texts without a word; a literal handed to a
widget is a text that no catalogue holds.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.helpers import ROOT

from .sources import files, nodes_of, tree_of

FIRST = (0,)
SHOWN: dict[str, tuple[int | str, ...]] = {
    **dict.fromkeys(
        (
            *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription"),
            *("setWindowTitle", "setPlaceholderText", "setTitle", "setStatusTip", "setWhatsThis"),
            *("setPrefix", "setSuffix", "setSpecialValueText", "setInformativeText", "addItem"),
            *("addAction", "addMenu", "addSection", "addTab", "setHeaderLabels", "setNameFilters"),
            *("setNameFilter", "set_heading", "plain_tip", "show_words"),
            *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"),
            *("OneLine", "OptionalDate", "Choices"),
        ),
        FIRST,
    ),
    "setLabelText": (1,),
    "label": FIRST,
    "button": (0, "hint"),
    "Field": (0, 2),
    "Choice": (1, 2),
    "TallyButton": (0, 1),
    "TextPart": (1, 2),
    "Strip": (0, 1, 2),
    "file_dialog": (1, 3),
    "tell": (1, 2),
    "add_buttons": (0, 1),
}
"""Which arguments of a call a person reads, by the name of what is called."""

LETTERS = re.compile(r"[^\W\d_]{2,}")


def told_by_qt(tree: ast.Module) -> Iterator[int]:
    """Find the lines that ask Qt for a translation."""
    for node in nodes_of(tree):
        if isinstance(node, ast.Attribute) and node.attr == "tr":
            yield node.lineno
        name = _called(node) if isinstance(node, ast.Call) else ""
        is_text = name == "translate" and len(getattr(node, "args", ())) > 1
        if is_text or (isinstance(node, ast.Name) and node.id.startswith("QT_TR")):
            yield getattr(node, "lineno", 0)


def unsaid(tree: ast.Module) -> Iterator[int]:
    """Find the lines that hand a widget a literal with a word in it."""
    for call in (node for node in nodes_of(tree) if isinstance(node, ast.Call)):
        for place in SHOWN.get(_called(call), ()):
            for literal in _literals(_argument(call, place)):
                if LETTERS.search(literal.replace("Ctrl+", "")):
                    yield call.lineno


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def _argument(call: ast.Call, place: int | str) -> ast.expr | None:
    if isinstance(place, str):
        return next((one.value for one in call.keywords if one.arg == place), None)
    return call.args[place] if len(call.args) > place else None


def _literals(node: ast.AST | None) -> Iterator[str]:
    """Return the literals of an expression that come out of it as they are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):  # a method of a literal, such as join or format
            yield from _literals(node.func.value)
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.JoinedStr | ast.List | ast.Tuple):
        for inner in ast.iter_child_nodes(node):
            yield from _literals(inner)


@pytest.mark.parametrize(
    "code",
    ['self.tr("a")', 'QCoreApplication.translate("A", "b")', 'x = QT_TRANSLATE_NOOP("A", "b")'],
)
def test_a_text_that_qt_would_translate_is_told(code: str) -> None:
    assert 1 in told_by_qt(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        'box.setText("Some words")',
        'box.setText("Some" if x else said(y))',
        'box.setText(f"{n} votes")',
        'box.setText(said(y) + " more")',
        'box.setText("{n} votes".format(n=n))',
        'box.setText(name or "Nobody")',
        'QLabel("Name")',
        'button(said(x), hint="What it does")',
        'box.setNameFilters(["Files"])',
    ],
)
def test_a_literal_for_a_widget_is_told(code: str) -> None:
    assert list(unsaid(ast.parse(code))) == [1]


@pytest.mark.parametrize(
    "code",
    [
        'box.setText(say("Some words"))',
        'box.setText("")',
        'box.setText(f"{n}  {name}")',
        'label("", "strong")',
        'box.addItem(title, "key")',
        "painter.translate(at)",
    ],
)
def test_what_is_said_or_without_words_is_let_through(code: str) -> None:
    tree = ast.parse(code)
    assert [*unsaid(tree), *told_by_qt(tree)] == []


def _found_by(
    find: Callable[[ast.Module], Iterator[int]], folder: str = ""
) -> dict[str, list[int]]:
    return {
        path.relative_to(ROOT).as_posix(): lines
        for path in files(folder)
        if (lines := list(find(tree_of(path))))
    }


def test_no_text_is_translated_by_qt() -> None:
    assert _found_by(told_by_qt) == {}


def test_no_literal_reaches_a_widget() -> None:
    assert _found_by(unsaid, "ui") == {}
