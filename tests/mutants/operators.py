"""The kinds of change: those of Cosmic Ray that say something here, and three of our own.

A change must be able to alter what a person meets. Left out are Cosmic Ray's changes to exceptions
and decorators (the first ends every test with a NameError, the second mostly the import), changes
between `==` and `is` (enumerations and None make most of them the same), those from arithmetic to
bits (they end in a TypeError), and those that need names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import parso
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.tree import NodeOrLeaf

UNWANTED = {"ExceptionReplacer", "RemoveDecorator", "VariableReplacer", "VariableInserter"}
TOGETHER = (
    {"Is", "IsNot"},
    {"BitOr", "BitAnd", "Sub"},  # of sets
    {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE"},
    {"Add", "Sub", "Mul", "Div", "FloorDiv", "Mod"},
)
Position = tuple[tuple[int, int], tuple[int, int]]


def operators() -> list[Operator]:
    """Return every kind of change, in an order that stays the same."""
    provider = OperatorProvider()
    names = [name for name in provider if name not in UNWANTED and _says_something(name)]
    return [
        *(provider[name]() for name in sorted(names)),
        CallLeftOut(),
        StateKept(),
        NothingListed(),
    ]


def _says_something(name: str) -> bool:
    kind, *pair = name.split("_")
    if kind not in {"ReplaceBinaryOperator", "ReplaceComparisonOperator"}:
        return True
    return any(set(pair) <= together for together in TOGETHER)


class _StatementChange(Operator):  # type: ignore[misc]
    """A change of one whole statement: `new` in place of what `fits` finds."""

    new = "pass"

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Position]:
        """Give the place of the statement where it is of the kind."""
        if node.type == "simple_stmt" and self.fits(node.children[0]):
            yield (node.children[0].start_pos, node.children[0].end_pos)

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Put the new statement where the old one stands."""
        statement = node.children[0]
        node.children[0] = parso.parse(statement.get_first_leaf().prefix + self.new)
        return node

    def fits(self, statement: NodeOrLeaf) -> bool:
        raise NotImplementedError


class CallLeftOut(_StatementChange):
    """Leave out a statement that only calls something."""

    def fits(self, statement: NodeOrLeaf) -> bool:
        """Tell whether the statement ends with a call and keeps no answer of it."""
        return statement.type == "atom_expr" and statement.children[-1].children[0].value == "("

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return (Example("a.b(1)\n", "pass\n"),)


class StateKept(_StatementChange):
    """Leave out a statement that gives an attribute or an item another value."""

    def fits(self, statement: NodeOrLeaf) -> bool:
        """Tell whether the statement assigns to an attribute or an item, outside __init__."""
        if statement.type != "expr_stmt" or statement.children[0].type != "atom_expr":
            return False
        function = statement.search_ancestor("funcdef")
        return function is None or function.name.value != "__init__"

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return (Example("a.b = 1\n", "pass\n"), Example("a[0] = 1\n", "pass\n"))


class NothingListed(_StatementChange):
    """Return an empty list or tuple instead of a full one."""

    def fits(self, statement: NodeOrLeaf) -> bool:
        """Tell whether the statement returns what is written as a list or a tuple."""
        return statement.type == "return_stmt" and _empty(statement) is not None

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Put the empty one in its place."""
        self.new = f"return {_empty(node.children[0])}"
        return super().mutate(node, index)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Show the change."""
        return (Example("return [a for a in b]\n", "return []\n"),)


def _empty(statement: NodeOrLeaf) -> str | None:
    listed = statement.children[1].get_code().strip()
    if re.match(r"\[.*[^]]", listed, re.DOTALL) and listed.endswith("]"):
        return "[]"
    return "()" if listed.startswith("tuple(") and listed.endswith(")") else None
