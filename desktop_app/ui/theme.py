"""Palette, fonts and style sheet of the application; the platform's high contrast is respected.

Widgets say what they are by dynamic properties: QPushButton `kind` ("primary", "quiet",
"danger"), QLabel `role` ("title", "heading", "soft", "small", "number"), QFrame `role` ("card",
"attention", "header", "side").
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.charts.palette import DARK, LIGHT, Palette
from desktop_app.domain.settings import Settings
from desktop_app.resources import resource

from .fonts import load_fonts

FAMILY = "Source Sans 3"
BODY_PIXELS = 16
HALF_LIGHT = 128
_worn = [LIGHT]


def apply_theme(app: QApplication, *, dark: bool | None = None) -> Palette:
    """Dress the application and return the palette used; `dark` None follows the platform."""
    if dark is None:
        dark = _platform_is_dark(app)
    palette = DARK if dark else LIGHT
    _worn[0] = palette
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(BODY_PIXELS)
    app.setFont(font)
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(_STYLE.format(**_tokens(palette)))
    return palette


def worn() -> Palette:
    """Return the palette that the application wears now."""
    return _worn[0]


def apply_settings(palette: Palette, settings: Settings) -> Palette:
    """Dress the application as it is set now; return the palette used, or the one it wears."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return palette
    dark = settings.console_dark
    if dark is None:
        dark = _platform_is_dark(app)
    return palette if dark is (palette is DARK) else apply_theme(app, dark=dark)


def _platform_is_dark(app: QApplication) -> bool:
    if not app.styleSheet():
        # Nothing of ours lies over the platform's palette yet, and it can be asked at once.
        return app.palette().color(QPalette.ColorRole.Window).lightness() < HALF_LIGHT
    from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to name, see widgets/text.py

    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def set_role(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property the style sheet reads, and restyle the widget if it is new."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _tokens(palette: Palette) -> dict[str, str]:
    return {
        "paper": palette.paper,
        "card": palette.card,
        "line": palette.line,
        "ink": palette.ink,
        "soft": palette.soft,
        "accent": palette.accent,
        "on_accent": palette.on_accent,
        "attention": palette.attention,
        "attention_line": palette.attention_line,
        "chosen": _mix(palette.accent, palette.paper, 0.12),
        "hover": _mix(palette.ink, palette.card, 0.05),
        "press": _mix(palette.ink, palette.card, 0.11),
        "accent_hover": _mix(palette.ink, palette.accent, 0.18),
        "side": _mix(palette.line, palette.paper, 0.30),
        "icons": resource("icons").as_posix(),
        "ground": "light" if palette is LIGHT else "dark",
        "danger": "#a6411a" if palette is LIGHT else "#eaa87c",
    }


def _mix(over: str, under: str, share: float) -> str:
    a, b = QColor(over), QColor(under)
    red, green, blue = (
        round(x * share + y * (1 - share))
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(red, green, blue).name()


def _qt_palette(tokens: Palette) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, tokens.paper),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.paper),
        (role.Button, tokens.card),
        (role.ToolTipBase, tokens.card),
        (role.WindowText, tokens.ink),
        (role.Text, tokens.ink),
        (role.ButtonText, tokens.ink),
        (role.ToolTipText, tokens.ink),
        (role.PlaceholderText, tokens.soft),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.Mid, tokens.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.soft))
    return palette


_STYLE = """
QMainWindow, QDialog {{ background: {paper}; }}
QLabel[role="title"] {{ font-size: 29px; font-weight: 600; color: {ink}; }}
QLabel[role="heading"] {{ font-size: 19px; font-weight: 600; color: {ink}; }}
QLabel[role="strong"] {{ font-weight: 600; color: {ink}; }}
QLabel[role="soft"] {{ color: {soft}; }}
QLabel[role="small"] {{ font-size: 15px; color: {soft}; }}
QLabel[role="number"] {{ font-size: 38px; font-weight: 700; color: {ink}; }}
QLabel[role="clock"] {{ font-size: 21px; font-weight: 600; color: {ink}; }}
QLabel[role="accent"] {{ color: {accent}; font-weight: 600; }}
QLabel[role="badge"] {{ font-size: 14px; max-height: 20px; font-weight: 600;
    color: {ink}; background: {attention};
    border: 1px solid {attention_line}; border-radius: 8px; padding: 1px 8px; }}
QLabel[role="problem"] {{ color: {danger}; font-weight: 600; }}

QFrame[role="card"] {{ background: {card}; border: 1px solid {line}; border-radius: 12px; }}
QFrame[role="card"][chosen="true"], QFrame[role="card"]:focus {{ border: 2px solid {accent}; }}
QFrame[role="dashed"] {{ background: transparent; border: 1px dashed {soft}; border-radius: 12px; }}
QFrame[role="dashed"][chosen="true"] {{ border: 2px solid {accent}; }}
QFrame[role="attention"] {{ background: {attention}; border: 1px solid {attention_line};
    border-radius: 12px; }}
QFrame[role="over"] {{ background: {card}; border: 1px solid {soft}; }}
QFrame[role="header"] {{ background: {paper}; border: 0; border-bottom: 1px solid {line}; }}
QFrame[role="rail"] {{ background: {paper}; border: 0; border-right: 1px solid {line}; }}
QFrame[role="strip"] {{ background: {attention}; border: 0;
    border-bottom: 1px solid {attention_line}; }}
QFrame[role="side"] {{ background: {side}; border: 0; border-left: 1px solid {line}; }}
QFrame[role="footer"] {{ background: {card}; border: 0; border-top: 1px solid {line}; }}
QFrame[role="footer"][asks="true"] {{ background: {attention};
    border-top: 1px solid {attention_line}; }}
QLabel[role="next"] {{ font-size: 17px; font-weight: 600; color: {ink}; }}
QLabel[role="after"] {{ font-size: 17px; color: {soft}; }}
QLabel[role="key"] {{ font-size: 14px; font-weight: 600; color: {accent};
    border: 1px solid {accent}; border-radius: 6px; padding: 2px 8px; max-height: 22px; }}

QPushButton, QToolButton {{ background: {card}; color: {ink}; border: 1px solid {line};
    border-radius: 10px; padding: 8px 16px; min-height: 22px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {press}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 7px 15px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {soft}; background: {paper}; }}
QPushButton:checked, QToolButton:checked {{ background: {chosen}; border-color: {accent}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border: 2px solid {accent};
    font-weight: 600; font-size: 18px; padding: 11px 22px; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {ink}; padding: 11px 22px; }}
QPushButton[kind="primary"]:disabled {{ background: {line}; border-color: {line}; color: {soft}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent;
    color: {accent}; font-weight: 600; padding: 6px 10px; }}
QPushButton[kind="quiet"]:hover {{ background: {chosen}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {accent}; padding: 5px 9px; }}
QPushButton[kind="small"] {{ background: transparent; border: 1px solid transparent;
    color: {soft}; font-size: 15px; padding: 1px 6px; min-height: 22px; }}
QPushButton[kind="small"]:hover {{ background: {hover}; color: {ink}; }}
QPushButton[kind="small"]:focus {{ border: 2px solid {accent}; padding: 0 5px; color: {ink}; }}
QPushButton[kind="clock"] {{ background: transparent; border: 1px solid transparent;
    color: {soft}; font-size: 15px; padding: 1px 6px; min-height: 22px; text-align: left; }}
QPushButton[kind="clock"]:hover {{ background: {hover}; color: {ink}; }}
QPushButton[kind="clock"]:focus {{ border: 2px solid {accent}; padding: 0 5px; color: {ink}; }}
QPushButton[kind="clock"][late="true"] {{ color: {ink}; font-weight: 600; }}
QPushButton[kind="small"]:checked {{ background: {chosen}; border-color: {accent}; color: {ink}; }}
QPushButton[kind="danger"] {{ color: {danger}; }}
QPushButton[kind="tally"], QToolButton[kind="tally"] {{ padding: 2px; min-width: 30px;
    min-height: 30px; font-size: 20px; border-radius: 8px; }}
QPushButton[kind="tally"]:focus, QToolButton[kind="tally"]:focus {{ padding: 1px; }}

QFileDialog QToolButton {{ padding: 4px; border-radius: 8px; }}
QFileDialog QToolButton:focus {{ padding: 3px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox {{ background: {card};
    color: {ink}; border: 1px solid {line}; border-radius: 8px; padding: 6px 8px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QComboBox:focus {{ border: 2px solid {accent}; padding: 5px 7px; }}
QLineEdit {{ placeholder-text-color: {soft}; }}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {soft}; background: {paper}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 24px; border: 0; background: transparent;
    subcontrol-origin: border; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox QLineEdit {{ border: 0; padding: 0 0 0 8px;
    background: transparent; }}
QSpinBox::up-arrow {{ image: url("{icons}/up-{ground}.svg"); width: 14px; height: 14px; }}
QSpinBox::down-arrow {{ image: url("{icons}/down-{ground}.svg"); width: 14px; height: 14px; }}
QSpinBox {{ padding-right: 28px; min-width: 38px; }}
QComboBox::drop-down {{ width: 28px; border: 0;
    subcontrol-origin: padding; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{ground}.svg");
    width: 16px; height: 16px; }}
QComboBox {{ padding-right: 30px; combobox-popup: 0; }}
QPushButton[kind="calendar"] {{ min-width: 16px; padding: 6px 8px;
    image: url("{icons}/down-{ground}.svg"); }}
QPushButton[kind="calendar"]:focus {{ padding: 5px 7px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 18px; height: 18px;
    border: 2px solid {soft}; background: {card}; }}
QCheckBox::indicator {{ border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: 11px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {ink}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{icons}/tick-{ground}.svg"); }}
QRadioButton::indicator:checked {{ border: 6px solid {accent}; width: 10px; height: 10px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {line}; }}
QLineEdit[role="count"] {{ font-size: 34px; font-weight: 700; border-color: transparent;
    background: transparent; padding: 0; }}
QLineEdit[role="count"]:focus {{ border: 2px solid {accent}; background: {card}; }}

QListView, QTreeView, QTableView {{ background: transparent; border: 0; outline: 0; }}
QListView[role="ticks"] {{ background: {card}; border: 1px solid {line}; border-radius: 8px;
    padding: 4px 6px; }}
QListView[role="ticks"]:focus {{ border: 2px solid {accent}; padding: 3px 5px; }}
QListView[role="ticks"]::item {{ padding: 4px 2px; color: {ink}; }}
QListView[role="ticks"]::item:selected {{ background: {chosen}; border-radius: 6px; }}
QListView::indicator, QTableView::indicator {{ width: 16px; height: 16px;
    border: 2px solid {soft}; border-radius: 5px; background: {card}; }}
QListView::indicator:checked, QTableView::indicator:checked {{ background: {accent};
    border-color: {accent}; image: url("{icons}/tick-{ground}.svg"); }}
QTableView::indicator:indeterminate {{ background: {line}; border-color: {accent}; }}
QTableView {{ selection-background-color: {chosen}; selection-color: {ink}; }}
QTableView:focus {{ border: 2px solid {accent}; border-radius: 8px; }}
QHeaderView::section {{ background: transparent; color: {soft}; border: 0; padding: 4px 6px;
    border-bottom: 1px solid {line}; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {card}; color: {ink}; border: 1px solid {line}; padding: 4px 8px; }}
QMenu {{ background: {card}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 18px; border-radius: 6px; }}
QMenu::item:selected {{ background: {chosen}; }}
QMenu::item:disabled {{ color: {soft}; background: transparent; }}
"""
