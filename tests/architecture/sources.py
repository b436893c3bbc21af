"""What the rules read, read once: the sources of the application and what stands in them.

Every rule looks at every module, and to parse them all takes seconds. The trees are shared by all
tests of a process, so nobody changes them.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.helpers import ROOT

SOURCES = ROOT / "desktop_app"


@cache
def files(folder: str = "") -> tuple[Path, ...]:
    """Return the modules under a folder of the application, in the order of their names."""
    return tuple(sorted((SOURCES / folder).rglob("*.py")))


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Return all that stands in a module, as ast.walk gives it."""
    return tuple(ast.walk(tree))
