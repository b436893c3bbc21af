"""What the application wears in a test: its own clothes, or the platform's.

Dressing takes longer than many a test, so that the clothes stay on until a test wants none.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import apply_theme

Clothes = tuple[str, QPalette, QFont, str]
_own: list[Clothes] = []
_platforms: list[Clothes] = []


def dress(app: QApplication) -> None:
    """Put the light clothes on, unless the application has just these on already."""
    now = _worn(app)
    if _own and now == _own[0]:
        return
    if not _platforms:
        _platforms.append(now)
    apply_theme(app, dark=False)
    _own[:] = [_worn(app)]


def undress(app: QApplication) -> None:
    """Give the application back what it wore before it was first dressed."""
    if not _platforms:
        return
    style, palette, font, sheet = _platforms.pop()
    app.setStyleSheet(sheet)
    app.setStyle(style)
    app.setPalette(palette)
    app.setFont(font)


def _worn(app: QApplication) -> Clothes:
    return app.style().name(), app.palette(), app.font(), app.styleSheet()
