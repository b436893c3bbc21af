"""Example scenes of the dots: few and many actions, long words, before and after the reveal."""

from __future__ import annotations

from desktop_app.charts.four_field import field_words
from desktop_app.domain.channels import Channel
from desktop_app.scenes.priority_scenes import (
    DotCard,
    DotsOpen,
    DotsShown,
    ImportanceBesideLevel,
    ImportanceLine,
    Priorities,
    PriorityLine,
)
from desktop_app.scenes.scene import Scene
from desktop_app.words.who_sees import dots_line
from desktop_app.words.wording import ranked_alike

MARK = "Sample workshop"
NAMES = (
    "Mutual trust",
    "Ambitions",
    "Time and means",
    "Managers, staff",
    "Long term",
)
LONG = "Ymddiriedaethau"


def cards(count: int = 5, *, long: bool = False) -> tuple[DotCard, ...]:
    return tuple(DotCard(i + 1, LONG if long else NAMES[i % 5]) for i in range(count))


def dots_shown(count: int = 5, *, long: bool = False) -> DotsShown:
    return DotsShown(
        "Priorities  ·  3 dots each",
        "What matters most now?",
        cards(count, long=long),
        "Each of us has 3 dots. Put them on one action or share them out.",
        MARK,
    )


def dots_open(
    ballots_in: int = 9,
    present: int = 12,
    *,
    count: int = 5,
    long: bool = False,
    channel: Channel = Channel.TURNS,
    vote_id: str = "p1",
    dots_each: int = 3,
) -> DotsOpen:
    unit = "" if channel is Channel.TURNS else " dots"
    return DotsOpen(
        vote_id=vote_id,
        kicker="Priorities  ·  3 dots each",
        title="What matters most now?",
        cards=cards(count, long=long),
        footer=dots_line(channel),
        dots_each=dots_each,
        ballots_in=ballots_in,
        present=present,
        count_text=f"{ballots_in} of {present}{unit} in",
        mark=MARK,
    )


def priorities(dots: tuple[int, ...] = (14, 11, 6, 4, 1), *, long: bool = False) -> Priorities:
    rows = tuple(
        PriorityLine(LONG if long else NAMES[i % 5], n, "1 dot" if n == 1 else f"{n} dots")
        for i, n in enumerate(dots)
    )
    return Priorities(
        "Priorities",
        "What matters most now",
        rows,
        ranked_alike(0.41),
        "12 people in the room · 3 dots each · 36 dots placed",
        MARK,
    )


def beside(count: int = 5, *, long: bool = False) -> ImportanceBesideLevel:
    dots = (6, 11, 14, 4, 1, 3, 2, 5, 8)
    upper = (6, 5, 2, 3, 10, 4, 9, 6, 1)
    rows = tuple(
        ImportanceLine(
            i + 1,
            LONG if long else NAMES[i % 5],
            dots[i] / sum(dots[:count]),
            upper[i] / 12,
            "1 dot" if dots[i] == 1 else f"{dots[i]} dots",
            f"{dots[i]} dots · Middle, {upper[i]} of 12 rated 4 or 5",
            close=i in (0, 1),
        )
        for i in range(count)
    )
    return ImportanceBesideLevel(
        "Priorities",
        "Importance beside level",
        rows,
        1 / count,
        field_words("More rated 4 or 5 →"),
        "Close to a line (1, 2): one dot or one rating could move it to another field.",
        "Up: share of dots. To the right: ratings of the action’s weakest statement.",
        MARK,
    )


def every_priority_scene() -> dict[str, Scene]:
    """Return one scene of each kind and each hard case, by name."""
    return {
        "dots-shown": dots_shown(),
        "dots-shown-long": dots_shown(long=True),
        "dots-open": dots_open(),
        "dots-open-long": dots_open(long=True),
        "dots-open-9": dots_open(count=9),
        "dots-open-keys": dots_open(27, 36, channel=Channel.NUMBER_KEYS),
        "dots-open-crowd": dots_open(120, 600, channel=Channel.HANDS, count=7),
        "priorities": priorities(),
        "priorities-long": priorities(long=True),
        "priorities-crowd": priorities((290, 160, 75, 60, 15, 0)),
        "priorities-9": priorities((9, 8, 7, 6, 5, 4, 3, 2, 1)),
        "beside": beside(),
        "beside-long": beside(long=True),
        "beside-9": beside(9),
    }
