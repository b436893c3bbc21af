"""What every outline of ours begins with and says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.documents.event import Event, named
from desktop_app.documents.standing import OUR_COMMITMENT
from desktop_app.words.printing_day import printed_on
from desktop_app.words.speech import said

from .outline import Block, Cell, Look, Outline, Title, words


def outline_of(
    event: Event, what: str, blocks: Iterable[Block], *, across: bool = False
) -> Outline:
    """Return a document of a workshop; `what` is its kind."""
    return Outline(
        title=named(what, event.title),
        author=event.author,
        subject=event.kicker,
        language=event.tongues.spoken,
        blocks=tuple(blocks),
        head=event.short_kicker,
        footer=f"{event.footer} {printed_on()}".strip(),
        across=across,
    )


def opening(title: str, kicker: str, lang: str = "") -> Iterator[Block]:
    """Yield what a document is called, and whose it is."""
    yield Title(title, 1, lang)
    yield from words(kicker, Look.KICKER)


def marks(event: Event) -> Iterator[Block]:
    """Yield what a reader must know first, such as that the workshop is in progress."""
    yield from words(" · ".join(event.marks), Look.MARK)


def commitment(headline: str, lang: str, level: int = 2) -> Iterator[Block]:
    """Yield the one commitment under its heading, or nothing."""
    if headline.strip():
        yield Title(said(OUR_COMMITMENT), level)
        yield from words(headline, Look.COMMITMENT, lang)


def promise_cells(number: int, title: str, lang: str) -> tuple[Cell, Cell]:
    """Return the cells that say which commitment a row is of."""
    return tuple(words(str(number), Look.STRONG)), tuple(words(title, Look.STRONG, lang))
