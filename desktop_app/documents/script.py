"""What the facilitator script says: the agenda with its times, and each step's words in order.

No result and no ballot is read here, so that a script may lie about in the room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Action, PromptKind, Scale, Statement
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words import room

from .event import Event, event_of

_PROMPTS = {
    PromptKind.HAPPENED: "What happened",
    PromptKind.FEELS: "How it feels",
    PromptKind.MEANS: "What it means",
    PromptKind.DO: "What to do",
}
_TITLES = {
    StepKind.WELCOME: "Welcome",
    StepKind.STATEMENT: "",  # the titles of these two are their action's
    StepKind.ACTION: "",
    StepKind.OVERVIEW: "The picture as a whole",
    StepKind.PRIORITIES: "What matters most now",
    StepKind.NEXT_STEPS: "Next steps",
    StepKind.CLOSE: "Close",
}
_READY = {
    Channel.HANDS: "Two people to count hands, so that a slip is noticed.",
    Channel.TURNS: "The shared screen where nobody can look over a shoulder.",
    Channel.NUMBER_KEYS: "A number pad that can be handed round.",
    Channel.PAPER: "The printed ballots, pens of one colour and a box.",
    Channel.FILE: "The file with the ballots that came in before the day.",
}


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line of the agenda; `start` is time from the beginning, "" where no times are planned."""

    start: str
    what: str
    minutes: str


@dataclass(frozen=True, slots=True)
class StepWords:
    """What to say and to watch at a step; `minutes` in words or ""."""

    title: str
    say: str
    watch: str
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class ActionSteps:
    """One action: its statements, then its questions by kind in the order they are asked."""

    title: str
    minutes: str
    statements: tuple[Statement, ...]
    talk: StepWords
    prompts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ScriptContent:
    """Everything the script prints, in its order."""

    event: Event
    status: str
    stem: str
    scale: Scale
    scale_lines: tuple[str, ...]
    ready: tuple[str, ...]
    privacy: str
    ground_rules: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]
    voting: StepWords
    welcome: StepWords
    actions: tuple[ActionSteps, ...]
    after: tuple[StepWords, ...]


def script_content(record: WorkshopRecord) -> ScriptContent:
    """Return a workshop's script in the words that its screens use too."""
    workshop = record.workshop
    framework, channel = workshop.framework, workshop.channel
    minutes = {item.step: item.minutes for item in workshop.agenda}
    after = (StepKind.OVERVIEW, StepKind.PRIORITIES, StepKind.NEXT_STEPS, StepKind.CLOSE)
    return ScriptContent(
        event=event_of(workshop),
        status=framework.status,
        stem=framework.stem,
        scale=framework.scale,
        scale_lines=_scale_lines(framework.scale),
        ready=_ready(workshop),
        privacy=f"{room.privacy_sentence(workshop.privacy)} {room.channel_sentence(channel)}",
        ground_rules=room.GROUND_RULES,
        agenda=_agenda(workshop),
        voting=_words(StepKind.STATEMENT, channel, 0),
        welcome=_words(StepKind.WELCOME, channel, minutes.get("welcome", 0)),
        actions=tuple(_action(a, channel, workshop.agenda) for a in framework.actions),
        after=tuple(_words(kind, channel, minutes.get(kind.value, 0)) for kind in after),
    )


def _words(kind: StepKind, channel: Channel, minutes: int) -> StepWords:
    words = room.script(kind, channel)
    return StepWords(_TITLES[kind], words.say, words.watch, _minutes(minutes))


def _minutes(minutes: int) -> str:
    if not minutes:
        return ""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _ready(workshop: Workshop) -> tuple[str, ...]:
    return (
        "The laptop with Roundtable, its charger, and a projector or large screen.",
        _READY[workshop.channel],
        "This script, and paper and pens for points to park.",
        f"Seats for {workshop.present} who rate"
        + (f" and {workshop.observers} who observe." if workshop.observers else "."),
    )


def _scale_lines(scale: Scale) -> tuple[str, ...]:
    points = [(f"{p.value} {p.label}", p.description) for p in scale.points]
    points.append((scale.cannot_say_label, scale.cannot_say_description))
    return tuple(f"{name}: {meaning}" if meaning else name for name, meaning in points)


def _action(action: Action, channel: Channel, agenda: Iterable[AgendaItem]) -> ActionSteps:
    mine = {step.key for step in _steps_of(action)}
    total = sum(item.minutes for item in agenda if item.step in mine)
    return ActionSteps(
        title=action.title,
        minutes=_minutes(total),
        statements=action.statements,
        talk=_words(StepKind.ACTION, channel, 0),
        prompts=tuple(
            (name, texts)
            for kind, name in _PROMPTS.items()
            if (texts := tuple(p.text for p in action.prompts if p.kind is kind))
        ),
    )


def _steps_of(action: Action) -> tuple[Step, ...]:
    votes = tuple(Step(StepKind.STATEMENT, s.id) for s in action.statements)
    return (*votes, Step(StepKind.ACTION, action.id))


def _agenda(workshop: Workshop) -> tuple[AgendaLine, ...]:
    """Return a line for each part of the day; an action's votes and talk are one part."""
    minutes = {item.step: item.minutes for item in workshop.agenda}
    parts: list[tuple[str, int]] = []
    for step in workshop_steps(workshop.framework):
        title, spent = _title(workshop, step), minutes.get(step.key, 0)
        if parts and parts[-1][0] == title:
            parts[-1] = (title, parts[-1][1] + spent)
        else:
            parts.append((title, spent))
    lines, clock = [], 0
    for title, spent in parts:
        start = f"{clock // 60}:{clock % 60:02d}" if workshop.agenda else ""
        lines.append(AgendaLine(start, title, str(spent) if spent else ""))
        clock += spent
    return tuple(lines)


def _title(workshop: Workshop, step: Step) -> str:
    if step.kind is StepKind.STATEMENT:
        return workshop.framework.action_of(step.subject).short_title
    if step.kind is StepKind.ACTION:
        return workshop.framework.action(step.subject).short_title
    return _TITLES[step.kind]
