"""Each export opens in its readers, says the same figures, and takes any text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook
from PIL import Image

from desktop_app.bootstrap import _write_document
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.csv_export import harmless
from desktop_app.exports.json_export import document
from desktop_app.exports.pictures import pictures_of, svg_bytes, write_all_pictures
from desktop_app.exports.web_report import page
from desktop_app.words.method import REHEARSAL, SAMPLE
from tests.exports import axe
from tests.exports.readers import (
    WRITERS,
    Figure,
    csv_rows,
    figures,
    sheet_rows,
    web_tables,
    write_all,
)
from tests.exports.rooms import FORMULA, UGLY, sample, ugly
from tests.helpers import ROOT
from tests.unit.builders import make_record

SCHEMA = json.loads((ROOT / "resources/schema/roundtable-export.schema.json").read_text("utf-8"))
SHEETS = ["results", "rounds", "priorities", "commitments", "notes", "about"]
ROOMS: dict[str, Callable[[], WorkshopRecord]] = {
    "sample": sample,
    "ugly": ugly,
    "empty": make_record,
}

every_room = pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)


@every_room
def test_equal_workshops_give_equal_bytes(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    record = room()
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        files = write_all(record, tmp_path / folder)
    for name in files:
        one, two = ((tmp_path / folder / name).read_bytes() for folder in ("one", "two"))
        assert one == two, name
        assert one
    with zipfile.ZipFile(tmp_path / "one" / "data.xlsx") as parts:
        assert {info.date_time[:3] for info in parts.infolist()} == {(1980, 1, 1)}


@pytest.mark.parametrize("kind", [k for k in DocumentKind if k.about.suffix == ".xlsx"])
def test_a_workbook_tells_the_time_of_its_workshop(kind: DocumentKind, tmp_path: Path) -> None:
    record, target = sample(), tmp_path / "book.xlsx"
    _write_document(kind.about, record, target, PrintOptions())
    with zipfile.ZipFile(target) as parts:
        told = parts.read("docProps/core.xml").decode()
    made = record.workshop.updated_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert f">{made}</dcterms:created>" in told


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_that_is_gone_is_said_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="there is no folder"):
        WRITERS[name](sample(), tmp_path / "gone" / name)
    assert list(tmp_path.iterdir()) == []


@every_room
def test_all_tables_say_the_same_figures(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    record = room()
    files = write_all(record, tmp_path, without=("overview.png",))
    told: dict[tuple[str, int, str | None], list[Figure]] = {}
    for figure in figures(files):
        group = figure.group and harmless(figure.group).lstrip("'")
        told.setdefault((figure.statement, figure.ordinal, group), []).append(figure)
    for found in told.values():
        # JSON, two CSV, XLSX and web; the workshop file has the groups or the whole room
        assert len(found) in (5, 6)
        assert len({figure.votes for figure in found}) == 1


@every_room
def test_marks_and_status_are_in_every_export(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    record = room()
    files = write_all(record, tmp_path)
    must = [record.workshop.framework.status]
    must += ["In progress" if record.rounds else "Before the day"]
    must += [SAMPLE] if record.workshop.is_sample else []
    must += [REHEARSAL] if record.workshop.is_rehearsal else []
    for name, path in files.items():
        text = " ".join(_text_of(path).split())
        if name.endswith(".csv") and not record.rounds:
            continue  # a header alone has nothing to mark
        for sentence in must:
            plain = sentence.replace("'", "&#x27;") if name.endswith(".html") else sentence
            assert plain in text, (name, sentence)


def _text_of(path: Path) -> str:
    if path.suffix == ".xlsx":
        cells = (
            cell for row in load_workbook(path)["about"].iter_rows(values_only=True) for cell in row
        )
        return " ".join(map(str, cells))
    if path.suffix == ".png":
        with Image.open(path) as image:
            return str(image.text["Description"])  # type: ignore[attr-defined]
    if path.suffix == ".ics":
        return str(Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]["description"])
    return path.read_text("utf-8")


# JSON


@every_room
def test_the_json_is_as_its_published_schema_says(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    WRITERS["data.json"](room(), tmp_path / "w.json")
    data = json.loads((tmp_path / "w.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_schema_refuses_a_hidden_figure_that_is_told() -> None:
    data = document(ugly())
    hidden = next(one for one in data["rounds"] if one["hidden"])
    hidden["n"] = 2
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


# Spreadsheets


@every_room
def test_the_spreadsheet_is_furnished(room: Callable[[], WorkshopRecord], tmp_path: Path) -> None:
    record = room()
    WRITERS["data.xlsx"](record, tmp_path / "w.xlsx")
    book = load_workbook(tmp_path / "w.xlsx")
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.column_dimensions["A"].width > 5
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert len(book["rounds"]._charts) == bool(record.rounds)
    assert bool(book["results"].auto_filter.ref) == bool(record.rounds)


def test_cells_are_typed_and_hidden_is_a_word(tmp_path: Path) -> None:
    WRITERS["data.xlsx"](ugly(), tmp_path / "w.xlsx")
    rows = sheet_rows(tmp_path / "w.xlsx", "results", keys=True)
    assert {type(row["present"]) for row in rows if row["group"] == "Whole room"} == {int}
    hidden = [row for row in rows if row["n"] == "hidden"]
    assert {row["statement"] for row in hidden} == {"T2", "A1", "A2"}
    assert {row["mean"] for row in hidden} == {"hidden"}
    due = [row["By"] for row in sheet_rows(tmp_path / "w.xlsx", "commitments")]
    assert {value.date() for value in due if value} == {date(2027, 6, 1)}
    titles = [row["Next step"] for row in sheet_rows(tmp_path / "w.xlsx", "commitments")]
    assert FORMULA in titles
    assert "bell[U+0007] null[U+0000] half[U+D800]" in titles


@given(st.text(alphabet="=+-@\t\r\n;'a1 ＝", max_size=12))
def test_no_csv_cell_can_begin_a_formula(text: str) -> None:
    for part in re.split(r"[;\t\r\n]", harmless(text)):
        assert part.lstrip()[:1] not in tuple("=+-@＝＋－＠")


def test_csv_for_excel_only_adds_a_mark(tmp_path: Path) -> None:
    files = write_all(ugly(), tmp_path, without=("overview.png",))
    assert files["excel.csv"].read_bytes() == b"\xef\xbb\xbf" + files["plain.csv"].read_bytes()
    assert csv_rows(files["plain.csv"])[0]["workshop"].startswith("'=HYPERLINK")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice; .ci/run brings it")
def test_the_spreadsheet_opens_in_libreoffice_with_the_figures_of_the_json(tmp_path: Path) -> None:
    record = sample()
    WRITERS["data.xlsx"](record, tmp_path / "w.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", tmp_path]
    done = subprocess.run(
        [*call, tmp_path / "w.xlsx"], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    rows = (tmp_path / "w.csv").read_text("utf-8").splitlines()
    whole = document(record)["rounds"]
    assert len(rows) == len(whole) + 1
    for line, one in zip(rows[1:], whole, strict=True):
        counts = ",".join(map(str, (one["n"], *one["counts"], one["cannot_say"])))
        assert f",{counts}," in line


@every_room
def test_printed_sheets_say_their_status_in_full(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    record = room()
    WRITERS["data.xlsx"](record, tmp_path / "w.xlsx")
    for sheet in load_workbook(tmp_path / "w.xlsx"):
        foot = sheet.oddFooter.left
        assert " ".join(foot.text.split()) == record.workshop.framework.status
        assert len(str(sheet.oddFooter)) <= 255
        assert len(str(sheet.oddHeader)) <= 255


@pytest.mark.parametrize("status", ["&" * 400, "words & " * 80, "&8" * 200, "x" * 400, ""])
def test_whatever_a_status_is_the_foot_of_a_sheet_takes_it(status: str, tmp_path: Path) -> None:
    record = sample()
    framework = replace(record.workshop.framework, status=status)
    workshop = replace(record.workshop, framework=framework, title=status or "T")
    WRITERS["data.xlsx"](replace(record, workshop=workshop), tmp_path / "w.xlsx")
    with zipfile.ZipFile(tmp_path / "w.xlsx") as packed:
        sheet = ET.fromstring(packed.read("xl/worksheets/sheet1.xml"))
    (foot,) = sheet.findall(".//{*}oddFooter")
    (head,) = sheet.findall(".//{*}oddHeader")
    for text in (foot.text or "", head.text or ""):
        assert len(text) <= 255
        codes = set(re.findall(r"&(.)", text.replace("&&", "")))
        assert codes <= set("LRPN8")


# Pictures


@every_room
def test_svg_is_well_formed_and_says_its_words(room: Callable[[], WorkshopRecord]) -> None:
    record = room()
    for picture in pictures_of(record):
        root = ET.fromstring(svg_bytes(picture, record.workshop))
        told = {child.tag.rpartition("}")[2]: child.text for child in root}
        assert told["title"]
        assert len(told["desc"] or "") > 20
        assert not root.findall(".//{*}style") + root.findall(".//{*}script")


@pytest.mark.gui
def test_qt_shows_the_colours_of_an_svg(qapp: object) -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    record = sample()
    drawn = QSvgRenderer(QByteArray(svg_bytes(pictures_of(record)[0], record.workshop)))
    image = QImage(drawn.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(80, 250, 5)}
    assert {"#a6411a", "#e09a6a", "#cfcabd", "#7fb0cc", "#1f6391", "#ffffff"} <= seen


def test_every_chart_is_written_twice_under_a_name_of_its_own(tmp_path: Path) -> None:
    """Some disks take “t1” and “T1” for one name; people may give such ids to statements."""
    record = sample()
    trust = record.workshop.framework.actions[0]
    alike = (replace(trust.statements[0], id="T1"), replace(trust.statements[1], id="t1"))
    framework = replace(record.workshop.framework, actions=(replace(trust, statements=alike),))
    rounds = tuple(replace(r, statement_id=r.statement_id.replace("T2", "t1"))
                   for r in record.rounds if r.statement_id in ("T1", "T2"))  # fmt: skip
    record = replace(record, workshop=replace(record.workshop, framework=framework), rounds=rounds)
    write_all_pictures(record, tmp_path / "pictures")
    names = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    charts = ["overview", "priorities", "statement T1", "statement t1 (2)"]
    assert names == [f"{name}{suffix}" for name in charts for suffix in (".png", ".svg")]
    with Image.open(tmp_path / "pictures" / "statement t1 (2).png") as image:
        assert image.text["Title"] == framework.sentence(alike[1])


def test_png_is_as_large_as_it_should_be(tmp_path: Path) -> None:
    WRITERS["overview.png"](sample(), tmp_path / "w.png")
    with Image.open(tmp_path / "w.png") as image:
        assert image.width == 3 * 688
        assert image.getpixel((2, 2)) == (255, 255, 255)
        colours = {colour for _, colour in image.getcolors(1_000_000)}
        assert (0xA6, 0x41, 0x1A) in colours


# The web report


@every_room
def test_the_page_is_in_order(room: Callable[[], WorkshopRecord]) -> None:
    text = page(room())
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert all(caption for caption, _ in web_tables(text))
    known = r"(?!www\.w3\.org/2000/svg|doi\.org/10\.)"
    assert not re.search(rf"<script|https?://{known}\S*[\"'>]\s*/?>", text)
    assert 'html lang="en-GB"' in text


def test_peoples_words_stay_words_on_the_page() -> None:
    text = page(ugly())
    assert "<script>" not in text
    assert "&lt;script&gt;x&lt;/script&gt;" in text
    assert UGLY[9] in text


@pytest.mark.browser
@pytest.mark.skipif(bool(axe.WHY_NOT), reason=axe.WHY_NOT)
@every_room
def test_axe_finds_nothing_in_a_real_browser(
    room: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    found = axe.violations(page(room()), tmp_path)
    assert found["violations"] == []
    assert found["passes"] > 20


@pytest.mark.parametrize("year", [1, 1999, 2037, 2039, 2088, 2099, 9999])
def test_the_calendar_counts_changes_whatever_the_year(year: int, tmp_path: Path) -> None:
    record = sample()
    found = []
    for revision in (1, 2, 999_999_999):
        touched = datetime(year, 12, 1, tzinfo=UTC)
        workshop = replace(record.workshop, updated_at=touched, revision=revision)
        WRITERS["dates.ics"](replace(record, workshop=workshop), tmp_path / "w.ics")
        events = Calendar.from_ical((tmp_path / "w.ics").read_bytes()).walk("VEVENT")
        found += {int(event["sequence"]) for event in events}
    first, second, last = found
    assert second == first + 1
    assert (datetime.now(UTC) - datetime(2020, 1, 1, tzinfo=UTC)).total_seconds() < first
    assert last < 2**31
