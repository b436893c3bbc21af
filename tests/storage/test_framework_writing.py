"""Writing frameworks: what is written reads back the same, whole or not at all, and is readable."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import FileProblem, InputProblem, OutputProblem
from desktop_app.domain.framework import (
    Action,
    Framework,
    NextStep,
    Prompt,
    PromptKind,
    Scale,
    ScalePoint,
    Source,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_names import named
from desktop_app.storage.content import BuiltInFrameworks, TomlFrameworks

from .records import a_framework

# What a text can be once it was read: one line, not empty, without what cannot be shown.
_texts = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
    .map(lambda text: " ".join(text.split(" ")).strip())
    .filter(lambda text: text and "  " not in text)
)
_unfinished = _texts.filter(lambda text: not text.endswith("."))
_ids = st.text("abcXYZ019ŵΩ_.-", min_size=1, max_size=12)


@st.composite
def _frameworks(draw: st.DrawFn) -> Framework:
    points = draw(st.integers(3, 7))
    labels = st.lists(_texts, min_size=2, max_size=2)
    scale = Scale(
        tuple(ScalePoint(v, *draw(labels)) for v in range(1, points + 1)),
        draw(_texts),
        draw(_texts),
    )
    sources = draw(st.lists(st.builds(Source, _texts, _texts, _texts, _texts), max_size=3,
                            unique_by=lambda source: source.key))  # fmt: skip
    leans_on = _leanings([source.key for source in sources])
    ids = iter(draw(st.lists(_ids, min_size=20, max_size=20, unique=True)))
    actions = [_action(draw, ids, points, leans_on) for _ in range(draw(st.integers(1, 2)))]
    texts = [draw(_texts) for _ in range(6)]
    texts[1] = draw(st.sampled_from(["en", "cy", "pt-BR"]))
    return named(Framework(draw(_ids), *texts, scale, tuple(actions), tuple(sources)))


def _leanings(keys: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(keys), max_size=2).map(tuple) if keys else st.just(())


def _action(
    draw: st.DrawFn, ids: Iterator[str], points: int, leans_on: st.SearchStrategy[tuple[str, ...]]
) -> Action:
    key, title, short = next(ids), draw(_texts), draw(_texts)
    statements = tuple(
        Statement(next(ids), draw(_texts), draw(_unfinished), draw(_anchors(points)))
        for _ in range(draw(st.integers(1, 3)))
    )
    prompts = st.lists(st.builds(Prompt, st.sampled_from(PromptKind), _texts, leans_on), max_size=2)
    steps = tuple(
        NextStep(next(ids), when, *(draw(_texts) for _ in range(4)), draw(leans_on), "", served)
        for when, served in zip(StepWhen, _served(draw, statements), strict=True)
    )
    quick = Statement(key, short, draw(_unfinished))
    return Action(key, title, short, statements, quick, tuple(draw(prompts)), steps)


def _served(draw: st.DrawFn, of: tuple[Statement, ...]) -> list[tuple[str, ...]]:
    ids = st.lists(st.sampled_from([s.id for s in of]), max_size=2, unique=True).map(tuple)
    return draw(st.lists(ids, min_size=len(StepWhen), max_size=len(StepWhen)))


def _anchors(points: int) -> st.SearchStrategy[tuple[tuple[int, str], ...]]:
    found = st.dictionaries(st.integers(1, points), _texts, max_size=2)
    return found.map(lambda anchors: tuple(sorted(anchors.items())))


@pytest.mark.slow
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_frameworks())
def test_what_is_written_reads_back_equal(tmp_path: Path, framework: Framework) -> None:
    target = tmp_path / "ours.toml"
    TomlFrameworks().write(framework, target)
    assert TomlFrameworks().read(target) == framework


def test_the_built_in_framework_reads_back_equal(tmp_path: Path) -> None:
    framework = BuiltInFrameworks().built_in()
    TomlFrameworks().write(framework, tmp_path / "ours.toml")
    assert TomlFrameworks().read(tmp_path / "ours.toml") == framework


def test_a_person_can_read_it(tmp_path: Path) -> None:
    TomlFrameworks().write(a_framework(), tmp_path / "ours.toml")
    text = (tmp_path / "ours.toml").read_text(encoding="utf-8")
    assert "\n\n\n" not in text
    assert text.endswith('says = "Trust grows"\n')
    assert list(tomllib.loads(text))[:4] == ["format", "id", "version", "language"]
    assert 'title = "Łeading"\n' in text
    assert (
        '\n\n[[actions.statements]]\nid = "T1"\nname = "Time"\nword = "time"\ntext = "take time"\n'
        'anchors.1 = "never"\nanchors.5 = "often"\n\n'
    ) in text
    assert 'sign = "Sign"\nleans_on = ["V"]\n\n' in text
    heads = [line for line in text.splitlines() if line.startswith("[")]
    assert list(dict.fromkeys(heads)) == [
        "[scale]", "[[scale.points]]", "[[actions]]", "[[actions.statements]]",
        "[[actions.prompts]]", "[[actions.steps]]", "[[sources]]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        ({"title": ""}, 'ours.toml, field "title": the text is empty'),
        ({"actions": ()}, 'the field "actions" is missing'),
        ({"id": "two words"}, "cannot be an id"),
        ({"stem": "x" * 3000}, "longer than"),
        ({"status": "one\0two"}, "cannot be shown"),
    ],
)
def test_a_framework_that_could_not_be_read_is_not_written(
    tmp_path: Path, change: dict[str, object], mistake: str
) -> None:
    target = tmp_path / "ours.toml"
    target.write_text("before")
    with pytest.raises(FileProblem, match=mistake):
        TomlFrameworks().write(replace(a_framework(), **change), target)  # type: ignore[arg-type]
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_half_a_character_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="cannot be stored"):
        TomlFrameworks().write(replace(a_framework(), title="\ud800"), tmp_path / "ours.toml")


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="no folder"):
        TomlFrameworks().write(a_framework(), tmp_path / "gone" / "ours.toml")
