"""Every document in every situation against PDF/UA-1 and PDF/A-2a (rows of DOCUMENTS)."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.bootstrap import write_guide
from desktop_app.domain.printing import PrintOptions
from desktop_app.report.full_report import write_full_report
from tests.report import builders, pdfua
from tests.report.documents import DOCUMENTS
from tests.report.logos import draw_logos
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
    _write_with_logos(folder)
    write_guide(folder / "guide.pdf")
    write_showcase(folder / "showcase.pdf")
    write_showcase_across(folder / "showcase across.pdf")
    return sorted(folder.iterdir())


def _write_with_logos(folder: Path) -> None:
    logos = folder.with_name("logos")
    logos.mkdir()
    for path in draw_logos(logos):
        options = PrintOptions(logo=path)
        write_full_report(builders.make_day(), folder / f"logo {path.name}.pdf", options)


def write_untagged(target: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target))
    canvas.drawString(100, 100, "No tag, no title, no language")
    canvas.save()


def test_every_document_passes_both_profiles(tmp_path: Path) -> None:
    assert not pdfua.missing()
    untagged, folder = tmp_path / "untagged.pdf", tmp_path / "documents"
    folder.mkdir()
    paths = written(folder)
    write_untagged(untagged)
    verdicts = pdfua.check([*paths, untagged])
    found = verdicts.pop(untagged).failed
    for profile in (pdfua.UA_1, pdfua.A_2A):
        assert sum(line.startswith(profile) for line in found) > 3, (
            f"{profile} finds nothing at all"
        )
    assert sorted(verdicts) == paths
    assert all(len(v.checks) == 2 and min(v.checks.values()) > 500 for v in verdicts.values())
    assert {path.name: v.failed for path, v in verdicts.items() if v.failed} == {}
