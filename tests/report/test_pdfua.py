"""Every document in every situation against PDF/UA-1; a new document adds a line to DOCUMENTS."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report import pdfua
from tests.report.documents import DOCUMENTS
from tests.report.showcase import write_showcase, write_showcase_across
from tests.report.situations import SITUATIONS

pytestmark = [
    pytest.mark.pdfua,
    pytest.mark.skipif(
        bool(pdfua.missing()) and not pdfua.is_required(),
        reason=f"PDF/UA is not checked: {pdfua.missing()}",
    ),
]


def written(folder: Path) -> list[Path]:
    for situation, make in SITUATIONS.items():
        record = make()
        for name, write in DOCUMENTS.items():
            write(record, folder / f"{name}, {situation}.pdf")
    write_showcase(folder / "showcase.pdf")
    write_showcase_across(folder / "showcase across.pdf")
    return sorted(folder.iterdir())


def write_untagged(target: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target))
    canvas.drawString(100, 100, "No tag, no title, no language")
    canvas.save()


def test_every_document_passes_pdf_ua(tmp_path: Path) -> None:
    assert not pdfua.missing()
    untagged, folder = tmp_path / "untagged.pdf", tmp_path / "documents"
    folder.mkdir()
    paths = written(folder)
    write_untagged(untagged)
    verdicts = pdfua.check([*paths, untagged])
    assert len(verdicts.pop(untagged).failed) > 3, "the check finds nothing at all"
    assert sorted(verdicts) == paths
    assert all(verdict.checks > 500 for verdict in verdicts.values())
    assert {path.name: v.failed for path, v in verdicts.items() if v.failed} == {}
