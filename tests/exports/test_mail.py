"""The text for an e-mail says what the papers say, plain and as HTML alike."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from desktop_app.analysis.picture import workshop_picture
from desktop_app.documents.report import full_content
from desktop_app.documents.standing import NO_DATE, NO_OWNER
from desktop_app.exports.mail import mail_of, write_mail
from desktop_app.words.method import limits
from desktop_app.words.speech import said
from tests.report import builders
from tests.report.situations import SITUATIONS
from tests.report.test_summary import closed_sample

every_situation = pytest.mark.parametrize("situation", SITUATIONS)


def told(html: str) -> str:
    """Return the words of a page, without its head, each stretch of blanks as one."""
    body = html[html.index("<body>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def bare(plain: str) -> str:
    """Return the words of a plain text without the signs that begin its items."""
    return " ".join(re.sub(r"(?m)^(- |  )", "", plain).split())


@every_situation
def test_both_forms_say_the_same(situation: str) -> None:
    mail = mail_of(SITUATIONS[situation]())
    assert re.sub(r"\s", "", told(mail.html)) == re.sub(r"\s", "", bare(mail.plain))


@every_situation
def test_it_names_each_step_with_who_and_when_and_what_was_found(situation: str) -> None:
    record = SITUATIONS[situation]()
    content, text = full_content(record), bare(mail_of(record).plain)
    for line in content.plan:
        for part in (line.title, line.owner or said(NO_OWNER), line.due or said(NO_DATE)):
            assert " ".join(part.split()) in text
    if content.shown:
        for name, counts in (line for box in content.boxes for line in box.lines):
            assert name in text
            assert " ".join(counts.split()) in text
    assert limits(record.workshop, workshop_picture(record), of_parts=False) in text
    for mark in content.event.marks:
        assert mark in text


def test_what_people_write_stays_text() -> None:
    hostile = "<script>alert(1)</script> & </p> \x00"
    day = builders.make_day(title=hostile, headline=hostile)
    steps = tuple(replace(one, title=hostile, owner=hostile) for one in day.commitments)
    mail = mail_of(replace(day, commitments=steps))
    assert "<script" not in mail.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in mail.html
    assert "<script>alert(1)</script> & </p> [U+0000]" in mail.plain


def test_the_file_is_the_plain_text(tmp_path: Path) -> None:
    record = builders.make_day()
    write_mail(record, tmp_path / "mail.txt")
    assert (tmp_path / "mail.txt").read_bytes().decode() == mail_of(record).plain


def test_what_was_found_is_told_in_words() -> None:
    text = " ".join(mail_of(closed_sample()).plain.split())
    assert "Resources: put in the money, people, data, skills and space the" in text
    assert "(9 of 12 rated 1 or 2)" in text
    assert "Every statement begins: “At the moment, leaders help our partnership to …”." in text
