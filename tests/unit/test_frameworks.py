"""Frameworks of one's own: made, kept in versions, exchanged; workshops keep their copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.application.frameworks import FrameworkShelf, file_name
from desktop_app.application.workshops import Workshops
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.framework import Depth, Framework, StepWhen
from desktop_app.domain.framework_rules import mistakes, tidied
from desktop_app.domain.framework_versions import (
    fingerprint,
    identity,
    next_version,
    same_content,
)
from desktop_app.domain.undo import UndoKind
from desktop_app.domain.workshop import Details
from desktop_app.words.speech import said_alone

from .builders import make_framework
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids

FILE = Path("one.toml")


def sound() -> Framework:
    """Return a framework without a mistake, as it is read from a file."""
    framework = make_framework()
    actions = tuple(
        replace(a, steps=tuple(replace(s, leans_on=()) for s in a.steps)) for a in framework.actions
    )
    return tidied(replace(framework, actions=actions))


class FakeFiles:
    """domain.ports.FrameworkFiles in memory."""

    def __init__(self, **files: Framework) -> None:
        self.files = {f"{name}.toml": framework for name, framework in files.items()}

    def read(self, path: Path) -> Framework:
        return self.files[path.name]

    def write(self, framework: Framework, target: Path) -> None:
        self.files[target.name] = framework


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def files() -> FakeFiles:
    return FakeFiles()


@pytest.fixture
def shelf(library: FakeLibrary, files: FakeFiles) -> FrameworkShelf:
    return FrameworkShelf(library, FakeFrameworks(sound()), files, Ids())


def own(shelf: FrameworkShelf) -> Framework:
    return shelf.framework(shelf.duplicate("test").value)


def reworded(framework: Framework, text: str) -> Framework:
    action = framework.actions[0]
    statement = replace(action.statements[0], text=text)
    action = replace(action, statements=(statement, *action.statements[1:]))
    return replace(framework, actions=(action, *framework.actions[1:]))


def test_the_built_in_framework_comes_first(shelf: FrameworkShelf) -> None:
    copy = own(shelf)
    assert [f.id for f in shelf.all()] == ["test", copy.id]
    assert shelf.is_built_in("test")
    assert not shelf.is_built_in(copy.id)


def test_a_duplicate_is_a_framework_of_its_own(shelf: FrameworkShelf) -> None:
    outcome = shelf.duplicate("test")
    copy = shelf.framework(outcome.value)
    assert outcome.changes is Changes.FRAMEWORKS
    assert (copy.version, copy.title) == ("1", "Test framework (copy)")
    assert copy.id not in ("test", "")
    assert copy.actions == shelf.framework("test").actions
    again = shelf.framework(shelf.duplicate("test").value)
    assert again.title == "Test framework (copy 2)"
    assert again.id != copy.id


def test_a_long_title_leaves_room_for_the_mark_of_a_copy(library: FakeLibrary) -> None:
    built_in = FakeFrameworks(replace(sound(), title="t" * 200))
    shelf = FrameworkShelf(library, built_in, FakeFiles(), Ids())
    assert own(shelf).title == "t" * 193 + " (copy)"


def test_an_edit_is_kept_as_the_next_version(shelf: FrameworkShelf) -> None:
    first = own(shelf)
    kept = shelf.save(reworded(first, "  keep\n promises ")).value
    assert kept.is_new
    assert kept.framework.version == "2"
    assert kept.framework.statement("T1").text == "keep promises"
    assert shelf.versions(first.id) == (first, kept.framework)
    assert shelf.framework(first.id) == kept.framework


def test_what_is_unchanged_makes_no_version(shelf: FrameworkShelf) -> None:
    first = own(shelf)
    outcome = shelf.save(replace(first, title=first.title + " "))
    assert outcome.changes is Changes.NONE
    assert not outcome.value.is_new
    assert shelf.versions(first.id) == (first,)


def test_the_built_in_framework_is_neither_changed_nor_deleted(shelf: FrameworkShelf) -> None:
    with pytest.raises(RuleProblem, match="Duplicate it"):
        shelf.save(replace(sound(), title="Mine"))
    with pytest.raises(RuleProblem, match="stays"):
        shelf.delete("test")


def test_what_has_a_mistake_is_not_kept(shelf: FrameworkShelf) -> None:
    first = own(shelf)
    with pytest.raises(InputProblem, match="longer than 2000 characters"):
        shelf.save(reworded(first, "x" * 10_000))
    assert shelf.versions(first.id) == (first,)


def test_what_was_deleted_meanwhile_is_not_kept(shelf: FrameworkShelf) -> None:
    first = own(shelf)
    shelf.delete(first.id)
    with pytest.raises(NotFound):
        shelf.save(reworded(first, "other words"))


def test_a_deleted_framework_comes_back_with_its_versions(shelf: FrameworkShelf) -> None:
    first = own(shelf)
    second = shelf.save(reworded(first, "other words")).value.framework
    undo = shelf.delete(first.id).undo
    assert [f.id for f in shelf.all()] == ["test"]
    assert undo is not None
    assert (undo.kind, undo.about) == (UndoKind.FRAMEWORK_DELETED, first.title)
    assert undo.run() is Changes.FRAMEWORKS
    assert shelf.versions(first.id) == (first, second)
    with pytest.raises(RuleProblem):
        undo.run()


def test_what_is_exported_is_the_newest_version(shelf: FrameworkShelf, files: FakeFiles) -> None:
    first = own(shelf)
    second = shelf.save(reworded(first, "other words")).value.framework
    shelf.export(first.id, Path("mine.toml"))
    assert files.files["mine.toml"] == second
    assert file_name(second) == "Test framework copy, version 2.toml"


def test_a_framework_from_elsewhere_keeps_its_id_and_version(
    shelf: FrameworkShelf, files: FakeFiles
) -> None:
    files.files["one.toml"] = replace(sound(), id="theirs", version="2027-a")
    kept = shelf.import_file(FILE).value
    assert kept.is_new
    assert (kept.framework.id, kept.framework.version) == ("theirs", "2027-a")
    again = shelf.import_file(FILE)
    assert again.changes is Changes.NONE
    assert not again.value.is_new


def test_other_words_under_a_kept_version_get_the_next_one(
    shelf: FrameworkShelf, files: FakeFiles
) -> None:
    first = own(shelf)
    files.files["one.toml"] = reworded(first, "edited in a text editor")
    kept = shelf.import_file(FILE).value.framework
    assert (kept.id, kept.version) == (first.id, "2")
    assert shelf.versions(first.id) == (first, kept)


def test_an_edited_copy_of_the_built_in_file_becomes_ones_own(
    shelf: FrameworkShelf, files: FakeFiles
) -> None:
    files.files["one.toml"] = reworded(sound(), "edited in a text editor")
    kept = shelf.import_file(FILE).value.framework
    assert kept.id != "test"
    assert kept.version == "1"
    assert shelf.framework("test") == sound()


def test_the_built_in_framework_itself_is_not_imported(
    shelf: FrameworkShelf, files: FakeFiles
) -> None:
    files.files["one.toml"] = sound()
    with pytest.raises(InputProblem, match=r"one\.toml: this is the built-in framework"):
        shelf.import_file(FILE)


def test_a_workshop_keeps_the_words_it_was_made_with(
    library: FakeLibrary, shelf: FrameworkShelf
) -> None:
    first = own(shelf)
    workshops = Workshops(library, FakeFrameworks(sound()), Clock(), Ids())
    made = workshops.create(Details("Away-day", depth=Depth.QUICK), first.id).value
    shelf.save(reworded(first, "other words"))
    shelf.delete(first.id)
    assert workshops.record(made).workshop.framework == first.at_depth(Depth.QUICK)
    with pytest.raises(NotFound, match="Choose another"):
        workshops.create(Details("Next"), first.id)


def test_a_workshop_without_a_choice_has_the_built_in_framework(library: FakeLibrary) -> None:
    workshops = Workshops(library, FakeFrameworks(sound()), Clock(), Ids())
    made = workshops.create(Details("Away-day")).value
    assert workshops.record(made).workshop.framework == sound()
    assert workshops.frameworks() == (sound(),)


# -- telling wordings apart -----------------------------------------------------------------


def test_the_same_content_is_told_whatever_the_version() -> None:
    a = sound()
    assert not same_content(a, replace(a, id="other", version="9", title="Renamed"))
    assert same_content(a, replace(a, id="other", version="9"))


@pytest.mark.parametrize(
    "change",
    [
        lambda f: reworded(f, "other words"),
        lambda f: replace(f, stem="At times, leaders help us to"),
        lambda f: replace(f, leaders_means="Somebody else."),
        lambda f: replace(f, scale=make_framework(points=4).scale),
    ],
    ids=["statement", "stem", "leaders", "scale"],
)
def test_another_wording_has_another_fingerprint(change: object) -> None:
    a = sound()
    assert fingerprint(change(a)) != fingerprint(a)  # type: ignore[operator]


def test_a_fingerprint_leaves_out_id_and_version() -> None:
    a = sound()
    assert fingerprint(a) == fingerprint(replace(a, id="other", version="9"))
    assert len(fingerprint(a)) == 12
    assert str(identity(a)) == f"Test framework, version 1.0 (test, wording {fingerprint(a)})"


def test_a_fingerprint_stands_on_paper_and_is_the_same_in_every_release() -> None:
    assert fingerprint(sound()) == "8a892882daaa"


@pytest.mark.parametrize(
    ("last", "taken", "following"),
    [
        ("1", (), "2"),
        ("1.0", (), "1.1"),
        ("1.9", (), "1.10"),
        ("draft", (), "draft 2"),
        ("1", ("2", "3"), "4"),
        ("9" * 30, (), "9" * 21 + "1000000000"),
    ],
)
def test_versions_go_on_counting(last: str, taken: tuple[str, ...], following: str) -> None:
    assert next_version(last, taken) == following


# -- rules ----------------------------------------------------------------------------------


def test_a_sound_framework_has_no_mistake() -> None:
    assert list(mistakes(sound())) == []


def test_every_mistake_is_found_at_its_place() -> None:
    framework = reworded(sound(), "ends with a full stop.")
    first = framework.actions[0]
    steps = tuple(s for s in first.steps if s.when is not StepWhen.OPPOSING)
    first = replace(first, title=" ", steps=steps)
    framework = replace(framework, title="x" * 201, actions=(first, *framework.actions[1:]))
    found = {m.place: said_alone(m.phrase) for m in mistakes(framework)}
    assert set(found) == {
        ("title",),
        ("actions", 0, "title"),
        ("actions", 0, "statements", 0, "text"),
        ("actions", 0),
    }
    assert found["title",] == "The text is longer than 200 characters. Shorten it."
    assert "opposing" in found["actions", 0]


def test_words_of_every_kind_are_kept_as_they_are() -> None:
    text = "👩‍👩‍👧 שלום עולם e\u0301 Ŵyth Łódź"
    framework = reworded(sound(), text)
    assert list(mistakes(framework)) == []
    assert tidied(framework) == framework


@pytest.mark.parametrize("text", ["a\u0000b", "a\ud800b", "bell\u0007"])
def test_characters_that_cannot_be_shown_are_refused(text: str) -> None:
    (mistake,) = mistakes(reworded(sound(), text))
    assert "cannot be shown" in said_alone(mistake.phrase)


def test_a_file_s_name_has_no_marks_that_a_system_refuses() -> None:
    framework = replace(sound(), title='a/b\\c:"d"?', version="../1")
    assert file_name(framework) == "a b c d, version .. 1.toml"


def test_a_file_s_name_has_eighty_characters_of_a_title_or_says_what_it_is() -> None:
    long = replace(sound(), title="x" * 90, version="y" * 30)
    assert file_name(long) == f"{'x' * 80}, version {'y' * 20}.toml"
    assert file_name(replace(sound(), title="a" * 79 + " b")) == f"{'a' * 79}, version 1.0.toml"
    assert file_name(replace(sound(), title="???")) == "Framework, version 1.0.toml"
