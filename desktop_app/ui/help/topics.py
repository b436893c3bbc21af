"""Which part of the guide helps with the page at hand; a test holds that each is there."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind

HOME, PREPARE, FRAMEWORKS, REPORT, CRASH = "evening", "prepare", "frameworks", "report", "trouble"
STEPS: Final = {
    StepKind.WELCOME: "welcome",
    StepKind.SINCE: "since",
    StepKind.STATEMENT: "statement",
    StepKind.ACTION: "action",
    StepKind.BREAK: "breaks",
    StepKind.OWN: "breaks",
    StepKind.OVERVIEW: "overview",
    StepKind.PRIORITIES: "priorities",
    StepKind.NEXT_STEPS: "plan",
    StepKind.CLOSE: "close",
}
WAYS: Final = {
    Channel.HANDS: "hands",
    Channel.TURNS: "turns",
    Channel.NUMBER_KEYS: "number-keys",
    Channel.PAPER: "paper",
    Channel.FILE: "voting",
}
"""While a vote is open, its way is what help is wanted with."""


def topic_of(step: StepKind, open_way: Channel | None) -> str:
    """Return the key of the heading that helps on the console."""
    return WAYS[open_way] if open_way is not None else STEPS[step]
