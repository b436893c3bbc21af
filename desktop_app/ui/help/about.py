"""What Roundtable is: its version, where its content comes from, and whose work it stands on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import __version__
from desktop_app.domain.framework import Framework
from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

LICENCES: Final = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Source Sans 3", "OFL-1.1"),
    ("SQLAlchemy, Alembic, Mako, MarkupSafe", "MIT"),
    ("msgspec, Babel, ReportLab, lxml, icalendar, jeepney", "BSD-3-Clause, MIT"),
    ("python-docx, XlsxWriter, fontTools, markdown-it-py", "MIT, BSD-2-Clause"),
    ("Pillow", "MIT-CMU"),
    ("pypdfium2, PDFium", "Apache-2.0, BSD-3-Clause"),
)
"""Whose work comes along, and under which licence."""


class AboutDialog(Question):
    """Version, content, sources and licences."""

    TOPIC = "sources"
    WIDTH = 680

    def __init__(self, parent: QWidget | None, framework: Framework) -> None:
        super().__init__(parent, say("About Roundtable"))
        self._paragraph(say("Version {version}", version=__version__))
        self._paragraph(
            say(
                "Run an offline workshop in which a partnership rates together what its leaders"
                " help it to do, and leaves with agreed next steps. No network, no account, no"
                " telemetry."
            )
        )
        self._part(say("The built-in content"), framework.status)
        works = "\n".join(f"{source.citation}: {source.title}" for source in framework.sources)
        self._part(say("Where it comes from"), works)
        self._part(say("Works of others in it"), "\n".join(map(": ".join, LICENCES)))
        self.body.setSpacing(8)
        self.body.addStretch(1)
        self.add_close()

    @classmethod
    def tell(cls, parent: QWidget | None, framework: Framework) -> AboutDialog:
        """Show it."""
        dialog = cls(parent, framework)
        dialog.open()
        return dialog

    def _part(self, title: str, text: str) -> None:
        self.body.addWidget(label(title, "strong", wrap=False))
        self._paragraph(text)

    def _paragraph(self, text: str) -> None:
        words = label(text)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(words)
