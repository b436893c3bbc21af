"""From people's words to flowables of one document; knows the look and no content.

Every text goes through here, so that what cannot be printed as it is gets said at the end, and that
what is in another language than the document's is told so to who reads it aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Spacer

from desktop_app.charts.fitting import shorten
from desktop_app.documents.event import Event, named
from desktop_app.documents.tongues import Tongues
from desktop_app.words.printing_day import printed_on
from desktop_app.words.speech import say

from . import fonts, styles
from .fonts import Printable, code_point
from .pages import DocumentFacts
from .tagged import Columns, Heading, Paragraph, Stack, bulleted, unlabelled

_CODE_POINTS_NAMED = 12
_HEAD_AT_MOST = 400
_TOGETHER = 20
"""Letters of a count or a date in a head line, which no line end takes apart."""


class Paper:
    """The printable text, the languages, the styles and the text width of one document."""

    def __init__(self, tongues: Tongues, width: float = styles.TEXT_WIDTH) -> None:
        self.tongues = tongues
        self.text = Printable()
        self.look = styles.make_styles()
        self.width = width

    def words(self, words: str, style: ParagraphStyle | None = None, lang: str = "") -> Paragraph:
        """Return a paragraph; body text unless a style is given.

        `lang`: its language where that is not the document's.
        """
        return Paragraph(self.text.markup(words), style or self.look.body, lang=lang)

    def said(self, words: str, style: ParagraphStyle | None = None) -> list[Paragraph]:
        """Return a paragraph, or nothing where there is nothing to say."""
        return [self.words(words, style)] if words else []

    def theirs(self, words: str, style: ParagraphStyle | None = None) -> Paragraph:
        """Return a paragraph of the framework's."""
        return self.words(words, style, self.tongues.framework)

    def peoples(self, words: str, style: ParagraphStyle | None = None) -> Paragraph:
        """Return a paragraph of what people of the workshop wrote."""
        return self.words(words, style, self.tongues.people)

    def ours_and_theirs(
        self, ours: str, theirs: str, style: ParagraphStyle | None = None
    ) -> list[Paragraph]:
        """Return a sentence of ours before the framework's: one paragraph in the same language."""
        if not self.tongues.framework:
            return [self.words(f"{ours} {theirs}".strip(), style)]
        return [self.words(ours, style), *([self.theirs(theirs, style)] if theirs else [])]

    def labelled(
        self, label: str, words: str, style: ParagraphStyle | None = None, lang: str = ""
    ) -> Paragraph:
        """Return a paragraph that begins with a label in bold."""
        strong = self.text.markup(say("{label}:", label=label))
        text = f"<font name='{fonts.SEMIBOLD}'>{strong}</font> {self.text.markup(words)}"
        return Paragraph(text, style or self.look.body, lang=lang)

    def kicker(self, words: str, lang: str = "") -> Paragraph:
        """Return the line that says whose workshop it is; no count and no date is taken apart."""
        return self.words(_unbroken(words), self.look.kicker, lang)

    def kicker_title(self, words: str) -> Paragraph:
        """Return that line where it is the title of the whole document."""
        return self.heading(_unbroken(words), 1, self.look.kicker)

    def detail(self, words: str) -> Paragraph:
        """Return a small, quiet paragraph."""
        return self.words(words, self.look.detail)

    def heading(
        self,
        words: str,
        level: int = 2,
        style: ParagraphStyle | None = None,
        name: str = "",
        lang: str = "",
    ) -> Heading:
        """Return a heading; `name` lets links lead to it."""
        text, look = self.text.markup(words), style or self.look.heading
        return Heading(text, look, level, name=name, lang=lang)

    def bullets(
        self, texts: Iterable[str], style: ParagraphStyle | None = None, lang: str = ""
    ) -> list[Any]:
        """Return a bulleted list."""
        look = style or self.look.body
        return list(bulleted([self.words(text, look, lang) for text in texts], look))

    def pairs(self, pairs: Iterable[tuple[str, str]], lang: str = "") -> list[Any]:
        """Return what stands out in each item, in its language, with its detail below as a list."""
        made = ((self.words(a, self.look.item, lang), self.detail(b)) for a, b in pairs)
        return list(unlabelled(list(made)))

    def marks(self, event: Event, *, before_the_day: bool = False) -> list[Any]:
        """Return what a reader must know first, or nothing.

        What is made for before the day says nothing of a day that goes on; its footer does.
        """
        marks = event.early_marks if before_the_day else event.marks
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
            title=self.text.line(named(what, event.title)),
            author=self.text.line(event.author) or "Roundtable",
            subject=self.text.line(event.kicker),
            footer=self.text.markup(event.footer),
            printed=printed_on(),
            language=self.tongues.spoken,
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
        codes = f"{shown}, ..." if len(missing) > _CODE_POINTS_NAMED else shown
        note = say(
            "Some characters have no shape in this document's typeface and are printed as their"
            " code point: {codes}.",
            codes=codes,
        )
        return [Spacer(0, 8), Paragraph(note, self.look.detail)]


def _unbroken(words: str) -> str:
    """Return the words with each short part that has a figure in it kept on one line."""
    return " · ".join(
        part.replace(" ", "\N{NO-BREAK SPACE}")
        if len(part) <= _TOGETHER and any(map(str.isdigit, part))
        else part
        for part in words.split(" · ")
    )
