"""How to read a report, by which rules its words are chosen, and what they cannot say.

It reads the workshop's own rules, so that what is written is what was applied.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from desktop_app.domain.framework import Framework, Scale
from desktop_app.domain.results import Agreement, Level, Result
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import ResultRules, Thresholds
from desktop_app.words import names
from desktop_app.words.lists import decimals, number
from desktop_app.words.speech import said, say, say_count

from .actions import ActionPart
from .report import FullContent
from .standing import begins, quoted

Pairs: TypeAlias = tuple[tuple[str, str], ...]

LEVEL_HEADING: Final = to_say("Level: where the ratings lie")
AGREEMENT_HEADING: Final = to_say("Agreement: how close they lie together")
NOT_SHOWN_HEADING: Final = to_say("What is not shown")
RULES_HEADING: Final = to_say("The rules")
LIMITS_HEADING: Final = to_say("What these words cannot say")
MEASURES_HEADING: Final = to_say("All measures")
MEANT_HEADING: Final = to_say("What each measure is")
NOTHING_MEASURED: Final = to_say("Nothing has been revealed.")
CHANGE_RULE: Final = to_say(
    "A statement moved from one vote to the next only if the later ratings are higher or lower by"
    " at least twice what luck would give (Mann and Whitney 1947), after leaving out in each vote"
    " the one rating that helps most, and by at least a fifth of all pairs of ratings. Much the"
    " same: a rise or fall of a whole point would have shown. Views came closer or moved apart: the"
    " distances from the room’s middle are compared in the same way (Brown and Forsythe 1974)."
    " “Cannot say” is not “no change”."
)
CHANCE: Final = to_say(
    "Chance alone makes small groups look as if they agreed: with ratings drawn at random, strong"
    " or broad agreement appears in 39 of 100 groups of 5, 14 of 100 groups of 10, 6 of 100 groups"
    " of 12 and 2 of 100 groups of 20. Ratings in a second vote lie closer together in general;"
    " that alone does not make them right. The actions are different things: nothing here adds"
    " them up, ranks partnerships or sets a pass mark."
)

_AGREEMENT = {
    Agreement.STRONG: to_say("Most ratings lie close together."),
    Agreement.BROAD: to_say("On the whole the ratings lie fairly close together."),
    Agreement.MIXED: to_say("The ratings are spread out, without two clear camps."),
    Agreement.OPPOSING: to_say(
        "Both ends are well filled and few ratings lie between: a reason to talk."
    ),
    Agreement.TOO_FEW: to_say("Too few ratings, or fewer than half of the room gave one."),
}
_LEVELS = {
    Level.HIGH: to_say("More than half of the ratings lie above the scale’s midpoint."),
    Level.LOW: to_say("More than half of the ratings lie below it."),
    Level.MIDDLE: to_say("Neither."),
}
_MEASURES = (
    (
        to_say("n, can’t say"),
        to_say("Ratings given, and people who chose “can’t say”; those are never scored."),
    ),
    (
        to_say("Median, quartiles"),
        to_say(
            "The rating that stands halfway when all are put in order; quartiles by the inclusive"
            " median rule (the median of each half, the halfway rating belonging to both where"
            " their number is odd)."
        ),
    ),
    (
        to_say("Mean"),
        to_say("The average rating; the words of this report never depend on it."),
    ),
    (
        to_say("C"),
        to_say(
            "Consensus after Leik (1966), 1 minus his D: 1 if all chose the same point, 0 if half"
            " chose each end."
        ),
    ),
    (
        to_say("A"),
        to_say("Agreement after van der Eijk (2001): 1 the same point, 0 flat, −1 both ends."),
    ),
    (
        to_say("Cns"),
        to_say("Consensus after Tastle and Wierman (2005), over the whole scale: 0 to 1."),
    ),
)
_COLUMNS = (
    *(to_say("Statement"), to_say("Vote"), to_say("Room"), to_say("n"), to_say("Can’t say")),
    *(to_say("Mean"), to_say("Median"), to_say("Quartiles"), to_say("C"), to_say("A")),
    to_say("Cns"),
)


def every_statement_begins(framework: Framework) -> str:
    """Return how statements begin and who the leaders are."""
    beginning = begins(framework.stem)
    return say("Every statement begins: {beginning}.", beginning=quoted(beginning))


def about_framework(framework: Framework) -> str:
    """Return which words were rated, in which version."""
    return say("“{title}”, version {version}.", title=framework.title, version=framework.version)


def scale_rows(scale: Scale) -> Pairs:
    """Return each point of the scale with its meaning, "can't say" last."""
    points = ((f"{point.value} {point.label}", point.description) for point in scale.points)
    return (*points, (scale.cannot_say_label, scale.cannot_say_description))


def scale_list(scale: Scale) -> tuple[str, ...]:
    """Return the points for a list where none has a meaning of its own; nothing otherwise."""
    if any(point.description for point in scale.points):
        return ()
    return tuple(
        say("{name}: {meaning}", name=name, meaning=meaning) if meaning else name
        for name, meaning in scale_rows(scale)
    )


def scale_head() -> tuple[str, str]:
    """Return what heads the columns of the scale."""
    return say("Rating"), say("What it means")


def level_rows() -> Pairs:
    """Return each level and when it holds."""
    return tuple((names.level_name(level), said(when)) for level, when in _LEVELS.items())


def level_head() -> tuple[str, str]:
    """Return what heads the columns of the levels."""
    return say("Level"), say("When")


def agreement_rows() -> Pairs:
    """Return each word for agreement and when it holds."""
    return tuple((names.agreement_name(word), said(when)) for word, when in _AGREEMENT.items())


def agreement_head() -> tuple[str, str]:
    """Return what heads the columns of the words for agreement."""
    return say("Words"), say("When")


def not_shown(rules: ResultRules) -> str:
    """Return what is hidden, and how bars are told apart without colour."""
    hidden = say_count(
        "Fewer than {n} rating of the whole room is hidden, and so are those of a part of the"
        " room with fewer than {parts}, so that nobody’s rating can be worked out.",
        "Fewer than {n} ratings of the whole room are hidden, and so are those of a part of the"
        " room with fewer than {parts}, so that nobody’s rating can be worked out.",
        rules.minimum_answers,
        parts=rules.part_minimum,
    )
    bars = say(
        "“Hidden” is not the same as “not rated”. Bars are hatched below the scale’s midpoint,"
        " so that they can be told apart in black and white."
    )
    return f"{hidden} {bars}"


def rules_of(content: FullContent) -> tuple[str, ...]:
    """Return the rules by which words, hiding and steps are chosen."""
    rules, points = content.rules, content.framework.scale.size
    return (
        say_count(
            "A result needs at least {n} rating, from at least half of the room.",
            "A result needs at least {n} ratings, from at least half of the room.",
            rules.minimum_answers,
        ),
        _opposing_rule(rules.thresholds, _ratings_given(content.actions)),
        *_agreement_rules(rules.thresholds, points),
        said(CHANGE_RULE),
        say("An action has its lowest statement’s level and its most divided one’s agreement."),
        say_count(
            "A small group has fewer than {n} rating.",
            "A small group has fewer than {n} ratings.",
            rules.small_group_below,
        ),
        *_flag_rules(rules.thresholds),
        say_count(
            "A group’s result needs at least {n} rating; smaller groups are merged, so that nothing"
            " can be worked out by subtraction.",
            "A group’s result needs at least {n} ratings; smaller groups are merged, so that"
            " nothing can be worked out by subtraction.",
            rules.part_minimum,
        ),
        say(
            "A step is recommended because of its action’s weakest, most opposed or least known"
            " statement; actions are ordered by dots, then level, then agreement."
        ),
    )


def _ratings_given(actions: tuple[ActionPart, ...]) -> tuple[int, ...]:
    """Return the numbers of ratings that the day's results have, each once."""
    votes = (v for action in actions for part in action.statements for v in part.votes)
    return tuple(sorted({v.result.n for v in votes if v.is_whole and v.result}))


def _opposing_rule(at: Thresholds, given: tuple[int, ...]) -> str:
    """Return the rule with its cut worked out for the fewest and the most ratings of the day."""
    rule = say(
        "Opposing views: below and above the scale’s midpoint each hold at least (n + 1) ÷ {share}"
        " of the n ratings, rounded down and never under {least}, and fewer lie between than on"
        " the smaller side.",
        share=at.opposing_share,
        least=at.opposing_least,
    )
    cuts = (_worked_out(n, at) for n in sorted({*given[:1], *given[-1:]}))
    return " ".join((rule, *cuts))


def _worked_out(n: int, at: Thresholds) -> str:
    cut = max(at.opposing_least, (n + 1) // at.opposing_share)
    return say("With {n} ratings that is {cut}.", n=n, cut=cut)


def _agreement_rules(at: Thresholds, points: int) -> tuple[str, ...]:
    return (
        say(
            "Strong agreement: otherwise, C is at least {least}.",
            least=decimals(at.strong_percent / 100),
        ),
        say(
            "Broad agreement: otherwise, the average distance from the median is less than"
            " {points}/{share} of a point (Burke and Dunlap 2002). Mixed views: otherwise.",
            points=points,
            share=at.broad_share,
        ),
    )


def _flag_rules(at: Thresholds) -> tuple[str, ...]:
    return (
        say_count(
            "A minority view: the room agrees, and some rating lies {n} or more points from the"
            " median.",
            "A minority view: the room agrees, and some rating lies {n} or more points from the"
            " median.",
            at.minority_points,
        ),
        say(
            "Many can’t say: more than {share} of those who answered.",
            share=_part(at.cannot_say_share),
        ),
    )


def _part(share: int) -> str:
    return say("a third") if share == 3 else say("1 in {share}", share=share)


# -- measures -----------------------------------------------------------------------------------


def measure_names() -> Pairs:
    """Return each measure and what it is."""
    return tuple((said(name), said(what)) for name, what in _MEASURES)


def measure_head() -> tuple[str, str]:
    """Return what heads the columns of the measures' names."""
    return say("Measure"), say("What it is")


def measure_columns() -> tuple[str, ...]:
    """Return what heads the columns of the table of measures."""
    return tuple(map(said, _COLUMNS))


def measure_rows(actions: tuple[ActionPart, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every revealed vote of the whole room; a hidden one ends after the room's size."""
    for part in (part for action in actions for part in action.statements):
        for vote in part.votes:
            if vote.is_whole:
                yield part.name, str(vote.ordinal), str(vote.present), *_figures(vote.result)


def _figures(result: Result | None) -> tuple[str, ...]:
    if result is None:
        return (say("hidden: too few answers"),)
    return (
        str(result.n),
        str(result.cannot_say),
        _decimal(result.mean),
        _plain(result.median),
        say("{lower} to {upper}", lower=_plain(result.lower_quartile),
            upper=_plain(result.upper_quartile)),
        _decimal(result.consensus),
        _decimal(result.van_der_eijk_a),
        _decimal(result.tastle_wierman_cns),
    )  # fmt: skip


def _decimal(value: float | None) -> str:
    return "–" if value is None else decimals(value)


def _plain(value: float | None) -> str:
    return "–" if value is None else number(value, 3)
