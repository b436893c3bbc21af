"""Format 2 of frameworks has names on stage and what a step serves; format 1 still loads."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import insert

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Depth, Framework, StepWhen
from desktop_app.domain.framework_names import MAX_NAME, MAX_SHORT, named
from desktop_app.storage.content import BuiltInFrameworks, TomlFrameworks
from desktop_app.storage.frozen_framework import FrameworkStore, key_of
from desktop_app.storage.opening import open_library
from desktop_app.storage.tables import frameworks

SMALL = Path(__file__).parents[1] / "data" / "frameworks" / "small.toml"


def written(folder: Path, framework: Framework) -> Path:
    TomlFrameworks().write(framework, folder / "x.toml")
    return folder / "x.toml"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return the small framework in format 2."""
    return written(tmp_path, TomlFrameworks().read(SMALL))


def changed(path: Path, *edits: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_format_1_is_read_and_its_words_become_names() -> None:
    assert "format" not in SMALL.read_text(encoding="utf-8")
    framework = TomlFrameworks().read(SMALL)
    assert [s.name for s in framework.statements] == ["Keep promises", "Mutual"]
    assert framework.actions[0].name == framework.actions[0].quick.name == "Trust"
    assert all(step.short and step.serves == () for step in framework.actions[0].steps)


def test_it_is_written_in_format_2_and_reads_back_equal(second: Path) -> None:
    assert second.read_text(encoding="utf-8").count("format = 2") == 1
    assert TomlFrameworks().read(second) == TomlFrameworks().read(SMALL)


def test_format_1_may_say_so(tmp_path: Path) -> None:
    copy = tmp_path / "x.toml"
    copy.write_text("format = 1\n" + SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    assert TomlFrameworks().read(copy) == TomlFrameworks().read(SMALL)


def test_in_format_2_what_fits_on_stage_needs_no_name_of_its_own(second: Path) -> None:
    text = re.sub(r"(?m)^(short|word) = .*\n", "", second.read_text(encoding="utf-8"))
    short = re.sub(r"(?m)^(short_title = .*)\nname = .*$", r"\1", text)
    second.write_text(short, encoding="utf-8")
    action = TomlFrameworks().read(second).actions[0]
    assert action.name == action.short_title
    assert [s.word for s in action.statements] == ["Keep promises", "Mutual"]
    assert [step.short for step in action.steps] == [step.title for step in action.steps]


MISTAKES = [
    ("from the future", ("format = 2", "format = 3"), "x.toml", "for a newer version"),
    ("no format", ("format = 2", "format = 0"), "x.toml", "must be 1 or 2"),
    ("no whole number", ("format = 2", 'format = "2"'), "x.toml", "must be 1 or 2"),
    ("no name", ('name = "Mutual"\n', ""), 'statement "T2"', 'field "name" is missing'),
    ("long", ('"Mutual"', '"In all directions"'), 'statement "T2"', "17 characters, and 15 fit"),
    ("words", ('"Mutual"', '"a b c d"'), 'statement "T2"', "has 4 words, and 3 fit"),
    ("twice", ('name = "Mutual"', 'name = "Keep promises"'), 'statement "T2"', "a second time"),
    ("short", ('short = "Begin"', f'short = "{"x" * 39}"'), 'step "T-L1"', "39 characters, and 38"),
    ("serves", ('when = "low"', 'when = "low"\nserves = ["A1"]'), '"T-L1"', 'no statement "A1"'),
    ("language", ('language = "en"', 'language = "English, please"'), "x.toml", "no language tag"),
]


@pytest.mark.parametrize(
    ("edit", "place", "mistake"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_told_with_its_place(
    second: Path, edit: tuple[str, str], place: str, mistake: str
) -> None:
    with pytest.raises(FileProblem) as caught:
        TomlFrameworks().read(changed(second, edit))
    assert place in str(caught.value)
    assert mistake in str(caught.value)


# The built-in framework


@pytest.fixture(scope="module")
def built_in() -> Framework:
    return BuiltInFrameworks().built_in()


def test_every_name_fits_on_stage(built_in: Framework) -> None:
    names = [part.name for a in built_in.actions for part in (a, *a.statements)]
    assert len(names) == len({*names}) == 21
    assert all(len(name) <= MAX_NAME for name in names)
    assert all(a.quick.name == a.name for a in built_in.actions)


def test_every_short_title_is_an_instruction_that_fits(built_in: Framework) -> None:
    shorts = [step.short for action in built_in.actions for step in action.steps]
    assert len({*shorts}) == 56
    assert all(len(short) <= MAX_SHORT and not short.endswith(".") for short in shorts)


def test_what_divides_views_and_what_is_unknown_is_served_in_every_action(
    built_in: Framework,
) -> None:
    for action in built_in.actions:
        known = {s.id for s in action.statements}
        for when in StepWhen:
            served = [s.serves or tuple(known) for s in action.steps if s.when is when]
            assert {name for names in served for name in names} <= known
            assert served, (action.id, when)


def test_a_vote_on_the_whole_action_is_served_by_all_its_steps(built_in: Framework) -> None:
    quick = built_in.at_depth(Depth.QUICK)
    assert any(step.serves for action in built_in.actions for step in action.steps)
    assert not any(step.serves for action in quick.actions for step in action.steps)


# Frozen frameworks of before


def without_names(framework: Framework) -> bytes:
    """Return the content as it was stored before there were names."""
    plain = msgspec.to_builtins(framework)

    def drop(value: object) -> object:
        if isinstance(value, dict):
            later = ("name", "short", "serves")
            return {key: drop(part) for key, part in value.items() if key not in later}
        return [drop(part) for part in value] if isinstance(value, list | tuple) else value

    return msgspec.json.encode(drop(plain))


def test_a_framework_that_was_frozen_without_names_comes_out_with_them(
    tmp_path: Path, built_in: Framework
) -> None:
    library = open_library(tmp_path)
    with library.writing() as work:
        connection = work._connection
        connection.execute(insert(frameworks).values(hash="x", content=without_names(built_in)))
        found = FrameworkStore().get(connection, "x")
    library.close()
    assert [s.name for s in found.statements][:4] == [
        "Rely on one",
        "Trust direction",
        "Work at trust",
        "Hold ambitions",
    ]
    assert found == named(found)
    assert replace(found, actions=()) == replace(built_in, actions=())
    assert key_of(found) != key_of(built_in)
