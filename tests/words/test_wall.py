"""Nothing on the wall is an order or advice to the facilitator: that stands on the console only."""

from __future__ import annotations

import re

import pytest

from desktop_app.analysis.result import result_of
from desktop_app.domain.results import Agreement, Flag
from desktop_app.domain.workshop import ResultRules
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.priority_scenes import DotsShown
from desktop_app.scenes.scene import Plan, Revealed, VoteClosed, Welcome
from desktop_app.words.wording import (
    advice,
    flag_advice,
    flag_remark,
    flag_sentence,
    meaning,
    meaning_for_room,
)
from tests.unit.test_stage_scenes import every_scene as every_scene_of

from .test_pseudo_scenes import records, shown, texts

ORDERS = frozenset(
    {
        "accept",
        "add",
        "ask",
        "begin",
        "call",
        "check",
        "choose",
        "click",
        "close",
        "collect",
        "count",
        "discard",
        "discuss",
        "explain",
        "file",
        "give",
        "go",
        "hand",
        "hear",
        "hide",
        "hold",
        "invite",
        "keep",
        "leave",
        "let",
        "listen",
        "look",
        "make",
        "move",
        "name",
        "note",
        "open",
        "point",
        "press",
        "print",
        "put",
        "read",
        "remind",
        "reveal",
        "save",
        "say",
        "see",
        "set",
        "show",
        "start",
        "stop",
        "take",
        "talk",
        "tell",
        "thank",
        "touch",
        "try",
        "turn",
        "type",
        "use",
        "vote",
        "wait",
        "watch",
        "write",
    }
)
"""Words that an order begins with."""
TO_THE_ROOM = (
    "Thank you",
    "Talk about the whole action",
    "More dots, lower",
    "More dots, higher",
    "Fewer dots, lower",
    "Fewer dots, higher",
    "Say a letter",  # of the step that somebody wants
    "Put them on one action or share them out",  # each person's dots
)
"""What begins like an order and is said to everybody in the room."""
_CONSOLE = re.compile(
    r"\b(Next:|F5|Esc|Space|Page Down|console|key [A-Z]\b|click|touch|button)", re.IGNORECASE
)


SPREAD = {
    Agreement.STRONG: (0, 0, 0, 2, 10),
    Agreement.OPPOSING: (6, 0, 0, 0, 6),
    Agreement.MIXED: (3, 2, 4, 2, 1),
    Agreement.BROAD: (0, 3, 5, 3, 1),
    Agreement.TOO_FEW: (0, 1, 1, 0, 0),
}


def orders_in(text: str) -> list[str]:
    """Return the sentences of a text that tell somebody at the laptop what to do."""
    sentences = [s.strip() for s in re.split(r"(?<=[.!?:;])\s+|\s·\s", text)]
    return [s for s in sentences if _is_order(s)]


def _is_order(sentence: str) -> bool:
    if sentence.startswith(TO_THE_ROOM):
        return False
    first = re.match(r"[“‘(]*([A-Za-z]+)", sentence)
    begins = first is not None and first[1].lower() in ORDERS and first[1][0].isupper()
    return begins or _CONSOLE.search(sentence) is not None


@pytest.mark.slow
def test_no_scene_holds_an_order_or_advice_to_the_facilitator() -> None:
    kinds, found = set(), set()
    for record in records("en"):
        for scene in (*shown(record), *every_scene_of(record)):
            kinds.add(type(scene))
            words = in_words(scene)
            for text in (*texts(scene), words.name, words.description):
                found |= {f"{type(scene).__name__}: {order}" for order in orders_in(text)}
    assert {Welcome, VoteClosed, Revealed, Plan, DotsShown} <= kinds
    assert len(kinds) >= 18
    assert found == set()


@pytest.mark.parametrize(
    "order",
    [
        "Ask for examples before you draw a conclusion.",
        "Eight of twelve rated this high. Ask what this rests on and what could undo it.",
        "Next: talk about what is behind this",
        "The stage is blank. Press B.",
        "Results wait on the console.",
        "Count again, or accept with a reason.",
    ],
)
def test_an_order_is_found(order: str) -> None:
    assert orders_in(order) != []


@pytest.mark.parametrize("agreement", Agreement)
def test_what_a_result_means_asks_nothing_and_the_advice_stands_beside_it(
    agreement: Agreement,
) -> None:
    result = result_of(SPREAD[agreement], 0, 12, ResultRules())
    assert result.agreement is agreement
    assert orders_in(meaning_for_room(result)) == []
    assert meaning(result) == f"{meaning_for_room(result)} {advice(result)}".strip()
    asks = agreement not in (Agreement.OPPOSING, Agreement.TOO_FEW)
    assert advice(result).startswith("Ask") is asks


def test_many_who_cannot_say_are_reported_and_what_to_ask_is_the_facilitators() -> None:
    result = result_of(SPREAD[Agreement.STRONG], 8, 20, ResultRules())
    assert Flag.MANY_CANNOT_SAY in result.flags
    remark = flag_remark(Flag.MANY_CANNOT_SAY, result)
    assert orders_in(remark) == []
    asked = flag_advice(Flag.MANY_CANNOT_SAY)
    assert asked == "Ask what they would need to know."
    assert flag_sentence(Flag.MANY_CANNOT_SAY, result) == f"{remark} {asked}"
