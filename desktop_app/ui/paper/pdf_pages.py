"""The pages of a PDF file as pictures, each made when it is asked for.

The only module that knows PDFium, which works on one thread at a time: use it on the main thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPixmap

from desktop_app.domain.errors import FileProblem

POINTS_PER_INCH = 72.0
CLOSE_ENOUGH = 1.01
"""A page this much larger than the paper is the same paper in other units."""
_STRIP_PIXELS = 4_000_000
"""At most this much of a page is in memory at a time while it is printed: 16 MB."""


class PdfPages:
    """An open PDF file; close it before the file is removed."""

    def __init__(self, path: Path) -> None:
        import pypdfium2  # noqa: PLC0415 - only who looks at pages needs it

        self._path = path
        try:
            self._pdf = pypdfium2.PdfDocument(path)
            self._sizes = tuple(QSizeF(*self._pdf.get_page_size(i)) for i in range(len(self._pdf)))
        except (pypdfium2.PdfiumError, OSError) as error:
            raise FileProblem(
                "{name} cannot be shown: it is not a whole PDF file.", name=path.name
            ) from error

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    @property
    def sides(self) -> int:
        """Return on how many sides of a sheet the document asks to be printed, 0 for any."""
        from pypdfium2 import raw  # noqa: PLC0415

        asked = {raw.Simplex: 1, raw.DuplexFlipShortEdge: 2, raw.DuplexFlipLongEdge: 2}
        return asked.get(raw.FPDF_VIEWERREF_GetDuplex(self._pdf), 0)

    def size(self, index: int) -> QSizeF:
        """Return a page's size in points."""
        return self._sizes[index]

    def picture(self, index: int, size: QSize) -> QImage:
        """Return a whole page in this many pixels."""
        return self._drawn(index, size, QRect(0, 0, size.width(), size.height()))

    def strips(self, index: int, size: QSize) -> Iterator[tuple[int, QImage]]:
        """Give a page in this many pixels from top to bottom: where a strip begins, and the strip.

        A page at a printer's resolution takes some 140 MB, a strip never more than a few.
        """
        height = max(1, _STRIP_PIXELS // max(1, size.width()))
        for top in range(0, size.height(), height):
            wanted = QRect(0, top, size.width(), min(height, size.height() - top))
            yield top, self._drawn(index, size, wanted)

    def file_of(self, pages: Sequence[int], paper: QSizeF) -> bytes:
        """Return a PDF file of these pages on sheets of this size, held upright or across.

        It is this very file where nothing is left out, repeated or laid on other paper: what is
        taken out of it has no tags for screen readers, yet stays text and lines.
        """
        fits = all(_is_paper_of(self._sizes[page], paper) for page in pages)
        if fits and list(pages) == list(range(self.count)):
            return self._path.read_bytes()
        from pypdfium2 import PdfDocument  # noqa: PLC0415

        made, written = PdfDocument.new(), BytesIO()
        if fits:
            made.import_pages(self._pdf, list(pages))
        else:
            for page in pages:
                self._lay_on(made, page, paper)
        made.save(written)
        made.close()
        return written.getvalue()

    def close(self) -> None:
        """Let go of the file."""
        self._pdf.close()

    def _lay_on(self, made: Any, index: int, paper: QSizeF) -> None:
        """Add a sheet with a page in its middle, made smaller where it must be."""
        from pypdfium2 import PdfMatrix  # noqa: PLC0415

        page = self._sizes[index]
        sheet = turned(paper, page)
        share = min(1.0, sheet.width() / page.width(), sheet.height() / page.height())
        left = (sheet.width() - share * page.width()) / 2
        up = (sheet.height() - share * page.height()) / 2
        target = made.new_page(sheet.width(), sheet.height())
        whole = self._pdf.page_as_xobject(index, made)
        shown = whole.as_pageobject()
        shown.set_matrix(PdfMatrix(share, 0, 0, share, left, up))
        target.insert_obj(shown)
        target.gen_content()
        whole.close()
        target.close()

    def _drawn(self, index: int, size: QSize, part: QRect) -> QImage:
        """Return a part of a page that has `size` as a whole."""
        from pypdfium2 import PdfBitmap, raw  # noqa: PLC0415

        bitmap = PdfBitmap.new_native(part.width(), part.height(), raw.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, part.width(), part.height())
        page = self._pdf[index]
        place = (-part.left(), -part.top(), size.width(), size.height())
        raw.FPDF_RenderPageBitmap(bitmap, page, *place, 0, raw.FPDF_ANNOT)
        page.close()
        seen = QImage(
            bitmap.buffer, part.width(), part.height(), bitmap.stride, QImage.Format.Format_RGB32
        )
        kept = seen.copy()  # the bitmap's memory goes with it
        del seen
        bitmap.close()
        return kept


def turned(paper: QSizeF, page: QSizeF) -> QSizeF:
    """Return the size of a sheet of paper that lies as a page does."""
    is_wide = page.width() > page.height()
    return paper if is_wide == (paper.width() > paper.height()) else paper.transposed()


def _is_paper_of(page: QSizeF, paper: QSizeF) -> bool:
    sheet = turned(paper, page)
    shares = (page.width() / sheet.width(), page.height() / sheet.height())
    return min(shares) >= 1 / CLOSE_ENOUGH and max(shares) <= CLOSE_ENOUGH


def pixmap(image: QImage, ratio: float) -> QPixmap:
    """Return a picture for a screen on which `ratio` pixels make one."""
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made
