"""A table from whatever file answers come in; tells the kinds apart by what is in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from desktop_app.domain.answer_table import MAX_BYTES, AnswerTable
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.texts import phrase

from .answer_limits import Counted, Form, check_length, file_bytes
from .answers_html import html_records
from .answers_ods import is_ods, ods_table
from .answers_text import text_table
from .answers_xlsx import xlsx_table

MAX_UNPACKED = 100_000_000
_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


class AnswersOfAnyKind:
    """domain.ports.AnswerFiles for CSV, XLSX, ODS, a zip file with one CSV, and what is pasted."""

    def table(self, path: Path, sheet: str = "") -> AnswerTable:
        """Return a file's cells as text; raise FileProblem."""
        return self.given(file_bytes(path), path.name, sheet)

    def given(self, content: bytes, file: str, sheet: str = "") -> AnswerTable:
        """Return the cells of what is no file, called `file` in sentences; raise FileProblem."""
        check_length(content, Form(file))
        if content.startswith(_OLD_OR_LOCKED):
            raise _locked(Form(file))
        if not content.startswith(_ZIP):
            return text_table(content, file)
        return _unpacked(content, file, sheet)

    def pasted(self, text: str, html: str, file: str) -> AnswerTable:
        """Return the cells of what was copied: its tabs, else a page's table; raise FileProblem."""
        if "\t" not in text:
            counted = Counted(Form(file)).take(html_records(html))
            if counted.rows:
                return counted.sheet_table((), "")
        return self.given(text.encode(errors="replace"), file)


def _locked(form: Form) -> FileProblem:
    return form.whole(
        phrase(
            "{file} is protected by a password or from an old Excel. Save it as .xlsx without a "
            "password",
            file=form.file,
        )
    )


def _unpacked(content: bytes, file: str, sheet: str) -> AnswerTable:
    form = Form(file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_size(packed, form)
            if is_ods(packed):
                return ods_table(content, file, sheet)
            if "[Content_Types].xml" in packed.namelist():
                return xlsx_table(content, file, sheet)
            return _one_text(packed, form)
    except FileProblem:
        raise
    except Exception as error:  # a workbook can be wrong in more ways than its readers name
        raise form.unreadable() from error


def _check_size(packed: zipfile.ZipFile, form: Form) -> None:
    if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED:
        raise form.whole(
            phrase("{file} is far too large when unpacked. Choose the right file", file=form.file)
        )


def _one_text(packed: zipfile.ZipFile, form: Form) -> AnswerTable:
    """Return the one table of text in a zip file, as some tools hand it out."""
    texts = [
        entry
        for entry in packed.infolist()
        if entry.filename.lower().endswith((".csv", ".tsv", ".txt"))
        and not Path(entry.filename).name.startswith(".")
    ]
    if len(texts) != 1:
        raise form.whole(
            phrase(
                "{file} holds {found} tables. Unpack it and choose one of them",
                file=form.file,
                found=len(texts),
            )
            if texts
            else phrase("{file} is not a workbook that can be read. Save it again", file=form.file)
        )
    with packed.open(texts[0]) as stream:
        content = stream.read(MAX_BYTES + 1)
    check_length(content, form)
    return text_table(content, form.file)
