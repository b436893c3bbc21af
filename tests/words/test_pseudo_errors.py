"""Errors and mistakes in a made-up language: every message, and what bad input really brings up."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.application.frameworks import FrameworkShelf
from desktop_app.application.library import LibraryService
from desktop_app.application.notes import Notes
from desktop_app.application.planning import Planning, Wording
from desktop_app.application.priorities import Priorities
from desktop_app.application.rehearsals import Rehearsals
from desktop_app.application.rounds import Rounds
from desktop_app.application.workshops import MAX_TITLE, Workshops
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError
from desktop_app.domain.framework import PromptKind, StepWhen
from desktop_app.domain.people import People
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.refusals import refusal
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.texts import Phrase, count_phrase
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.files import write_atomically
from desktop_app.storage.framework_file import read_framework
from desktop_app.storage.sample_file import read_sample
from desktop_app.storage.workshop_file import read_workshop_file
from desktop_app.words.speech import said
from tests.answers_read import read_file
from tests.pseudo import accented, untranslated
from tests.storage import (
    test_answer_files,
    test_framework_file,
    test_sample,
    test_workshop_file,
)
from tests.unit.builders import make_framework, make_record, make_round
from tests.unit.fakes import (
    Clock,
    FakeFrameworkFiles,
    FakeFrameworks,
    FakeLibrary,
    FakeSamples,
    Ids,
)

pytestmark = pytest.mark.usefixtures("console_made_up")

SOURCES = Path(__file__).resolve().parents[2] / "desktop_app"
NOBODYS = re.compile(
    r'"[^"\[\]]*"|“[^”\[\]]*”|/[^\s\]]*'  # what people and files call things, and paths
    r"|\b\w+\.(toml|csv|roundtable|pdf)\b|statement,round,group,rating|\b[A-Z]\d\b"
)
KEYS = {
    *("scale", "priorities", "present", "counted", "votes", "kind", "difference", "reason"),
    *("rounds", "version", "anchors"),
    *(
        word
        for kind in (Channel, NoteKind, PromptKind, StepWhen)
        for one in kind
        for word in re.findall(r"[a-z]{2,}", one.value)
    ),
}
"""What files call their own tables, fields and values, in whatever language."""


def is_said(thing: AppError | Phrase) -> bool:
    """Fail where a word of a sentence is no message's, other than what it only quotes."""
    text = said(thing)
    assert unsaid(text) == [], text
    return "[" in text


def unsaid(text: str) -> list[str]:
    return [word for word in untranslated(NOBODYS.sub(" ", text)) if word not in KEYS]


# Every message


def messages_in_the_code() -> list[tuple[str, ...]]:
    """Return the messages of all phrases and errors, each with its plural where it has one."""
    from tests.architecture.sources import files, nodes_of, tree_of
    from tests.architecture.test_messages import places

    found = []
    for path in files():
        for call in nodes_of(tree_of(path)):
            if not isinstance(call, ast.Call) or getattr(call.func, "id", "").startswith("say"):
                continue
            texts = [call.args[place] for place in places(call)]
            if texts and all(isinstance(text, ast.Constant) for text in texts):
                found.append(tuple(str(ast.literal_eval(text)) for text in texts))
    return found


@pytest.mark.slow
def test_every_message_of_a_phrase_or_an_error_is_said() -> None:
    found = messages_in_the_code()
    assert len(found) > 400
    for one, *more in found:
        fields = {name: accented("x") for text in (one, *more) for name in _places(text)}
        if not more:
            assert _whole(said(Phrase(one, fields=fields))), one
        for n in (1, 2) if more else ():
            counted = count_phrase(one, more[0], n)
            assert _whole(said(replace(counted, fields=fields | counted.fields))), one


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _whole(text: str) -> bool:
    text = re.sub(r"<[^<>]*>|%\(\w+\)[rs]|%[rs]", " ", text)
    return untranslated(text) == []


@pytest.mark.parametrize("number", [*sorted(errno.errorcode), None])
def test_every_refusal_of_the_laptop_is_said(number: int | None) -> None:
    error = OSError(number, "in the system's own words") if number else OSError("no number")
    assert is_said(refusal(error))


# Files


def raised(act: Callable[[], object]) -> AppError:
    with pytest.raises(AppError) as caught:
        act()
    return caught.value


@pytest.mark.parametrize("case", test_framework_file.MISTAKES, ids=lambda case: case[0])
def test_a_framework_that_will_not_do(tmp_path: Path, case: tuple[str, ...]) -> None:
    path = tmp_path / "x.toml"
    path.write_text(test_framework_file.TEXT.replace(case[1], case[2], 1), encoding="utf-8")
    assert is_said(raised(lambda: read_framework(path)))


@pytest.mark.parametrize(
    "line",
    [
        *("a", "=", "a = ", "a = 1 2", "a = [1", "a = {b = 1", "a = {b = 1, b = 2}", "[a", "[[a]"),
        *('a = "\\q"', 'a = "\\ud800"', 'a = "\\uzz"', "a = 'b", 'a = """b', "a = 2027-13-45"),
        *(
            "[scale]\n[scale]",
            "a.b = 1\na = 2",
            "a = 1\na = 2",
            "a = \x07",
            "a = 1e",
            "[scale.a.b]",
        ),
        *("a = {}\na.b = 1", "a = [1]\n[[a]]", "a = 07", "a = nope", "[a]\n[a]", "# \x07"),
    ],
)
def test_what_is_no_toml(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f"{line}\n{test_framework_file.TEXT}", encoding="utf-8")
    assert is_said(raised(lambda: read_framework(path)))


@pytest.mark.parametrize("case", test_sample.MISTAKES, ids=lambda case: case[0])
def test_a_sample_that_will_not_do(tmp_path: Path, case: tuple[str, ...]) -> None:
    path = tmp_path / "x.toml"
    path.write_text(test_sample.TEXT.replace(case[1], case[2], 1), encoding="utf-8")
    assert is_said(raised(lambda: read_sample(path, test_sample.FRAMEWORK, test_sample.NOW)))


@pytest.mark.parametrize("content", [content for content, _ in test_answer_files.WRONG])
def test_answers_that_will_not_do(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "ballots.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert is_said(raised(lambda: read_file(path, make_framework())))


@pytest.mark.parametrize("change", [change for change, _ in test_workshop_file.WRONG])
def test_a_workshop_file_that_will_not_do(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    path = test_workshop_file.changed(tmp_path, change)
    assert is_said(raised(lambda: read_workshop_file(path, test_workshop_file.new_ids())))


@pytest.mark.parametrize("name", ["gone/x.pdf", ".", "x" * 300 + ".pdf", "file/x.pdf", "\0.pdf"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()

    def write() -> None:
        with write_atomically(tmp_path / name) as file:
            file.write(b"x")

    text = said(raised(write)).replace("x" * 300, "")
    assert unsaid(text) == []
    assert "[" in text


# What people do


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary(
        make_record(make_round("T1", (1, 2, 3, 4, 2)), make_round("A1", (1, 0, 0, 0, 0)))
    )


def service(library: FakeLibrary) -> LibraryService:
    return LibraryService(
        *(library, FakeFrameworks(named_in_accents()), FakeSamples(library.record())),
        *(Clock(), Ids()),
    )


def named_in_accents() -> Any:
    return replace(make_framework(), title=accented("Test"))


def shelf(library: FakeLibrary) -> FrameworkShelf:
    return FrameworkShelf(library, FakeFrameworks(), FakeFrameworkFiles(), Ids())


def twice(library: FakeLibrary) -> None:
    rounds = Rounds(library, Ids())
    for _ in range(2):
        rounds.open("w1", "T2", Channel.PAPER)


def short_of_one(library: FakeLibrary) -> None:
    rounds = Rounds(library, Ids())
    key = rounds.open("w1", "T2", Channel.PAPER).value
    rounds.cast(key, 3)
    rounds.close(key)


def spoilt(library: FakeLibrary) -> None:
    copies = shelf(library)
    copy = copies.framework(copies.duplicate("test").value)
    copies.save(replace(copy, stem=""))


USE_CASES: dict[str, Callable[[FakeLibrary], object]] = {
    "no title": lambda library: Workshops(library, FakeFrameworks(), Clock(), Ids()).create(
        Details(" ")
    ),
    **{
        f"a long {field}": lambda library, field=field: Workshops(
            library, FakeFrameworks(), Clock(), Ids()
        ).create(replace(Details("x"), **{field: "x" * (MAX_TITLE + 1)}))
        for field in ("title", "partnership", "place", "facilitator")
    },
    "nobody in the room": lambda library: Workshops(
        library, FakeFrameworks(), Clock(), Ids()
    ).create(Details("x", present=0)),
    "a group twice": lambda library: Workshops(library, FakeFrameworks(), Clock(), Ids()).create(
        Details(
            "x",
            privacy=Privacy.ANONYMOUS_WITH_GROUP,
            groups=(Group("ŵ", 2), Group("ŵ", 3)),
        )
    ),
    "too many people": lambda library: Workshops(
        library, FakeFrameworks(), Clock(), Ids()
    ).set_people("w1", People(10_000, 0, ())),
    "no such workshop": lambda library: service(library).find("7"),
    "no such framework": lambda library: service(library).framework("7"),
    "a vote beside another": twice,
    "more dots than there are": lambda library: Priorities(library, Ids()).set_dots_each("w1", 99),
    "no words": lambda library: Planning(library, Ids()).add_own("w1", Wording(" ")),
    "too many words": lambda library: Planning(library, Ids()).add_own("w1", Wording("x" * 20_000)),
    "a step that is gone": lambda library: Planning(library, Ids()).drop("w1", "7"),
    "too many fingers": lambda library: Planning(library, Ids()).set_fist("w1", (999,) * 6),
    "more fists than people": lambda library: Planning(library, Ids()).set_fist("w1", (99,) * 6),
    "a long note": lambda library: Notes(library, Ids()).add(
        "w1", Step(StepKind.WELCOME), NoteKind.IDEA, "x" * 100_000
    ),
    "pretend ballots for a real day": lambda library: Rehearsals(library, Clock(), Ids()).fill_all(
        "w1"
    ),
    "ballots and people differ": short_of_one,
    "a framework that is gone": lambda library: shelf(library).framework("7"),
    "the built-in framework": lambda library: shelf(library).delete("test"),
    "a framework not yet whole": spoilt,
}


@pytest.mark.parametrize("name", sorted(USE_CASES))
def test_what_people_cannot_do(library: FakeLibrary, name: str) -> None:
    assert is_said(raised(lambda: USE_CASES[name](library)))
