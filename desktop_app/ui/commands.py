"""Every command with its keys: the one table that menus, the list of keys and the guide go by.

Knows no window and no Qt: what a command does is said where it is done. Keys are written as
QKeySequence reads them; `spelled` says them as a person reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop_app.domain.texts import to_say
from desktop_app.words.speech import said


class Group(Enum):
    """Where commands stand together, in menus and in the list of keys, in this order."""

    WORKSHOPS = "workshops"
    DAY = "day"
    STAGE = "stage"
    BALLOT = "ballot"
    COUNTING = "counting"
    LAPTOP = "laptop"
    HELP = "help"


class Place(Enum):
    """The page whose menu holds a command."""

    HOME = "home"
    CONSOLE = "console"


GROUPS = {
    Group.WORKSHOPS: to_say("Workshops and files"),
    Group.DAY: to_say("The day, on the console and on the stage"),
    Group.STAGE: to_say("What the room sees"),
    Group.BALLOT: to_say("At the ballot"),
    Group.COUNTING: to_say("While ballots are typed in"),
    Group.LAPTOP: to_say("This laptop"),
    Group.HELP: to_say("Help"),
}
"""What each group is called."""

BOTH = frozenset(Place)
HOME = frozenset({Place.HOME})
CONSOLE = frozenset({Place.CONSOLE})
NOWHERE: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to be done. `keys`: any of them does it. `places`: the menus that hold it."""

    name: str
    group: Group
    words: str
    keys: tuple[str, ...] = ()
    places: frozenset[Place] = NOWHERE


def _workshops() -> tuple[Command, ...]:
    group = Group.WORKSHOPS
    return (
        Command("new", group, to_say("New workshop"), ("Ctrl+N",), BOTH),
        Command("open", group, to_say("Open a file…"), ("Ctrl+O",), BOTH),
        Command("paste", group, to_say("Paste answers"), ("Ctrl+V",), HOME),
        Command("documents", group, to_say("Documents and printing…"), ("Ctrl+P",), BOTH),
        Command("save", group, to_say("Save (it is saved already)"), ("Ctrl+S",), BOTH),
        Command("join", group, to_say("Join tables (breakout groups)…"), (), HOME),
        Command("sample", group, to_say("Open the sample workshop"), (), HOME),
        Command("frameworks", group, to_say("Frameworks"), (), HOME),
        Command("prepare", group, to_say("Change what was prepared"), (), CONSOLE),
        Command("home", group, to_say("Home, and leave this workshop as it is"), (), CONSOLE),
        Command("find", group, to_say("Find a workshop, or words in the guide"), ("Ctrl+F",)),
        Command("move-row", group, to_say("Move a row of the agenda"), ("Alt+Up", "Alt+Down")),
        Command("quit", group, to_say("Quit"), ("Ctrl+Q",), BOTH),
    )


def _day() -> tuple[Command, ...]:
    group = Group.DAY
    return (
        Command(
            "next",
            group,
            to_say("What the foot of the console says comes next (also a remote’s next)"),
            ("Space", "PgDown", "Right", "Down"),
            CONSOLE,
        ),
        Command(
            "back",
            group,
            to_say("Look back; nothing is lost (also a remote’s back)"),
            ("PgUp", "Left", "Up"),
            CONSOLE,
        ),
        Command("press", group, to_say("Press what has the focus"), ("Enter",)),
        Command("note", group, to_say("Type a note"), ("N",), CONSOLE),
        Command("came", group, to_say("Somebody came, where it says that all are in"), ("+",)),
        Command("pause", group, to_say("Pause the step’s timer, and go on"), ("T",), CONSOLE),
        Command("undo", group, to_say("Undo on this page"), ("Ctrl+Z",), CONSOLE),
        Command("redo", group, to_say("Do again"), ("Ctrl+Shift+Z", "Ctrl+Y"), CONSOLE),
        Command("mail", group, to_say("At the close: copy the text for an e-mail"), ("E",)),
    )


def _stage() -> tuple[Command, ...]:
    group = Group.STAGE
    steps = tuple(f"Shift+{letter}" for letter in "ABCDE")
    return (
        Command("show", group, to_say("Show the stage"), ("F5",), CONSOLE),
        Command("hide", group, to_say("Hide or show the stage"), ("Shift+F5",), CONSOLE),
        Command(
            "console",
            group,
            to_say("Come back from the stage to the console; a projector keeps its picture"),
            ("Esc",),
        ),
        Command("blank", group, to_say("Blank the stage, and show it again"), ("B", "."), CONSOLE),
        Command("questions", group, to_say("The next question to talk about"), ("Q",), CONSOLE),
        Command(
            "statements",
            group,
            to_say("Every statement: an action’s in full, the day’s where we stand"),
            ("A",),
            CONSOLE,
        ),
        Command("meaning", group, to_say("What the next point means here"), ("M",), CONSOLE),
        Command("moved", group, to_say("What moved since the earlier workshop"), ("W",), CONSOLE),
        Command("beforehand", group, to_say("What was said beforehand"), ("D",), CONSOLE),
        Command("steps", group, to_say("The recommended steps to choose from"), ("S",), CONSOLE),
        Command("take", group, to_say("Take on the step with this letter, while seen"), steps),
        Command("fist", group, to_say("The question of the fist to five"), ("F",), CONSOLE),
        Command("result", group, to_say("The result of this vote"), ("R",), CONSOLE),
        Command(
            "votes",
            group,
            to_say("Both votes; at the dots beside the level; where we stand sorted anew"),
            ("V",),
            CONSOLE,
        ),
        Command("partners", group, to_say("The result by partner"), ("G",), CONSOLE),
        Command("parking", group, to_say("The parking lot, and back"), ("P",), CONSOLE),
        Command("own", group, to_say("The step’s own scene again"), ("X",), CONSOLE),
        Command("type", group, to_say("Larger text, largest, then normal again"), ("L",), CONSOLE),
    )


def _voting() -> tuple[Command, ...]:
    ballot, counting = Group.BALLOT, Group.COUNTING
    points = tuple("1234567")
    return (
        Command("pick", ballot, to_say("Pick a point of the scale"), points),
        Command("cannot", ballot, to_say("Pick “can’t say”"), ("0",)),
        Command("confirm", ballot, to_say("Confirm"), ("Enter",)),
        Command("unpick", ballot, to_say("Take the pick back"), ("Backspace",)),
        Command("by-ear", ballot, to_say("By ear, while a screen reader is on"), ("H",)),
        Command("leave", ballot, to_say("Held: the facilitator comes back"), ("Esc",)),
        Command("press-ballot", counting, to_say("Number keys: one press is one ballot"), points),
        Command("next-field", counting, to_say("The next field"), ("Tab",)),
    )


def _laptop_and_help() -> tuple[Command, ...]:
    laptop, helping = Group.LAPTOP, Group.HELP
    return (
        Command("settings", laptop, to_say("Settings"), ("Ctrl+,",), BOTH),
        Command("ready", laptop, to_say("Is this laptop ready?"), (), BOTH),
        Command("folder", laptop, to_say("Where is my data?"), (), BOTH),
        Command("copy-library", laptop, to_say("Copy everything to a stick…"), (), BOTH),
        Command("bring-library", laptop, to_say("Bring back from a stick…"), (), HOME),
        Command("menu", laptop, to_say("The menu with every command"), ("F10",)),
        Command("help", helping, to_say("Help for this page"), ("F1", "?"), BOTH),
        Command("guide", helping, to_say("The facilitator’s guide"), (), BOTH),
        Command("keys", helping, to_say("All keys"), ("Ctrl+/",), BOTH),
        Command("report", helping, to_say("Report a problem…"), (), BOTH),
        Command("about", helping, to_say("About Roundtable"), (), BOTH),
    )


COMMANDS = (*_workshops(), *_day(), *_stage(), *_voting(), *_laptop_and_help())
"""Every command, in the order in which menus and the list of keys have them."""


def command(name: str) -> Command:
    """Return the command of a name; raise KeyError where there is none."""
    return _BY_NAME[name]


def spelled(key: str) -> str:
    """Return a key as a person reads it: "Page Down", "Ctrl+Shift+Z"."""
    if key in _PARTS:
        return said(_PARTS[key])
    held, plus, last = key.rpartition("+")
    if not held:
        return key
    return f"{held}{plus}{said(_PARTS.get(last, last))}"


_PARTS = {
    "Space": to_say("Space"),
    "PgDown": to_say("Page Down"),
    "PgUp": to_say("Page Up"),
    "Right": to_say("Right"),
    "Left": to_say("Left"),
    "Up": to_say("Up"),
    "Down": to_say("Down"),
    "Enter": to_say("Enter"),
    "Esc": to_say("Esc"),
    "Backspace": to_say("Backspace"),
    "Tab": to_say("Tab"),
    ".": to_say("full stop"),
}
_BY_NAME = {one.name: one for one in COMMANDS}
