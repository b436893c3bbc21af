"""The guide says what is true: pictures and links are there, keys and words are the product’s."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.bootstrap import write_guide
from desktop_app.domain.errors import InputProblem
from desktop_app.guide.book import Book, Items, Picture, Run, Table, Words, guide, headings
from desktop_app.resources import resource
from desktop_app.ui.commands import COMMANDS, spelled
from desktop_app.ui.help import topics
from desktop_app.words.who_sees import _LINES
from tests.helpers import run_roundtable

FILES = {".roundtable", ".csv", ".xlsx", ".ods", ".zip", ".toml", ".roundtable-library"}


def runs(book: Book) -> list[Run]:
    found: list[Run] = []
    for block in book:
        if isinstance(block, Words):
            found += block.runs
        elif isinstance(block, Items):
            found += [run for item in block.items for run in item]
        elif isinstance(block, Table):
            found += [run for row in (block.head, *block.rows) for cell in row for run in cell]
    return found


def text_of(book: Book) -> str:
    return " ".join(run.text for run in runs(book))


def test_each_picture_is_there_and_none_is_left_over() -> None:
    named = {block.file for block in guide() if isinstance(block, Picture)}
    assert named == set(resource("guide", "pictures").glob("*.png"))
    assert all(block.alt for block in guide() if isinstance(block, Picture))


def test_pictures_are_small() -> None:
    sizes = [path.stat().st_size for path in resource("guide", "pictures").glob("*.png")]
    assert max(sizes) < 80_000
    assert sum(sizes) < 400_000


def test_each_key_that_the_guide_names_is_one() -> None:
    keys = {spelled(key) for one in COMMANDS for key in one.keys}
    assert {run.text for run in runs(guide()) if run.code} - keys - FILES == set()


def test_each_link_leads_somewhere_and_no_key_stands_twice() -> None:
    keys = [one.key for one in headings(guide())]
    assert len(keys) == len(set(keys))
    assert {run.to for run in runs(guide()) if run.to} - set(keys) == set()


def test_each_page_has_its_part_of_the_guide() -> None:
    keys = {one.key for one in headings(guide())}
    wanted = {*topics.STEPS.values(), *topics.WAYS.values()}
    wanted |= {topics.HOME, topics.PREPARE, topics.FRAMEWORKS, topics.REPORT, topics.CRASH}
    assert wanted - keys == set()


def test_who_can_see_what_is_said_as_everywhere() -> None:
    said = text_of(guide())
    assert [line for line in _LINES.values() if line not in said] == []


def test_what_is_called_by_its_name_is_called_so_in_the_product() -> None:
    """Whatever stands in bold and begins with a capital is a text of the windows."""
    sources = "\n".join(p.read_text("utf-8") for p in Path("desktop_app").rglob("*.py"))
    known = re.sub(r"&(?=\w)", "", sources)
    bold = {run.text.rstrip(":.") for run in runs(guide()) if run.strong and run.text[:1].isupper()}
    assert {text for text in bold if text not in known} == set()


@pytest.mark.parametrize("name", ["guide.pdf", "guide.html"])
def test_the_guide_is_saved_as_a_file(tmp_path: Path, name: str) -> None:
    target = write_guide(tmp_path / name)
    content = target.read_bytes()
    assert content.startswith(b"%PDF" if name.endswith("pdf") else b"<!DOCTYPE html>")
    assert write_guide(tmp_path / f"again {name}").read_bytes() == content


def test_the_page_needs_no_other_file(tmp_path: Path) -> None:
    page = write_guide(tmp_path / "guide.html").read_text("utf-8")
    assert set(re.findall(r'src="([^":]+:)', page)) == {"data:"}
    assert re.findall(r'href="(?!#)', page) == []
    ids = re.findall(r' id="([^"]+)"', page)
    assert {link[1:] for link in re.findall(r'href="([^"]+)"', page)} <= set(ids)
    assert len(ids) == len(set(ids))


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="ends in something else"):
        write_guide(tmp_path / "guide.docx")
    done = run_roundtable("guide", "--to", tmp_path / "guide.docx")
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
