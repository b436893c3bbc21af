"""One ballot: the statement, the scale with a box for each point, and how to mark it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desktop_app.documents.ballots import choices
from desktop_app.documents.event import joined
from desktop_app.documents.standing import begins
from desktop_app.domain.framework import Framework, Statement

from . import fonts, styles
from .ballot_marks import marked
from .paper import Paper
from .tagged import Paragraph, unlabelled

_BOX = 14.0


class BoxedChoice(Flowable):  # type: ignore[misc]
    """A paragraph with an empty box to its left; the box is for pens, not for readers."""

    def __init__(self, words: Paragraph, size: float, below: float) -> None:
        super().__init__()
        self.words, self.side, self.spaceAfter = words, _BOX * size, below

    @property
    def element(self) -> Any:
        """Return the paragraph's element, so that lists can take it in."""
        return self.words.element

    @property
    def indent(self) -> float:
        """Return the room that box and gap take."""
        return self.side * 1.75

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width given and the height of box or words."""
        self.width = available_width
        room = available_width - self.indent
        canvas = getattr(self, "canv", None)
        _, height = self.words.wrapOn(canvas, room, available_height)
        self.height = max(height, self.side + 2)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box beside the first line, then the words."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(styles.INK)
            canvas.setLineWidth(1)
            canvas.rect(0.5, self.height - self.side - 1, self.side, self.side, stroke=1, fill=0)
        self.words.drawOn(canvas, self.indent, self.height - self.words.height)


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands on every ballot of a pile: how it is marked, and its own mark, "" for none."""

    marking: str
    letter: str = ""


def card(
    paper: Paper, framework: Framework, statement_id: str, head: str, wording: Wording, size: float
) -> list[Any]:
    """Return the parts of one statement's ballot at a size."""
    statement, action = framework.statement(statement_id), framework.action_of(statement_id)
    small = _style("ballot_small", fonts.REGULAR, 12, size, textColor=styles.SOFT)
    stem = _style("ballot_stem", fonts.REGULAR, 12, size, spaceAfter=1)
    text = _style("ballot_text", fonts.SEMIBOLD, 15.5, size, spaceAfter=6 * size)
    return [
        *marked(paper, wording.letter, joined(action.short_title, head), small, size),
        Spacer(0, 5 * size),
        paper.theirs(begins(framework.stem), stem),
        paper.heading(f"{statement.text}.", 2, text, lang=paper.tongues.framework),
        *_choices(paper, framework, statement, size),
        Spacer(0, 3 * size),
        paper.words(wording.marking, small),
    ]


def _choices(paper: Paper, framework: Framework, statement: Statement, size: float) -> list[Any]:
    """Return a choice for each point, the lowest first, and "can't say" set apart."""
    style, offered = (
        _style("ballot_choice", fonts.REGULAR, 12, size),
        choices(framework, statement),
    )
    made = []
    for place, (name, meaning) in enumerate(offered):
        below = (6 if place == len(offered) - 2 else 3) * size
        made.append(BoxedChoice(_choice(paper, name, meaning, style), size, below))
    return list(unlabelled([[choice] for choice in made]))


def _choice(paper: Paper, name: str, meaning: str, style: Any) -> Paragraph:
    words = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(name)}</font>"
    explained = f"<br/>{paper.text.markup(meaning)}" if meaning else ""
    return Paragraph(words + explained, style, lang=paper.tongues.framework)


def _style(name: str, font: str, points: float, size: float, **more: Any) -> Any:
    return styles.style_of(name, font, points * size, points * size * 1.16, **more)
