"""The questions as plain text, to paste into whatever survey tool there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.documents import forms as words
from desktop_app.documents.standing import begins
from desktop_app.domain.plain_text import one_line
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import marks_of
from desktop_app.words.speech import said, say


def write_survey_text(record: WorkshopRecord, target: Path) -> None:
    """Write the questions to `target` as UTF-8; raise OutputProblem or DiskFull."""
    text = "\n".join(_lines(record.workshop))
    with write_atomically(target) as file:
        file.write(f"{text}\n".encode())


def _lines(workshop: Workshop) -> Iterator[str]:
    framework = workshop.framework
    yield say("{document}: {workshop}", document=said(words.SURVEY_TITLE), workshop=workshop.title)
    yield from marks_of(workshop)
    yield ""
    yield say(
        "Make one question of the kind grid, table or Likert scale: the statements are its rows,"
        " the answers its columns. Let people leave rows out. Copy the rows word for word: they are"
        " known by their words when the answers come back. Ask for no name and no address."
    )
    yield from ("", say("Question"), one_line(begins(framework.stem)))
    yield from ("", say("Rows"))
    yield from (one_line(statement.text) for statement in framework.statements)
    yield from ("", say("Columns"))
    yield from map(one_line, words.answers(framework))
    yield from ("", say("What the answers mean"))
    for point in framework.scale.points:
        yield one_line(f"{point.value} {point.label}: {point.description}")
    yield one_line(f"{framework.scale.cannot_say_label}: {framework.scale.cannot_say_description}")
    if words.asks_partner(workshop):
        yield from ("", say("One more question, with one answer"), said(words.WHICH_PARTNER))
        yield from map(one_line, words.partners(workshop))
        yield said(words.ANOTHER)
