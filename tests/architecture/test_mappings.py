"""A mapping keyed by one of our enums has a row for each member, so that none is forgotten.

Two ways find the mappings: by the keys that stand in the source, in functions too, and by what
modules and classes hold once they are imported, whatever made it.
"""

from __future__ import annotations

import ast
import importlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.helpers import ROOT

from .sources import files, nodes_of, tree_of

SOURCES = [path for path in files() if "migrations" not in path.parts]

PARTIAL = {
    "words.room._SCRIPTS": ({"STATEMENT"}, "what is said at a vote depends on its channel"),
    "console.look_chooser.LookChooser.__init__._buttons": (
        {"BESIDE"},
        "chooses how to look at a statement; only the dots are looked at beside the level",
    ),
    "console.stage_choices.StageChoices.__init__._buttons": (
        {"NOTE"},
        "a note is chosen where it stands",
    ),
    "words.undo._NAMED": (
        {
            "REVEAL", "CLOSE", "TALLY", "DISCARD", "REASON", "FIST", "HEADLINE", "REVIEW", "PEOPLE",
            "WORKSHOPS_DELETED",
        },
        "only acts on something with a text name it; every act has words without one",
    ),
}  # fmt: skip
"""Mappings that leave members out on purpose: which ones, and why."""


class Keyed(NamedTuple):
    """A mapping: its name, the enum it is keyed by, and the members it has no row for."""

    name: str
    enum: str
    missing: frozenset[str]


# -- by the source ----------------------------------------------------------------------------


def named(path: Path) -> str:
    """Return a module's short name with its folder's, since some are alike but for the folder."""
    return f"{path.parent.name}.{path.stem}"


def enums_in(trees: Iterable[ast.Module]) -> dict[str, list[set[str]]]:
    """Return the members of each enum by its name, which more than one may have."""
    found = defaultdict(list)
    for tree in trees:
        for node in nodes_of(tree):
            if isinstance(node, ast.ClassDef) and _bases(node) & {"Enum", "StrEnum", "IntEnum"}:
                found[node.name].append(
                    {
                        target.id
                        for line in node.body
                        if isinstance(line, ast.Assign)
                        for target in line.targets
                        if isinstance(target, ast.Name)
                    }
                )
    return dict(found)


def _bases(node: ast.ClassDef) -> set[str]:
    return {ast.unparse(base).rpartition(".")[2] for base in node.bases}


def displays_in(
    module: str, tree: ast.Module, enums: Mapping[str, list[set[str]]]
) -> Iterator[Keyed]:
    """Yield each dict display that is keyed by an enum's members, written out."""
    for name, node in _displays(tree, module):
        keys = [key for key in node.keys if key is not None]
        if not all(isinstance(key, ast.Attribute) for key in keys):
            continue  # a member is written with its enum
        parts = [ast.unparse(key).rpartition(".") for key in keys]
        of, members = {part[0] for part in parts}, {part[2] for part in parts}
        for every in enums.get(next(iter(of)), []) if len(of) == 1 else []:
            if members <= every:
                yield Keyed(name, of.pop(), frozenset(every - members))
                break


def _displays(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Dict]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Dict):
            yield name, child
        yield from _displays(child, f"{name}.{here}" if (here := _named(child)) else name)


def _named(node: ast.AST) -> str:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return node.name
    if isinstance(node, ast.Assign | ast.AnnAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if isinstance(target, ast.Name):
            return target.id
        return target.attr if isinstance(target, ast.Attribute) else ""
    return ""


def in_the_source(files: Iterable[Path]) -> list[Keyed]:
    """Return the dict displays keyed by members of enums that the files define."""
    trees = {path: tree_of(path) for path in files}
    enums = enums_in(trees.values())
    return [one for path, tree in trees.items() for one in displays_in(named(path), tree, enums)]


# -- by what modules hold -----------------------------------------------------------------------


def held_by(name: str, value: object) -> Iterator[Keyed]:
    """Yield the mappings that a value is or holds and that are keyed by an enum of ours."""
    if isinstance(value, Mapping):
        kinds = {type(key) for key in value}
        kind = kinds.pop() if len(kinds) == 1 else object
        if issubclass(kind, Enum) and kind.__module__.startswith("desktop_app."):
            missing = set(kind) - set(value)
            yield Keyed(name, kind.__name__, frozenset(str(one.name) for one in missing))
        value = value.values()
    elif not isinstance(value, tuple | list):
        return
    for part in value:
        yield from held_by(name, part)


def in_modules(files: Iterable[Path]) -> list[Keyed]:
    """Return the mappings that the modules and their classes hold."""
    found = []
    for path in files:
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
        for key, value in vars(module).items():
            found += held_by(f"{named(path)}.{key}", value)
            if isinstance(value, type) and value.__module__ == module.__name__:
                for name, part in vars(value).items():
                    found += held_by(f"{named(path)}.{key}.{name}", part)
    return found


# -- the tests ----------------------------------------------------------------------------------


def forgotten(found: Iterable[Keyed]) -> dict[str, str]:
    """Return what mappings leave out without a reason, by their names."""
    return {
        one.name: f"{one.enum}: {', '.join(sorted(one.missing))}"
        for one in found
        if one.missing - PARTIAL.get(one.name, (set(), ""))[0]
    }


def test_every_dict_display_keyed_by_an_enum_is_complete() -> None:
    found = in_the_source(SOURCES)
    assert forgotten(found) == {}
    assert {"words.who_sees._LINES", "words.names._CHANNELS", "words.undo._PLAIN"} <= {
        one.name for one in found
    }


@pytest.mark.gui
def test_every_mapping_keyed_by_an_enum_that_a_module_holds_is_complete() -> None:
    found = in_modules(path for path in SOURCES if path.stem != "__main__")
    assert forgotten(found) == {}
    assert {"domain.channels.TRAITS", "words.names._CHANNELS", "domain.steps.MINUTES"} <= {
        one.name for one in found
    }


@pytest.mark.slow
def test_what_may_be_left_out_is_left_out_still() -> None:
    left_out = {one.name: one.missing for one in in_the_source(SOURCES) if one.missing}
    assert left_out == {name: frozenset(missing) for name, (missing, _) in PARTIAL.items()}


PRETEND = """
from enum import Enum

class Way(Enum):
    DOOR = 1
    WINDOW = 2

WORDS = {Way.DOOR: "by the door", Way.WINDOW: "by the window"}
SHORT = {Way.DOOR: "door"}

class Room:
    def enter(self, way):
        names = {Way.WINDOW: self.tr("window")}
        return names.get(way, "")
"""


def test_a_mapping_that_forgets_a_member_is_told(tmp_path: Path) -> None:
    houses = [tmp_path / street / "house.py" for street in ("high", "low")]
    for house in houses:
        house.parent.mkdir()
        house.write_text(PRETEND)
    assert forgotten(in_the_source(houses)) == {
        f"{street}.house.{name}": missing
        for street in ("high", "low")
        for name, missing in {"SHORT": "Way: WINDOW", "Room.enter.names": "Way: DOOR"}.items()
    }


def test_a_mapping_in_a_mapping_that_forgets_a_member_is_told() -> None:
    from desktop_app.domain.channels import TRAITS, Channel

    part = {channel: traits for channel, traits in TRAITS.items() if channel is not Channel.PAPER}
    assert forgotten(held_by("rows", ({"first": TRAITS, "second": part},))) == {
        "rows": "Channel: PAPER"
    }
