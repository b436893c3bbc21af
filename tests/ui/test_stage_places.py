"""Where things stand on a stage of 1600 x 900: on one line, in the middle, side by side, in order.

How wide a gap is, is a matter of taste; that gaps of one kind are alike is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF

from desktop_app.charts.palette import LIGHT
from desktop_app.scenes.scene import Scene
from desktop_app.ui.fonts import measure
from desktop_app.ui.painting.counter import counter_place
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import (
    Block,
    BoxItem,
    DrawingItem,
    Frame,
    SceneLayout,
    Sheet,
    TextItem,
    column,
    secondary,
)

from . import scenes, scenes_priorities

LEFT, RIGHT, BOTTOM = 96.0, 1504.0, 846.0
SOFT = secondary(LIGHT)

pytestmark = pytest.mark.usefixtures("qapp")


def laid_out(scene: Scene) -> SceneLayout:
    return ScenePainter(LIGHT).layout(scene, QSizeF(1600, 900))


def frame() -> Frame:
    return Frame(1600, 900, LIGHT)


def text_of(layout: SceneLayout, words: str, nth: int = 0) -> TextItem:
    """Return the text that begins with these words."""
    found = [t for t in layout.texts if " ".join(t.fitted.lines).startswith(words[:40])]
    return found[nth]


def at(layout: SceneLayout, words: str) -> QRectF:
    return text_of(layout, words).rect


def boxes(layout: SceneLayout) -> list[BoxItem]:
    return [item for item in layout.items if isinstance(item, BoxItem)]


def dots_of(layout: SceneLayout) -> list[QRectF]:
    """Return the round marks in front of points and rules."""
    return [
        b.rect for b in boxes(layout) if b.fill == LIGHT.accent and b.radius * 2 == b.rect.height()
    ]


def rules_of(layout: SceneLayout) -> list[QRectF]:
    return [b.rect for b in boxes(layout) if b.fill == LIGHT.line]


def charts(layout: SceneLayout) -> list[QRectF]:
    return [item.rect for item in layout.items if isinstance(item, DrawingItem)]


def same(numbers: Iterable[float]) -> bool:
    first, *others = numbers
    return others == pytest.approx([first] * len(others), abs=0.01)


def first_line(item: TextItem) -> float:
    """Return the middle of a text's first line."""
    return item.rect.top() + item.fitted.line_height / 2


def gaps(rects: Sequence[QRectF]) -> list[float]:
    return [below.top() - above.bottom() for above, below in pairwise(rects)]


# Above and below


def test_the_mark_stands_in_the_right_corner_on_the_kickers_line() -> None:
    layout = laid_out(scenes.shown())
    box, words, kicker = boxes(layout)[0], at(layout, scenes.MARK), at(layout, scenes.KICKER)
    assert box.rect.right() == RIGHT
    assert (box.fill, box.line) == (LIGHT.attention, LIGHT.attention_line)
    assert box.rect.center() == words.center()
    assert words.left() - box.rect.left() > words.top() - box.rect.top() > 0
    assert abs(box.rect.center().y() - kicker.center().y()) < 2
    assert text_of(layout, scenes.KICKER).colour == SOFT


def test_a_kicker_gives_way_to_the_mark_and_has_all_the_room_without_one() -> None:
    long = (
        "Agree clear, well thought through and supported ambitions  ·  statement 2 of 4  ·  "
        "second vote, and then once again"
    )
    marked, plain = (
        laid_out(replace(scenes.shown(), kicker=long, mark=mark)) for mark in (scenes.MARK, "")
    )
    assert at(marked, long[:20]).right() < boxes(marked)[0].rect.left() - 20
    assert at(plain, long[:20]).right() <= RIGHT
    assert text_of(plain, long[:20]).fitted.size > text_of(marked, long[:20]).fitted.size
    assert LIGHT.attention not in {box.fill for box in boxes(plain)}


@pytest.mark.parametrize("name", ["shown", "closed", "revealed", "hidden", "overview", "compared"])
def test_a_footer_ends_at_the_lower_margin(name: str) -> None:
    layout = laid_out(scenes.every_scene()[name])
    lowest = max(text.rect.bottom() for text in layout.texts)
    assert lowest == pytest.approx(BOTTOM - 20 * (name == "closed"))


def test_two_footers_stand_at_both_edges_on_one_line() -> None:
    layout = laid_out(scenes.revealed())
    left, right = at(layout, "12 people in the room"), at(layout, "Next: talk about")
    assert left.left() == LEFT
    assert right.right() == pytest.approx(RIGHT)
    assert left.center().y() == pytest.approx(right.center().y())
    assert text_of(layout, "Next: talk").align == "right"
    assert text_of(layout, "Next: talk").colour == text_of(layout, "12 people").colour == SOFT


def test_long_footers_share_the_line_and_stay_apart() -> None:
    long = "a footer of many words that goes on and on " * 2
    layout = laid_out(
        replace(scenes.revealed(), footer=long, hint=long.replace("a footer", "a hint"))
    )
    left, right = at(layout, "a footer of"), at(layout, "a hint of")
    assert left.left() == LEFT
    assert right.right() == pytest.approx(RIGHT)
    assert left.right() + 40 <= right.left()
    assert left.height() == pytest.approx(right.height())
    assert left.height() == pytest.approx(2 * text_of(layout, "a hint of").fitted.line_height)


def test_a_short_footer_leaves_a_long_one_the_room() -> None:
    long = "a footer of many words that goes on and on " * 3
    layout = laid_out(replace(scenes.revealed(), footer=long, hint="Next"))
    assert at(layout, "a footer of").right() > 800
    assert at(layout, "Next").right() == pytest.approx(RIGHT)
    assert at(layout, "Next").center().y() == pytest.approx(at(layout, "a footer of").center().y())


def test_what_can_be_read_stands_in_the_order_in_which_it_is_said() -> None:
    def tops(layout: SceneLayout, *words: str) -> list[float]:
        return [at(layout, text).top() for text in words]

    for layout, words in (
        (laid_out(scenes.welcome()), ("Harbour", "How well do we", "Votes are anonymous")),
        (
            laid_out(scenes.closed()),
            (scenes.KICKER, "At the moment", "The vote is closed", "Before"),
        ),
        (
            laid_out(scenes.hidden()),
            (scenes.KICKER, "… state", "Too few", "Fewer than", "4 people"),
        ),
        (
            laid_out(scenes.closing()),
            (
                "Harbour",
                "Thank you",
                "By 30 June",
                "Put one named",
                "and 4 more",
                "Parked",
                "We look",
            ),
        ),
        (
            laid_out(scenes.picture()),
            (scenes.picture().kicker, "Agree clear", "Say the", "Each bar"),
        ),
    ):
        found = tops(layout, *words)
        assert found == sorted(found)
        assert len(set(found)) == len(found)


# Columns of texts


def blocks(*texts: str, above: float = 10) -> list[Block]:
    return [Block(t, 40, LIGHT.ink, above=above * bool(n)) for n, t in enumerate(texts)]


def test_a_column_that_just_fits_keeps_its_size() -> None:
    sheet = Sheet(frame())
    room = QRectF(LEFT, 100, 1000, 2 * 40 * 1.25 + 10)
    assert column(sheet, blocks("One", "Two"), room) == pytest.approx(room.bottom())
    one, two = sheet.done().texts
    assert one.fitted.size == two.fitted.size == 40
    assert one.rect.topLeft() == room.topLeft(), "the first has no space above it"
    assert two.rect.top() == pytest.approx(one.rect.bottom() + 10)
    assert two.rect.left() == LEFT


def test_a_column_without_room_shrinks_all_alike_with_the_spaces_between() -> None:
    sheet = Sheet(frame())
    room = QRectF(LEFT, 100, 1000, 90)
    lower = column(sheet, blocks("One", "Two"), room)
    one, two = sheet.done().texts
    assert one.fitted.size == two.fitted.size < 40
    assert two.rect.top() - one.rect.bottom() < 10
    assert room.bottom() - 10 < lower <= room.bottom() + 0.5


def test_a_column_far_too_long_is_cut_at_its_lower_edge() -> None:
    sheet = Sheet(frame())
    room = QRectF(LEFT, 100, 400, 100)
    lower = column(sheet, blocks("word " * 60, "More"), room)
    (cut,) = sheet.done().texts
    assert lower <= room.bottom() + 0.5
    assert cut.fitted.lines[-1].endswith("…")
    assert not cut.fitted.whole
    assert len(cut.fitted.lines) > 1
    assert cut.fitted.size == 23, "the smallest that the room can read"


def test_what_stands_above_a_cut_text_is_as_small() -> None:
    sheet = Sheet(frame())
    column(sheet, blocks("Short", "word " * 80, above=0), QRectF(LEFT, 100, 400, 150))
    short, cut = sheet.done().texts
    assert not cut.fitted.whole
    assert short.fitted.size == cut.fitted.size == 23


def test_a_column_gives_what_is_left_to_the_next_text() -> None:
    sheet = Sheet(frame())
    column(sheet, blocks("word " * 20, "More " * 60, above=0), QRectF(LEFT, 100, 400, 200))
    first, second = sheet.done().texts
    assert first.fitted.whole
    assert second.rect.top() == first.rect.bottom()
    assert second.rect.bottom() <= 300.5


# The scale as cards


@pytest.mark.parametrize("name", ["shown", "shown-3", "vote", "vote-hands"])
def test_cards_stand_side_by_side_over_the_whole_width(name: str) -> None:
    layout = laid_out(scenes.every_scene()[name])
    rects = [card.rect for card in layout.cards]
    assert rects[0].left() == LEFT
    assert rects[-1].right() == pytest.approx(RIGHT)
    assert same(b.left() - a.right() for a, b in pairwise(rects))
    assert rects[1].left() > rects[0].right()
    assert same(rect.width() for rect in rects[:-1])
    assert rects[-1].width() == pytest.approx(0.74 * rects[0].width()), "can’t say is no rating"
    assert len({(rect.top(), rect.height()) for rect in rects}) == 1
    assert [card.point for card in layout.cards] == [*range(1, len(rects)), 0]


def test_each_card_has_its_number_over_its_label_over_its_words() -> None:
    layout = laid_out(scenes.shown())
    card_boxes = [box for box in boxes(layout) if box.rect in [c.rect for c in layout.cards]]
    assert [box.dashed for box in card_boxes] == [False] * 5 + [True]
    assert [box.fill for box in card_boxes] == [LIGHT.card] * 5 + [LIGHT.paper]
    inside = [[t for t in layout.texts if card.rect.contains(t.rect)] for card in layout.cards]
    assert all(len(texts) == 3 for texts in inside)
    for card, (number, label, words) in zip(layout.cards, inside, strict=True):
        assert number.fitted.lines == (str(card.point),)
        assert " ".join(label.fitted.lines) == card.label
        assert number.rect.left() == label.rect.left() == words.rect.left()
        assert number.rect.bottom() <= label.rect.top() + number.rect.height() * 0.2
        assert label.rect.bottom() <= words.rect.top()
        assert (number.colour, label.colour, words.colour) == (LIGHT.ink, LIGHT.ink, SOFT)
        assert number.fitted.size > label.fitted.size > words.fitted.size
    for part in range(3):
        assert len({texts[part].rect.top() for texts in inside}) == 1, "on one line"
        assert len({texts[part].fitted.size for texts in inside}) == 1, "at one size"
        offsets = [
            t[part].rect.left() - c.rect.left() for c, t in zip(layout.cards, inside, strict=True)
        ]
        assert same(offsets)


def test_cards_of_a_long_scale_stand_in_even_rows() -> None:
    layout = laid_out(scenes.every_scene()["vote-7-long"])
    rects = [card.rect for card in layout.cards]
    rows = sorted({rect.top() for rect in rects})
    assert 1 < len(rows) < 4
    assert same(rect.width() for rect in rects)
    columns = sorted({rect.left() for rect in rects})
    assert columns[0] == LEFT
    assert [rect.left() for rect in rects] == [
        columns[place % len(columns)] for place in range(len(rects))
    ]
    assert max(rect.right() for rect in rects) == pytest.approx(RIGHT)
    across = columns[1] - columns[0] - rects[0].width()
    below = [b - max(r.bottom() for r in rects if r.top() == a) for a, b in pairwise(rows)]
    assert below == pytest.approx([across] * len(below))
    assert across > 0
    for card in layout.cards:
        number, label, *_ = (t for t in layout.texts if card.rect.contains(t.rect))
        assert label.rect.left() > number.rect.right(), "the label stands beside its number"
        assert abs(first_line(label) - first_line(number)) < 4


# Who is in


@pytest.mark.parametrize(("present", "rows"), [(1, 1), (12, 1), (20, 1), (37, 2), (60, 3)])
def test_there_is_a_dot_for_each_person_left_of_the_words(present: int, rows: int) -> None:
    counter = counter_place(frame(), f"0 of {present} in", 0, present)
    dots = counter.dots
    assert len(dots) == present
    assert counter.bar is None
    lines = sorted({dot.top() for dot in dots})
    assert len(lines) == rows
    assert len({(dot.width(), dot.height()) for dot in dots}) == 1
    assert dots[0].width() == dots[0].height() <= 22
    first = [dot for dot in dots if dot.top() == lines[0]]
    assert list(dots[: len(first)]) == sorted(first, key=lambda dot: dot.left()), "row by row"
    assert same([b.left() - a.left() for a, b in pairwise(first)] or [0])
    assert all(b.left() > a.right() for a, b in pairwise(first))
    if rows > 1:
        assert lines[1] - lines[0] == pytest.approx(first[1].left() - first[0].left())
        second = [dot for dot in dots if dot.top() == lines[1]]
        assert [dot.left() for dot in second] == [dot.left() for dot in first[: len(second)]]
        assert len(first) - len(second) in {0, 1}
    assert first[-1].right() == pytest.approx(counter.words.left() - 20)
    middle = (dots[0].top() + dots[-1].bottom()) / 2
    assert middle == pytest.approx(counter.words.center().y())
    assert (counter.words.right(), counter.words.bottom()) == (RIGHT, BOTTOM)
    assert all(counter.rect.contains(dot) for dot in (*dots, counter.words))


def test_a_crowd_has_a_bar_and_a_small_room_large_dots() -> None:
    crowd = counter_place(frame(), "0 of 61 in", 0, 61)
    assert crowd.dots == ()
    assert crowd.bar is not None
    assert crowd.bar.right() == pytest.approx(crowd.words.left() - 20)
    assert crowd.bar.center().y() == pytest.approx(crowd.words.center().y())
    assert crowd.bar.height() * 10 < crowd.bar.width() < 500
    assert crowd.rect.contains(crowd.bar)
    assert crowd.rect.contains(crowd.words)
    few, many = (counter_place(frame(), "0 in", 0, n).dots[0].width() for n in (12, 60))
    assert few == 22 > many
    assert counter_place(frame(), "0 of 0 in", 0, 0).dots == ()


def test_room_is_kept_for_the_longest_count() -> None:
    style = counter_place(frame(), "9 of 120 in", 9, 120).style
    words = counter_place(frame(), "9 of 120 in", 9, 120).words
    assert words.width() >= measure("120 of 120 in", style.size, "bold")
    assert words.width() < measure("120 of 120 in", style.size, "bold") + 10
    assert style.weight == "bold"


# What was revealed


def test_bars_stand_on_the_left_and_what_they_mean_on_the_right() -> None:
    scene = scenes.revealed()
    layout = laid_out(scene)
    assert layout.chart is not None
    chart, words = layout.chart, text_of(layout, scene.verdict)
    assert chart.left() == LEFT
    assert words.rect.left() > chart.right() + 50
    assert words.rect.top() == chart.top()
    assert words.fitted.weight == "bold"
    right = [t for t in layout.texts if t.rect.left() == words.rect.left()]
    said = ["".join(t.fitted.lines).replace(" ", "") for t in right]
    wanted = (scene.verdict, scene.meaning, scene.middle, scene.level, *scene.remarks)
    assert said == [text.replace(" ", "") for text in wanted]
    assert all(gap >= 0 for gap in gaps([t.rect for t in right]))
    statement = at(layout, scene.statement)
    assert statement.bottom() < chart.top()
    assert chart.top() - statement.bottom() < at(layout, scene.footer).top() - chart.bottom() + 40


def test_a_hidden_result_has_a_dashed_box_with_its_words_well_inside() -> None:
    scene = scenes.hidden()
    layout = laid_out(scene)
    (box,) = (b for b in boxes(layout) if b.dashed)
    verdict, reason = at(layout, scene.verdict), at(layout, scene.reason)
    assert (box.fill, box.line) == ("", SOFT)
    assert box.rect.left() == LEFT
    assert verdict.left() == reason.left() == box.rect.left() + (verdict.top() - box.rect.top())
    assert box.rect.bottom() - reason.bottom() == pytest.approx(verdict.top() - box.rect.top())
    assert reason.top() > verdict.bottom()
    above = box.rect.top() - at(layout, scene.statement).bottom()
    below = at(layout, scene.footer).top() - box.rect.bottom()
    assert 40 <= above < below


def test_a_picture_stands_between_its_title_and_its_question() -> None:
    scene = scenes.picture()
    layout = laid_out(scene)
    (chart,) = charts(layout)
    question = at(layout, "Say the ambition")
    (accent,) = (b.rect for b in boxes(layout) if b.fill == LIGHT.accent)
    assert (chart.left(), chart.right()) == (LEFT, RIGHT)
    assert at(layout, scene.title).bottom() < chart.top()
    assert chart.bottom() <= question.top() - 20
    assert (accent.left(), accent.top(), accent.bottom()) == (
        LEFT,
        question.top(),
        question.bottom(),
    )
    assert accent.right() < question.left() < LEFT + 40
    assert question.bottom() < at(layout, scene.footer).top() - 20
    plain = laid_out(replace(scene, prompt=""))
    assert not [b for b in boxes(plain) if b.fill == LIGHT.accent]


def test_a_picture_of_one_row_is_no_higher_than_its_row_and_stands_above_the_middle() -> None:
    one, nine = (laid_out(scenes.every_scene()[name]) for name in ("picture-1", "picture-9"))
    (small,), (large,) = charts(one), charts(nine)
    assert small.height() == pytest.approx(104)
    assert small.height() < large.height()
    title = at(one, scenes.picture().title).bottom()
    question = at(one, "Say the ambition").top()
    above, below = small.top() - title - 28, question - 24 - small.bottom()
    assert 0 < above < below
    title = at(nine, scenes.picture().title).bottom()
    assert large.top() == pytest.approx(title + 28), "nothing is left over"


def test_two_rounds_stand_beside_one_another_over_what_changed() -> None:
    scene = scenes.compared()
    layout = laid_out(scene)
    bars, slope = charts(layout)
    assert bars.left() == LEFT
    assert slope.right() == pytest.approx(RIGHT)
    assert (bars.top(), bars.bottom()) == (slope.top(), slope.bottom())
    assert slope.left() - bars.right() == pytest.approx(0.05 * 1408)
    assert at(layout, scene.statement).bottom() + 20 < bars.top()
    moved, agreements = at(layout, scene.moved), at(layout, scene.agreements)
    assert bars.bottom() <= moved.top() - 20
    assert moved.left() == agreements.left() == LEFT
    assert moved.bottom() < agreements.top()
    assert agreements.bottom() < at(layout, scene.footer).top()
    settled = laid_out(scenes.compared(settled=True))
    words = at(settled, "We settled on 3")
    assert at(settled, scene.agreements).bottom() < words.top()
    assert words.bottom() < at(settled, scene.footer).top()
    assert charts(settled)[0].height() <= bars.height()


def test_two_short_rounds_are_no_higher_than_they_need_and_stand_above_the_middle() -> None:
    layout = laid_out(scenes.compared(points=3))
    scene = scenes.compared(points=3)
    bars, _ = charts(layout)
    assert bars.height() == pytest.approx(5 * 62)
    above = bars.top() - at(layout, scene.statement).bottom() - 24
    below = at(layout, scene.moved).top() - 20 - bars.bottom()
    assert 0 <= above < below


@pytest.mark.parametrize(("parts", "columns"), [(2, 2), (3, 3), (4, 2), (5, 3), (8, 4), (9, 5)])
def test_partners_stand_in_a_grid(parts: int, columns: int) -> None:
    layout = laid_out(scenes.by_group(parts))
    drawn = charts(layout)
    assert len(drawn) == parts
    lefts = sorted({rect.left() for rect in drawn})
    assert len(lefts) == columns
    assert [rect.left() for rect in drawn] == [lefts[n % columns] for n in range(parts)]
    assert lefts[0] == LEFT
    assert same(rect.width() for rect in drawn)
    between = [b - a - drawn[0].width() for a, b in pairwise(lefts)]
    assert same(between)
    assert between[0] > 0
    assert max(rect.right() for rect in drawn) <= RIGHT + 0.01
    rows = [drawn[n : n + columns] for n in range(0, parts, columns)]
    assert all(max(b.y() for b in a) < min(b.y() for b in c) for a, c in pairwise(rows))
    for rect in drawn:
        name = max(
            (
                t.rect
                for t in layout.texts
                if t.rect.left() == rect.left() and t.rect.top() < rect.top()
            ),
            key=lambda r: r.bottom(),
        )
        assert 0 < rect.top() - name.bottom() < 20
        below = min(
            (
                t.rect
                for t in layout.texts
                if t.rect.left() == rect.left() and t.rect.top() > rect.top()
            ),
            key=lambda r: r.top(),
        )
        assert 0 < below.top() - rect.bottom() < 20


def test_a_few_partners_have_their_figures_and_many_only_their_agreement() -> None:
    few, many = (scenes.by_group(parts) for parts in (4, 5))
    assert few.parts[0].detail.split()[0] in "".join(
        "".join(t.fitted.lines)
        for t in laid_out(few).texts
        if few.parts[0].words in t.fitted.lines[0]
    )
    said = ["".join(t.fitted.lines) for t in laid_out(many).texts]
    assert many.parts[0].words in said
    assert not any(many.parts[0].detail in text for text in said)


def test_a_hidden_partner_has_a_dashed_box_in_its_place() -> None:
    scene = scenes.by_group(3, hidden=True)
    layout = laid_out(scene)
    (box,) = (b for b in boxes(layout) if b.dashed)
    words = at(layout, scene.parts[2].words)
    assert len(charts(layout)) == 2
    assert (box.fill, box.line) == ("", SOFT)
    assert words.left() - box.rect.left() == pytest.approx(words.top() - box.rect.top())
    assert box.rect.bottom() - words.bottom() == pytest.approx(words.top() - box.rect.top())
    merged = at(layout, scene.parts[2].merged)
    assert at(layout, "Other partners").bottom() == pytest.approx(merged.top())
    assert 0 < box.rect.top() - merged.bottom() < 20
    assert box.rect.left() == merged.left()


# The plan and the end


def test_each_ground_rule_has_a_dot_on_its_first_line() -> None:
    scene = scenes.welcome()
    layout = laid_out(scene)
    texts = [text_of(layout, rule) for rule in scene.ground_rules]
    dots = dots_of(layout)
    assert len(dots) == len(texts) > 1
    assert {text.fitted.size for text in texts} == {34}, "there is room for them"
    for dot, text in zip(dots, texts, strict=True):
        assert dot.left() == LEFT
        assert dot.width() == dot.height()
        assert dot.center().y() == pytest.approx(first_line(text))
        assert 10 < text.rect.left() - dot.right() < 40
    between = gaps([text.rect for text in texts])
    assert same(between)
    assert between[0] > 0
    purpose, privacy = at(layout, scene.purpose), at(layout, scene.privacy)
    above = texts[0].rect.top() - purpose.bottom() - 30
    below = privacy.top() - 36 - texts[-1].rect.bottom()
    assert above == pytest.approx(below, abs=0.5), "in the middle of their room"
    assert above > 0


def test_each_commitment_has_a_line_above_it_and_its_three_cells_beside_one_another() -> None:
    scene = scenes.plan()
    layout = laid_out(scene)
    lines = rules_of(layout)
    titles = [text_of(layout, line.title) for line in scene.lines]
    assert len(lines) == len(titles)
    assert all((rule.left(), rule.right()) == (LEFT, RIGHT) for rule in lines)
    assert same(text.rect.top() - rule.top() for text, rule in zip(titles, lines, strict=True))
    assert {text.rect.left() for text in titles} == {LEFT}
    owners = [text_of(layout, line.owner) for line in scene.lines if line.owner]
    dues = [text_of(layout, line.due) for line in scene.lines if line.due]
    assert len({owner.rect.left() for owner in owners}) == 1
    assert all(due.rect.right() == pytest.approx(RIGHT) for due in dues)
    for title, owner, due in zip(titles, owners, dues, strict=False):
        assert title.rect.right() < owner.rect.left()
        assert owner.rect.right() < due.rect.left()
        assert first_line(owner) == pytest.approx(first_line(title))
        assert first_line(due) == pytest.approx(first_line(title))
        assert title.fitted.weight == "semibold"
        assert (owner.colour, due.colour) == (SOFT, LIGHT.ink)
    pad = titles[0].rect.top() - lines[0].top()
    for place, rule in enumerate(lines[1:]):
        row = [titles[place].rect, *(o.rect for o in owners[place : place + 1])]
        assert rule.top() - max(rect.bottom() for rect in row) == pytest.approx(pad)


def test_the_headline_has_an_accent_beside_it_and_the_table_below() -> None:
    scene = scenes.plan()
    layout = laid_out(scene)
    headline = at(layout, scene.headline)
    (accent,) = (b.rect for b in boxes(layout) if b.fill == LIGHT.accent)
    assert accent.left() == LEFT
    assert accent.right() < headline.left()
    assert accent.center().y() == pytest.approx(headline.center().y())
    assert headline.height() - 20 < accent.height() < headline.height()
    assert at(layout, scene.title).bottom() < headline.top()
    assert rules_of(layout)[0].top() == pytest.approx(headline.bottom() + 26)
    plain = laid_out(replace(scene, headline=""))
    assert rules_of(plain)[0].top() == pytest.approx(at(plain, scene.title).bottom() + 28)
    more = at(layout, scene.more)
    assert more.top() > max(r.bottom() for r in rules_of(layout))
    assert text_of(layout, scene.more).colour == SOFT


def test_a_plan_without_commitments_has_its_question_and_no_line() -> None:
    scene = scenes.plan(empty=True)
    layout = laid_out(scene)
    assert rules_of(layout) == []
    assert at(layout, scene.empty).top() == pytest.approx(
        at(layout, scene.title).bottom() + 28 + 16
    )
    led = laid_out(replace(scene, headline=scenes.HEADLINE))
    assert at(led, scenes.HEADLINE).bottom() + 36 < at(led, scene.empty).top()
    assert len([b for b in boxes(led) if b.fill == LIGHT.accent]) == 1


def test_a_fist_stands_below_a_line_its_words_beside_its_bars() -> None:
    scene = scenes.fisted(scenes.plan(empty=True))
    layout = laid_out(scene)
    (bars,) = charts(layout)
    (rule,) = rules_of(layout)
    words, question = at(layout, scene.fist_text), at(layout, scene.fist_question)
    assert (bars.right(), bars.bottom()) == (RIGHT, BOTTOM)
    assert words.left() == question.left() == LEFT
    assert words.bottom() == question.top()
    assert (words.top() + question.bottom()) / 2 == pytest.approx(bars.center().y())
    assert max(words.right(), question.right()) < bars.left()
    assert 0 < bars.top() - rule.top() < 30
    hidden = laid_out(replace(scene, fist=(), fist_question=""))
    assert charts(hidden) == []
    assert at(hidden, scene.fist_text).bottom() == pytest.approx(BOTTOM)
    assert rules_of(hidden)[0].top() > rule.top()
    none = laid_out(replace(scene, fist=(), fist_text="", fist_question=""))
    assert rules_of(none) == []


def test_the_end_of_the_day_says_below_what_was_parked_and_when_to_look_again() -> None:
    scene = scenes.closing()
    layout = laid_out(scene)
    review, parked = at(layout, scene.review), at(layout, scene.parked_text)
    assert (review.left(), review.bottom()) == (LEFT, BOTTOM)
    assert parked.left() == LEFT
    assert review.top() - parked.bottom() == pytest.approx(10)
    assert parked.top() - at(layout, scene.more).bottom() >= 28 - 0.5
    alone = laid_out(replace(scene, review=""))
    assert at(alone, scene.parked_text).bottom() == pytest.approx(BOTTOM)


def test_a_plan_takes_all_the_room_that_is_left() -> None:
    full = replace(scenes.closing(), lines=scenes.LINES * 2, more="", headline="")
    layout, alone = laid_out(full), laid_out(replace(full, review="", parked_text=""))

    def lower_edge(layout: SceneLayout) -> float:
        last = rules_of(layout)[-1].top()
        return max(t.rect.bottom() for t in layout.texts if last < t.rect.top() < last + 30)

    assert BOTTOM - 60 < lower_edge(alone) <= BOTTOM + 0.5
    parked = at(layout, full.parked_text).top()
    assert parked - 28 - 60 < lower_edge(layout) <= parked - 28 + 0.5


def test_each_parked_point_has_a_dot_and_all_are_of_one_size() -> None:
    scene = scenes.parking(11)
    layout = laid_out(scene)
    texts = [t for t in layout.texts if t.rect.left() == LEFT + 38]
    dots = dots_of(layout)
    assert len(texts) == len(dots) == len(scene.points) == 8
    assert len({text.fitted.size for text in texts}) == 1
    for dot, text in zip(dots, texts, strict=True):
        assert dot.left() == LEFT
        assert dot.center().y() == pytest.approx(first_line(text))
    between = gaps([text.rect for text in texts])
    assert same(between)
    assert between[0] > 0
    more = at(layout, scene.more)
    assert more.bottom() == pytest.approx(BOTTOM)
    assert texts[-1].rect.bottom() <= more.top() - 19
    assert texts[0].rect.top() == pytest.approx(at(layout, scene.title).bottom() + 34)
    few = laid_out(scenes.parking(1))
    assert text_of(few, scenes.PARKED[0]).fitted.size > texts[0].fitted.size


def test_points_without_room_are_cut_alike() -> None:
    long = replace(scenes.parking(8), points=("word " * 120,) * 8)
    texts = [t for t in laid_out(long).texts if t.rect.left() == LEFT + 38]
    assert len(texts) == 8
    assert {len(t.fitted.lines) for t in texts} == {len(texts[0].fitted.lines)}
    assert all(t.fitted.lines[-1].endswith("…") for t in texts)
    assert texts[-1].rect.bottom() <= BOTTOM + 0.5
    assert same(gaps([t.rect for t in texts]))


# Dots


def test_each_action_has_a_card_with_its_number_and_name_in_the_middle() -> None:
    scene = scenes_priorities.every_priority_scene()["dots-shown"]
    layout = laid_out(scene)
    rects = [card.rect for card in layout.cards]
    assert {(rect.left(), rect.right()) for rect in rects} == {(LEFT, RIGHT)}
    assert same(gaps(rects))
    assert gaps(rects)[0] > 0
    assert same(rect.height() for rect in rects)
    assert [b.rect for b in boxes(layout) if (b.fill, b.line) == (LIGHT.card, LIGHT.line)] == rects
    for card in layout.cards:
        number, label = (t for t in layout.texts if card.rect.contains(t.rect))
        assert number.fitted.lines == (str(card.point),)
        assert " ".join(label.fitted.lines) == card.label
        assert number.rect.center().y() == pytest.approx(card.rect.center().y())
        assert label.rect.center().y() == pytest.approx(card.rect.center().y())
        assert LEFT < number.rect.left() < number.rect.right() < label.rect.left()
    assert len({t.fitted.size for t in layout.texts if t.rect.left() == LEFT + 78}) == 1
    title = at(layout, scene.title)  # type: ignore[union-attr]
    above, below = rects[0].top() - title.bottom() - 28, at(layout, scene.footer).top() - 36  # type: ignore[union-attr]
    assert 0 <= above < below - rects[-1].bottom() + 0.01


def test_many_actions_stand_in_columns() -> None:
    layout = laid_out(scenes_priorities.every_priority_scene()["dots-open-9"])
    rects = [card.rect for card in layout.cards]
    lefts = sorted({rect.left() for rect in rects})
    assert len(lefts) == 2
    assert [rect.left() for rect in rects] == [lefts[0]] * 5 + [lefts[1]] * 4
    assert lefts[0] == LEFT
    assert rects[-1].right() == pytest.approx(RIGHT)
    assert [rect.top() for rect in rects[5:]] == [rect.top() for rect in rects[:4]]
    down, across = rects[1].top() - rects[0].bottom(), lefts[1] - rects[0].right()
    assert down == pytest.approx(across)


def test_the_list_of_dots_stands_over_its_note() -> None:
    scene = scenes_priorities.every_priority_scene()["priorities"]
    layout = laid_out(scene)
    (chart,) = charts(layout)
    note, footer = at(layout, scene.note), at(layout, scene.footer)  # type: ignore[union-attr]
    assert (chart.left(), chart.right()) == (LEFT, RIGHT)
    assert chart.bottom() <= note.top() - 26 + 0.5
    assert footer.top() - note.bottom() == pytest.approx(30)
    title = at(layout, scene.title)  # type: ignore[union-attr]
    above, below = chart.top() - title.bottom() - 28, note.top() - 26 - chart.bottom()
    assert 0 <= above <= below


def test_importance_has_its_fields_on_the_left_and_its_table_on_the_right() -> None:
    scene = scenes_priorities.every_priority_scene()["beside"]
    layout = laid_out(scene)
    (chart,) = charts(layout)
    assert chart.left() == LEFT
    rows = sorted(scene.rows, key=lambda row: row.number)  # type: ignore[union-attr]
    labels = [text_of(layout, row.label) for row in rows]
    words = [text_of(layout, row.words) for row in rows]
    assert {label.rect.left() for label in labels} == {words[0].rect.left()}
    assert chart.right() < labels[0].rect.left()
    for label, said in zip(labels, words, strict=True):
        assert said.rect.top() == pytest.approx(label.rect.bottom())
        assert (label.colour, said.colour) == (LIGHT.ink, SOFT)
        (number,) = (
            t for t in layout.texts
            if t.rect.top() == label.rect.top() and t.rect.right() < label.rect.left()
        )  # fmt: skip
        assert number.fitted.size == label.fitted.size
        assert number.rect.left() > chart.right()
    between = [b.rect.top() - a.rect.bottom() for a, b in zip(words, labels[1:], strict=False)]
    assert same(between)
    assert between[0] > 0
    assert chart.top() <= labels[0].rect.top()
    assert words[-1].rect.bottom() <= chart.bottom() + 0.5
