"""The table of kinds: each row is whole, and what it names is there."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from desktop_app.documents.kinds import (
    DOCUMENTS,
    Document,
    DocumentKind,
    When,
    kinds_ending_in,
    kinds_to_call_for,
)

ROWS = [pytest.param(about, id=kind.value) for kind, about in DOCUMENTS.items()]


def test_every_kind_has_a_row_in_the_order_of_kinds() -> None:
    assert tuple(DOCUMENTS) == tuple(DocumentKind)


@pytest.mark.parametrize("about", ROWS)
def test_a_row_says_all_that_people_read(about: Document) -> None:
    assert all((about.name, about.title, about.purpose))


@pytest.mark.parametrize("about", ROWS)
def test_the_writer_is_there_and_is_called_as_the_row_says(about: Document) -> None:
    module, _, name = about.writer.partition(":")
    takes = [*inspect.signature(getattr(import_module(module), name)).parameters]
    assert takes == ["record", "target", *(["options"] if about.has_looks else [])]


def test_no_two_kinds_have_one_name_for_their_files() -> None:
    names = [(about.name, about.suffix) for about in DOCUMENTS.values()]
    assert len(set(names)) == len(names)


def test_a_suffix_names_one_kind_where_nothing_else_is_said() -> None:
    assert kinds_ending_in(".csv") == (DocumentKind.CSV,)
    assert kinds_ending_in(".xlsx")[0] is DocumentKind.XLSX
    assert kinds_ending_in(".txt")[0] is DocumentKind.MAIL
    assert kinds_ending_in(".pdf")[0] is DocumentKind.SUMMARY
    assert DocumentKind.PLAN_A3 not in kinds_to_call_for()
    assert kinds_ending_in("") == ()


def test_what_is_for_before_the_day_has_pages_or_comes_back() -> None:
    before = [kind for kind in DocumentKind if kind.about.when is When.BEFORE]
    come_back = {DocumentKind.ENTRY_FORM, DocumentKind.SURVEY, DocumentKind.SURVEY_FORM}
    assert {kind for kind in before if not kind.about.is_paper} == come_back
    assert all(kind.about.on_request for kind in come_back)
