from __future__ import annotations

import pytest

from desktop_app.report.fonts import Printable, text_width
from desktop_app.resources import resource

STYLES = ("Regular", "Italic", "Semibold", "Bold")


@pytest.mark.parametrize(
    "text",
    [
        "Ŵyth yr ŷd, Łódź, Αθήνα, Кирилица, Ærø, Ţibrul",
        "“Quotes” – dashes — and … · • ✓ → ≥",
        "£12, €5",
    ],
)
def test_real_characters_print_as_they_are(text: str) -> None:
    printable = Printable()
    assert printable.plain(text) == text
    assert printable.missing == ()


def test_a_missing_glyph_is_shown_as_its_code_point_and_remembered() -> None:
    printable = Printable()
    assert printable.plain("Well done 😀 你") == "Well done [U+1F600] [U+4F60]"
    assert printable.missing == ("你", "😀")


def test_letters_typed_in_two_parts_are_composed() -> None:
    assert Printable().plain("w\u0302yth") == "ŵyth"


def test_control_characters_show_and_breaks_stay() -> None:
    printable = Printable()
    assert printable.plain("a\x00b\x1bc\td\r\ne\u2028f") == "a[U+0000]b[U+001B]c d\ne\nf"
    assert "\x00" in printable.missing


def test_invisible_marks_leave_nothing_behind() -> None:
    printable = Printable()
    assert printable.plain("\ufeffso\u00adft\u200b ok\ufe0f") == "soft ok"
    assert printable.missing == ()


def test_markup_of_people_stays_text() -> None:
    assert Printable().markup("<b>5 & 6</b>\nnext") == "&lt;b&gt;5 &amp; 6&lt;/b&gt;<br/>next"


def test_a_line_has_no_breaks() -> None:
    assert Printable().line(" a\n b\tc ") == "a b c"


def test_heavier_weights_are_wider() -> None:
    widths = [text_width("Leading together", 12, w) for w in ("regular", "semibold", "bold")]
    assert widths == sorted(set(widths))


def test_figures_are_tabular() -> None:
    assert len({round(text_width(digit * 10, 12, "regular"), 6) for digit in "0123456789"}) == 1


def test_fonts_come_with_their_licence() -> None:
    licence = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(resource("fonts", f"SourceSans3-{style}.ttf").is_file() for style in STYLES)
