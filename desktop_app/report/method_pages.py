"""How to read a report, by which rules its words are chosen, and what they cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Spacer, TableStyle

from desktop_app.analysis.visibility import GROUP_FLOOR
from desktop_app.documents.report import FullContent, MeasureLine
from desktop_app.domain.framework import Source
from desktop_app.domain.results import Result
from desktop_app.domain.workshop import Thresholds
from desktop_app.words.wording import spoken

from . import fonts, styles
from .fit import largest_that_fits
from .paper import Paper
from .tagged import Paragraph, Table, unlabelled

_DOI = re.compile(r"\b10\.\d{4,9}/[\w.;()/-]+[\w)]")

_TABLE = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, 0), 1, styles.INK),
        ("LINEBELOW", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
    ]
)

_AGREEMENT = (
    (
        "Strong agreement",
        ("Most ratings lie close together."),
    ),
    ("Broad agreement", "On the whole the ratings lie fairly close together."),
    ("Mixed views", "The ratings are spread out, without two clear camps."),
    ("Opposing views", "Both ends are well filled and the middle is not: a reason to talk."),
    ("Too few ratings to say", "Too few ratings, or fewer than half of the room gave one."),
)
_LEVELS = (
    ("High", "More than half of the ratings lie above the middle of the scale."),
    ("Low", "More than half of the ratings lie below it."),
    ("Middle", "Neither."),
)
_MEASURES = (
    ("n, can’t say", "Ratings given, and people who chose “can’t say”; those are never scored."),
    (
        "Median, quartiles",
        (
            "The middle rating; quartiles by the inclusive median rule (the median of"
            " each half, the middle rating belonging to both where their number is odd)."
        ),
    ),
    ("Mean", "The average rating; the words of this report never depend on it."),
    (
        "C",
        (
            "Consensus after Leik (1966), 1 minus his D: 1 if all chose the same point, 0 if half"
            " chose each end."
        ),
    ),
    ("A", "Agreement after van der Eijk (2001): 1 the same point, 0 flat, −1 both ends."),
    (
        "Cns",
        "Consensus after Tastle and Wierman (2005), over the whole scale: 0 to 1.",
    ),
)


_SIZE = 10.5
_SIZES = (1.0, 0.96, 0.92, 0.88)
_NAMES_SHARE, _MOST_NAMES_SHARE = 0.3, 0.43
_GUTTER = 12.0


def how_to_read(paper: Paper, content: FullContent, room: float) -> Sequence[Any]:
    """Return what a reader who was not there needs to know first, in type that fits `room`."""

    def make(size: float) -> list[Any]:
        return list(_how_to_read(paper, content, size))

    story, fits = largest_that_fits(make, _SIZES, paper.width, room)
    return story if fits else make(_SIZES[0])


def _how_to_read(paper: Paper, content: FullContent, size: float) -> Iterator[Any]:
    framework, scale = content.framework, content.framework.scale
    body = styles.style_of("how_to_read", fonts.REGULAR, 12 * size, 16 * size, spaceAfter=6)
    if content.method:
        yield paper.words(content.method, body)
    said = f"Every statement begins: “{framework.stem} …”. {framework.leaders_means}"
    yield paper.words(said, body)
    yield paper.heading("The scale", 3)
    rows = [(f"{p.value} {p.label}", p.description) for p in scale.points]
    rows.append((scale.cannot_say_label, scale.cannot_say_description))
    yield _two_columns(paper, ("Rating", "What it means"), rows, size)
    yield paper.heading("Level: where the ratings lie", 3)
    yield _two_columns(paper, ("Level", "When"), _LEVELS, size)
    yield paper.heading("Agreement: how close they lie together", 3)
    yield _two_columns(paper, ("Words", "When"), _AGREEMENT, size)
    yield paper.heading("What is not shown", 3)
    yield paper.words(
        f"Fewer than {content.rules.minimum_answers} ratings of the whole room are hidden, and so"
        " are those of a small group, so that nobody’s rating can be worked out. “Hidden” is not"
        " the same as “not rated”. Bars are hatched below the middle of the scale, so that they can"
        " be told apart in black and white.",
        body,
    )


def methods(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield the rules, the limits and every measure of every revealed vote."""
    yield paper.words(
        f"“{content.framework.title}”, version {content.framework.version}. "
        f"{content.framework.status}"
    )
    yield paper.heading("The rules", 3)
    yield from paper.bullets(_rules(content))
    yield paper.heading("What these words cannot say", 3)
    yield paper.words(content.event.limits)
    yield paper.words(
        "Chance alone makes small groups look as if they agreed: with ratings drawn at random,"
        " strong or broad agreement appears in 39 of 100 groups of 5, 14 of 100 groups of 10, 6 of"
        " 100 groups of 12 and 2 of 100 groups of 20. Ratings in a second vote lie closer together"
        " in general; that alone does not make them better. The five actions are different things:"
        " nothing here adds them up, ranks partnerships or sets a pass mark."
    )
    yield paper.heading("All measures", 3)
    if not content.measures:
        yield paper.words("Nothing has been revealed yet.", paper.look.soft)
        return
    yield _measure_table(paper, content.measures)
    yield Spacer(0, 8)
    yield _two_columns(paper, ("Measure", "What it is"), _MEASURES)


def sources(paper: Paper, content: FullContent) -> list[Any]:
    """Return the works that steps and prompts lean on, with what they say in short."""
    if not content.framework.sources:
        return [paper.words("This framework names no sources.", paper.look.soft)]
    title = styles.style_of("source", fonts.REGULAR, 10.5, 13.5, keepWithNext=1)
    return list(unlabelled([_source(paper, s, title) for s in content.framework.sources]))


def _source(paper: Paper, source: Source, style: Any) -> list[Any]:
    cited = paper.text.markup(source.citation)
    full = _DOI.sub(_doi_link, paper.text.markup(source.title))
    words = f"<font name='{fonts.SEMIBOLD}'>{cited}.</font> {full}"
    return [Paragraph(words, style), paper.detail(source.says)]


def _doi_link(found: re.Match[str]) -> str:
    colour = styles.ACCENT.hexval().replace("0x", "#")
    return (
        f'<a href="https://doi.org/{found.group()}"><font color="{colour}">{found.group()}</font>'
        "</a>"
    )


def _rules(content: FullContent) -> tuple[str, ...]:
    rules, points = content.rules, content.framework.scale.size
    return (
        f"A result needs at least {rules.minimum_answers} ratings, from at least half of the room.",
        *_agreement_rules(rules.thresholds, points),
        "An action has its lowest statement’s level and its most divided one’s agreement.",
        f"A small group has fewer than {rules.small_group_below} ratings.",
        *_flag_rules(rules.thresholds),
        _GROUP_RULE.format(least=max(GROUP_FLOOR, rules.group_minimum)),
        _STEP_RULE,
    )


def _agreement_rules(at: Thresholds, points: int) -> tuple[str, ...]:
    return (
        (
            "Opposing views: below and above the middle each hold at least"
            f" {_part(at.opposing_share)} of the ratings (and at least {at.opposing_least}), and"
            " the middle holds fewer than the smaller of them."
        ),
        f"Strong agreement: otherwise, C is at least {at.strong_percent / 100:.2f}.",
        (
            "Broad agreement: otherwise, the average distance from the middle rating is less than"
            f" {points}/{at.broad_share} of a point (Burke and Dunlap 2002). Mixed views:"
            " otherwise."
        ),
    )


def _flag_rules(at: Thresholds) -> tuple[str, ...]:
    return (
        (
            "A minority view: the room agrees, and some rating lies"
            f" {spoken(at.minority_points)} or more points from the middle rating."
        ),
        f"Many can’t say: more than {_part(at.cannot_say_share)} of those who answered.",
    )


def _part(share: int) -> str:
    return "a third" if share == 3 else f"1 in {share}"


_GROUP_RULE = (
    "A group’s result needs at least {least} ratings; smaller groups are merged, so that nothing"
    " can be worked out by subtraction."
)
_STEP_RULE = (
    "A step is recommended because of its action’s weakest, most opposed or least known statement;"
    " actions are ordered by dots, then level, then agreement."
)


def _two_columns(paper: Paper, head: tuple[str, str], rows: Any, size: float = 1.0) -> Table:
    """Return a table of names, which have more of the width where they are long, and meanings."""
    points = _SIZE * size
    strong = styles.style_of("rule_name", fonts.SEMIBOLD, points, points * 1.28)
    plain = styles.style_of("rule_words", fonts.REGULAR, points, points * 1.28)
    widest = max(fonts.text_width(paper.text.line(name), points, "semibold") for name, _ in rows)
    share = min(max(_NAMES_SHARE, (widest + _GUTTER) / paper.width), _MOST_NAMES_SHARE)
    cells = [[paper.words(word, paper.look.table_head) for word in head]]
    cells += [[paper.words(a, strong), paper.words(b, plain)] for a, b in rows]
    widths = [share * paper.width, (1 - share) * paper.width]
    return Table(cells, colWidths=widths, style=_TABLE, font=fonts.REGULAR, header_columns=1)


_COLUMNS = ("Statement", "Vote", "Room", "n", "Can’t say", "Mean", "Median", "Quartiles")
_SHARES = (0.245, 0.065, 0.075, 0.06, 0.085, 0.08, 0.085, 0.11, 0.065, 0.065, 0.065)


def _measure_table(paper: Paper, lines: tuple[MeasureLine, ...]) -> Table:
    head = styles.style_of("measure_head", fonts.SEMIBOLD, 9, 11, textColor=styles.SOFT)
    plain = styles.style_of("measure", fonts.REGULAR, 9.5, 12)
    rows: list[list[Any]] = [[paper.words(w, head) for w in (*_COLUMNS, "C", "A", "Cns")]]
    spans = []
    for line in lines:
        texts = (line.word, str(line.ordinal), str(line.present), *_figures(line.result))
        rows.append([paper.words(text, plain) for text in texts])
        if line.result is None:
            at = len(rows) - 1
            spans.append(("SPAN", (3, at), (-1, at)))
            rows[-1] += [""] * (len(rows[0]) - len(rows[-1]))
    style = TableStyle([*_TABLE.getCommands(), *spans])
    widths = [share * paper.width for share in _SHARES]
    return Table(rows, colWidths=widths, style=style, font=fonts.REGULAR, header_columns=1)


def _figures(result: Result | None) -> tuple[str, ...]:
    if result is None:
        return ("hidden: too few answers",)
    return (
        str(result.n),
        str(result.cannot_say),
        _decimal(result.mean),
        _plain(result.median),
        f"{_plain(result.lower_quartile)} to {_plain(result.upper_quartile)}",
        _decimal(result.consensus),
        _decimal(result.van_der_eijk_a),
        _decimal(result.tastle_wierman_cns),
    )


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _plain(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
