"""Reads a Word file back, as python-docx and as LibreOffice see it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from desktop_app.exports.outline import Block, Grid, Items, Outline, Title, Words
from tests.report import pdfua

AS_PDF = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def outline_headings(outline: Outline) -> list[tuple[int, str]]:
    """Return every heading of an outline with its level, in order."""
    return [(b.level, " ".join(b.text.split())) for b in outline.blocks if isinstance(b, Title)]


def outline_text(outline: Outline) -> str:
    """Return all words of an outline in order, each paragraph's on a line."""
    return "\n".join(" ".join(line.split()) for line in _told(outline.blocks))


def outline_rows(outline: Outline) -> list[list[list[str]]]:
    """Return every table of an outline as rows of cells, its headings first."""
    return [
        [
            [" ".join(text.split()) for text in grid.head],
            *([" ".join(" ".join(_told(cell)).split()) for cell in row] for row in grid.rows),
        ]
        for grid in outline.blocks
        if isinstance(grid, Grid)
    ]


def _told(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Title):
            yield block.text
        elif isinstance(block, Words):
            yield "".join(run.text for run in block.runs)
        elif isinstance(block, Items):
            yield from _told(words for item in block.items for words in item)
        elif isinstance(block, Grid):
            yield from block.head
            yield from _told(words for row in block.rows for cell in row for words in cell)


def headings(path: Path) -> list[tuple[int, str]]:
    """Return every heading with its level, in order."""
    return [
        (int(p.style.name.removeprefix("Heading ")), " ".join(p.text.split()))
        for p in docx.Document(str(path)).paragraphs
        if p.style is not None and p.style.name.startswith("Heading ")
    ]


def text(path: Path) -> str:
    """Return all words in reading order, cells of tables too, each paragraph's on a line."""
    return "\n".join(" ".join(line.split()) for line in _lines(docx.Document(str(path))))


def _lines(document: Any) -> Iterator[str]:
    for paragraph in document.element.body.iter(qn("w:p")):
        yield "".join(
            {qn("w:t"): part.text or "", qn("w:br"): "\n", qn("w:tab"): "\t"}.get(part.tag, "")
            for part in paragraph.iter()
        )


def rows(path: Path) -> list[list[list[str]]]:
    """Return every table as rows of cells."""
    return [
        [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(path)).tables
    ]


def missing() -> str:
    """Return what keeps LibreOffice's PDFs from being checked, or ""."""
    if not shutil.which("soffice"):
        return "LibreOffice is not installed (Debian: libreoffice-writer-nogui)"
    return pdfua.missing()


def is_required() -> bool:
    """Tell whether the check must run, as .ci/run asks, rather than be skipped."""
    return os.environ.get("BROWSER") == "required"


def as_pdf(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Return the PDFs that LibreOffice makes of Word files."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", AS_PDF, "--outdir", str(folder)]
    done = subprocess.run(
        [*call, *map(str, paths)], capture_output=True, timeout=300, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    made = [folder / f"{path.stem}.pdf" for path in paths]
    assert all(path.is_file() for path in made), done.stderr
    return made
