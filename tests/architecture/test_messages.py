"""Every message can be found by the translators' tool: one plain literal a call.

Tools that collect messages lose what is glued, chosen or formatted inside the call, without a word.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT
from tests.pseudo import code_messages

from .sources import files, nodes_of, tree_of

sys.path.insert(0, str(ROOT / "installer"))
from make_messages import SPOKEN, errors

sys.path.pop(0)


def places(call: ast.Call) -> list[int]:
    """Return which arguments of a call are messages or what they mean, from 0; none if none."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in SPOKEN:
        return [(p if isinstance(p, int) else p[0]) - 1 for p in SPOKEN[name]]
    return [0] if name in errors() else []


def unfit(tree: ast.Module) -> Iterator[int]:
    """Find the lines of calls whose message is no plain literal, or one that cannot be filled."""
    for call in (node for node in nodes_of(tree) if isinstance(node, ast.Call)):
        wanted = places(call)
        for place in wanted:
            argument = call.args[place] if len(call.args) > place else None
            if _is_phrase(argument) or _is_passed_on(argument, call):
                continue
            if (
                not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
                or not argument.value
            ):
                yield call.lineno


def _is_phrase(node: ast.expr | None) -> bool:
    """Return whether an error is given a message that agrees with a number."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"phrase", "count_phrase"}
    )


def _is_passed_on(node: ast.expr | None, call: ast.Call) -> bool:
    """Return whether an error is given a phrase or marked text that was made elsewhere."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name in errors() and isinstance(node, ast.Name | ast.Attribute | ast.Subscript)


@pytest.mark.parametrize(
    "code",
    [
        'say("a" if x else "b")',
        'say("a" + b)',
        'say(f"a {b}")',
        "say(TEXT)",
        'say("")',
        'say_count("one", many, n)',
        'InputProblem("a " + b)',
        'RuleProblem(f"a {b}")',
    ],
)
def test_what_no_tool_finds_is_told(code: str) -> None:
    assert list(unfit(ast.parse(code))) == [1]


@pytest.mark.parametrize(
    "code",
    [
        'say("a {b}", b=c)',
        'say("a " "b")',
        'InputProblem("a")',
        'InputProblem(count_phrase("a", "b", n))',
        "raise InputProblem(mistake.phrase)",
        'say_as("month", "May")',
    ],
)
def test_what_a_tool_finds_is_let_through(code: str) -> None:
    assert list(unfit(ast.parse(code))) == []


def test_every_message_is_one_plain_literal() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in files()
        if (lines := list(unfit(tree_of(path))))
    }
    assert found == {}


def test_the_tool_finds_every_message() -> None:
    wanted = {
        call.args[place].value
        for path in files()
        for call in nodes_of(tree_of(path))
        if isinstance(call, ast.Call)
        for place in places(call)[-2:]
        if isinstance(call.args[place], ast.Constant)
    }
    found: set[str] = set()
    for message in code_messages():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        found |= {*ids, message.context or ""}
    assert wanted <= found


@pytest.mark.slow
def test_the_template_for_translators_is_made_by_one_command(tmp_path: Path) -> None:
    target = tmp_path / "roundtable.pot"
    command = [sys.executable, str(ROOT / "installer" / "make_messages.py"), str(target)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stderr == "", "the tool warns of what it leaves out"
    assert 'msgid "{day} {month} {year}"' in target.read_text(encoding="utf-8")
