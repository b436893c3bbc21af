"""Modules, and the rooms of the windows, form no circle: not even for the sake of a type."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.helpers import ROOT

from . import sources

Graph = Mapping[str, set[str]]


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert circle(modules()) == []


def test_the_rooms_of_the_windows_form_no_circle() -> None:
    rooms: dict[str, set[str]] = {}
    for module, imported in modules().items():
        if module.startswith("desktop_app.ui."):
            others = {room(name) for name in imported if name.startswith("desktop_app.ui.")}
            rooms.setdefault(room(module), set()).update(others - {room(module)})
    assert len(rooms) > 10
    assert circle(rooms) == []


def test_a_circle_would_be_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) != []


def circle(graph: Graph) -> list[str]:
    """Return the modules of a circle, the first one last again; none where there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def room(module: str) -> str:
    """Return the package of the windows that a module stands in, or the module itself."""
    return ".".join(module.split(".")[:3])


@cache
def modules() -> dict[str, set[str]]:
    """Return what each module of the application imports of it, early, late or for types."""
    files = {name_of(path): path for path in sources.files()}
    return {name: set(imports(name, path, files)) for name, path in files.items()}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(name: str, path: Path, files: Mapping[str, Path]) -> Iterator[str]:
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    for node in sources.nodes_of(sources.tree_of(path)):
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, *filter(None, [node.module])]) if node.level else node.module
            for one in node.names:
                full = f"{base}.{one.name}"
                yield from {full if full in files else str(base)} & files.keys()
        elif isinstance(node, ast.Import):
            yield from {one.name for one in node.names} & files.keys()
