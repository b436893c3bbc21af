"""Papers to look at: PDF files of some pages, and a library that writes them."""

from __future__ import annotations

from pathlib import Path

from desktop_app.application.reports import Reports
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from tests.unit.builders import make_record, make_round
from tests.unit.fakes import FakeLibrary

A4 = (595.0, 842.0)
A4_WIDE = (842.0, 595.0)
A3 = (842.0, 1191.0)
RECORD = make_record(make_round("T1", (0, 1, 2, 3, 4)))


def write_pdf(target: Path, *sizes: tuple[float, float]) -> Path:
    """Write a PDF of pages of these sizes; page 1 has one bar in its middle, page 2 two ..."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target))
    for number, (width, height) in enumerate(sizes, 1):
        canvas.setPageSize((width, height))
        canvas.drawString(72, height - 72, f"Page {number}")
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(width / 4, height / 4, width / 2, height / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target


def paper_reports(*sizes: tuple[float, float]) -> Reports:
    """Return reports whose summary has pages of these sizes."""

    def write(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        write_pdf(target, *sizes)

    def write_data(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        target.write_text("{}")

    return Reports(
        FakeLibrary(RECORD), {DocumentKind.SUMMARY: write, DocumentKind.JSON: write_data}
    )
