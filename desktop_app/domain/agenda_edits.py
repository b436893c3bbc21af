"""Changes to an agenda while it is prepared: order, breaks, own items, what is left out.

An action's statements stay together; a break or an own item may stand between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .agenda import (
    MAX_ITEM_TEXT,
    MAX_ITEM_TITLE,
    MAX_ITEMS,
    MAX_MINUTES,
    AgendaItem,
    clock_time,
    day_steps,
)
from .errors import InputProblem
from .framework import Framework
from .pictures import MAX_ALT, MAX_PICTURES, looks_like_a_picture
from .steps import ADDED, MINUTES, Step, StepKind, added_step

Items = tuple[AgendaItem, ...]


def whole_agenda(
    framework: Framework, agenda: Sequence[AgendaItem], usual: Items, *, looks_back: bool = False
) -> Items:
    """Return an item for every step, also those left out, in the order of the day.

    `usual`: the agenda that says how long a step takes which this one does not name.
    `looks_back`: it is a follow-up's day.
    """
    kept = {item.step: item for item in (*usual, *agenda)}
    all_in = [replace(item, left_out=False) for item in agenda]
    steps = day_steps(framework, all_in, looks_back=looks_back)
    return tuple(kept.get(step.key, AgendaItem(step.key, 0)) for step in steps)


def is_added(item: AgendaItem) -> bool:
    """Return whether an item is a break or the facilitator's own."""
    return added_step(item.step, item.title) is not None


def kind_of(item: AgendaItem) -> StepKind:
    """Return what kind of step an item is of."""
    return StepKind(item.step.partition(":")[0])


def can_be_left_out(item: AgendaItem) -> bool:
    """Return whether a day can go without an item; a break is removed instead."""
    return not is_added(item) and kind_of(item) not in (StepKind.WELCOME, StepKind.CLOSE)


@dataclass(frozen=True, slots=True)
class Block:
    """One action's items with what stands between them, or one item of the whole room."""

    action: str
    items: Items


def actions_of(framework: Framework) -> dict[str, str]:
    """Return the action of each step that belongs to one, by the step's key."""
    found = {}
    for action in framework.actions:
        found[Step(StepKind.ACTION, action.id).key] = action.id
        for statement in action.statements:
            found[Step(StepKind.STATEMENT, statement.id).key] = action.id
    return found


def blocks(items: Items, actions: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the items of a day in blocks."""
    keys = [item.step for item in items]
    return tuple(Block(action, items[begin:end]) for action, begin, end in spans(keys, actions))


def spans(keys: Sequence[str], actions: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Give the action of each block of steps, "" for one of the whole room, and its places.

    What stands between two steps of an action is in its block.
    """
    last = {actions[key]: place for place, key in enumerate(keys) if key in actions}
    place = 0
    while place < len(keys):
        action = actions.get(keys[place], "")
        end = (last[action] if action else place) + 1
        yield action, place, end
        place = end


# -- order ----------------------------------------------------------------------------------


def moved(items: Items, actions: Mapping[str, str], key: str, by: int) -> Items:
    """Return the agenda with an item one place earlier (-1) or later (1), as far as it may go."""
    place = next(at for at, item in enumerate(items) if item.step == key)
    item, action = items[place], actions.get(key, "")
    if not action and not is_added(item):
        return block_moved(items, actions, key, by)
    beside = place + by
    if not 0 < place < len(items) - 1 or not 0 < beside < len(items) - 1:
        return items
    free = is_added(item) or is_added(items[beside])
    if not free and actions.get(items[beside].step, "") != action:
        return items
    changed = list(items)
    changed[place], changed[beside] = changed[beside], changed[place]
    return tuple(changed)


def block_moved(items: Items, actions: Mapping[str, str], key: str, by: int) -> Items:
    """Return the agenda with the whole block that holds an item before or after the next one."""
    made = list(blocks(items, actions))
    place = next(at for at, block in enumerate(made) if key in {i.step for i in block.items})
    beside = place + by
    if 0 < place < len(made) - 1 and 0 < beside < len(made) - 1:
        made[place], made[beside] = made[beside], made[place]
    return tuple(item for block in made for item in block.items)


def dropped(
    items: Items, actions: Mapping[str, str], key: str, at: int, *, whole: bool = False
) -> Items:
    """Return the agenda with an item, or its whole block, before place `at` or as near as it may.

    `at` counts places of the agenda as it is now.
    """
    move = block_moved if whole else moved
    by = 1 if at > _place(items, key) else -1
    while True:
        further = move(items, actions, key, by)
        passed = _place(further, key) + (1 if by > 0 else 0)
        if further == items or (passed - at) * by > 0:
            return items
        items = further


def _place(items: Items, key: str) -> int:
    return next(at for at, item in enumerate(items) if item.step == key)


# -- breaks and own items -------------------------------------------------------------------


def with_added(items: Items, kind: StepKind, after: str) -> tuple[Items, str]:
    """Return the agenda with a new break or own item after a step, and the new one's key."""
    taken = {item.step for item in items}
    keys = (Step(kind, str(number)).key for number in range(1, len(items) + 2))
    key = next(one for one in keys if one not in taken)
    places = (at + 1 for at, item in enumerate(items) if item.step == after)
    place = min(next(places, len(items) - 1), len(items) - 1)
    new = AgendaItem(key, MINUTES[kind].half_day)
    return (*items[:place], new, *items[place:]), key


def without(items: Items, key: str) -> Items:
    """Return the agenda without a break or own item."""
    return tuple(item for item in items if item.step != key or not is_added(item))


def with_item(items: Items, changed: AgendaItem) -> Items:
    """Return the agenda with an item in the place of the one with its key."""
    return tuple(changed if item.step == changed.step else item for item in items)


def left_out(items: Items, keys: Iterable[str], *, out: bool) -> Items:
    """Return the agenda with these items left out, or put back in."""
    gone = {*keys}
    return tuple(
        replace(item, left_out=out) if item.step in gone and can_be_left_out(item) else item
        for item in items
    )


# -- what an agenda may hold ----------------------------------------------------------------


def check_agenda(agenda: Items) -> Items:
    """Return an agenda trimmed; raise InputProblem naming what will not do."""
    made = tuple(_trimmed(item) for item in agenda)
    if sum(is_added(item) for item in made) > MAX_ITEMS:
        raise InputProblem("There can be {limit} breaks and own items at most.", limit=MAX_ITEMS)
    if sum(bool(item.picture) for item in made) > MAX_PICTURES:
        raise InputProblem(
            "A day can have {limit} pictures at most. Take one out.", limit=MAX_PICTURES
        )
    for item in made:
        _check_item(item)
    return made


def _trimmed(item: AgendaItem) -> AgendaItem:
    title, alt = " ".join(item.title.split()), " ".join(item.alt.split())
    return replace(item, title=title, text=item.text.strip(), alt=alt)


def _check_item(item: AgendaItem) -> None:
    kind = item.step.partition(":")[0]
    if kind == ADDED[1].value and not item.title:
        raise InputProblem("An item of your own in the agenda has no title. Type one.")
    if len(item.title) > MAX_ITEM_TITLE:
        raise InputProblem(
            "A title in the agenda is longer than {limit} characters. Shorten it.",
            limit=MAX_ITEM_TITLE,
        )
    if len(item.text) > MAX_ITEM_TEXT:
        raise InputProblem(
            "The text of “{title}” is longer than {limit} characters, and could not be read in "
            "the room. Shorten it.",
            title=item.title,
            limit=MAX_ITEM_TEXT,
        )
    _check_picture(item)
    if not 0 <= item.minutes <= MAX_MINUTES or (item.at and clock_time(item.at) is None):
        raise InputProblem("A time in the agenda is none. Type it again.")


def _check_picture(item: AgendaItem) -> None:
    if item.picture and not looks_like_a_picture(item.picture):
        raise InputProblem(
            "The picture of “{title}” is none that can be kept. Choose it again.", title=item.title
        )
    if len(item.alt) > MAX_ALT:
        raise InputProblem(
            "What the picture of “{title}” shows is told in more than {limit} characters. Shorten"
            " it.",
            title=item.title,
            limit=MAX_ALT,
        )
