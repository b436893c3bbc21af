"""Example scenes as the room would see them: short, long, wide scales, big rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from desktop_app.analysis.result import result_of
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Standing
from desktop_app.domain.framework import Scale, ScalePoint
from desktop_app.domain.results import Hidden, HiddenReason
from desktop_app.domain.workshop import Privacy, ResultRules
from desktop_app.scenes.break_scenes import BreakShown, SlideShown
from desktop_app.scenes.looks import GROUPS_FOOTER
from desktop_app.scenes.pages import pages_of
from desktop_app.scenes.parking_lot import ParkingLot
from desktop_app.scenes.scene import (
    ByGroup,
    Card,
    Closing,
    Compared,
    GroupPart,
    Picture,
    PictureRow,
    Plan,
    PlanLine,
    Revealed,
    RevealedHidden,
    Scene,
    StatementShown,
    VoteClosed,
    VoteOpen,
    Welcome,
)
from desktop_app.scenes.screens import USUAL, Shape
from desktop_app.scenes.since_scenes import PromiseLine, SinceLastTime
from desktop_app.words.change import change_sentence
from desktop_app.words.names import agreement_name, level_name
from desktop_app.words.room import GROUND_RULES, PURPOSE, count_in
from desktop_app.words.stage_words import counts_for_room, question_for_room
from desktop_app.words.standings import standing_name
from desktop_app.words.who_sees import channel_line, promise
from desktop_app.words.wording import (
    flag_sentence,
    hidden_sentence,
    level_counts,
    meaning,
    middle_rating,
)

from .scenes_asides import every_aside_scene
from .scenes_priorities import every_priority_scene

STEM = "At the moment, leaders help our partnership to "
SHORT = "state those ambitions so plainly that all of us would explain them alike."
LONG = (
    "ddatgan yr uchelgeisiau hynny mor eglur fel y byddai pob un ohonom, ym mhob sefydliad sy’n "
    "bartner ac ar bob lefel, yn eu hesbonio yn yr un modd i’r bobl a wasanaethwn."
)
LONGEST = (LONG.rstrip(".") + "; ") * 11 + LONG
"""About as long as the editor lets a text be."""
KICKER = "Agree ambitions  ·  statement 2 of 4"
MARK = "Sample workshop"
PRIVATE = channel_line(Channel.TURNS)
HANDS = channel_line(Channel.HANDS)

LABELS = {
    3: ("Not yet", "In part", "Fully"),
    4: ("Not happening", "Just starting", "Mostly there", "Firmly in place"),
    5: ("Not happening", "Just starting", "Partly there", "Mostly there", "Firmly in place"),
    7: (
        "Strongly disagree",
        "Disagree",
        "Rather disagree",
        "Neither nor",
        "Rather agree",
        "Agree",
        "Strongly agree",
    ),
}
TEXTS = (
    "Slogans; ask five people, get five answers",
    "Talk or one-off attempts; depends on one or two people",
    "The aim is clear, what success looks like is not",
    "Most partners, most of the time; we know the gaps",
    "One short statement, outcomes for people, milestones; anyone can repeat it",
    "Nearly all partners, nearly all of the time",
    "Normal for all partners; would survive a change of people",
)
LONG_TEXT = (
    "Cedwir yr addewidion neu fe’u hailnegodir yn gynnar; mae pobl yn mentro ar air ei gilydd "
    "ac yn dweud hynny"
)


def scale(points: int = 5) -> Scale:
    labels = LABELS.get(points, tuple(f"Point {k}" for k in range(1, points + 1)))
    return Scale(
        tuple(ScalePoint(k, labels[k - 1], TEXTS[k - 1]) for k in range(1, points + 1)),
        "Can’t say",
        "Not enough to go on (counted, never scored)",
    )


def cards(points: int = 5, text: str = "") -> tuple[Card, ...]:
    made = (Card(p.value, p.label, text or p.description) for p in scale(points).points)
    return (*made, Card(0, "Can’t say", "Not enough to go on (counted, never scored)"))


def shown(*, points: int = 5, long: bool = False) -> StatementShown:
    return StatementShown(
        KICKER,
        STEM + (LONG if long else SHORT),
        cards(points, LONG_TEXT if long else ""),
        HANDS,
        MARK,
        STEM.strip(),
        "Plain to all",
    )


def vote(
    ballots_in: int = 9,
    present: int = 12,
    *,
    turns: bool = True,
    points: int = 5,
    long: bool = False,
    round_id: str = "r1",
    mark: str = MARK,
) -> VoteOpen:
    return VoteOpen(
        round_id=round_id,
        kicker=KICKER,
        sentence=STEM + (LONG if long else SHORT),
        cards=cards(points, LONG_TEXT if long else ""),
        footer=PRIVATE if turns else HANDS,
        ballots_in=ballots_in,
        present=present,
        count_text=count_in(ballots_in, present),
        mark=mark,
        lead=STEM.strip(),
        name="Plain to all",
    )


def closed(*, long: bool = False) -> VoteClosed:
    return VoteClosed(
        KICKER,
        STEM + (LONG if long else SHORT),
        "The vote is closed. 12 of 12 in.",
        "Before we look: what do you expect to see?",
        MARK,
        cards(),
        STEM.strip(),
        "Plain to all",
    )


def revealed(
    counts: Sequence[int] = (2, 3, 1, 4, 1),
    cannot_say: int = 1,
    *,
    long: bool = False,
    round_id: str = "r1",
    again: bool = False,
) -> Revealed:
    present = sum(counts) + cannot_say
    result = result_of(counts, cannot_say, present, ResultRules())
    remarks = [flag_sentence(flag, result) for flag in result.flags]
    if again:
        remarks.insert(0, "First vote: opposing views, middle rating 3.")
    return Revealed(
        round_id=round_id,
        kicker=KICKER + ("  ·  second vote" if again else ""),
        statement="… " + (LONG if long else SHORT),
        scale=scale(len(counts)),
        result=result,
        verdict=agreement_name(result.agreement),
        meaning=meaning(result),
        middle=middle_rating(result),
        level=f"Level: {level_name(result.level)}. {level_counts(result)}.",
        remarks=tuple(remarks),
        footer=f"{present} people in the room · {present} ballots · first vote",
        mark=MARK,
        counts=counts_for_room(result),
        question=question_for_room(result),
        name="Plain to all",
    )


def compared(*, long: bool = False, points: int = 5, settled: bool = False) -> Compared:
    first = {3: (4, 2, 5), 5: (3, 4, 1, 3, 1), 7: (3, 1, 2, 1, 2, 1, 2)}[points]
    second = {3: (1, 3, 7), 5: (0, 2, 4, 5, 1), 7: (0, 1, 1, 2, 4, 3, 1)}[points]
    before = result_of(first, 1, 13, ResultRules())
    after = result_of(second, 0, 12, ResultRules())
    return Compared(
        KICKER,
        "… " + (LONG if long else SHORT),
        scale(points),
        before,
        after,
        ("First vote", "Second vote"),
        change_sentence(before, after),
        "First vote: opposing views. Second vote: broad agreement.",
        "We settled on 3 Partly there: half of us can say it, and we know who cannot."
        if settled
        else "",
        "12 people in the room · 12 ballots · second vote",
        MARK,
        (agreement_name(before.agreement), agreement_name(after.agreement)),
        "Plain to all",
        ("First vote, thin bars", "Second vote, thick bars"),
    )


PARTNERS = ("Council", "Health board", "Youth charity", "Police", "Schools’ federation")


PAPER = channel_line(Channel.PAPER)


def by_group(parts: int = 3, *, hidden: bool = False, long: bool = False) -> ByGroup:
    def shown(place: int) -> GroupPart:
        counts = tuple((place * 3 + k * 2) % 5 + 1 for k in range(5))
        result = result_of(counts, place % 3, sum(counts) + place % 3, ResultRules())
        said = agreement_name(result.agreement)
        return GroupPart(PARTNERS[place % 5], "", result, said, f"{level_counts(result)}.")

    made = [shown(place) for place in range(parts - 1)]
    merged = replace(shown(4), label="Other partners", merged="Police, Schools’ federation")
    if parts == 9:
        merged = shown(8)
    if hidden:
        reason = hidden_sentence(Hidden(HiddenReason.SMALL_GROUP))
        merged = replace(
            merged, result=None, words=reason, detail="", short="Hidden: too few ratings"
        )
    return ByGroup(
        KICKER,
        "… " + (LONG if long else SHORT),
        scale(),
        (*made, merged),
        GROUPS_FOOTER,
        MARK,
        name="Plain to all",
    )


def hidden(*, long: bool = False) -> RevealedHidden:
    return RevealedHidden(
        KICKER,
        "… " + (LONG if long else SHORT),
        "Too few ratings to show",
        "Fewer than five people rated this, so the figures stay hidden to protect each of them.",
        "4 people in the room · 4 ballots · first vote",
        MARK,
    )


def overview() -> Picture:
    rows = (
        PictureRow("Mutual trust", (0, 2, 4, 5, 1), "Middle", "Broad agreement"),
        PictureRow("Ambitions", (2, 3, 1, 4, 1), "Middle", "Opposing views", strong=True),
        PictureRow("Time and means", (3, 5, 2, 2, 0), "Low", "Broad agreement", strong=True),
        PictureRow("Managers, staff", (1, 4, 4, 1, 2), "Middle", "Mixed views"),
        PictureRow("Long term", None, "", "", "Not rated yet"),
    )
    return Picture(
        "Where we stand",
        "The five leadership actions",
        rows,
        scale(),
        "Each bar: shares below, at and above the middle. "
        "The level is that of the weakest statement.",
        mark=MARK,
    )


def picture(rows: int = 4) -> Picture:
    names = ("Really agreed", "Plain to all", "Tested first", "Backing")
    made = tuple(
        PictureRow(names[i % 4], (i % 3, 3, 1, 4, 8 - i % 4), "Middle", "Opposing views")
        for i in range(rows - 1)
    )
    last = PictureRow("Backing", None, "", "", "Hidden: too few ratings", hidden=True)
    return Picture(
        "Talk about the whole action",
        "Agree ambitions",
        (*made, last),
        scale(),
        "Each bar: ratings below, at and above the middle of the scale.",
        mark=MARK,
    )


def welcome() -> Welcome:
    return Welcome(
        "Harbour Children’s Partnership  ·  Town Hall, Kingsport  ·  14 May 2027",
        "How well do we lead together?",
        PURPOSE,
        GROUND_RULES,
        promise(Privacy.ANONYMOUS, Channel.TURNS),
        MARK,
    )


HEADLINE = (
    "By 30 June each partner puts one named manager, half a day a week, into the early-help team."
)
LINES = (
    PlanLine(
        "Put one named manager from each partner into the early-help team",
        "Director of children’s services",
        "30 June",
    ),
    PlanLine(
        "Write one page: who benefits, what changes, by when, what we will not do",
        "Programme lead",
        "11 June",
    ),
    PlanLine(
        "List each partner’s money, staff, data and space; agree what is offered, lent or pooled",
        "Finance leads, council and health",
        "16 September",
    ),
    PlanLine("Rotate chair and venue; meet next at the youth charity", "Chair", "18 June"),
    PlanLine("Two listening sessions with front-line staff", "", ""),
)


def plan(*, empty: bool = False) -> Plan:
    return Plan(
        "Next steps",
        "What we will do",
        "" if empty else HEADLINE,
        () if empty else LINES,
        "Which of the recommended steps fit us? What would we add?",
        MARK,
    )


def fisted(scene: Plan, counts: tuple[int, ...] = (0, 1, 1, 3, 5, 2)) -> Plan:
    return replace(
        scene,
        fist=counts,
        fist_text="Fist to five: 10 of 12 show three fingers or more",
        fist_question="What would it take to move you up?" if counts else "",
    )


def closing() -> Closing:
    return Closing(
        "Harbour Children’s Partnership",
        "Thank you",
        HEADLINE,
        LINES[:4],
        ("Data-sharing agreement with schools", "Who speaks to the new cabinet member"),
        "We look again on 12 November 2027.",
        MARK,
    )


TOLD = (
    ("One named manager from each partner", Standing.DONE),
    ("One page: who benefits, by when", Standing.DONE),
    ("List each partner’s money and staff", Standing.UNDER_WAY),
    ("Rotate chair and venue", Standing.STUCK),
    ("Two listening sessions with staff", Standing.DROPPED),
    (LINES[2].title, Standing.UNDER_WAY),
    (LONG[:230], None),
)


def since(*, told: bool = True) -> SinceLastTime:
    """Return the first step of a follow-up, of more promises than one screen holds."""
    asked = tuple(PromiseLine(title, None, "") for title, _ in TOLD)
    answers = (PromiseLine(title, one, standing_name(one) if one else "") for title, one in TOLD)
    lines = tuple(answers) if told else asked
    return SinceLastTime("Since 14 May 2027", "What became of our 7 promises", lines, MARK)


PARKED = (
    "Data-sharing agreement with schools",
    "Who speaks to the new cabinet member, and when",
    "Travel costs of volunteers: nobody’s budget covers them, so they stop coming in winter",
    "Joint induction for new staff",
)


def parking(points: int = 3, *, long: bool = False) -> ParkingLot:
    texts = tuple((LONG[:230] if long else PARKED[i % 4]) for i in range(min(points, 8)))
    more = f"and {points - 8} more" if points > 8 else ""
    empty = "Nothing is parked. What we should not lose, but not talk about now, goes here."
    return ParkingLot("Harbour Children’s Partnership", "Parking lot", texts, more, empty, MARK)


SLIDE = "One plan for the whole county\nPublished by 1 April, with our five commitments in it"


def pause(left: str, share: int) -> BreakShown:
    return BreakShown("Break", "Back at", "11:15", left, share, "Then: Agree ambitions", MARK)


@cache
def photo(width: int = 640, height: int = 360) -> bytes:
    """Return a picture with edges that can be looked for."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill("#2f5d50")
    held = QBuffer()
    image.save(held, "PNG")
    return bytes(held.data().data())


@cache
def every_scene(shape: Shape = USUAL) -> Mapping[str, Scene]:
    """Return one scene of each kind and each hard case, by name; long ones in their screens."""
    screens = ((name, pages_of(scene, shape)) for name, scene in whole_scenes().items())
    found = {
        f"{name}-{place}" if place > 1 else name: scene
        for name, pages in screens
        for place, scene in enumerate(pages, start=1)
    }
    return MappingProxyType(found)


@cache  # hundreds of tests ask for one each, and tests are told their names as they are gathered
def whole_scenes() -> Mapping[str, Scene]:
    """Return one scene of each kind and each hard case, by name."""
    return MappingProxyType(_made())


def _made() -> dict[str, Scene]:
    return {
        "welcome": welcome(),
        "since": since(),
        "since-untold": since(told=False),
        "shown": shown(),
        "shown-long": shown(long=True),
        "shown-longest": replace(shown(points=7), sentence=STEM + LONGEST),
        "vote-longest": replace(vote(points=7), sentence=STEM + LONGEST),
        "revealed-longest": replace(revealed(), statement=f"… {LONGEST}"),
        "shown-3": shown(points=3),
        "shown-7": shown(points=7),
        "vote": vote(),
        "vote-hands": vote(turns=False),
        "vote-long": vote(long=True),
        "vote-7-long": vote(points=7, long=True),
        "vote-60": vote(37, 60),
        "vote-200": vote(120, 200, turns=False),
        "vote-over": replace(vote(15, 13, turns=False), footer=PAPER),
        "closed": closed(),
        "closed-long": closed(long=True),
        "revealed": revealed(),
        "revealed-long": revealed(long=True, again=True),
        "revealed-3": revealed((1, 4, 8)),
        "revealed-7": revealed((1, 0, 3, 2, 5, 8, 2), 3),
        "revealed-200": revealed((12, 40, 33, 80, 30), 5),
        "revealed-few": revealed((1, 0, 0, 1, 3), 7),
        "hidden": hidden(),
        "revealed-settled": replace(
            revealed((0, 2, 4, 5, 1)),
            settled="We settled on 3 Partly there: half of us can say it, and we know who cannot.",
            agreed="We agreed on 3: Partly there",
        ),
        "compared": compared(),
        "compared-long": compared(long=True, settled=True),
        "compared-3": compared(points=3),
        "compared-7": compared(points=7),
        "groups-2": by_group(2),
        "groups-4": by_group(4),
        "groups-9-long": by_group(9, long=True),
        "groups-hidden": by_group(1, hidden=True),
        "groups-agreed": replace(by_group(4), settled="We agreed on 3: Partly there"),
        "overview": overview(),
        "picture": picture(),
        "picture-1": picture(1),
        "picture-9": picture(9),
        "plan": plan(),
        "plan-empty": plan(empty=True),
        "plan-fist": fisted(plan()),
        "plan-empty-fist": fisted(plan(empty=True)),
        "plan-fist-hidden": fisted(plan(), counts=()),
        "closing": closing(),
        **every_priority_scene(),
        **every_aside_scene(),
        "parking": parking(),
        "parking-many": parking(11),
        "parking-long": parking(8, long=True),
        "parking-empty": parking(0),
        "break": pause("13 minutes left", 630),
        "break-over": replace(pause("Time to go on", 1000), then=f"Then: {LONG[:70]}"),
        "break-without-a-time": BreakShown("", "Break", "", "", 0, "Then: Agree ambitions", MARK),
        "slide": SlideShown(KICKER, "What the new act asks of us", SLIDE, MARK),
        "slide-title": SlideShown(KICKER, "A word from the chair of the youth council", "", MARK),
        "slide-picture": SlideShown(KICKER, "Mill Street in March", "", MARK, photo(), "A street"),
        "slide-picture-long": SlideShown(KICKER, LONG[:72], "", MARK, photo(300, 900)),
        "slide-picture-broken": SlideShown(KICKER, "Mill Street", "", MARK, b"?", "A street"),
        "slide-long": SlideShown(KICKER, LONG[:72], LONG[:90] + "\n" + LONG[:70], MARK),
    }
