"""Changes to an agenda: nothing is lost, an action stays together, the ends stay the ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.agenda import MAX_ITEM_TEXT, AgendaItem, half_day
from desktop_app.domain.agenda_edits import (
    Items,
    actions_of,
    block_moved,
    blocks,
    check_agenda,
    dropped,
    left_out,
    moved,
    whole_agenda,
    with_added,
    without,
)
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.steps import StepKind

from .builders import make_framework

FRAMEWORK = make_framework()
ACTIONS = actions_of(FRAMEWORK)
DAY = half_day(FRAMEWORK)


def keys(items: Items) -> list[str]:
    return [item.step for item in items]


def test_every_step_has_an_item_also_one_that_is_left_out() -> None:
    known = (AgendaItem("welcome", 4), AgendaItem("statement:T2", 9, left_out=True))
    whole = whole_agenda(FRAMEWORK, known, half_day(FRAMEWORK))
    assert sorted(keys(whole)) == sorted(set(keys(DAY)) - {"break:1"})
    by_key = {item.step: item for item in whole}
    assert (by_key["welcome"].minutes, by_key["statement:T2"].left_out) == (4, True)
    assert by_key["overview"].minutes == 8
    assert whole_agenda(FRAMEWORK, DAY, DAY) == DAY


def test_a_break_goes_between_any_two_steps_but_not_out_of_the_day() -> None:
    day, key = with_added(DAY, StepKind.BREAK, "welcome")
    assert keys(day)[1] == key == "break:2"
    assert moved(day, ACTIONS, key, -1) == day
    later = moved(day, ACTIONS, key, 1)
    assert keys(later)[1:3] == ["statement:T1", key]
    for _ in range(40):
        later = moved(later, ACTIONS, key, 1)
    assert keys(later)[-2:] == [key, "close"]


def test_a_statement_stays_with_its_action_and_passes_breaks() -> None:
    assert keys(moved(DAY, ACTIONS, "statement:T2", -1))[1:3] == ["statement:T2", "statement:T1"]
    last = [key for key in keys(DAY) if ACTIONS.get(key) == "T"][-1]
    day = without(DAY, "break:1")
    assert moved(day, ACTIONS, last, 1) == day
    day, key = with_added(day, StepKind.BREAK, last)
    assert keys(moved(day, ACTIONS, last, 1)).index(key) == keys(day).index(last)


def test_a_whole_action_passes_its_neighbour() -> None:
    day = without(DAY, "break:1")
    swapped = block_moved(day, ACTIONS, "statement:A1", -1)
    assert [b.action for b in blocks(swapped, ACTIONS)][1:3] == ["A", "T"]
    assert block_moved(swapped, ACTIONS, "statement:A1", -1) == swapped
    assert block_moved(day, ACTIONS, "overview", -1) == moved(day, ACTIONS, "overview", -1)


def test_what_is_dropped_goes_as_near_as_it_may() -> None:
    day = without(DAY, "break:1")
    day, key = with_added(day, StepKind.OWN, "welcome")
    at = keys(day).index("priorities")
    assert keys(dropped(day, ACTIONS, key, at)).index(key) == at - 1
    assert keys(dropped(day, ACTIONS, key, 0)).index(key) == 1
    down = dropped(day, ACTIONS, "statement:T1", len(day))
    assert ACTIONS.get(keys(down)[keys(down).index("statement:T1") - 1]) == "T"
    assert dropped(day, ACTIONS, "welcome", 5) == day


@given(st.data())
def test_no_change_of_order_loses_or_doubles_anything(data: st.DataObject) -> None:
    items, _ = with_added(DAY, StepKind.OWN, "overview")
    before = sorted(keys(items))
    for _ in range(8):
        key = data.draw(st.sampled_from(keys(items)))
        whole, by = data.draw(st.booleans()), data.draw(st.sampled_from((-1, 1)))
        at = data.draw(st.integers(0, len(items)))
        move = block_moved if whole else moved
        items = data.draw(
            st.sampled_from(
                (move(items, ACTIONS, key, by), dropped(items, ACTIONS, key, at, whole=whole))
            )
        )
        assert sorted(keys(items)) == before
        assert (keys(items)[0], keys(items)[-1]) == ("welcome", "close")
        runs = [block.action for block in blocks(items, ACTIONS) if block.action]
        assert len(runs) == len(set(runs)), "an action's steps stay together but for breaks"


def test_only_what_a_day_can_go_without_is_left_out() -> None:
    out = left_out(DAY, keys(DAY), out=True)
    assert [i.step for i in out if not i.left_out] == ["welcome", "break:1", "close"]
    assert left_out(out, keys(DAY), out=False) == DAY


def test_only_breaks_and_own_items_are_removed() -> None:
    assert without(DAY, "statement:T1") == DAY
    assert "break:1" not in keys(without(DAY, "break:1"))


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (AgendaItem("own:1", 5), "has no title"),
        (AgendaItem("own:1", 5, "x" * 81), "longer than 80"),
        (AgendaItem("own:1", 5, "Budget", "x" * (MAX_ITEM_TEXT + 1)), "“Budget” is longer"),
        (AgendaItem("welcome", 5, at="half nine"), "A time in the agenda is none"),
        (AgendaItem("welcome", 601), "A time in the agenda is none"),
    ],
)
def test_what_an_agenda_cannot_hold_is_said(item: AgendaItem, said: str) -> None:
    with pytest.raises(InputProblem, match=said):
        check_agenda((item,))


def test_an_agenda_is_trimmed() -> None:
    item = AgendaItem("own:1", 5, "  The \n budget ", " One.\nTwo. ")
    assert check_agenda((item,)) == (replace(item, title="The budget", text="One.\nTwo."),)
