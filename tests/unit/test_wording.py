"""Plain words for results: the right counts, the right tone, every scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import result_of
from desktop_app.domain.results import Agreement, Flag, Hidden, HiddenReason, Level, Result
from desktop_app.domain.workshop import ResultRules
from desktop_app.words.change import change_sentence
from desktop_app.words.names import agreement_name, level_name
from desktop_app.words.wording import (
    cannot_say_counts,
    flag_sentence,
    hidden_sentence,
    level_counts,
    meaning,
    middle_rating,
    points_named,
    split_counts,
)


def result(*counts: int, cannot_say: int = 0, present: int | None = None) -> Result:
    here = sum(counts) + cannot_say if present is None else present
    return result_of(counts, cannot_say, here, ResultRules())


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 1, 4, 5, 2), "7 of 12 rated 4 or 5"),
        ((2, 3, 1, 4, 1), "5 of 11 rated 4 or 5"),
        ((4, 4, 2, 1, 1), "8 of 12 rated 1 or 2"),
        ((0, 5, 1), "1 of 6 rated 3"),
        ((5, 0, 1), "5 of 6 rated 1"),
        ((0, 2, 0, 8), "8 of 10 rated 3 or 4"),
        ((0, 0, 0, 0, 3, 2, 2), "7 of 7 rated 5 to 7"),
        ((3, 2, 2, 0, 0, 0), "7 of 7 rated 1 to 3"),
    ],
)
def test_level_counts(counts: tuple[int, ...], expected: str) -> None:
    assert level_counts(result(*counts)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            (2, 3, 1, 4, 1),
            (
                "Five of eleven rated this low and five high, with one between. Both ends are "
                "well filled and few ratings lie between: a reason to talk, starting with what "
                "each view rests on."
            ),
        ),
        (
            (5, 1, 0, 1, 5),
            (
                "Six of twelve rated this low and six high, with none between. Both ends are "
                "well filled and few ratings lie between: a reason to talk, starting with what "
                "each view rests on."
            ),
        ),
        (
            (3, 2, 2, 3),
            (
                "Five of ten rated this low and five high. A reason to talk, starting with what "
                "each view rests on."
            ),
        ),
        (
            (50, 40, 20, 40, 50),
            (
                "90 of 200 rated this low and 90 high, with 20 between. Both ends are well filled "
                "and few ratings lie between: a reason to talk, starting with what each view "
                "rests on."
            ),
        ),
        (
            (0, 0, 1, 7, 4),
            (
                "Eleven of twelve rated this high, and most ratings lie close together. "
                "Ask what this rests on and what could undo it."
            ),
        ),
        (
            (5, 5, 0, 0, 0),
            (
                "All ten rated this low, and most ratings lie close together. "
                "Ask what holds it back and what would help first."
            ),
        ),
        (
            (4, 4, 2, 1, 1),
            (
                "Eight of twelve rated this low and two high, with two between. "
                "Ask for examples before you draw a conclusion."
            ),
        ),
        (
            (0, 2, 3, 5, 2),
            (
                "Seven of twelve rated this high, and on the whole the ratings lie fairly close "
                "together. Ask what this rests on and what could undo it."
            ),
        ),
        (
            (0, 3, 4, 3, 0),
            (
                "Three of ten rated this low and three high, with four between. "
                "Ask for an example of what is in place and of what is missing."
            ),
        ),
        (
            (0, 0, 6, 0, 6),
            (
                "Six of twelve rated this high and none low, with six between. "
                "Ask for examples before you draw a conclusion."
            ),
        ),
        (
            (0, 0, 5, 0, 0),
            (
                "Most ratings lie close together around the scale’s midpoint. "
                "Ask what is in place and what is still missing."
            ),
        ),
    ],
)
def test_meaning(counts: tuple[int, ...], expected: str) -> None:
    assert meaning(result(*counts)) == expected


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (result(0, 0, 0, 0, 0, cannot_say=3), "Nobody gave a rating."),
        (result(0, 0, 0, 0, 1), "One rating: too few to say how far the room agrees."),
        (result(0, 0, 0, 3, 0), "Three ratings: too few"),
        (result(0, 0, 0, 5, 0, present=12), "Five ratings from twelve people: too few"),
        (result(0, 0, 0, 5, 0, present=40), "5 ratings from 40 people: too few"),
    ],
)
def test_meaning_of_too_few(here: Result, expected: str) -> None:
    assert meaning(here).startswith(expected)


def test_middle_rating() -> None:
    assert middle_rating(result(0, 0, 5, 0, 0)) == "Median 3"
    assert middle_rating(result(0, 3, 3, 0, 0)) == "Median 2.5"
    assert middle_rating(result(0, 0, 0, 0, 0)) == "No median"


def test_counts_in_passing() -> None:
    assert split_counts(result(2, 3, 1, 4, 1)) == "5 of 11 low, 5 high, 1 between"
    assert split_counts(result(2, 3, 4, 1)) == "5 of 10 low, 5 high"
    assert cannot_say_counts(result(2, 3, 1, 1, 1, cannot_say=4)) == "4 of 12 could not say"
    assert [points_named(1, last) for last in (1, 2, 3)] == ["1", "1 or 2", "1 to 3"]


def test_a_second_vote_says_change_by_the_rule_only() -> None:
    first = result(3, 6, 3, 0, 0)
    assert change_sentence(first, result(0, 3, 5, 4, 0)) == (
        "Moved up: 3 of 12 rated it 3 or more before, 9 of 12 now."
    )
    assert change_sentence(result(0, 0, 2, 7, 3), result(2, 4, 4, 2, 0)) == (
        "Moved down: 2 of 12 rated it 3 or less before, 10 of 12 now."
    )
    assert change_sentence(first, result(1, 3, 5, 3, 0)) == (
        "Cannot say: with 12 and 12 ratings this could be luck, and a real change could hide in it."
    )
    assert change_sentence(first, result(0, 0, 0, 4, 0)) == (
        "Cannot say: too few ratings in one of the votes."
    )
    assert change_sentence(result(0, 1, 3, 6, 2), result(0, 1, 4, 6, 1)).startswith("Much the same")
    spread = change_sentence(result(5, 1, 0, 1, 5), result(0, 2, 8, 2, 0))
    assert spread.endswith(
        "Views came closer: ratings lie nearer to the room’s middle than before."
    )


def test_every_word_has_its_name() -> None:
    assert [level_name(level) for level in Level] == ["Low", "Middle", "High"]
    assert {agreement_name(a) for a in Agreement} == {
        "Strong agreement",
        "Broad agreement",
        "Mixed views",
        "Opposing views",
        "Too few ratings to say",
    }
    assert len({hidden_sentence(Hidden(reason)) for reason in HiddenReason}) == len(HiddenReason)


def test_flags_in_words() -> None:
    here = result(0, 0, 0, 6, 0, cannot_say=4)
    assert flag_sentence(Flag.SMALL_GROUP, here).startswith(
        "A small group: a conversation starter."
    )
    assert flag_sentence(Flag.MINORITY_VIEW, here).startswith("A minority view worth hearing")
    assert flag_sentence(Flag.MANY_CANNOT_SAY, here).startswith(
        "Many can't say: 4 of 10 could not say."
    )


@given(
    st.integers(3, 7).flatmap(
        lambda points: st.lists(st.integers(0, 40), min_size=points, max_size=points)
    ),
    st.integers(0, 30),
)
def test_every_result_reads_as_plain_sentences(counts: list[int], cannot: int) -> None:
    here = result(*counts, cannot_say=cannot)
    said = [meaning(here), *(flag_sentence(flag, here) for flag in here.flags)]
    for text in said:
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")
        assert "!" not in text
        assert 1 <= text.count(". ") + 1 <= 2
