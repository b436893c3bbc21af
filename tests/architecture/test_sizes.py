"""No module, class or function grows so far that it does two things."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.helpers import ROOT

from .sources import files, nodes_of, tree_of

MODULE, CLASS, FUNCTION = 400, 250, 40


def test_modules_classes_and_functions_stay_small() -> None:
    assert [found for file in files() for found in too_long(file)] == []


def too_long(file: Path) -> Iterator[str]:
    text = file.read_text("utf-8")
    name = file.relative_to(ROOT)
    if (lines := len(text.splitlines())) > MODULE:
        yield f"{name}: {lines} lines"
    for node in nodes_of(tree_of(file)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            limit = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > limit:
                yield f"{name}:{node.lineno} {node.name}: {lines} lines"
