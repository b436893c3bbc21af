"""Example scenes of what is put beside a step's own: questions, statements, steps, notes, fists."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.scenes.aside_scenes import (
    ActionBars,
    FistAsked,
    NoteShown,
    OfferGroup,
    OfferLine,
    PairOfBars,
    PointMeant,
    QuestionAsked,
    StatementBar,
    StatementLine,
    StatementRead,
    StatementsListed,
    StatementsSeen,
    StepsOffered,
    ThenAndNowSeen,
)
from desktop_app.scenes.scene import Scene

MARK = "Sample workshop"
QUESTION = "Which part excites you, and which makes you wince?"
LONG_QUESTION = (
    "Which trust is between people, which between organisations, and what would survive if one "
    "person left?"
)
POINT = "Plain to all  ·  what this means here"
MEANS = "Most partners, most of the time; we know where the gaps are and who is working on them"
PLANNED = (
    "Make the ambition and the offer match",
    "Write it privately, then compare",
    "Meet next at the youth charity",
)
NOTE = "The winter rota was kept by all five partners, even in the week of the flood."


def question(text: str = QUESTION, *, time: str = "4 minutes") -> QuestionAsked:
    kicker = "Agree ambitions  ·  How it feels  ·  question 2 of 4"
    return QuestionAsked(kicker, text, "In pairs, then all together", time, MARK)


def statements(*, rated: bool = True) -> StatementsListed:
    words = ("Middle, broad agreement", "High, opposing views") if rated else ("", "")
    lines = (
        StatementLine("Really agreed", "… hold ambitions that every partner agreed.", words[0]),
        StatementLine(
            "Plain to all",
            "… state those ambitions so plainly that all of us would explain them alike.",
            words[1],
        ),
    )
    kicker = "2 statements  ·  At the moment, leaders help our partnership to"
    return StatementsListed(kicker, "Agree ambitions", lines, MARK)


ACTIONS = {
    "Build mutual trust": ("Keep promises", "Trust all round", "Repair trust"),
    "Agree ambitions": ("Really agreed", "Plain to all", "Tested first", "Backing"),
    "Invest time, resources, energy": ("Enough time", "Resources", "Drive"),
    "Galvanise managers and staff": ("Managers", "Front line"),
    "Commit for the long term": (
        "Stay with it",
        "Learn together",
        "Change course",
        "Test and spread",
    ),
}
HOW = ("Left of the line: rated 1 or 2. Right: 4 or 5.", "Bold: low, or <> opposing views.")


def bar(name: str, place: int = 0, *, hidden: bool = False) -> StatementBar:
    if hidden:
        return StatementBar(name, None, "Hidden: too few ratings", hidden=True, empty="Hidden")
    counts = ((0, 1, 2, 8, 3), (1, 4, 1, 7, 1), (4, 5, 3, 2, 0), (0, 2, 3, 7, 1))[place % 4]
    opposing, low = place % 4 == 1, place % 4 == 2
    return StatementBar(name, counts, "Middle, mixed views", opposing or low, opposing)


def every_statement(columns: int = 2, *, hidden: bool = False) -> StatementsSeen:
    """Return the statements of a day as a wide stage holds them, or the last on a narrow one."""
    groups = [
        ActionBars(
            title,
            tuple(
                bar(name, place, hidden=hidden and name in ("Managers", "Backing"))
                for place, name in enumerate(names)
            ),
        )
        for title, names in ACTIONS.items()
    ]
    wide = (tuple(groups[:2]), tuple(groups[2:]))
    how = (HOW[0], "Bold: low, or <> opposing. Dashed: hidden.") if hidden else HOW
    kicker = "Where we stand  ·  all 16 statements  ·  14 people"
    return StatementsSeen(kicker, wide if columns == 2 else wide[:1], how, MARK)


def steps(*, taken: bool = True) -> StepsOffered:
    low = OfferGroup(
        "Resources",
        "because 9 of 14 rated 1 or 2",
        (
            OfferLine("A", "Make the ambition and the offer match", taken),
            OfferLine("B", "Fund an organiser with protected hours", False),
        ),
        "after we have talked about it",
    )
    return StepsOffered(
        kicker="Next steps  ·  screen 1 of 3",
        title="Which of these fit us? Say a letter.",
        groups=(low,),
        taken="taken",
        plan="3 steps in our plan" if taken else "",
        listed=PLANNED if taken else (),
        mark=MARK,
    )


def wide_steps() -> StepsOffered:
    """Return five steps under two reasons, as a wide stage holds them."""
    titles = (
        "Make the ambition and the offer match",
        "Fund an organiser with protected hours",
        "Fix senior attendance for the year",
        "Write the ambition privately, compare",
        "Separate the aim from the route",
    )
    lines = tuple(OfferLine("ABCDE"[n], title, n in (0, 3)) for n, title in enumerate(titles))
    groups = (
        OfferGroup("Resources", "because 9 of 14 rated 1 or 2", lines[:3]),
        OfferGroup("Plain to all", "because 6 rated low, 6 high", lines[3:]),
    )
    return replace(steps(), groups=groups)


THEN, NOW = (1, 3, 4, 3, 1), (0, 1, 3, 6, 4)


def then_and_now(
    names: tuple[str, ...] = ("Mutual trust", "Ambitions", "Time and means"),
) -> ThenAndNowSeen:
    """Return three rows: one that moved, one of which nobody can say, one too few rated."""
    said = ("2 of 3 moved up", "Cannot say", "Too few ratings")
    rows = (
        PairOfBars(names[0], THEN, NOW, said[0], strong=True),
        PairOfBars(names[1], NOW, NOW, said[1]),
        PairOfBars(names[2], THEN, None, said[2], few=(False, True)),
    )
    kicker = "Then and now  ·  thin bar: 14 May 2027  ·  thick bar: today"
    foot = "12 people then, 14 now, and not all the same."
    return ThenAndNowSeen(kicker, "What moved", rows, foot, MARK)


def one_then_and_now() -> ThenAndNowSeen:
    """Return one statement with the longest sentence that there is."""
    scene = then_and_now()
    foot = (
        "Much the same: these ratings fit neither a rise nor a fall of a whole point. A smaller"
        " change may be there."
    )
    return replace(scene, title="Build mutual trust", rows=scene.rows[:1], foot=foot)


def every_aside_scene() -> dict[str, Scene]:
    """Return one scene of each kind and each hard case, by name, that fits every stage."""
    return {
        "question": question(),
        "question-long": question(LONG_QUESTION),
        "question-no-time": question(time=""),
        "statements": statements(),
        "statements-before": statements(rated=False),
        "every-statement": every_statement(1),
        "every-statement-hidden": every_statement(1, hidden=True),
        "steps": steps(),
        "steps-none-taken": steps(taken=False),
        "point": PointMeant(POINT, "4", "Mostly there", MEANS, MARK),
        "point-unsaid": PointMeant(POINT, "", "Can’t say", "Not enough to go on", MARK),
        "read": StatementRead(POINT, "At the moment, leaders help our partnership to", NOTE, MARK),
        "then-and-now": then_and_now(),
        "then-and-now-one": one_then_and_now(),
        "then-and-now-names": then_and_now(("Keep promises", "Trust all round", "Repair trust")),
        "note": NoteShown("Evidence  ·  Keep promises", NOTE, MARK),
        "note-long": NoteShown("Evidence  ·  screen 1 of 2", (NOTE + " ") * 4, MARK),
        "fist-asked": FistAsked(
            "Next steps  ·  fist to five",
            "How far do you stand behind this plan?",
            ("A fist: not at all", "Five fingers: wholly"),
            MARK,
        ),
    }
