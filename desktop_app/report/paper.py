"""From people's words to flowables of one document; knows the look and no content.

Every text goes through here, so that what cannot be printed as it is gets said at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Spacer

from desktop_app.charts.fitting import shorten
from desktop_app.documents.event import Event
from desktop_app.words.method import IN_PROGRESS

from . import fonts, styles
from .fonts import Printable, code_point
from .pages import DocumentFacts
from .tagged import Columns, Heading, Paragraph, Stack, bulleted, unlabelled

_CODE_POINTS_NAMED = 12
_HEAD_AT_MOST = 400


class Paper:
    """The printable text, the styles and the text width of one document."""

    def __init__(self, width: float = styles.TEXT_WIDTH) -> None:
        self.text = Printable()
        self.look = styles.make_styles()
        self.width = width

    def words(self, words: str, style: ParagraphStyle | None = None) -> Paragraph:
        """Return a paragraph of what somebody wrote; body text unless a style is given."""
        return Paragraph(self.text.markup(words), style or self.look.body)

    def detail(self, words: str) -> Paragraph:
        """Return a small, quiet paragraph."""
        return self.words(words, self.look.detail)

    def heading(
        self, words: str, level: int = 2, style: ParagraphStyle | None = None, name: str = ""
    ) -> Heading:
        """Return a heading; `name` lets links lead to it."""
        return Heading(self.text.markup(words), style or self.look.heading, level, name=name)

    def bullets(self, texts: Iterable[str], style: ParagraphStyle | None = None) -> list[Any]:
        """Return a bulleted list of what somebody wrote."""
        return list(bulleted([self.text.markup(t) for t in texts], style or self.look.body))

    def pairs(self, pairs: Iterable[tuple[str, str]]) -> list[Any]:
        """Return what stands out in each item with its detail below, as one list."""
        made = ((self.words(a, self.look.item), self.detail(b)) for a, b in pairs)
        return list(unlabelled(list(made)))

    def marks(self, event: Event, *, with_progress: bool = True) -> list[Any]:
        """Return what a reader must know first, or nothing.

        Without `with_progress` for what is made before the day; its footer says so all the same.
        """
        marks = [mark for mark in event.marks if with_progress or mark != IN_PROGRESS]
        return [self.words(" · ".join(marks), self.look.mark)] if marks else []

    def side_by_side(
        self, left: Sequence[Any], right: Sequence[Any], left_share: float, above: float = 0.0
    ) -> Columns:
        """Return two columns across the text width."""
        room = self.width - styles.COLUMN_GAP
        stacks = [Stack(left, room * left_share), Stack(right, room * (1 - left_share))]
        return Columns(stacks, styles.COLUMN_GAP, above=above)

    def facts(self, event: Event, what: str, head: str = "") -> DocumentFacts:
        """Return what the file says about itself: `what` it is, of which workshop."""
        return DocumentFacts(
            title=self.text.line(f"{what}: {event.title}" if event.title else what),
            author=self.text.line(event.author) or "Roundtable",
            subject=self.text.line(event.kicker),
            footer=self.text.markup(event.footer),
            head=escape(self._on_one_line(head)),
        )

    def _on_one_line(self, words: str) -> str:
        line = self.text.line(words)[:_HEAD_AT_MOST]
        style = self.look.footer
        return shorten(line, self.width, style.fontSize, "regular", fonts.text_width)

    def glyph_note(self) -> list[Any]:
        """Return the note that some characters could not be printed as they are, or nothing."""
        missing = self.text.missing
        if not missing:
            return []
        shown = ", ".join(f"[{code_point(c)}]" for c in missing[:_CODE_POINTS_NAMED])
        more = ", ..." if len(missing) > _CODE_POINTS_NAMED else ""
        note = (
            "Some characters have no shape in this document's typeface and are printed as their"
            f" code point: {shown}{more}."
        )
        return [Spacer(0, 8), Paragraph(note, self.look.detail)]
