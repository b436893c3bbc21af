"""What can be true of a kind of document; its rows stand in `kinds`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop_app.domain.printing import PaperSize


class When(Enum):
    """Whether a document is for before or after the day."""

    BEFORE = "before"
    AFTER = "after"


class Use(Enum):
    """What a document is for."""

    READ = "read"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Document:
    """What is true of a kind of document.

    `name` is what it is called in a file name, `title` on the screen, `purpose` what it is for;
    all three are marked texts. `suffix` ends its file's name; a folder has none. `writer` names
    what writes it, "module:function", called with record, target and, where it `has_looks`, the
    print options. `sheet` is what it is printed on where nothing else is wanted; None without
    pages. `by_option` names the command line's option that asks for it instead of another kind
    with its suffix, and `among_its_suffix` what that calls it where its key is longer. `among` is
    a kind that holds all that is in this one. `on_request`: nobody gets it who asks for everything.
    """

    name: str
    suffix: str
    title: str
    purpose: str
    writer: str
    when: When = When.AFTER
    use: Use = Use.READ
    sheet: PaperSize | None = None
    by_option: str = ""
    among_its_suffix: str = ""
    among: Enum | None = None
    on_request: bool = False

    @property
    def is_paper(self) -> bool:
        """Return whether it has pages that can be looked at and printed."""
        return self.sheet is not None

    @property
    def has_looks(self) -> bool:
        """Return whether people choose how it looks, such as its logo."""
        return self.is_paper or self.suffix == ".docx"
