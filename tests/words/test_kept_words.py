"""What is kept with a workshop speaks its language, whatever the console speaks meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.answers.reading import read_answers
from desktop_app.application.frameworks import FrameworkShelf
from desktop_app.application.library import LibraryService
from desktop_app.application.planning import Planning, open_recommendations
from desktop_app.application.rehearsals import Rehearsals
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.framework_rules import MAX_SHORT_TEXT
from desktop_app.domain.plan import Commitment
from desktop_app.domain.texts import phrase
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import GATHER_MORE_HOW
from desktop_app.scenes.kept_words import kept_words
from desktop_app.words.language import speak_on_the_console
from desktop_app.words.parts import part_names
from tests.answers_read import rows_table, votes_in
from tests.pseudo import accented, pseudo, untranslated
from tests.unit.builders import make_framework, make_record, make_round, make_workshop
from tests.unit.fakes import (
    Clock,
    FakeFrameworkFiles,
    FakeFrameworks,
    FakeLibrary,
    FakeSamples,
    Ids,
)

FEW = (1, 0, 0, 0, 0)


def record_in(tag: str, title: str = "Day") -> WorkshopRecord:
    framework = replace(make_framework(), language=tag)
    workshop = replace(make_workshop(framework=framework), language=tag, title=title)
    return make_record(make_round("T1", FEW, present=12), workshop=workshop)


@pytest.mark.slow
def test_a_phrase_is_kept_in_the_workshops_language_and_typed_words_as_they_are(
    made_up: str,
) -> None:
    record = record_in(made_up)
    assert kept_words(record, phrase("Someone stepped out")) == pseudo("Someone stepped out")
    assert kept_words(record, "Someone stepped out") == "Someone stepped out"
    assert kept_words("en", phrase("Someone stepped out")) == "Someone stepped out"


def test_a_rehearsal_says_so_in_the_language_of_its_workshop(made_up: str) -> None:
    for title in (accented("Day"), accented("d" * MAX_TITLE)):
        library = FakeLibrary(record_in(made_up, title))
        made = Rehearsals(library, Clock(), Ids()).begin("w1").value
        copy = library.record(made).workshop
        assert copy.is_rehearsal
        assert untranslated(copy.title) == []
        assert copy.title.endswith("]")
        assert len(copy.title) <= MAX_TITLE


def test_a_rehearsal_is_one_in_any_language(made_up: str) -> None:
    library = FakeLibrary(record_in(made_up))
    rehearsals = Rehearsals(library, Clock(), Ids())
    made = rehearsals.begin("w1").value
    with library.writing() as work:
        work.save_workshop(replace(work.workshop(made), title="Anything"))
        work.commit()
    assert rehearsals.end(made).value == "w1"


def test_a_copy_of_a_framework_says_so_in_its_language(made_up: str) -> None:
    original = replace(make_framework(), language=made_up, title=accented("t" * MAX_SHORT_TEXT))
    shelf = FrameworkShelf(FakeLibrary(), FakeFrameworks(original), FakeFrameworkFiles(), Ids())
    for _ in range(2):
        title = shelf.framework(shelf.duplicate(original.id).value).title
        assert untranslated(title) == []
        assert title.endswith("]")
        assert len(title) <= MAX_SHORT_TEXT


def test_answers_without_a_title_have_one_in_their_frameworks_language(made_up: str) -> None:
    framework = replace(make_framework(), language=made_up)
    library = FakeLibrary()
    service = LibraryService(
        *(library, FakeFrameworks(framework), FakeSamples(record_in(made_up))),
        *(Clock(), Ids()),
    )
    made = service.add_answers(" ", {}, framework).value
    assert library.record(made).workshop.title == pseudo("Imported ballots")


def test_advice_is_taken_on_in_the_workshops_language(made_up: str) -> None:
    library = FakeLibrary(record_in(made_up))
    (advice,) = open_recommendations(library.record())
    Planning(library, Ids()).take("w1", advice)
    (taken,) = library.record().commitments
    for text in (taken.title, taken.how, taken.first_move, taken.measure):
        assert untranslated(text) == []
    assert taken.because.startswith("[")
    assert open_recommendations(library.record()) == ()


@pytest.mark.parametrize("reworded", ["", "Ask round the schools"])
def test_advice_that_was_taken_on_is_known_by_its_key(made_up: str, reworded: str) -> None:
    """Not by its words: the workshop's language has no catalogue any more."""
    library = FakeLibrary(record_in(made_up))
    (advice,) = open_recommendations(library.record())
    Planning(library, Ids()).take("w1", advice)
    with library.writing() as work:
        (taken,) = library.record().commitments
        work.save_commitment(replace(taken, how=reworded))
        work.save_workshop(replace(work.workshop("w1"), language="en"))
        work.commit()
    assert open_recommendations(library.record()) == ()


def test_advice_that_was_taken_on_before_it_had_a_key_is_known(made_up: str) -> None:
    record = record_in(made_up)
    old = Commitment("c1", "w1", 0, "Gather more ratings", "T", None, f"{GATHER_MORE_HOW}\n\nYes.")
    assert open_recommendations(replace(record, commitments=(old,))) == ()
    elsewhere = replace(old, action_id="A")
    assert len(open_recommendations(replace(record, commitments=(elsewhere,)))) == 1


def test_what_is_kept_is_english_beside_a_console_that_is_not(made_up: str) -> None:
    speak_on_the_console(made_up)
    try:
        library = FakeLibrary(record_in("en"))
        (advice,) = open_recommendations(library.record())
        made = Rehearsals(library, Clock(), Ids()).begin("w1").value
    finally:
        speak_on_the_console("en-GB")
    assert advice.title == "Gather more ratings"
    assert library.record(made).workshop.title == "Rehearsal: Day"


def test_a_part_of_the_room_is_known_in_its_frameworks_language(made_up: str) -> None:
    """Its name was exported in that language; a group of that name is nobody's."""
    framework = replace(make_framework(), language=made_up)
    for name in ("Other partners", pseudo("other partners"), pseudo("Whole room").upper()):
        table = rows_table(("T1", "1", name, "3"))
        found = read_answers(table, framework, nobody=part_names(made_up))
        assert votes_in(found, "T1") == {("", 3): 1}
