"""Files are the same bytes wherever they are written; tests/windows proves it of Windows itself."""

from __future__ import annotations

import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.analysis.agreement import tastle_wierman_cns
from desktop_app.application.pack import PackForm, PackOrder, pack_place, write_pack
from desktop_app.exports.xlsx_export import write_xlsx
from tests.exports.rooms import sample
from tests.unit.test_pack import BOTH, WORKSHOP, reports


def test_a_zip_file_does_not_tell_the_system_it_was_made_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for name in ("linux", "win32"):
        monkeypatch.setattr(zipfile, "sys", SimpleNamespace(platform=name))
        folder = tmp_path / name
        folder.mkdir()
        order = PackOrder(BOTH, folder, PackForm.ZIP)
        write_pack(reports(), WORKSHOP, order)
        write_xlsx(sample(), folder / "data.xlsx")
        found.append(
            [(folder / "data.xlsx").read_bytes(), pack_place(WORKSHOP, order).read_bytes()]
        )
    assert found[0] == found[1]


def test_a_measure_has_no_digits_that_differ_from_system_to_system() -> None:
    measured = tastle_wierman_cns((0, 1, 3, 6, 1))
    assert measured == round(measured, 12)
