"""Only its owner emits a signal: others call a method of the owner, which says what happened."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .sources import files, nodes_of, tree_of


def test_only_the_owner_emits_a_signal() -> None:
    assert [found for file in files() for found in emitted_by_others(file)] == []


def test_a_signal_of_somebody_else_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text("self.mine.emit()\nself.other.theirs.emit()\nother.theirs.emit()\n", "utf-8")
    assert len(list(emitted_by_others(file))) == 2


def test_commands_keep_their_services_to_themselves() -> None:
    console = files("ui/console")
    assert console
    handed_out = [f"{file}: {words}" for file in console for words in services_used(file)]
    assert handed_out == []


def emitted_by_others(file: Path) -> Iterator[str]:
    for node in nodes_of(tree_of(file)):
        if isinstance(node, ast.Attribute) and node.attr == "emit":
            signal = node.value
            if isinstance(signal, ast.Attribute):
                owner = signal.value
                if not (isinstance(owner, ast.Name) and owner.id == "self"):
                    yield f"{file}:{node.lineno} {ast.unparse(node)}"


def services_used(file: Path) -> Iterator[str]:
    """Give each place that reaches for a service through the workshop that is open."""
    for node in nodes_of(tree_of(file)):
        holder = node.value if isinstance(node, ast.Attribute) else None
        if isinstance(holder, ast.Attribute) and holder.attr in ("services", "_services"):
            yield ast.unparse(node)
