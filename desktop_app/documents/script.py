"""What the facilitator script says: the agenda with its times, and each step's words in order.

No result and no ballot is read here, so that a script may lie about in the room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.agenda import AgendaItem, clock_minutes, has_times
from desktop_app.domain.ballot_sets import come_in_sets
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Action, PromptKind, Scale, Statement
from desktop_app.domain.people import has_groups
from desktop_app.domain.printing import BallotForm
from desktop_app.domain.steps import AFTER_ACTIONS, LOOKING_BACK, Step, StepKind
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words import counts, how_to_vote, room
from desktop_app.words.how_to_vote import OnPaper
from desktop_app.words.names import prompt_kind_name, step_kind_name, step_name
from desktop_app.words.speech import said, say, say_as, say_count
from desktop_app.words.times import of_day
from desktop_app.words.who_sees import promise_of_ways

from . import dot_ballots
from .ballots import handling, on_paper
from .event import Event, event_of

_READY = {
    Channel.HANDS: to_say("Two people to count hands, so that a slip is noticed."),
    Channel.TURNS: to_say("A place for the laptop where nobody can look over a shoulder."),
    Channel.NUMBER_KEYS: to_say("A number pad that can be handed round."),
    Channel.PAPER: "",  # which depends on the ballots
    Channel.FILE: to_say("The file with the ballots that came in before the day."),
}


HAVE_READY: Final = to_say("Have ready")
PROMISE: Final = to_say("The promise to the room")
AT_A_GLANCE: Final = to_say("The day at a glance")
KEEP_IN_MIND: Final = to_say("Keep in mind")
GROUND_RULES: Final = to_say("Ground rules")
SCALE: Final = to_say("The scale, to read out once")
BALLOTS: Final = to_say("The ballots")
EACH_STATEMENT: Final = to_say("For each statement")
TALK: Final = to_say("Then talk, in this order")
SAY: Final = to_say("Say")
WATCH: Final = to_say("Watch for")

_EACH = (
    to_say(
        "Read the statement out. Ask who is unsure what it means, and explain without an example."
    ),
    to_say("Open the vote. Leave time: nobody is told who is still missing."),
    to_say(
        "Close it and show the result. Wait; then ask what people see, not what they think of it."
    ),
    to_say("Ask for examples from both ends. Note evidence, barriers and ideas, without names."),
    to_say(
        "If talking changed something, vote again. Settle on a view only if the room wants one."
    ),
)

_OPEN_FOR_SHEETS = to_say("Open the vote. The room waits while you type.")


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
    is_for_dots: bool = False


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
    ballots: tuple[str, ...]
    voting: StepWords
    each: tuple[str, ...]
    welcome: StepWords
    since: tuple[StepWords, ...]
    actions: tuple[ActionSteps, ...]
    after: tuple[StepWords, ...]
    dots: tuple[str, ...]


def script_content(record: WorkshopRecord, form: BallotForm = BallotForm.SLIPS) -> ScriptContent:
    """Return a workshop's script in the words that its screens use too; `form` of its ballots."""
    workshop = record.workshop
    paper = on_paper(workshop, form)
    framework, channel = workshop.framework, workshop.channel
    minutes = {item.step: item.minutes for item in workshop.agenda}
    held = {step.kind for step in workshop.steps}
    after = tuple(kind for kind in AFTER_ACTIONS if kind in held)
    return ScriptContent(
        event=event_of(workshop),
        status=framework.status,
        stem=framework.stem,
        scale=framework.scale,
        scale_lines=_scale_lines(framework.scale),
        ready=_ready(workshop, paper),
        privacy=_privacy(workshop),
        ground_rules=tuple(map(said, room.GROUND_RULES)),
        agenda=_agenda(workshop),
        ballots=_ballots(workshop, paper),
        voting=_words(StepKind.STATEMENT, channel, 0, paper),
        each=_each(channel, paper, by_partner=has_groups(workshop)),
        welcome=_words(StepKind.WELCOME, channel, minutes.get("welcome", 0)),
        since=tuple(_words(k, channel, minutes.get(k.value, 0)) for k in LOOKING_BACK if k in held),
        actions=tuple(_action(a, channel, workshop.agenda) for a in framework.actions),
        after=tuple(_words(kind, channel, minutes.get(kind.value, 0)) for kind in after),
        dots=_dots(workshop),
    )


def _words(
    kind: StepKind, channel: Channel, minutes: int, paper: OnPaper | None = None
) -> StepWords:
    words = room.script(kind, channel, paper)
    title, planned = step_kind_name(kind), counts.minutes(minutes)
    return StepWords(title, words.say, words.watch, planned, kind is StepKind.PRIORITIES)


def _privacy(workshop: Workshop) -> str:
    channel, seen = workshop.channel, bool(workshop.ballot_seen)
    in_sets = come_in_sets(workshop)
    return promise_of_ways(workshop.privacy, channel, seen=seen, marked=in_sets)


def _ready(workshop: Workshop, paper: OnPaper) -> tuple[str, ...]:
    return (
        say("The laptop with Roundtable, its charger, and a projector or large screen."),
        said(_READY[workshop.channel]) or paper.to_bring,
        say("This script, and paper and pens for points to park."),
        _seats(workshop),
    )


def _seats(workshop: Workshop) -> str:
    if not workshop.observers:
        return say_count("Seats for {n} who rates.", "Seats for {n} who rate.", workshop.present)
    return say(
        "Seats for those who rate: {raters}. Seats for those who observe: {observers}.",
        raters=workshop.present,
        observers=workshop.observers,
    )


def _scale_lines(scale: Scale) -> tuple[str, ...]:
    points = [(f"{p.value} {p.label}", p.description) for p in scale.points]
    points.append((scale.cannot_say_label, scale.cannot_say_description))
    return tuple(
        say("{name}: {meaning}", name=name, meaning=meaning) if meaning else name
        for name, meaning in points
    )


def _action(action: Action, channel: Channel, agenda: Iterable[AgendaItem]) -> ActionSteps:
    mine = {step.key for step in _steps_of(action)}
    total = sum(item.minutes for item in agenda if item.step in mine)
    return ActionSteps(
        title=action.title,
        minutes=counts.minutes(total),
        statements=action.statements,
        talk=_words(StepKind.ACTION, channel, 0),
        prompts=tuple(
            (prompt_kind_name(kind), texts)
            for kind in PromptKind
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
    for step in workshop.steps:
        title, spent = _title(workshop, step), minutes.get(step.key, 0)
        if parts and parts[-1][0] == title:
            parts[-1] = (title, parts[-1][1] + spent)
        else:
            parts.append((title, spent))
    lines, clock = [], clock_minutes(workshop.agenda) or 0
    for title, spent in parts:
        start = of_day(clock) if has_times(workshop.agenda) else ""
        lines.append(AgendaLine(start, title, str(spent) if spent else ""))
        clock += spent
    return tuple(lines)


def _title(workshop: Workshop, step: Step) -> str:
    if step.kind is StepKind.STATEMENT:
        return workshop.framework.action_of(step.subject).short_title
    if step.kind is StepKind.ACTION:
        return workshop.framework.action(step.subject).short_title
    return step_name(workshop.framework, step)


def _each(channel: Channel, paper: OnPaper, *, by_partner: bool) -> tuple[str, ...]:
    """Return what is done at every statement, in order."""
    lines = tuple(map(said, _EACH))
    if not channel.traits.on_sheets:
        each_counted = by_partner and (channel.traits.counted or channel.traits.keyed_in)
        one_by_one = (said(how_to_vote.PARTNER_BY_PARTNER),) if each_counted else ()
        return (*lines[:2], *one_by_one, *lines[2:])
    opening = said(_OPEN_FOR_SHEETS) if paper.form is BallotForm.SHEET else lines[1]
    return (lines[0], opening, *paper.typing, *lines[2:])


def _ballots(workshop: Workshop, paper: OnPaper) -> tuple[str, ...]:
    """Return how ballots are handed out and collected, where the room votes on paper."""
    return handling(workshop, paper) if workshop.channel.traits.on_sheets else ()


def _dots(workshop: Workshop) -> tuple[str, ...]:
    """Return how dots are placed and typed in, where the room votes on paper."""
    if not workshop.channel.traits.on_sheets:
        return ()
    return (*dot_ballots.in_the_room()[:-1], *dot_ballots.typing())


def agenda_columns() -> tuple[str, str, str]:
    """Return what heads the columns of the agenda."""
    return say_as("a time", "From"), say("What"), say("Minutes")


def timed(title: str, minutes: str) -> str:
    """Return a title with the minutes that are planned for it, if any are."""
    return say("{title} ({minutes})", title=title, minutes=minutes) if minutes else title
