"""The published schema knows every word that an export can hold, and no other."""

from __future__ import annotations

import json
from enum import Enum

import pytest

from desktop_app.analysis.change import Drift, Shift
from desktop_app.analysis.priorities import Field
from desktop_app.analysis.then_and_now import ActionWord, Reason
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Depth
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.results import Agreement, Flag, Level
from desktop_app.domain.rounds import RoundKind, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy
from desktop_app.resources import resource

SCHEMA = json.loads(resource("schema", "roundtable-export.schema.json").read_text("utf-8"))
NOT_EXPORTED = {RoundState.DISCARDED}
WORDS: dict[str, type[Enum]] = {
    "workshop/properties/status": WorkshopStatus,
    "workshop/properties/privacy": Privacy,
    "workshop/properties/depth": Depth,
    "round/properties/kind": RoundKind,
    "round/properties/channel": Channel,
    "round/properties/state": RoundState,
    "round/properties/level": Level,
    "round/properties/agreement": Agreement,
    "round/properties/flags/items": Flag,
    "action/properties/level": Level,
    "action/properties/agreement": Agreement,
    "priority/properties/importance": Field,
    "priority_vote/oneOf/1/properties/state": RoundState,
    "priority_vote/oneOf/1/properties/channel": Channel,
    "note/properties/kind": NoteKind,
    "statement_moved/properties/word": Shift,
    "statement_moved/properties/agreement_word": Drift,
    "statement_moved/properties/not_compared_because": Reason,
    "part_moved/properties/word": Shift,
    "part_moved/properties/agreement_word": Drift,
    "action_moved/properties/word": ActionWord,
}


@pytest.mark.parametrize("place", WORDS)
def test_the_schema_has_every_word_of_an_enumeration(place: str) -> None:
    found = SCHEMA["$defs"]
    for name in place.split("/"):
        found = found[int(name) if name.isdigit() else name]
    wanted = {member.value for member in WORDS[place] if member not in NOT_EXPORTED}
    assert {word for word in found["enum"] if word is not None} == wanted
