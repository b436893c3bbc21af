"""Charts on the web page, each drawn twice: for a desk, and for a telephone held upright.

A browser shows one of them; the other is hidden from readers of screens as well.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.charts.primitives import Drawing

from .pictures import BROAD, SLIM, Extent
from .svg_pen import svg_element


def figure(title: str, key: str, draw: Callable[[Extent], Drawing], lang: str = "") -> str:
    """Return a chart by its title; `key` is its own on the page, `lang` the title's language."""
    broad = svg_element(draw(BROAD), title, key, lang)
    slim = svg_element(draw(SLIM), title, f"{key}-slim", lang)
    return f'<figure><div class="broad">{broad}</div>\n<div class="slim">{slim}</div></figure>'
