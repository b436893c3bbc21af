"""Small changes to a piece of source: where they can be made, and how each reads.

Knows Python's grammar (by parso) and the operators; nothing of files, tests or processes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import parso
from parso.tree import BaseNode, NodeOrLeaf

from .operators import operators

# A pixel more or less in these is a matter of taste, which no test should pin.
MEASURES = {
    "addSpacing", "addStretch", "setContentsMargins", "setFixedHeight", "setFixedSize",
    "setFixedWidth", "setHorizontalSpacing", "setIconSize", "setMaximumWidth", "setMinimumHeight",
    "setMinimumSize", "setMinimumWidth", "setSpacing", "setVerticalSpacing", "resize",
}  # fmt: skip


NAMED_MEASURES = {"leading", "margin", "radius", "size", "spacing", "wrap"}
STRETCHED = {"addLayout", "addWidget"}
SIZED = {"style", "Block"}  # of a text, in design pixels
SCALES = {"k", "size", "thick"}  # what a design pixel is multiplied by, and a part of a bar
GUARDS = {"strict"}  # against our own mistakes, which no test makes


@dataclass(frozen=True)
class Place:
    """A place in a source where `operator` can make its change number `index`."""

    line: int
    column: int
    operator: str
    index: int


@dataclass(frozen=True)
class Change:
    """A change at a line: what stood there, what stands there now, and the whole new source."""

    line: int
    operator: str
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.before}  ->  {self.after}"


def places(source: str) -> list[Place]:
    """Return every change that the source allows, from top to bottom."""
    return [place for place, _ in _walk(parso.parse(source))]


def sample(source_of: dict[str, str], number: int, seed: int) -> list[tuple[str, Change]]:
    """Choose changes by chance over all files: a place first, then one of the changes it allows.

    Each place is as likely as the next, however many changes it allows. The same files, number and
    seed give the same changes, and a smaller number gives the first of a larger one.
    """
    spots: dict[tuple[str, int, int], list[Place]] = {}
    for file in sorted(source_of):
        for place in places(source_of[file]):
            spots.setdefault((file, place.line, place.column), []).append(place)
    chance = Random(seed)
    order = sorted(spots)
    chance.shuffle(order)
    chosen = ((spot[0], chance.choice(spots[spot])) for spot in order)
    changes = ((file, make(source_of[file], place)) for file, place in chosen)
    real = ((file, change) for file, change in changes if change is not None)
    return [found for found, _ in zip(real, range(number), strict=False)]


def make(source: str, place: Place) -> Change | None:
    """Make the change; None where it leaves the code as it was or makes it no Python."""
    tree = parso.parse(source)
    for found, node in _walk(tree):
        if found == place:
            _replace(node, _NAMED[place.operator].mutate(node, place.index))
            break
    changed = tree.get_code()
    if not _is_another_program(source, changed):
        return None
    before, after = _first_difference(source, changed)
    return Change(place.line, place.operator, before, after, changed)


_NAMED = {type(operator).__name__: operator for operator in operators()}


def _walk(node: NodeOrLeaf) -> Iterator[tuple[Place, NodeOrLeaf]]:
    if _is_left_alone(node):
        return
    for name, operator in _NAMED.items():
        for index, (start, _) in enumerate(operator.mutation_positions(node)):
            yield Place(*start, name, index), node
    for child in list(getattr(node, "children", ())):
        yield from _walk(child)


def _is_left_alone(node: NodeOrLeaf) -> bool:
    return (
        _is_annotation(node)
        or node.type == "decorator"
        or (node.type == "if_stmt" and node.children[1].get_code().strip() == "TYPE_CHECKING")
        or (node.type == "trailer" and _called_name(node) in MEASURES)
        or (node.type == "argument" and _first_word(node) in GUARDS | NAMED_MEASURES)
        or (node.type == "number" and _is_measure(node))
    )


def _is_measure(number: NodeOrLeaf) -> bool:
    parent = number.parent
    if parent is None:
        return False
    if parent.type == "arglist":
        return _called_name(parent.parent) in STRETCHED | SIZED
    return parent.type == "term" and any(
        part.get_last_leaf().value in SCALES for part in parent.children
    )


def _first_word(node: NodeOrLeaf) -> str:
    word: str = node.get_first_leaf().value
    return word


def _is_annotation(node: NodeOrLeaf) -> bool:
    parent = node.parent
    if parent is None or parent.type not in {"annassign", "tfpdef", "funcdef"}:
        return False
    before = node.get_previous_sibling()
    return before is not None and before.type == "operator" and (
        before.value == "->" or (before.value == ":" and parent.type != "funcdef")
    )  # fmt: skip


def _called_name(call: NodeOrLeaf) -> str:
    before = call.get_previous_sibling()
    return before.get_last_leaf().value if before is not None else ""


def _replace(old: NodeOrLeaf, new: NodeOrLeaf | None) -> None:
    parent = old.parent
    if new is old or not isinstance(parent, BaseNode):
        return
    parent.children = [new if child is old else child for child in parent.children]


def _is_another_program(source: str, changed: str) -> bool:
    try:
        return ast.dump(ast.parse(source)) != ast.dump(ast.parse(changed))
    except SyntaxError:
        return False


def _first_difference(source: str, changed: str) -> tuple[str, str]:
    pairs = zip(source.splitlines(), changed.splitlines(), strict=False)
    before, after = next((a, b) for a, b in pairs if a.split() != b.split())
    return before.strip(), after.strip()
