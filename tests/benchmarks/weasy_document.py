"""The full report against WeasyPrint making a document of the same paragraphs and pictures.

WeasyPrint gets them as simple as can be, one after the other: no tables, no columns, no tags. Run
as a module with a folder and a number of runs, it prints two columns of milliseconds, or one line
that says why WeasyPrint cannot be had.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from .full_report import NAME, timed, usual_record
from .processes import Processes, interleaved, numbers, print_numbers
from .table import NotMeasured, Row, ratio

MODULE = "tests.benchmarks.weasy_document"
LIMIT = 1.0
MISSING = "missing:"
FACES = {
    "SourceSans3-Regular": "400",
    "SourceSans3-Semibold": "600",
    "SourceSans3-Bold": "700",
}
FONT_TAG = re.compile(r"</?(font|a)\b[^>]*>")


def measure(processes: Processes, folder: Path, runs: int) -> list[Row | NotMeasured]:
    """Return the row, one process making both documents in turn."""
    printed = processes.output(MODULE, folder / "weasy", str(runs))
    if printed.startswith(MISSING):
        return [NotMeasured(NAME, "WeasyPrint", printed.removeprefix(MISSING).strip())]
    return [ratio(NAME, numbers(printed), "WeasyPrint", "ms", LIMIT)]


def main(data_dir: Path, runs: int) -> None:
    try:
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        first = str(error).strip().splitlines()[0]
        sys.stdout.write(f"{MISSING} {first}\n")
        return
    from desktop_app.report.full_report import write_full_report

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    data_dir.mkdir(parents=True, exist_ok=True)
    record = usual_record(data_dir / "library")
    write = partial(write_full_report, record, data_dir / "ours.pdf")
    with _parts_made() as parts:
        write()
    page, target = _as_html(parts), data_dir / "theirs.pdf"

    def write_theirs() -> None:
        fonts = FontConfiguration()
        HTML(string=page, base_url=str(data_dir)).write_pdf(target, font_config=fonts)

    print_numbers(interleaved(partial(timed, write), partial(timed, write_theirs), runs))


@contextmanager
def _parts_made() -> Iterator[list[Any]]:
    """Give a list that takes in every paragraph and picture made until the block ends."""
    from desktop_app.report.drawing import Picture

    from .bare_document import paragraphs_made

    init: Any = Picture.__init__
    with paragraphs_made() as made:
        parts: list[Any] = made

        def recording(self: Any, drawing: Any, *more: Any, **named: Any) -> None:
            parts.append(drawing)
            init(self, drawing, *more, **named)

        Picture.__init__ = recording  # type: ignore[method-assign]
        try:
            yield parts
        finally:
            Picture.__init__ = init  # type: ignore[method-assign]


def _as_html(parts: Sequence[Any]) -> str:
    from desktop_app.resources import resource

    faces = "".join(
        f"@font-face {{ font-family: Sans3; font-weight: {weight};"
        f" src: url('{resource('fonts', f'{name}.ttf').as_uri()}') }}"
        for name, weight in FACES.items()
    )
    look = "@page { size: A4; margin: 18mm } body { margin: 0; font-family: Sans3 } p { margin: 0 }"
    body = "\n".join(map(_part, parts))
    return (
        f"<!doctype html><html lang=en><title>Report</title><style>{faces}{look}</style>"
        f"<body>{body}</body></html>"
    )


def _part(part: Any) -> str:
    from desktop_app.exports.svg_pen import svg_element

    if not isinstance(part, tuple):
        return f"<div>{svg_element(part, 'Picture', f'picture-{id(part)}')}</div>"
    text, style = part
    weight = FACES.get(style.fontName, "400")
    look = (
        f"font-weight: {weight}; font-size: {style.fontSize}pt; line-height: {style.leading}pt;"
        f" color: {_colour(style.textColor)}; margin-bottom: {style.spaceAfter}pt"
    )
    return f'<p style="{look}">{FONT_TAG.sub("", text)}</p>'


def _colour(colour: Any) -> str:
    return f"#{colour.hexval()[2:]}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
