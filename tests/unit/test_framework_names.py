"""Names on stage for a framework that has none yet: they fit, and no two are the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.framework_names import (
    MAX_NAME,
    MAX_NAME_WORDS,
    MAX_SHORT,
    cut,
    is_language,
    named,
)
from desktop_app.domain.framework_rules import mistakes
from desktop_app.domain.framework_versions import fingerprint

from .builders import make_framework


def nameless(*statements: Statement, title: str = "Build mutual trust") -> Framework:
    """Return one action as format 1 knows it."""
    framework = make_framework(actions=("T",))
    action = framework.actions[0]
    steps = tuple(replace(step, short="", leans_on=()) for step in action.steps)
    quick = replace(action.quick, name="")
    bare = replace(
        action, short_title=title, statements=statements, quick=quick, steps=steps, name=""
    )
    return replace(framework, actions=(bare,))


@pytest.mark.parametrize(
    ("word", "text", "name"),
    [
        ("trust", "rely on one another to do what we said", "Rely on one"),
        ("Mutual", "trust in every direction", "Trust direction"),
        ("delivery", "rely on one another to do what we said", "Delivery"),
        ("", "put in the money, people and skills", "Put money"),
        ("well thought through", "test ambitions against evidence", "Test ambitions"),
        ("long-term commitment", "stay committed to the objectives for years", "Stay committed"),
        ("", "win over the managers", "Win over"),
        ("", "interorganisational learning", "Interorganisat…"),
        ("a b c d", "share, and share alike", "Share, share"),
    ],
)
def test_a_word_that_is_no_part_of_the_title_is_the_name_or_else_the_first_words(
    word: str, text: str, name: str
) -> None:
    found = named(nameless(Statement("T1", word, text))).statement("T1").name
    assert found == name


def test_no_name_is_given_twice() -> None:
    same = tuple(Statement(f"T{i}", "mutual trust us", f"text {i}") for i in (1, 2, 3))
    names = [s.name for s in named(nameless(*same)).statements]
    assert names == ["Mutual trust us", "Mutual trust 2", "Mutual trust 3"]


def test_what_has_a_name_keeps_it() -> None:
    kept = Statement("T1", "trust", "a text", name="Keep promises")
    framework = named(nameless(kept, Statement("T2", "mutual", "another text")))
    assert [s.name for s in framework.statements] == ["Keep promises", "Another text"]
    assert named(framework) is framework


def test_an_action_and_its_vote_have_one_name_and_steps_a_short_title() -> None:
    framework = named(nameless(Statement("T1", "trust", "a text")))
    (action,) = framework.actions
    assert (action.name, action.quick.name) == ("Build mutual", "Build mutual")
    assert action.steps[0].short == action.steps[0].title


def test_a_vote_on_the_whole_action_is_named_after_it() -> None:
    bare = nameless()
    action = bare.actions[0]
    quick = replace(bare, actions=(replace(action, statements=(action.quick,)),))
    (found,) = named(quick).actions
    assert found.statements == (found.quick,)
    assert found.quick.name == "Build mutual"


def test_a_long_title_is_cut_where_a_word_ends() -> None:
    title = "Check whether the gap follows size, sector or level"
    assert cut(title, MAX_SHORT) == "Check whether the gap follows size"
    assert cut("Talk openly of hopes and the fears", 32) == "Talk openly of hopes"


@pytest.mark.parametrize("tag", ["en", "cy", "pt-BR", "zh-Hant-TW"])
def test_a_language_is_told_by_its_tag(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "English language", "en_GB", "en-", "-en", "1"])
def test_what_is_no_language_tag_is_told(tag: str) -> None:
    assert not is_language(tag)
    if tag:
        found = {m.place for m in mistakes(replace(make_framework(), language=tag))}
        assert ("language",) in found
        assert named(replace(nameless(), language=tag)).language == "und"


def test_the_mark_of_a_wording_is_that_of_before_it_had_names() -> None:
    bare = nameless(Statement("T1", "trust", "a text"))
    assert fingerprint(named(bare)) == fingerprint(bare)
    reworded = replace(bare, actions=(replace(bare.actions[0], title="Other"),))
    assert fingerprint(reworded) != fingerprint(bare)


_texts = st.text(st.characters(codec="utf-8", categories=["L", "P", "Zs"]), max_size=60).map(
    lambda text: " ".join(text.split())
)


@given(st.lists(st.tuples(_texts, _texts.filter(bool)), min_size=1, max_size=5))
def test_every_name_fits_and_is_its_own(words: list[tuple[str, str]]) -> None:
    statements = (Statement(f"T{i}", *both) for i, both in enumerate(words))
    names = [s.name for s in named(nameless(*statements)).statements]
    assert all(0 < len(name) <= MAX_NAME for name in names)
    assert all(len(name.split()) <= MAX_NAME_WORDS + 1 for name in names)
    assert len({*names}) == len(names)
